"""What a run over corpora found, as tables for a terminal."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bodycopy.bench.costs import Cost
from bodycopy.bench.findings import Findings
from bodycopy.bench.labelled import FEWEST_LINES, Labels
from bodycopy.bench.metadata import MetadataRow
from bodycopy.bench.quality import HTML, Row
from bodycopy.bench.residue import Residue
from bodycopy.bench.tools import NOT_INSTALLED
from bodycopy.bench.totals import PageScore, Total, by_language, by_length, total
from bodycopy.wording import counted, shorten

#: Characters of a line that are shown.
SHOWN: Final = 100
#: What stands behind a tool's name: of titles and dates, and of authors.
TITLES_AND_DATES: Final = ("title", "near", "date R", "date P", "invented", "docs/s", "MB", "failed")
AUTHORS: Final = ("names R", "names P", "people R", "people P", "invented")


def findings_tables(found: Findings) -> RenderableType:
    """What rich prints of `found`; it fits into 80 columns."""
    parts: list[RenderableType] = []
    for (corpus, form), rows in groupby(found.rows, lambda row: (row.corpus, row.form)):
        parts += _titled(form_title(corpus, form), _tools(list(rows)))
    for what, pages in by_kind(found.rows):
        pooled = pool(pages)
        parts += _titled(f"F1 by language, {what}", _groups(pooled, by_language))
        parts += _titled(f"F1 by words of the gold text, {what}", _groups(pooled, by_length))
    for corpus, stated in groupby(found.metadata, lambda row: row.corpus):
        found_here = list(stated)
        parts += _titled(
            f"{corpus} as HTML: titles and dates", _metadata(found_here, TITLES_AND_DATES, titles_and_dates)
        )
        parts += _titled(f"{corpus} as HTML: authors", _metadata(found_here, AUTHORS, authors))
    for corpus, residue in groupby(found.residue, lambda row: row.corpus):
        parts += _titled(f"{corpus}: F1 of what an extractor leaves, and after bodycopy", _residues(residue))
    for corpus, worst in groupby(found.costs, lambda cost: cost.corpus):
        parts += _titled(f"{corpus} as text: the documents that cost bodycopy most", _costs(list(worst)))
    for labels in found.labels:
        parts += _titled(labels_line(labels), _labels(labels))
    parts += [Text(note) for note in found.notes]
    return Group(*parts)


def by_kind(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The rows on text and those on HTML, each with what they are over."""
    kinds = [
        ("all corpora and renderings", [row for row in rows if row.form != HTML]),
        ("all corpora as HTML", [row for row in rows if row.form == HTML]),
    ]
    return [(what, found) for what, found in kinds if found]


def titles_and_dates(row: MetadataRow) -> list[str]:
    """The figures of a row under TITLES_AND_DATES."""
    title, date = row.counts["title"], row.counts["date"]
    shares = (title.recall, title.near_share, date.recall, date.precision, date.invented_share)
    memory = row.figures.memory if row.figures else None
    return [*map(share, shares), whole(row.rate), whole(memory), str(row.failed)]


def authors(row: MetadataRow) -> list[str]:
    """The figures of a row under AUTHORS."""
    names, people = row.counts["names"], row.counts["people"]
    shares = (names.recall, names.precision, people.recall, people.precision, people.invented_share)
    return [share(value) for value in shares]


def pool(rows: Iterable[Row]) -> dict[str, list[PageScore]]:
    """All scores of each installed tool, over the corpora and renderings."""
    pooled: dict[str, list[PageScore]] = {}
    for row in rows:
        if row.scores:
            pooled.setdefault(row.tool, []).extend(row.scores)
    return pooled


def form_title(corpus: str, form: str) -> str:
    """What a corpus in a form is called."""
    return f"{corpus} as HTML" if form == HTML else f"{corpus} as text by {form}"


def labels_line(found: Labels) -> str:
    """The figures of labelled lines in a sentence."""
    lines = counted(found.confusion.total(), "line")
    return (
        f"{found.name}: {lines} of {counted(found.documents, 'document')}; label macro-F1 "
        f"{share(found.macro_f1)} over the labels with {FEWEST_LINES} lines or more; body words lost "
        f"{percent(found.body_lost_share)}, junk words left {percent(found.junk_left_share)}"
    )


