"""`bodycopy test` in a user's own repository."""

import json
import os
import pty
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bodycopy.testing import collect
from tests.cli.helpers import COMMAND, process, refused, run
from tests.testing.repository import APPEAL, BLOCKS, CLEAN, PACK, STORY, add_case, add_rules

RED = f"""\
FAILED appeals/in-mid-article  fixtures/appeals/in-mid-article
  blocks
    {APPEAL}
      expected sponsor, got body (no rule spoke for body)
  text (- expected, + got)
    + {APPEAL}
1 case: 0 passed, 1 failed
"""


def test_a_case_goes_red_then_green(here: Path) -> None:
    add_case(here, input_txt=STORY, expected_json={"blocks": BLOCKS}, expected_txt=CLEAN)
    red = run("test")
    assert (red.exit_code, red.stdout, red.stderr) == (1, RED, "")
    add_rules(here)
    green = run("test")
    assert (green.exit_code, green.stdout, green.stderr) == (0, "5 cases: 5 passed\n", "")


def test_the_decider_is_the_one_that_is_set(here: Path) -> None:
    teasers = "Ferry sails again\nCouncil in debt\nOld mill for sale\n\n"
    add_case(here, input_txt=teasers + CLEAN, expected_txt=CLEAN)
    assert [run("test", BODYCOPY_DECIDER=name).exit_code for name in ("learned", "rules")] == [0, 1]
    refused(run("test", BODYCOPY_DECIDER="guess"), "BODYCOPY_DECIDER")


def test_a_rule_is_tested_by_its_own_examples(here: Path) -> None:
    pack = PACK.replace("We will tide over the winter.", "Tide over the Skarrow Post, she said.")
    add_rules(here, pack.replace("Tide over the Skarrow Post!", "Help us."))
    result = run("test")
    assert result.exit_code == 1
    assert result.stdout == (
        "FAILED own/appeal[match 2]  rules/own.yaml:3\n"
        "  should match and does not: Help us.\n"
        "FAILED own/appeal[pass 2]  rules/own.yaml:3\n"
        "  should pass and matches: Tide over the Skarrow Post, she said.\n"
        "4 cases: 2 passed, 2 failed\n"
    )


def test_what_differs_is_shown_near_the_place(here: Path) -> None:
    wrong = CLEAN.replace("he will decide", "it will decide").replace("then it will decide", "then it slept")
    add_case(
        here,
        input_txt=f"By Ilse Brandvik\n\n{CLEAN}",
        expected_txt=wrong,
        expected_json={"metadata": {"authors": ["Ilse Brandwik"], "title": None}},
    )
    lines = run("test").stdout.splitlines()
    assert '    - ["Ilse Brandwik"]' in lines
    assert '    + ["Ilse Brandvik"]' in lines
    assert any(line.startswith("    - ") and line.endswith("then it slept.") for line in lines)
    assert any(line.startswith("    + ") and line.endswith("then it will decide.") for line in lines)
    assert not any("title" in line for line in lines)


def test_k_chooses_as_pytest_does(here: Path) -> None:
    add_rules(here)
    add_case(here)
    add_case(here, "plain/two", input_txt=STORY, expected_txt=CLEAN)
    for expression, found in (
        ("appeals", 1),
        ("fixtures and not appeals", 1),
        ("match or (plain and two)", 3),
        ("own/appeal", 4),
    ):
        result = run("test", "-k", expression)
        assert result.stdout == f"{found} case{'s' * (found > 1)}: {found} passed\n", expression
    refused(run("test", "-k", "appeals and"), "-k: ", "appeals and")
    refused(run("test", "-k", "nowhere"), "-k: 'nowhere' names none of 6 cases")


def test_junit(here: Path) -> None:
    add_rules(here)
    add_case(here, input_txt=STORY, expected_json={"blocks": [["body", text] for _, text in BLOCKS]})
    add_case(here, "broken", input_txt="", expected_txt="x")
    assert run("test", "--junit", "reports/junit.xml").exit_code == 2
    [suite] = ElementTree.parse(here / "reports" / "junit.xml").getroot()
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("bodycopy", "6", "2")
    failed = {case.get("name"): case.find("failure") for case in suite if case.find("failure") is not None}
    assert set(failed) == {"in-mid-article", "broken"}
    text = failed["in-mid-article"].text  # type: ignore[union-attr]
    assert text is not None
    assert "expected body, got sponsor (own/appeal)" in text
    assert "\x1b" not in text


