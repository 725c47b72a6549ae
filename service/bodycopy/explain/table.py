"""An explanation as a table for the terminal."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bodycopy.explain.evidence import ExplainedBlock, Explanation, Spoken
from bodycopy.labels import group_of
from bodycopy.wording import counted, shorten

#: Blocks that are shown: rich takes some milliseconds for each.
MAX_BLOCKS: Final = 1_000
#: Characters of a block and of a cut that are shown; its rules are always shown in full.
SHOWN: Final = 200
SHOWN_CUT: Final = 60
#: Groups of features that are shown, and how many log-odds each moves at least.
SHOWN_MOVES: Final = 4
LEAST_MOVE: Final = 0.1
STYLES: Final = {"kept": "green", "metadata": "cyan", "dropped": "red"}


def explanation_table(explanation: Explanation, name: str) -> RenderableType:
    """What rich prints of `explanation`: a line about the document `name`, then a row for each of the
    first MAX_BLOCKS blocks."""
    table = Table(box=SIMPLE, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), show_lines=True)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("label", no_wrap=True)
    table.add_column("sure", justify="right", no_wrap=True)
    table.add_column("block, and what speaks for and against its label", overflow="fold")
    for block in explanation.blocks[:MAX_BLOCKS]:
        style = STYLES[group_of(block.label, block.kept)]
        table.add_row(
            str(block.number),
            Text(block.label, style=style),
            f"{block.confidence:.2f}",
            Group(Text(shorten(block.text, SHOWN), style=style), _reasons(block)),
        )
    left_out = len(explanation.blocks) - MAX_BLOCKS
    more = [Text(f"\n{left_out:,} more blocks; the JSON and the page hold all")] if left_out > 0 else []
    return Group(Text(headline(explanation, name)), Text(""), table, *more)


def headline(explanation: Explanation, name: str) -> str:
    """How many blocks of the document `name` were kept, moved into the metadata and dropped."""
    blocks = explanation.blocks
    count = Counter(group_of(block.label, block.kept) for block in blocks)
    cuts = sum(len(block.cuts) for block in blocks)
    return (
        f"{name}: {counted(len(blocks), 'block')}: {count['kept']} kept, "
        f"{count['metadata']} moved into the metadata, {count['dropped']} dropped; "
        f"{counted(cuts, 'span')} cut. "
        f"Shape and place speak for a block above {explanation.threshold:+g} (log-odds). "
        f"Asked were the rules of {_asked(explanation.languages)}."
    )


def _asked(languages: Sequence[str] | None) -> str:
    """The packs whose rules were asked, by their language."""
    if languages is None:
        return "all languages"
    named = ", ".join(language for language in languages if language != "any")
    return f"packs in {named}, and of any language"


def _reasons(block: ExplainedBlock) -> Table:
    """Who decided, what shape and place say, and each rule, a sign before each."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("=", Text(block.reason))
    grid.add_row("~", Text(f"shape and place {block.score:+.2f}: {', '.join(block.shape)}", style="dim"))
    if moved := moved_words(block):
        grid.add_row("", Text(f"moved by {moved}", style="dim"))
    for one in block.speaks_for:
        grid.add_row("+", _spoken(one, ""))
    for one in block.speaks_against:
        grid.add_row("-", _spoken(one, f"for {one.label}, "))
    for cut in block.cuts:
        said = f" cuts {cut.label} “{shorten(cut.text.strip(), SHOWN_CUT)}”: {cut.why}"
        grid.add_row("x", Text.assemble((cut.rule, "bold"), said))
    return grid


def moved_words(block: ExplainedBlock) -> str:
    """The groups of features that moved the score most, each with its log-odds."""
    return ", ".join(
        f"{one.group} {one.by:+.2f}" for one in block.moved[:SHOWN_MOVES] if abs(one.by) >= LEAST_MOVE
    )


def _spoken(one: Spoken, label: str) -> Text:
    strength = "certain" if one.certain else f"weight {one.weight:g}"
    place = f", {one.place}" if one.place else ""
    return Text.assemble((one.rule, "bold"), f" ({label}{strength}{place}): {one.why}")