def share(value: float | None) -> str:
    """A score, to three digits."""
    return "-" if value is None else f"{value:.3f}"


def percent(value: float | None) -> str:
    """A share as a percentage."""
    return "-" if value is None else f"{value:.1%}"


def whole(value: float | None) -> str:
    """A figure without its fraction; one below ten with one digit of it."""
    return "-" if value is None else f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def _titled(title: str, table: Table) -> list[RenderableType]:
    return [Text(title, style="bold"), table, Text("")]


def _table(first: str, *others: str) -> Table:
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), collapse_padding=True
    )
    table.add_column(first, no_wrap=True)
    for heading in others:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _tools(rows: Sequence[Row]) -> Table:
    table = _table("tool", "F1", "precision", "recall", "word F1", "docs/s", "MB", "failed")
    for row in rows:
        if row.figures is None:
            table.add_row(row.tool, NOT_INSTALLED)
            continue
        found = total(row.scores)
        scores = (found.f1, found.precision, found.recall, found.word_f1)
        cost = (whole(row.rate), whole(row.figures.memory), str(row.failed))
        table.add_row(row.tool, *map(share, scores), *cost)
    return table


def _metadata(
    rows: Iterable[MetadataRow], headings: Sequence[str], cells: Callable[[MetadataRow], list[str]]
) -> Table:
    table = _table("tool", *headings)
    for row in rows:
        table.add_row(row.tool, *(cells(row) if row.figures else [NOT_INSTALLED]))
    return table


def _groups(
    pooled: Mapping[str, Sequence[PageScore]], grouped: Callable[[Sequence[PageScore]], dict[str, Total]]
) -> Table:
    groups = {tool: grouped(scores) for tool, scores in pooled.items()}
    names = list(dict.fromkeys(name for found in groups.values() for name in found))
    table = _table("tool", *names)
    for tool, found in groups.items():
        table.add_row(tool, *(share(found[name].f1 if name in found else None) for name in names))
    return table


def _residues(rows: Iterable[Residue]) -> Table:
    table = _table("extractor", "before", "after", "ideal", "of its gain", "better", "worse", "failed")
    for row in rows:
        if not row.before:
            table.add_row(row.tool, NOT_INSTALLED)
            continue
        scores = (total(scores).f1 for scores in (row.before, row.after, row.ideal))
        pages = (str(row.better), str(row.worse), str(row.failed))
        table.add_row(row.tool, *map(share, scores), percent(row.reached), *pages)
    return table


def _costs(worst: Sequence[Cost]) -> Table:
    table = _table("document", "lost", "left")
    table.columns[0].no_wrap, table.columns[0].overflow = False, "fold"
    table.add_column("longest line lost (-) or left (+), and why", overflow="fold", ratio=1)
    for cost in worst:
        said = [Text(f"text by {cost.form}", style="dim")]
        for sign, mistake in (("-", cost.dropped), ("+", cost.kept)):
            if mistake:
                said.append(Text(f"{sign} {mistake.label}: “{shorten(mistake.text, SHOWN)}”"))
                said.append(Text(f"  {mistake.reason}", style="dim"))
        table.add_row(cost.name, str(cost.lost), str(cost.left), Group(*said))
    return table


def _labels(found: Labels) -> Table:
    table = _table("label", "lines", "found", "precision", "recall", "F1")
    table.add_column("most taken for", overflow="fold")
    for label, score in found.scores.items():
        scores = (share(value) for value in (score.precision, score.recall, score.f1))
        table.add_row(label, str(score.lines), str(score.found), *scores, _mistake(found, label))
    return table


def _mistake(found: Labels, label: str) -> str:
    """The label that its lines get most often in its place."""
    wrong = [(-count, given) for (gold, given), count in found.confusion.items() if gold == label != given]
    return f"{min(wrong)[1]} {-min(wrong)[0]}" if wrong else ""