def test_json(here: Path) -> None:
    add_rules(here)
    add_case(here, input_txt=STORY, expected_json={"blocks": [["body", text] for _, text in BLOCKS]})
    result = run("test", "--json")
    assert result.exit_code == 1
    body = json.loads(result.stdout)
    assert body["counts"] == {"passed": 4, "failed": 1, "gap": 0, "closed": 0, "error": 0}
    assert body["outcomes"][-1] == {
        "id": "appeals/in-mid-article",
        "where": "fixtures/appeals/in-mid-article",
        "status": "failed",
        "differences": [
            {"kind": "block", "text": APPEAL, "expected": "body", "got": "sponsor", "rules": ["own/appeal"]}
        ],
    }


def test_a_gap_fails_as_it_says_until_it_is_closed(here: Path) -> None:
    add_case(here, input_txt=STORY, expected_json={"gap": "no rule yet", "blocks": BLOCKS})
    result = run("test")
    assert (result.exit_code, result.stdout) == (0, "1 case: 0 passed, 1 known gaps\n")
    add_rules(here)
    result = run("test", "-k", "fixtures")
    assert result.exit_code == 1
    assert "PASSES NOW appeals/in-mid-article" in result.stdout
    assert "remove the line: no rule yet" in result.stdout


def test_the_shipped_rules_are_tested_where_asked(here: Path) -> None:
    refused(run("test"), "nothing to test", "./rules", "./fixtures")
    result = run("test", "--shipped", "-k", "en/agency-dateline")
    assert result.exit_code == 0
    assert int(result.stdout.split()[0]) >= 4


def test_folders_that_are_not_there(here: Path) -> None:
    refused(run("test", "--rules", "nowhere"), "nowhere: is not a folder")
    refused(run("test", "--fixtures", "nowhere"), "nowhere: is not a folder")
    add_case(here)
    refused(run("test", "--mutate", "-k", "x"), "--mutate does not go with -k")


def test_a_broken_pack_is_refused_with_its_place(here: Path) -> None:
    add_rules(here, PACK.replace("label: sponsor", "label: advert"))
    refused(run("test"), "rules/own.yaml:4: rules.0.label: 'advert'")


def test_surroundings_do_not_matter(here: Path) -> None:
    """What stands around a user's repository for pytest is pytest's alone."""
    add_rules(here)
    (here / "conftest.py").write_text("raise RuntimeError('loaded')")
    (here / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (here / "rules" / "test_trap.py").write_text("raise RuntimeError('collected')")
    done = process("test", PYTEST_ADDOPTS="--no-such-option", PYTEST_PLUGINS="no_such_plugin")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"4 cases: 4 passed\n", b"")


@pytest.mark.parametrize("name", ["two [words]", "a::b", ".hidden", "-k", "build"])
def test_any_name_of_a_folder(here: Path, name: str) -> None:
    add_rules(here)
    add_case(here, f"{name}/case")
    (here / "fixtures" / name).rename(here / name)
    result = run("test", f"--fixtures={name}")
    assert (result.exit_code, result.stdout) == (0, "5 cases: 5 passed\n")


def test_colour_and_progress_on_a_terminal_only(here: Path) -> None:
    add_case(here)
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    done = subprocess.Popen([*COMMAND, "test"], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    said = b""
    try:
        while chunk := os.read(ours, 1 << 16):
            said += chunk
    except OSError:  # the other side is closed
        pass
    assert done.wait(60) == 1
    assert b"\x1b[1;31mFAILED\x1b[0m" in said
    assert b"1/1" in said


def test_a_bug_is_not_taken_for_a_pass(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_case(here)

    def fail(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(collect, "run_case", fail)
    assert isinstance(run("test").exception, ZeroDivisionError)


def test_rules_of_several_folders_and_of_the_environment(here: Path) -> None:
    add_rules(here).rename(here / "one")
    add_rules(here, PACK.replace("own/appeal", "own/other")).rename(here / "two")
    assert run("test", "--rules", "one", "--rules", "two").stdout == "8 cases: 8 passed\n"
    add_case(here)
    assert run("test", BODYCOPY_RULES="one:two").stdout == "9 cases: 9 passed\n"
    refused(run("test", "--rules", "one", "--rules", "one"), "'own/appeal' is taken by one/own.yaml:3")
