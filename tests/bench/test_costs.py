"""The documents that cost most, in `bodycopy bench --data`."""

import json
from pathlib import Path

import pytest

from tests.bench.corpora import GOLD, corpus, row
from tests.cli.helpers import run
from tests.inputs import PARAGRAPHS, TITLE
from tests.rulesets import PROSE

pytest.importorskip("inscriptis", reason="the bench extra is not installed")
pytest.importorskip("html_text", reason="the bench extra is not installed")

#: Prose that is not in the gold text, and a paragraph that is and looks like none.
WRONG = "".join(f"<p>{line}</p>" for line in [*PARAGRAPHS, *PROSE])
LOST = "© 2025 The mill, the bridge and the old school were all that the flood had left."


def test_the_worst_are_told_with_their_lines(tmp_path: Path) -> None:
    evil = "<b>c</b>"
    rows = [
        row("good"),
        row(
            evil,
            html=f"<html><body><h1>{TITLE}</h1>{WRONG}<p>{LOST}</p></body></html>",
            text=f"{GOLD}\n\n{LOST}",
        ),
        row("lacking", text=GOLD + "\n\n" + " ".join(["word"] * 9)),
    ]
    data, page = corpus(tmp_path / "data", "own", rows), tmp_path / "page.html"
    options = ("--tools", "bodycopy,line-filter", "--save", tmp_path, "--html-report", page)
    result = run("bench", "--data", data, "--json", *options)
    assert result.exit_code == 0, (result.output, result.exception)
    first, second = json.loads(result.stdout)["costs"]
    assert (first["corpus"], first["name"]) == ("own", evil)
    assert first["left"] >= 50
    assert first["lost"] >= 5
    assert first["kept"]["text"] in PROSE
    assert first["kept"]["label"] == "body"
    assert "score +" in first["kept"]["reason"]
    assert (first["dropped"]["text"], first["dropped"]["label"]) == (LOST, "legal")
    assert first["dropped"]["reason"].startswith("a certain rule decides (")
    assert "en/copyright-line" in first["dropped"]["reason"]
    assert (second["name"], second["lost"], second["dropped"]) == ("lacking", 9, None)
    printed = (tmp_path / "tables.txt").read_text()
    assert "own as text: the documents that cost bodycopy most" in printed
    assert max(map(len, printed.splitlines())) <= 100
    written = page.read_text()
    assert "&lt;b&gt;c&lt;/b&gt;" in written
    assert evil not in written


def test_peers_alone_have_no_costs(tmp_path: Path) -> None:
    data = corpus(tmp_path, "own", [row("a")])
    result = run("bench", "--data", data, "--tools", "line-filter", "--json")
    assert json.loads(result.stdout)["costs"] == []
