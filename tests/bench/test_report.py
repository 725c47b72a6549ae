"""The page and the tables of a run over corpora."""

import re
from dataclasses import replace
from io import StringIO

from rich.console import Console

from bodycopy.bench.findings import Findings
from bodycopy.bench.metadata import Counts, MetadataRow
from bodycopy.bench.quality import HTML, Row
from bodycopy.bench.report import findings_page
from bodycopy.bench.residue import Residue
from bodycopy.bench.scores import Score
from bodycopy.bench.tables import findings_tables
from bodycopy.bench.totals import Measured, PageScore
from bodycopy.bench.worker import Figures


def row(form: str, tool: str, f1: float, seconds: float | None) -> Row:
    scores = (PageScore(Measured("p", "en", 300), Score(f1, f1), f1),) * 2
    return Row("own", form, tool, scores, 0, Figures(seconds, 50.0))


def written(*rows: Row) -> str:
    scores = rows[0].scores
    residue = (Residue("own", "trafilatura", scores, rows[2].scores, scores),)
    return findings_page(Findings("1", rows, (), residue, (), (), ()))


PAGE = written(
    row("bs4", "bodycopy", 0.9, 0.5),
    row("bs4", "trafilatura", 0.8, 0.25),
    row(HTML, "bodycopy", 0.95, 0.1),
    row(HTML, "trafilatura-recall", 0.85, None),
)


def chart(title: str) -> str:
    """The figure with this title."""
    (found,) = [one for one in re.findall(r"<figure>.*?</figure>", PAGE, re.DOTALL) if title in one]
    return str(found)


def test_text_and_html_have_charts_of_their_own() -> None:
    text, html = chart("F1 on own as text (2 pages)"), chart("F1 on own as HTML (2 pages)")
    assert "0.900" in text
    assert "0.950" not in text
    assert "0.950" in html
    assert "trafilatura-recall" not in text


def test_of_one_form_bodycopy_stands_out() -> None:
    styles = re.findall(r'<rect class="(\S+)".*?<title>(\S+),', chart("F1 on own as HTML"))
    assert styles == [("own", "bodycopy"), ("peer", "trafilatura-recall")]


def test_rates_are_those_of_one_kind_and_lack_what_is_not_known() -> None:
    text = chart("Documents a core-second, all corpora and renderings")
    assert "bodycopy: 4.0" in text
    assert "trafilatura: 8.0" in text
    html = chart("Documents a core-second, all corpora as HTML")
    assert "bodycopy: 20" in html
    assert "trafilatura-recall" not in html


def test_axes_say_what_they_measure() -> None:
    assert ">F1</text>" in chart("F1 on own as text")
    assert ">F1</text>" in chart("F1 by language, all corpora as HTML")


def test_what_is_said_beside_the_dots_fits() -> None:
    width = int(re.findall(r'viewBox="0 0 (\d+)', chart("F1 by language, all corpora as HTML"))[0])
    said = re.findall(r'class="said" x="(\d+)"[^>]*>([^<]+)<', PAGE)
    assert ("654", "bodycopy 0.950, trafilatura-recall 0.850") in said
    assert ("654", "0.900 to 0.950 of 0.900; 2 better, 0 worse") in said
    assert all(int(x) + 6.2 * len(words) <= width for x, words in said)


def test_our_rows_stand_out_in_the_table() -> None:
    ours = re.findall(r'<tr class="ours">(.*?)</tr>', PAGE)
    assert len(ours) == 2
    assert all("bodycopy" in one for one in ours)


def test_tables_are_whole_in_80_columns() -> None:
    counts = Counts(wanted=2, given=2, right=1, near=1, invented=1, without=1)
    stated = MetadataRow(
        "own", "readability-lxml", dict.fromkeys(("title", "date", "names", "people"), counts), 2
    )
    stated = replace(stated, figures=Figures(0.001, 298.0))
    lengths = [100, 300, 700, 1_500, 3_000]
    pages = tuple(PageScore(Measured("p", "en", words), Score(0.9, 0.9), 0.9) for words in lengths)
    rows = (replace(row(HTML, "trafilatura-recall", 0.9, 0.001), scores=pages),)
    residue = (Residue("own", "trafilatura-recall", pages, pages, pages),)
    out = StringIO()
    Console(file=out, width=80).print(findings_tables(Findings("1", rows, (stated,), residue, (), (), ())))
    assert "…" not in out.getvalue()
    for heading in ("failed", "invented", "2,000 and more", "people P", "of its gain", "worse"):
        assert heading in out.getvalue()
