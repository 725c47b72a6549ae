"""What was measured, as pages with charts."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from math import log10

from bodycopy.bench.charts import Chart, Curve, Line, Mark
from bodycopy.bench.findings import Findings
from bodycopy.bench.labelled import Labels
from bodycopy.bench.quality import HTML, Row
from bodycopy.bench.residue import Residue
from bodycopy.bench.tables import (
    AUTHORS,
    TITLES_AND_DATES,
    authors,
    by_kind,
    labels_line,
    pool,
    share,
    titles_and_dates,
    whole,
)
from bodycopy.bench.tools import NOT_INSTALLED, OWN
from bodycopy.bench.totals import PageScore, Total, by_language, by_length, each_language, total
from bodycopy.labels import LABELS
from bodycopy.pages import page
from bodycopy.wording import counted


def findings_page(found: Findings) -> str:
    """`found` as one HTML file without scripts."""
    groups = [
        ("F1 by language", by_language),
        ("F1 by language, each with three pages or more", each_language),
        ("F1 by words of the gold text", by_length),
    ]
    return page(
        "bench.html",
        {
            "version": found.version,
            "notes": found.notes,
            "refused": found.refused,
            "scores": [
                _by_tool(f"F1 on {corpus} as {'HTML' if html else 'text'}", list(rows))
                for (corpus, html), rows in groupby(found.rows, lambda row: (row.corpus, row.form == HTML))
            ],
            "groups": [
                _dots(f"{title}, {what}", pool(rows), grouped)
                for what, rows in by_kind(found.rows)
                for title, grouped in groups
            ],
            "costs": _costs(found.rows),
            "residue": [
                _residue(corpus, list(rows))
                for corpus, rows in groupby(found.residue, lambda row: row.corpus)
            ],
            "table": [_cells(row) for row in found.rows],
            "metadata": [
                [
                    row.corpus,
                    row.tool,
                    *(titles_and_dates(row) + authors(row) if row.figures else [NOT_INSTALLED]),
                ]
                for row in found.metadata
            ],
            "metadata_headings": ["corpus", "tool", *TITLES_AND_DATES, *AUTHORS],
            "labels": [_labels(labels) for labels in found.labels],
            "costs_of": {
                corpus: list(worst) for corpus, worst in groupby(found.costs, lambda cost: cost.corpus)
            },
        },
    )


def curves_page(curves: Sequence[Curve], version: str) -> str:
    """Curves as one HTML file without scripts."""
    return page("curves.html", {"curves": curves, "version": version})


def _by_tool(title: str, rows: Sequence[Row]) -> Chart:
    """Bars of each tool, one a form; of a single form bodycopy's stands out among its peers'."""
    forms = {form: f"series-{at}" for at, form in enumerate(dict.fromkeys(row.form for row in rows))}
    alone = len(forms) == 1
    lines: list[Line] = []
    for tool in dict.fromkeys(row.tool for row in rows):
        scores = {row.form: total(row.scores).f1 for row in rows if row.tool == tool and row.scores}
        marks = [
            Mark(f"{tool}, {form}", _own(tool) if alone else forms[form], value or 0.0, share(value))
            for form, value in scores.items()
        ]
        installed = any(row.figures for row in rows if row.tool == tool)
        lines.append(Line(tool, marks, "" if installed else NOT_INSTALLED))
    pages = max(len(row.scores) for row in rows)
    legend = [] if alone else [(style, form) for form, style in forms.items()]
    return Chart(f"{title} ({counted(pages, 'page')})", lines, legend)


def _dots(
    title: str,
    pooled: Mapping[str, Sequence[PageScore]],
    grouped: Callable[[Sequence[PageScore]], dict[str, Total]],
) -> Chart:
    groups = {tool: grouped(scores) for tool, scores in pooled.items()}
    texts = {name: one.pages for found in groups.values() for name, one in found.items()}
    lines: list[Line] = []
    for name in texts:
        scores = {tool: found[name].f1 or 0.0 for tool, found in groups.items() if name in found}
        peers = [tool for tool in scores if tool != OWN]
        marks = [Mark(tool, "peer", scores[tool], share(scores[tool])) for tool in peers]
        if OWN in scores:
            marks.append(Mark(OWN, "own", scores[OWN], share(scores[OWN])))
        best = max(peers, key=lambda tool: scores[tool], default=OWN)
        said = [f"{tool} {share(scores[tool])}" for tool in dict.fromkeys((OWN, best)) if tool in scores]
        lines.append(Line(f"{name} ({counted(texts[name], 'text')})", marks, ", ".join(said)))
    return Chart(title, lines, [("own", OWN), ("peer", "a peer; the best is named")])


def _costs(rows: Sequence[Row]) -> list[Chart]:
    """Documents a core-second of each tool, on text and on HTML, and its peak memory over everything."""
    rates = [
        _figures(f"Documents a core-second, {what}, on a logarithmic scale", _rates(found), log10)
        for what, found in by_kind(rows)
    ]
    peaks: dict[str, float] = {}
    for row in rows:
        if row.figures and row.figures.memory is not None:
            peaks[row.tool] = max(peaks.get(row.tool, 0.0), row.figures.memory)
    return [*rates, _figures("Peak memory of the process in MB", peaks, float)]


def _rates(rows: Sequence[Row]) -> dict[str, float]:
    """Documents a core-second over all rows of a tool; one of whose rows that is not known has none."""
    rates: dict[str, float] = {}
    for tool in dict.fromkeys(row.tool for row in rows):
        ran = [(len(row.scores), row.figures.seconds) for row in rows if row.tool == tool and row.figures]
        seconds = [taken for _, taken in ran if taken is not None]
        if seconds and len(seconds) == len(ran):
            rates[tool] = sum(pages for pages, _ in ran) / max(sum(seconds), 1e-9)
    return rates


def _figures(title: str, figures: Mapping[str, float], scale: Callable[[float], float]) -> Chart:
    """Bars as long as the figures are on `scale`, the longest across the chart."""
    longest = max((scale(max(value, 1.0)) for value in figures.values()), default=0.0) or 1.0
    lines = [
        Line(tool, [Mark(tool, _own(tool), scale(max(value, 1.0)) / longest, whole(value))])
        for tool, value in figures.items()
    ]
    return Chart(title, lines, [])


def _own(tool: str) -> str:
    return "own" if tool == OWN else "peer"


def _residue(corpus: str, rows: Sequence[Residue]) -> Chart:
    styles = {"before": "peer", "after": "own", "ideal": "ideal"}
    lines: list[Line] = []
    for row in rows:
        scores = {form: total(getattr(row, form)).f1 or 0.0 for form in styles} if row.before else {}
        marks = [Mark(form, styles[form], value, share(value)) for form, value in scores.items()]
        said = NOT_INSTALLED
        if scores:
            before, after, ideal = map(share, scores.values())
            said = f"{before} to {after} of {ideal}; {row.better} better, {row.worse} worse"
        lines.append(Line(row.tool, marks, said))
    legend = [
        ("peer", "what the extractor leaves"),
        ("own", "after bodycopy"),
        ("ideal", "ideal choice of lines"),
    ]
    return Chart(f"F1 of residue on {corpus}", lines, legend)


def _cells(row: Row) -> list[str]:
    names = [row.corpus, row.form, row.tool]
    if row.figures is None:
        return [*names, NOT_INSTALLED, *[""] * 7]
    found = total(row.scores)
    scores = map(share, (found.f1, found.precision, found.recall, found.word_f1))
    return [*names, str(found.pages), *scores, whole(row.rate), whole(row.figures.memory), str(row.failed)]


def _labels(found: Labels) -> dict[str, object]:
    given = [label for label in LABELS if any(label in pair for pair in found.confusion)]
    rows = []
    for gold, score in found.scores.items():
        counts = [found.confusion[gold, label] for label in given]
        rows.append((gold, score.lines, [(count, count / max(score.lines, 1)) for count in counts]))
    chart = Chart(
        "F1 by label",
        [
            Line(label, [Mark(label, "own", score.f1, share(score.f1))], counted(score.lines, "line"))
            for label, score in found.scores.items()
        ],
        [],
    )
    return {"line": labels_line(found), "chart": chart, "given": given, "rows": rows}
