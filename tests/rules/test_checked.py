"""Packs that were recorded as checked load without compiling their patterns; changed ones are checked."""

import pickle
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bodycopy import RuleError
from bodycopy.cli import rules as command
from bodycopy.rules import load as loading
from bodycopy.rules import patterns
from bodycopy.rules.checked import RECORD, fingerprint, is_checked, record
from bodycopy.rules.load import load, shipped_folder
from bodycopy.rules.patterns import CompiledPattern

GOOD = "language: en\nrules: []\n"
PACK = """\
language: en
rules:
  - id: en/house-line
    label: sponsor
    why: The line above every advertisement of ours.
    weight: 2.0
    when: {{regex: ['{pattern}'], max_words: 6}}
    examples:
      match: ["House advertisement", "HOUSE ADVERTISEMENT:"]
      pass: ["The house advertisement ran for a year.", "House"]
"""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the shipped one, with one pack, recorded."""
    folder = tmp_path / "shipped"
    (folder / "en").mkdir(parents=True)
    shutil.copy(shipped_folder() / "VERSION", folder)
    (folder / "en" / "own.yaml").write_text(PACK.format(pattern="^house advertisement:?$"))
    record(folder)
    monkeypatch.setattr(loading, "shipped_folder", lambda: folder)
    monkeypatch.setattr(command, "shipped_folder", lambda: folder)
    return folder


def test_the_shipped_packs_are_recorded() -> None:
    assert is_checked(shipped_folder()), "packs were changed: run `bodycopy rules check --record`"


def test_what_is_recorded_is_compiled_when_it_is_asked_for(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(patterns, "_compile", lambda *_: pytest.fail("compiled"))
        pattern = load().rules[0].patterns[0]
        assert isinstance(pattern, CompiledPattern)
        assert pickle.loads(pickle.dumps(pattern)) == pattern
    assert pattern.automaton.search("House advertisement")


@pytest.mark.parametrize("change", ["pack", "other", "terms", "record"])
def test_what_was_changed_is_checked(shipped: Path, change: str) -> None:
    assert is_checked(shipped)
    if change == "pack":
        (shipped / "en" / "own.yaml").write_text(PACK.format(pattern="^house (advertisement:?$"))
    elif change == "other":
        (shipped / "en" / "more.yaml").write_text(GOOD)
    elif change == "terms":
        (shipped / "terms.yaml").write_text("one: two\n")
    else:
        (shipped / RECORD).unlink()
    assert not is_checked(shipped)


def test_a_changed_pattern_that_does_not_compile(shipped: Path) -> None:
    (shipped / "en" / "own.yaml").write_text(PACK.format(pattern="^house (advertisement:?$"))
    with pytest.raises(RuleError, match=r"rules/en/own\.yaml:7: rules\.0\.when\.regex\.0: not a pattern"):
        load()


def test_packs_of_ones_own_are_checked_whatever_lies_beside_them(shipped: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "own.yaml").write_text(PACK.replace("en/", "own/").format(pattern="^house (advertisement:?$"))
    (own / RECORD).write_text(fingerprint(own))
    with pytest.raises(RuleError, match="not a pattern"):
        load(shipped, own)


def test_recording(shipped: Path) -> None:
    (shipped / "en" / "own.yaml").write_text(PACK.format(pattern="^house advertisements?:?$"))
    run = CliRunner()
    assert run.invoke(command.check, []).exit_code == 0
    assert not is_checked(shipped)
    assert run.invoke(command.check, ["--record"]).exit_code == 0
    assert is_checked(shipped)
    (shipped / RECORD).unlink()
    others = run.invoke(command.check, [str(shipped / "en"), "--record"])
    assert (others.exit_code, is_checked(shipped)) == (2, False)
    assert "it goes without DIR" in others.output
    (shipped / "en" / "own.yaml").write_text(PACK.format(pattern="^a house advertisement$"))
    broken = run.invoke(command.check, ["--record"])
    assert (broken.exit_code, is_checked(shipped)) == (1, False)
    assert "example-fails" in broken.output
