"""The shipped rules and weights hold the scores that floor.json records."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bodycopy import Cleaner
from bodycopy.decide.names import DECIDERS, DeciderName
from tests.quality import __main__ as command
from tests.quality import floor as floors
from tests.quality.floor import Floor, Measured, fallen, measure, read_floors, settle
from tests.quality.samples import CORPORA, OWN, RENDERED, SAMPLED, Sample, corpus, own_pages


@pytest.mark.parametrize("decider", DECIDERS)
@pytest.mark.parametrize("name", OWN)
def test_our_own_texts_score_what_they_scored(name: str, decider: DeciderName) -> None:
    found = measure(Cleaner(decider=decider), OWN[name]())
    assert (problem := fallen(name, found, read_floors()[f"{name}, {decider}"])) is None, problem


@pytest.mark.slow
@pytest.mark.parametrize(("name", "form"), RENDERED)
def test_corpora_score_what_they_scored(name: str, form: str, cleaner: Cleaner) -> None:
    if not (CORPORA / f"{name}.jsonl.gz").is_file():
        pytest.skip(f"{CORPORA} does not hold {name}; CORPORA=DIR in the environment names another folder")
    pytest.importorskip(form)
    found = measure(cleaner, corpus(name, form))
    assert len(found.documents) > SAMPLED[name] - 5
    assert (problem := fallen(name, found, read_floors()[f"{name}, {form}"])) is None, problem


def test_every_set_has_a_floor_and_no_other() -> None:
    sets = {f"{name}, {decider}" for name in OWN for decider in DECIDERS}
    assert set(read_floors()) == sets | {f"{name}, {form}" for name, form in RENDERED}


def test_there_are_enough_pages_and_each_is_a_page() -> None:
    pages = list(own_pages())
    assert len(pages) >= 12
    assert len({page.name.split("-")[0] for page in pages}) >= 8, "as many languages"
    for page in pages:
        lines = page.text.count("\n")
        article = page.gold.count("\n\n") + 1
        assert lines > 2 * article > 6, page.name


@pytest.mark.parametrize(
    ("name", "worse"),
    [
        ("fixtures", {"disable": ["navigation", "social", "newsletter", "related", "legal"]}),
        ("pages", {"decider": "rules"}),
    ],
)
def test_what_is_worse_falls_under_the_floor(name: str, worse: dict[str, Any]) -> None:
    """The gate can fail: without many rules, and with other weights than the floor's."""
    floor = read_floors()[f"{name}, learned"]
    problem = fallen(name, measure(Cleaner(**worse), OWN[name]()), floor)
    assert problem
    assert f"the floor is {floor.f1:.4f}" in problem
    assert problem.count("\n") == floors.NAMED


def test_what_has_fallen_is_told_with_the_worst_documents() -> None:
    floor = Floor(0.9, 0.95, "2026-01-01", "abc", {"a": 0.9, "b": 0.9})
    assert fallen("set", Measured(0.8951, 0.9451, {}), floor) is None
    problem = fallen("set", Measured(0.8949, 0.96, {"a": 0.95, "b": 0.5, "c": 0.9}), floor)
    assert problem is not None
    first, *rest = problem.splitlines()
    assert first.startswith("set: F1 is 0.8949, and the floor is 0.9000 (2026-01-01, tolerance 0.005).")
    assert rest == ["  b: F1 0.5000, was 0.9000", "  c: F1 0.9000", "  a: F1 0.9500, was 0.9000"]
    assert "recall is 0.9000, and the floor is 0.9500" in str(fallen("set", Measured(0.9, 0.9, {}), floor))


def test_a_floor_rises_by_itself_and_falls_when_it_is_told_to() -> None:
    floor = Floor(0.9, 0.95, "2026-01-01", "abc")
    risen = settle("set", Measured(0.91, 0.94, {"a": 1.0}), floor, "def", lower=False, named=True)
    assert (risen.f1, risen.recall, risen.ruleset, risen.documents) == (0.91, 0.95, "def", {"a": 1.0})
    assert settle("set", Measured(0.9, 0.94, {}), floor, "def", lower=False, named=True) == floor
    lowered = settle("set", Measured(0.8, 0.9, {"a": 1.0}), floor, "def", lower=True, named=False)
    assert (lowered.f1, lowered.recall, lowered.documents) == (0.8, 0.9, {})


def test_the_command_lowers_nothing_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "floor.json"
    monkeypatch.setattr(floors, "FILE", file)
    monkeypatch.setattr(command, "FILE", file)
    monkeypatch.setattr(command, "CORPORA", tmp_path / "none")
    lost = Sample("a", "Home\n\nNews", "The mill turned again.")
    monkeypatch.setattr(command, "OWN", {"one": lambda: iter([lost])})
    floors.write_floors({"one, learned": Floor(0.9, 0.9, "2026-01-01", "abc")})
    before = file.read_text()
    refused = CliRunner().invoke(command.main)
    assert refused.exit_code == 1
    assert "one, learned: F1 is 0.0000, and the floor is 0.9000" in refused.stderr
    assert "is not there, so its floors stay as they are" in refused.stderr
    assert read_floors()["one, learned"].f1 == 0.9, before
    assert CliRunner().invoke(command.main, ["--lower"]).exit_code == 0
    assert read_floors()["one, learned"].f1 == 0.0
