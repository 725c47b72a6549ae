"""Fixtures that can't be used: a clear located line each, exit code 2, and the other cases are run."""

import os
from pathlib import Path
from typing import Any

import pytest

from bodycopy.testing import fixtures
from tests.cli.helpers import run
from tests.testing.repository import BLOCKS, CLEAN, STORY, add_case

CASE = "fixtures/bad"


def problems(*arguments: str) -> list[str]:
    """What `bodycopy test` says on stderr where a case can't be used."""
    result = run("test", *arguments)
    assert result.exit_code == 2, result.output
    lines = result.stderr.splitlines()
    assert all(line.startswith("bodycopy: fixtures") for line in lines)
    assert "Traceback" not in result.output
    return [line.removeprefix("bodycopy: ") for line in lines]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("{", ": malformed JSON at line 1, column 2"),
        ('{\n "blocks": [\n  ["body" "x"]\n ]\n}', ": malformed JSON at line 3, column 11"),
        ("[" * 100_000, ": malformed JSON: it is nested too deeply"),
        ("[]", ":1: a JSON object is accepted"),
        ('{"why": "a", "why": "b"}', ": why: the key stands twice"),
        (b'{"why": "\xff"}', ": byte 9 of the JSON is not UTF-8"),
        ('{\n "block": []\n}', ":2: block: this key is not known; accepted are why, gap, options"),
        ('{\n "metadata": {\n  "author": "x"\n }\n}', ":3: metadata.author: this key is not known"),
        ('{\n "metadata": {\n  "authors": "x"\n }\n}', ":3: metadata.authors: should be a valid list"),
        ('{"metadata": {"dateline": "ORNE"}}', ":1: metadata.dateline: "),
        ('{\n "options": {\n\n "keep": ["advert"]}}', ":4: options.keep.0: 'advert' is not a label"),
        ('{"options": {"timeout": 3}}', ":1: options.timeout: this key is not known; accepted are url"),
        (
            '{"blocks": [\n ["body", "x"],\n ["captoin", "y"]]}',
            ":3: blocks.1.0: 'captoin' is not a label; did you mean 'caption'?",
        ),
        ('{"blocks": [\n ["body"]]}', ':2: blocks.0.1: a block is a pair, ["label", "text"]'),
        ('{"blocks": [\n "body"]}', ':2: blocks.0: a block is a pair, ["label", "text"]'),
        ('{"blocks": {}}', ":1: blocks: should be a valid list"),
        ('{"gap": ""}', ":1: gap: String should have at least 1 character"),
        (
            '{"blocks": [\n\n ["body", "No such line."]]}',
            ":3: blocks.0: input.txt has no line 'No such line.'",
        ),
        (
            '{"options": {"disable": ["en/no-such"]}, "metadata": {"title": null}}',
            ": options: disable: 'en/no",
        ),
        ('{"options": {"media_type": "a/b"}, "metadata": {"title": null}}', ": options: media type 'a/b'"),
    ],
)
def test_expectations(here: Path, written: str | bytes, says: str) -> None:
    add_case(here, "bad", input_txt=STORY, expected_json=written)
    [problem] = problems()
    assert problem.startswith(f"{CASE}/expected.json{says}")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"input_txt": STORY}, f"{CASE}: has neither expected.txt nor expected.json with blocks"),
        ({"input_txt": STORY, "expected_json": {"why": "?"}}, f"{CASE}: has neither expected.txt nor"),
        ({"expected_txt": CLEAN}, f"{CASE}: has no input; one file is accepted, input.txt or input.html"),
        ({"input_pdf": b"%PDF", "expected_txt": CLEAN}, f"{CASE}: has input.pdf; one file is accepted"),
        ({"input_txt": STORY, "input_html": STORY}, f"{CASE}: has input.html and input.txt; one file"),
        (
            {"input_txt": bytes(range(256)) * 9, "expected_txt": CLEAN},
            f"{CASE}/input.txt: the input is binary",
        ),
        ({"input_txt": b"\x00\x01" * 99, "expected_txt": CLEAN}, f"{CASE}/input.txt: the input is binary"),
        ({"input_txt": " \n", "expected_txt": CLEAN}, f"{CASE}/input.txt: the input is empty"),
        ({"input_txt": STORY, "expected_txt": b"caf\xe9"}, f"{CASE}/expected.txt: byte 3 is not UTF-8"),
    ],
)
def test_folders(here: Path, files: dict[str, Any], says: str) -> None:
    add_case(here, "bad", **files)
    [problem] = problems()
    assert problem.startswith(says)


