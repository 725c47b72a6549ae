"""What a rule change does, as tables for the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bodycopy.bench.scores import Score, f1
from bodycopy.diff.changes import NO_RULE, Side
from bodycopy.diff.summary import Found, MovedSum, Quality, Summary, Tally
from bodycopy.explain.table import SHOWN, STYLES
from bodycopy.labels import group_of
from bodycopy.wording import counted, shorten


def summary_table(summary: Summary, old: str, new: str, corpus: str) -> RenderableType:
    """What rich prints of `summary`; `old`, `new` and `corpus` are what the user called them."""
    parts: list[RenderableType] = [Text(line) for line in headlines(summary, old, new, corpus)]
    if summary.quality:
        parts += [Text(""), _quality(summary.quality)]
    parts += [
        *_moved("newly dropped, as", "newly dropped, by rule", summary.dropped),
        *_moved("newly kept, before", "newly kept, before by rule", summary.kept),
        *_tallies("other label only", {f"{a} → {b}": tally for (a, b), tally in summary.relabelled.items()}),
    ]
    if summary.largest:
        count = len(summary.largest)
        title = "The largest change" if count == 1 else f"The {count} largest changes"
        parts += [Text(""), Text(title, style="bold")]
    for place, found in enumerate(summary.largest, 1):
        parts += [Text(""), Text(f"{place}. {change_title(found)}", style="bold"), _change(found)]
    return Group(*parts)


def headlines(summary: Summary, old: str, new: str, corpus: str) -> Iterator[str]:
    """In two lines what changed."""
    yield (
        f"{old} → {new}, over {corpus}: {counted(summary.documents, 'document')}, {summary.changed} changed, "
        f"{summary.text_changed} of them in their clean text"
        + (f"; {counted(summary.refused, 'line')} could not be read." if summary.refused else ".")
    )
    relabelled = sum(tally.words for tally in summary.relabelled.values())
    yield (
        f"Of {counted(summary.words, 'word')} {summary.dropped.words:,} newly dropped, "
        f"{summary.kept.words:,} newly kept, {relabelled:,} with another label only."
    )


def change_title(found: Found) -> str:
    """Which document, and how many words."""
    change = found.change
    counts = ((change.dropped, "dropped"), (change.kept, "kept"), (change.relabelled, "with another label"))
    said = ", ".join(f"{counted(count, 'word')} {what}" for count, what in counts if count)
    lang = f" ({found.lang})" if found.lang else ""
    return f"{found.name}{lang}, corpus line {found.line}: {said or 'no word, but a label'}"


def spoken(side: Side) -> str:
    """The rules that spoke for a line's label, and the spans cut from it."""
    cuts = [f"{rule} cuts {label} “{text}”" for label, rule, text in side.cuts]
    return "; ".join([*side.rules, *cuts]) or NO_RULE


def _quality(quality: Quality) -> Table:
    table = Table(box=SIMPLE, show_edge=False, pad_edge=False, title_justify="left")
    for heading in (f"{counted(quality.documents, 'document')} with gold", "precision", "recall", "F1"):
        table.add_column(heading, justify="left" if heading.endswith("gold") else "right")
    for name, score in (("old", quality.old), ("new", quality.new)):
        table.add_row(name, *(f"{value:.4f}" if value is not None else "-" for value in _three(score)))
    table.add_row(f"change: {quality.better} better, {quality.worse} worse", *score_changes(quality))
    return table


def score_changes(quality: Quality) -> list[str]:
    """The change of precision, recall and F1."""
    return [
        f"{after - before:+.4f}" if before is not None and after is not None else "-"
        for before, after in zip(_three(quality.old), _three(quality.new), strict=True)
    ]


def _three(score: Score) -> tuple[float | None, float | None, float | None]:
    return score.precision, score.recall, f1(*score)


def _moved(by_label: str, by_rule: str, moved: MovedSum) -> Iterator[RenderableType]:
    yield from _tallies(by_label, moved.by_label)
    yield from _tallies(by_rule, moved.by_rule)


def _tallies(heading: str, tallies: Mapping[str, Tally]) -> Sequence[RenderableType]:
    if not tallies:
        return []
    table = Table(box=SIMPLE, show_edge=False, pad_edge=False)
    table.add_column(heading, overflow="fold", min_width=34)
    table.add_column("words", justify="right")
    table.add_column("documents", justify="right")
    for name, tally in tallies.items():
        table.add_row(Text(name), f"{tally.words:,}", f"{tally.documents:,}")
    return [Text(""), table]


def _change(found: Found) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for line in found.change.lines:
        style = STYLES[group_of(line.new.label, line.new.kept)] if line.changed else "dim"
        grid.add_row(str(line.number), Text(line.old.label), Text(shorten(line.text, SHOWN), style=style))
        if line.changed:
            before = f" (before: {spoken(line.old)})" if line.old.rules or line.old.cuts else ""
            grid.add_row("", Text(f"→ {line.new.label}", style=style), Text(spoken(line.new) + before))
    if found.change.left_out:
        grid.add_row("", "", Text(f"… {counted(found.change.left_out, 'line')} not shown", style="dim"))
    return grid
