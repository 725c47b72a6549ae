"""`bodycopy bench --data`: bodycopy and its peers over small corpora."""

import json
from pathlib import Path
from typing import Any

import pytest

from bodycopy import Cleaner
from bodycopy.bench import measure, tools
from bodycopy.bench.corpora import Gold, pages, survey
from bodycopy.bench.labelled import labelled
from bodycopy.bench.metadata import Given, compared
from bodycopy.bench.renderers import RENDERERS
from tests.bench.corpora import GERMAN, GOLD, corpus, german, row
from tests.cli.helpers import process, refused, run
from tests.inputs import HTML_ARTICLE, TITLE

pytest.importorskip("inscriptis", reason="the bench extra is not installed")
pytest.importorskip("html_text", reason="the bench extra is not installed")

LIMIT = 1 << 20


def findings(data: Path, *options: str | Path) -> dict[str, Any]:
    result = run("bench", "--data", data, "--json", *options)
    assert result.exit_code == 0, (result.output, result.exception)
    body: dict[str, Any] = json.loads(result.stdout)
    return body


def test_a_real_process(tmp_path: Path) -> None:
    data = corpus(tmp_path / "data", "own-news", [row("a"), german("b"), {"id": "c", "html": "<p>No gold"}])
    by_hand = {"text": f"{TITLE}\n{GERMAN[0]}", "lines": [TITLE, GERMAN[0]], "labels": ["title", "body"]}
    (data / "own-lines.jsonl").write_text(json.dumps(by_hand) + "\n")
    corpus(data, "pages-alone", [{"id": "d", "html": HTML_ARTICLE}])
    saved, report = tmp_path / "saved", tmp_path / "report.html"
    command = ["bench", "--data", str(data), "--tools", "line-filter,bodycopy", "--jobs", "2"]
    ended = process(*command, "--save", str(saved), "--html-report", str(report))
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == b""
    printed = ended.stdout.decode()
    for form in RENDERERS:
        assert f"own-news as text by {form}" in printed
    assert "own-news: 2 pages, 1 without gold text passed over" in printed
    assert "pages-alone: passed over; none of its pages has gold text" in printed
    assert "own-lines: 2 lines of 1 document; label macro-F1" in printed
    found = json.loads((saved / "findings.json").read_text())
    assert [(one["form"], one["tool"]) for one in found["tools"]] == [
        *((form, tool) for form in RENDERERS for tool in ("bodycopy", "line-filter")),
        ("html", "bodycopy"),
    ]
    for one in found["tools"]:
        assert one["installed"]
        assert (one["pages"], one["failed"], one["died"]) == (2, 0, None)
        assert one["f1"] > 0.9, one
        assert one["documents_a_core_second"] > 0
        assert set(one["by_language"]) == {"English", "the rest"}
    pages = [json.loads(line) for line in (saved / "pages.jsonl").read_text().splitlines()]
    assert [(one["form"], one["id"], one["lang"]) for one in pages] == [
        (form, *page) for form in (*RENDERERS, "html") for page in (("a", "en"), ("b", "de"))
    ]
    assert "own-news as text by bs4" in (saved / "tables.txt").read_text()
    page = report.read_text()
    assert "<svg" in page
    assert "<script" not in page


def test_scores_are_those_of_the_outputs(tmp_path: Path) -> None:
    """The line filter keeps the first line alone: 5 words, 2 shingles; the gold has 11 words, 8 shingles."""
    gold = "One two three four five.\n\nSix seven eight nine ten eleven"
    html = "<p>One two three four five.</p><p>Six seven eight nine ten eleven</p><p>Share it now.</p>"
    data = corpus(tmp_path, "own", [{"id": "1", "lang": "en", "text": gold, "html": html}])
    found = findings(data, "--tools", "line-filter")["tools"]
    assert [one["form"] for one in found] == list(RENDERERS)
    for one in found:
        assert one["precision"] == 1.0
        assert one["recall"] == pytest.approx(2 / 8)
        assert one["f1"] == pytest.approx(2 * 0.25 / 1.25)
        assert one["word_f1"] == pytest.approx(2 * 5 / (5 + 11))


def test_a_peer_that_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "find_spec", lambda name: None)
    data, page = corpus(tmp_path / "data", "own", [row("a")]), tmp_path / "page.html"
    options = ("--tools", "justext,LINE-FILTER", "--save", tmp_path, "--html-report", page)
    found = [one for one in findings(data, *options)["tools"] if one["tool"] == "jusText"]
    assert found == [
        {"corpus": "own", "form": form, "tool": "jusText", "installed": False}
        for form in (*RENDERERS, "html")
    ]
    assert (tmp_path / "tables.txt").read_text().count("not installed") == len(RENDERERS) + 1
    assert "not installed" in page.read_text()