@pytest.mark.parametrize("name", ["input.txt", "expected.txt", "expected.json"])
def test_huge_files_are_not_read(here: Path, name: str) -> None:
    folder = add_case(here, "bad", input_txt=STORY, expected_txt=CLEAN)
    with open(folder / name, "wb") as file:
        file.truncate(1 << 40)
    assert problems() == [f"{CASE}/{name}: has {1 << 40} bytes; at most {10 << 20} are accepted"]


@pytest.mark.parametrize("name", ["input.txt", "expected.json"])
def test_pipes_are_not_waited_for(here: Path, name: str) -> None:
    folder = add_case(here, "bad", input_txt=STORY, expected_txt=CLEAN)
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert problems() == [f"{CASE}/{name}: is not a regular file"]


def test_links_in_circles_end(here: Path) -> None:
    """Folders that each link to all the others: followed blindly, that would never end."""
    for name in "abcdefghijkl":
        add_case(here, name, input_txt=STORY, expected_txt=STORY)
    for one in "abcdefghijkl":
        for other in "abcdefghijkl":
            (here / "fixtures" / one / f"to-{other}").symlink_to(here / "fixtures" / other)
    found = problems()
    assert len(found) == 144
    assert found[0] == ("fixtures/a/to-a: a link to a folder that stands here already; each is read once")
    (here / "fixtures" / "a" / "self").symlink_to("self")
    assert len(problems()) == 144


def test_a_link_to_a_folder_elsewhere_is_followed(here: Path) -> None:
    add_case(here, "real", input_txt=STORY, expected_txt=STORY)
    (here / "fixtures" / "real").rename(here / "elsewhere")
    (here / "fixtures" / "linked").symlink_to(here / "elsewhere")
    assert run("test").stdout == "1 case: 1 passed\n"


def test_more_folders_than_anybody_writes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixtures, "MAX_FOLDERS", 3)
    for name in "abc":
        add_case(here, name, input_txt=STORY, expected_txt=STORY)
    assert "fixtures: more than 3 folders; name one that holds fixtures alone" in problems()


def test_every_problem_is_named_and_the_others_still_run(here: Path) -> None:
    add_case(here, "a", input_txt=STORY, expected_json='{\n"x": 1,\n"blocks": [["advert", "y"]]\n}')
    add_case(here, "b", input_txt=bytes(range(256)), expected_txt="")
    add_case(here, "c", input_txt=STORY, expected_txt=STORY)
    add_case(here, "d", input_txt=STORY, expected_txt=CLEAN)
    (here / "fixtures" / "picture.png").write_bytes(bytes(range(256)))  # nobody's case
    result = run("test")
    assert result.exit_code == 2
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "fixtures/a/expected.json:2",
        "fixtures/a/expected.json:3",
        "fixtures/b/input.txt",
    ]
    assert "FAILED d" in result.stdout
    assert result.stdout.endswith("4 cases: 1 passed, 1 failed, 2 can't be used\n")


def test_a_hundred_thousand_wrong_blocks_are_not_all_named(here: Path) -> None:
    add_case(here, "a", input_txt=STORY, expected_json={"blocks": [["advert", "y"]] * 100_000})
    add_case(here, "b", input_txt=STORY, expected_json={"blocks": [["body", "y" * 50]] * 100_000})
    found = problems()
    assert found[20] == "fixtures/a/expected.json: and 99980 more"
    assert len(found) == 26


def test_what_a_text_says_to_a_terminal_is_not_said(here: Path) -> None:
    evil = "\x1b]0;title\x07 [bold]Not markup[/bold]"
    add_case(here, input_txt=f"{evil}\n\n{STORY}", expected_txt=f"{evil}{CLEAN}")
    result = run("test")
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "[bold]Not markup[/bold]" in result.stdout


def test_blocks_may_be_the_only_expectation(here: Path) -> None:
    add_case(here, input_txt=STORY, expected_json={"blocks": [["body", text] for _, text in BLOCKS]})
    assert run("test").exit_code == 0
