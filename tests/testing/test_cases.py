"""What a case may be, and what of it is compared."""

from pathlib import Path

import pytest

from tests.cli.helpers import run
from tests.testing.repository import APPEAL, BLOCKS, PARAGRAPHS, STORY, add_case

AS_BODY = [["body", text] for _, text in BLOCKS]


def outcome(here: Path) -> tuple[int, str]:
    result = run("test")
    return result.exit_code, result.stdout


def test_any_depth_and_the_folder_itself(here: Path) -> None:
    for name in (".", "a", "a/b/c/d/e"):
        add_case(here, name, input_txt=STORY, expected_txt=STORY)
    assert outcome(here) == (0, "3 cases: 3 passed\n")


@pytest.mark.parametrize(
    ("expected", "passes"),
    [
        ({"metadata": {"title": None}}, True),
        ({"metadata": {"title": "Night Ferry"}}, False),
        ({"metadata": {"language": "en", "authors": [], "word_count": 7}}, False),
        ({"blocks": AS_BODY}, True),
        ({"blocks": AS_BODY[1:]}, False),
        ({"blocks": AS_BODY[::-1]}, False),
        ({"blocks": [["heading", text] for _, text in AS_BODY], "blocks_kept_only": True}, True),
        ({"blocks": BLOCKS, "blocks_kept_only": True}, False),
    ],
)
def test_expectations_are_compared(here: Path, expected: object, passes: bool) -> None:
    add_case(here, input_txt=STORY, expected_json=expected)
    assert outcome(here)[0] == (not passes)


def test_a_block_that_is_missing_and_one_that_nobody_expects(here: Path) -> None:
    joined = f"{PARAGRAPHS[1]} {PARAGRAPHS[2]}"
    story = STORY.replace(f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}", joined)
    add_case(here, input_txt=story, expected_json={"blocks": AS_BODY})
    lines = outcome(here)[1].splitlines()
    assert "      expected body, got no such block" in lines
    assert "      expected no such block, got body (no rule spoke for body)" in lines


def test_options(here: Path) -> None:
    ferry = f"SKARROW (Reuters) - {PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n"
    add_case(
        here,
        input_txt=ferry,
        expected_txt=ferry,
        expected_json={
            "options": {"keep": ["dateline"], "url": "https://post.example/ferry"},
            "metadata": {"url": "https://post.example/ferry"},
        },
    )
    add_case(
        here,
        "off",
        input_txt=ferry,
        expected_txt=ferry,
        expected_json={"options": {"disable": ["en/agency-dateline", "dateline"]}},
    )
    assert outcome(here) == (0, "2 cases: 2 passed\n")


def test_html_by_its_name(here: Path) -> None:
    page = f"<html><body><nav>Home</nav><article><p>{'</p><p>'.join(PARAGRAPHS)}</p></article></body></html>"
    add_case(here, input_html=page, expected_txt="\n\n".join(PARAGRAPHS))
    assert outcome(here) == (0, "1 case: 1 passed\n")


def test_line_ends_and_marks_of_editors_do_not_matter(here: Path) -> None:
    text = STORY.replace("\n", "\r\n").encode("utf-8-sig")
    add_case(here, input_txt=text, expected_txt=text)
    assert outcome(here) == (0, "1 case: 1 passed\n")
    assert APPEAL.encode() in text
