"""`bodycopy bench` without corpora, with the smallest counts. How fast anything is, no test says."""

import re
from pathlib import Path

import pytest

from bodycopy.bench import endurance, service, speed, table, tools
from bodycopy.bench.documents import articles, pages
from tests.cli.helpers import process, refused, run

FIXTURES = Path(__file__).parents[2] / "fixtures"
FEW = ("--documents", "1", "--rounds", "1", "--requests", "1")


@pytest.fixture
def no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "measure", lambda *_: service.Service(1.5, None))


def test_it_measures_cleaning_start_and_memory() -> None:
    result = run("bench", *FEW)
    assert result.exit_code == 0, result.output
    for words in ("bodycopy", "jusText", "articles", "pages", "start to ready", "a worker's memory after 1 "):
        assert words in result.stdout


def test_articles_have_six_kilobytes_and_pages_more() -> None:
    found = articles(FIXTURES)
    assert len(set(found)) == len(found) >= 20
    assert all(5_500 <= len(text.encode()) <= 7_500 for text in found)
    assert all(len(page) > len(text) for page, text in zip(pages(FIXTURES), found, strict=True))


@pytest.mark.usefixtures("no_service")
def test_a_peer_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "find_spec", lambda _: None)
    result = run("bench", *FEW)
    assert result.exit_code == 0
    assert result.stdout.count("not installed") == 2


def test_a_folder_without_cases(tmp_path: Path) -> None:
    refused(run("bench", *FEW, "--fixtures", tmp_path), str(tmp_path), "--fixtures")


def test_columns_stand_under_their_headings() -> None:
    lines = table.speeds([("bodycopy", "articles", 3, 6.04, speed.Speed(1.234, 810.4))]).splitlines()
    assert lines[1].split() == ["bodycopy", "articles", "3", "6.0", "1.23", "810"]
    assert lines[0].index("documents") == lines[1].index("articles")


def test_endurance_shows_memory_along_the_way() -> None:
    """In a process of its own: what this one holds is not its own."""
    result = process("bench", "--endurance", "40", BODYCOPY_DECIDER="rules")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.decode().splitlines()
    rows = [re.findall(r"[\d.]+", line) for line in lines if "█" in line]
    assert [row[0] for row in rows] == [str(done) for done in range(2, 41, 2)]
    assert all(float(row[1]) > 10 for row in rows)
    assert lines[-1].startswith("resident memory from 4 documents to 40: ")
    assert lines[-1].endswith(" MB")


def test_endurance_over_fewer_documents_than_points() -> None:
    found = endurance.endure(lambda *_: None, [(b"", "text/plain")], 3, lambda *_: None)
    assert [point.documents for point in found] == [1, 2, 3]


def test_endurance_takes_html_and_text_in_turn() -> None:
    kinds = [kind for _, kind in endurance.fixture_inputs(FIXTURES)]
    assert kinds[:4] == ["text/html", "text/plain", "text/html", "text/plain"]


@pytest.mark.parametrize("option", [("--rounds", "2"), ("--json",), ("--documents", "5")])
def test_endurance_measures_nothing_else(option: tuple[str, ...]) -> None:
    refused(run("bench", "--endurance", "3", *option), option[0], "--endurance")


def test_endurance_needs_cases(tmp_path: Path) -> None:
    refused(run("bench", "--endurance", "3", "--fixtures", tmp_path), str(tmp_path), "input.html")
