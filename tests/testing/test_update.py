"""`bodycopy test --update`: rewrites what fails, nothing else."""

import json
from pathlib import Path

from bodycopy.testing.update import UNREAD
from tests.cli.helpers import run
from tests.testing.repository import APPEAL, BLOCKS, CLEAN, PARAGRAPHS, STORY, add_case, add_rules

OLD = {
    "blocks": [["body", text] for _, text in BLOCKS],
    "options": {"url": "https://post.example/ferry"},
    "metadata": {"url": "https://post.example/old", "title": None},
    "why": "The appeal goes.",
}


def files(here: Path) -> dict[str, tuple[bytes, int]]:
    found = (path for path in here.rglob("*") if path.is_file() and path.name.startswith("expected."))
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def test_a_failing_case_is_rewritten_and_what_changed_is_shown(here: Path) -> None:
    add_rules(here)
    folder = add_case(here, input_txt=STORY, expected_json=OLD, expected_txt=STORY)
    result = run("test", "--update")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "UPDATED appeals/in-mid-article"
    assert f"    - {APPEAL}" in lines
    assert f'    + ["sponsor", "{APPEAL}"],' in lines
    assert lines[-1] == "5 cases: 4 passed, 1 updated"
    new = json.loads((folder / "expected.json").read_text("utf-8"))
    assert list(new) == list(OLD)
    assert new["blocks"] == BLOCKS
    assert new["metadata"] == {"url": "https://post.example/ferry", "title": None}
    assert (new["why"], new["options"]) == (OLD["why"], OLD["options"])
    assert (folder / "expected.txt").read_text("utf-8") == CLEAN
    assert run("test").stdout == "5 cases: 5 passed\n"


def test_a_case_that_passes_or_cannot_be_used_is_not_touched(here: Path) -> None:
    add_case(here, "passes", input_txt=STORY, expected_txt=STORY, expected_json={"why": "Oddly  spaced."})
    add_case(here, "gap", input_txt=STORY, expected_txt=CLEAN, expected_json={"gap": "no rule yet"})
    add_case(here, "broken", input_txt=STORY, expected_json={"blocks": [["advert", "x"]]})
    before = files(here)
    result = run("test", "--update")
    assert result.exit_code == 2
    assert "broken/expected.json:1" in result.stderr
    assert files(here) == before


def test_nothing_is_rewritten_unasked(here: Path) -> None:
    add_case(here)
    before = files(here)
    run("test")
    run("test", "--json")
    assert files(here) == before


def test_only_the_chosen_cases_are_rewritten(here: Path) -> None:
    add_case(here, "one", input_txt=STORY, expected_txt=CLEAN)
    add_case(here, "two", input_txt=STORY, expected_txt=CLEAN)
    assert json.loads(run("test", "--update", "-k", "two", "--json").stdout)["updated"] == ["two"]
    assert (here / "fixtures" / "one" / "expected.txt").read_text("utf-8") == CLEAN
    assert (here / "fixtures" / "two" / "expected.txt").read_text("utf-8") == STORY


def test_a_case_without_expectations_gets_them(here: Path) -> None:
    add_rules(here)
    folder = add_case(here, input_txt=f"Night Ferry Returns\n\nBy Ilse Brandvik\n\n{STORY}")
    assert run("test").exit_code == 2
    result = run("test", "--update")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "5 cases: 4 passed, 1 updated")
    new = json.loads((folder / "expected.json").read_text("utf-8"))
    assert new["why"] == UNREAD
    assert new["metadata"] == {
        "title": "Night Ferry Returns",
        "authors": ["Ilse Brandvik"],
        "language": "en",
    }
    assert new["blocks"][2:] == BLOCKS
    assert (folder / "expected.txt").read_text("utf-8") == CLEAN
    assert run("test").exit_code == 0


def test_a_closed_gap_is_taken_out(here: Path) -> None:
    add_rules(here)
    folder = add_case(here, input_txt=STORY, expected_json={"gap": "no rule yet", "blocks": BLOCKS})
    assert run("test", "--update").exit_code == 0
    assert json.loads((folder / "expected.json").read_text("utf-8")) == {"blocks": BLOCKS}
    assert run("test").exit_code == 0


def test_labels_that_are_not_compared_stay(here: Path) -> None:
    old = [["heading", PARAGRAPHS[0]], ["related", APPEAL], ["heading", PARAGRAPHS[1]]]
    folder = add_case(
        here,
        input_txt="\n\n".join((PARAGRAPHS[0], APPEAL, PARAGRAPHS[1])),
        expected_json={"blocks_kept_only": True, "blocks": old},
    )
    run("test", "--update")
    new = json.loads((folder / "expected.json").read_text("utf-8"))["blocks"]
    assert new == [old[0], ["body", APPEAL], old[2]]


def test_an_example_is_never_rewritten(here: Path) -> None:
    folder = add_rules(here)
    pack = folder / "own.yaml"
    pack.write_text(pack.read_text("utf-8").replace("We will", "Tide over the Skarrow Post, and we will"))
    before = pack.read_bytes()
    assert run("test", "--update").exit_code == 1
    assert pack.read_bytes() == before