def test_a_renderer_that_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "find_spec", lambda name: name == "bs4")
    found = findings(corpus(tmp_path, "own", [row("a")]), "--tools", "line-filter")
    assert [one["form"] for one in found["tools"]] == ["bs4"]
    assert "inscriptis: the renderer is not installed" in found["notes"]


def test_a_page_without_text_is_left_out_of_its_rendering(tmp_path: Path) -> None:
    data = corpus(tmp_path, "own", [row("a"), row("b", html="<script>x()</script>")])
    found = findings(data, "--tools", "line-filter")
    assert {one["pages"] for one in found["tools"]} == {1}
    for form in RENDERERS:
        assert any(note.startswith(f"own: {form} made no text of 1 page (") for note in found["notes"])


def test_fewer_documents_are_the_same_in_any_order(tmp_path: Path) -> None:
    rows = [row(f"page {number}") for number in range(9)]
    one, two = corpus(tmp_path / "one", "own", rows), corpus(tmp_path / "two", "own", rows[::-1])
    four, same, two_of_them, all_of_them = (
        {page.name for found in survey(data, number, LIMIT) for page in pages(found, LIMIT)}
        for data, number in ((one, 4), (two, 4), (one, 2), (two, None))
    )
    assert four == same
    assert (len(two_of_them), len(four), len(all_of_them)) == (2, 4, 9)
    assert two_of_them < four


def test_a_page_cannot_speak_html_in_the_report(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    broken = json.dumps({"id": evil, "text": GOLD, "html": [evil]}).encode()
    data = corpus(tmp_path / "data", "a<b>c", [row("a"), broken])
    page = tmp_path / "page.html"
    result = run("bench", "--data", data, "--tools", "line-filter", "--html-report", page)
    assert result.exit_code == 0, result.output
    written = page.read_text()
    assert "<script" not in written
    assert "<b>" not in written
    assert "a&lt;b&gt;c" in written


def test_rows_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    rows = [row("a"), b"{", {"id": "b", "text": GOLD}, b"[]", row("c", text=7)]
    data = corpus(tmp_path, "own", rows)
    result = run("bench", "--data", data, "--tools", "line-filter", "--json")
    assert result.exit_code == 0
    file = data / "own.jsonl.gz"
    said = result.stderr.splitlines()
    assert len(said) == 4
    for line, number, why in zip(said, (2, 3, 4, 5), ("JSON", "'html'", "object", "text"), strict=True):
        assert line.startswith(f"bodycopy: {file}:{number}: ")
        assert why in line
    found = json.loads(result.stdout)
    assert len(found["refused"]) == 4
    assert "own: 4 rows could not be read" in found["notes"]
    assert {one["pages"] for one in found["tools"]} == {1}


def test_data_that_cannot_be_measured_on(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    refused(run("bench", "--data", empty), "holds no corpus", "*.jsonl.gz")
    without = corpus(tmp_path / "without", "own", [{"id": "1", "html": HTML_ARTICLE}, {"text": GOLD}])
    refused(run("bench", "--data", without), "no row", "gold", "own.jsonl.gz:2")
    torn = corpus(tmp_path / "torn", "own", [row(str(number)) for number in range(3)]) / "own.jsonl.gz"
    torn.write_bytes(torn.read_bytes()[:-9])
    refused(run("bench", "--data", torn.parent), f"{torn}:", "can't be unpacked as gzip")
    torn.write_bytes(b"no gzip")
    refused(run("bench", "--data", torn.parent), f"{torn}:1:", "can't be unpacked as gzip")


def test_options_that_do_not_fit(tmp_path: Path) -> None:
    data = corpus(tmp_path, "own", [row("a")])
    refused(run("bench", "--data", data, "--tools", "justext,grep"), "'grep'", "jusText", "line-filter")
    refused(run("bench", "--data", data, "--rounds", "2"), "--rounds", "--data")
    refused(run("bench", "--json"), "--json", "--data")
    refused(run("bench", "--data", data, "--residue", "--tools", "bodycopy"), "'bodycopy'", "trafilatura")
    refused(run("bench", "--data", data, "--html-report", tmp_path / "no" / "page.html"), "page.html")


def test_residue(tmp_path: Path) -> None:
    html = f"<html><body><h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in GOLD.split("\n\n"))
    rows = [row("a", html=html + "<p>Share on Facebook</p></body></html>")]
    data, page = corpus(tmp_path / "data", "own", rows), tmp_path / "page.html"
    options = ("--tools", "trafilatura", "--save", tmp_path, "--html-report", page)
    found = findings(data, "--residue", *options)
    (one,) = found["residue"]
    assert (one["corpus"], one["tool"], one["failed"]) == ("own", "trafilatura", 0)
    assert one["before"]["f1"] <= one["after"]["f1"] <= one["ideal"]["f1"]
    assert (one["better"], one["worse"]) == (int(one["after"]["f1"] > one["before"]["f1"] + 0.01), 0)
    assert found["tools"] == found["labels"] == []
    forms = [json.loads(line)["form"] for line in (tmp_path / "pages.jsonl").read_text().splitlines()]
    assert forms == ["before", "after", "ideal"]
    assert "own: F1 of what an extractor leaves" in (tmp_path / "tables.txt").read_text()
    assert "ideal choice" in page.read_text()


def test_labelled_lines(tmp_path: Path, cleaner: Cleaner) -> None:
    lines = ["Home | News | Sport | Weather", TITLE, *GOLD.split("\n\n"), "Share on Facebook"]
    good = {"id": "1", "text": "\n\n".join(lines), "lines": lines}
    good["labels"] = ["navigation", "title", *["body"] * 4, "social"]
    bad = [good | {"labels": ["body"]}, good | {"labels": ["junk"] * 7}, good | {"lines": ["x y z"] * 7}, [1]]
    file = tmp_path / "own-lines.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in (good, *bad)))
    (found,) = labelled(tmp_path, cleaner.clean, LIMIT)
    assert (found.name, found.documents) == ("own-lines", 1)
    assert found.confusion["body", "body"] == found.scores["body"].lines == 4
    assert (found.body_words, found.body_lost) == (len(GOLD.split()), 0)
    reasons = ("labels: 1", "'junk'", "does not stand", "JSON object")
    for number, (said, why) in enumerate(zip(found.refused, reasons, strict=True), 2):
        assert said.startswith(f"{file}:{number}: ")
        assert why in said


def test_metadata_are_compared(tmp_path: Path) -> None:
    head = (
        "<title>{title}</title><meta property=og:title content='{title}'>"
        "<meta name=author content='{author}'><meta property=article:published_time content='{date}'>"
    )
    pages = [
        ("Bridge opens", "Nora Quist and Paul Ibarra", "2024-06-26", ["Nora Quist", "Ibarra, Paul"]),
        ("A mill turns", "Zoe Lind", "2024-06-27", []),
    ]
    rows = [
        row(
            str(number),
            title="BRIDGE: OPENS" if authors else None,
            authors=authors,
            date="2024-06-26" if authors else None,
            html=f"<html><head>{head.format(title=title, author=author, date=date)}</head>"
            f"<body><article><h1>{title}</h1><p>{GOLD}</p></article></body></html>",
        )
        for number, (title, author, date, authors) in enumerate(pages)
    ]
    data, report = corpus(tmp_path / "data", "own", rows), tmp_path / "report.html"
    (found,) = findings(data, "--tools", "bodycopy", "--save", tmp_path, "--html-report", report)["metadata"]
    assert (found["pages"], found["failed"], found["died"]) == (2, 0, None)
    assert (found["title"]["recall"], found["title"]["near_share"]) == (1.0, 1.0)
    assert (found["date"]["recall"], found["date"]["precision"], found["date"]["invented_share"]) == (1, 1, 1)
    assert (found["people"]["wanted"], found["people"]["given"], found["people"]["right"]) == (2, 2, 1)
    assert "own as HTML: authors" in (tmp_path / "tables.txt").read_text()
    assert "Metadata of HTML" in report.read_text()


def test_organisations_count_as_names_and_not_as_people() -> None:
    gold = [
        Gold(None, ("Nora Quist", "Reuters", "The Orne Ledger"), None, "https://www.orneledger.example/a")
    ]
    given = [Given(None, ["Dr. Nora Quist", "Orne Ledger"], ["Reuters"], None)]
    found = compared(gold, given)
    assert (found["names"].wanted, found["names"].given, found["names"].right) == (3, 3, 2)
    assert (found["people"].wanted, found["people"].given, found["people"].right) == (1, 1, 1)
