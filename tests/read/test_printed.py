"""Printed pages as text: running heads and feet, and what runs on over a page break."""

import textwrap

import pytest
from tests.read.test_plain import PARAGRAPHS

from bodycopy import Cleaner
from bodycopy.read.plain import read_plain
from bodycopy.read.printed import page_breaks

HEAD = "11/23/26, 6:54 PM          The pier and its piles | Quay Gazette"
LINES = textwrap.wrap(" ".join(PARAGRAPHS), 60, break_on_hyphens=False)


def printed(*pages: list[str]) -> str:
    return "\f".join(
        "\n".join([HEAD, "", *page, "", f"https://gazette.example/pier   {number}/{len(pages)}", ""])
        for number, page in enumerate(pages, 1)
    )


def read(source: str) -> tuple[list[str], list[str]]:
    document = read_plain(source, page_breaks(source))
    return [block.text for block in document.blocks], [block.text for block in document.furniture]


def test_a_sentence_goes_on_over_the_page_break() -> None:
    blocks, furniture = read(printed(["Home", "", *LINES[:4]], LINES[4:]))
    assert blocks == ["Home", " ".join(PARAGRAPHS)]
    head = " ".join(HEAD.split())
    assert furniture == [head, "https://gazette.example/pier 1/2", head, "https://gazette.example/pier 2/2"]


def test_a_headline_in_large_type_is_one_line_where_the_head_has_it_so() -> None:
    blocks, _ = read(printed(["The pier", "and its piles", "By Jane Roe", "", *LINES[:4]], LINES[4:]))
    assert blocks[:2] == ["The pier and its piles", "By Jane Roe"]


def test_offsets_say_where_each_line_stands() -> None:
    source = printed(["Home", "", *LINES[:4]], LINES[4:])
    document = read_plain(source, page_breaks(source))
    for block in document.furniture:
        assert block.start is not None
        assert " ".join(source[block.start : block.end].split()) == block.text
    first, second = document.blocks
    assert first.end is not None
    assert second.start is not None
    assert source[first.start : first.end] == "Home"
    assert source[second.start : second.end].startswith(LINES[0])


@pytest.mark.parametrize(
    "source",
    [
        "\f".join([*PARAGRAPHS]),  # pages without heads
        printed(LINES),  # one page
        "\n".join([HEAD, *PARAGRAPHS, HEAD]),  # no pages
        "\f" * 50,
        "",
    ],
)
def test_nothing_is_a_head_that_does_not_stand_on_several_pages(source: str) -> None:
    assert page_breaks(source) == []
    assert not read_plain(source, page_breaks(source)).furniture


def test_the_lines_that_go_are_told(cleaner: Cleaner) -> None:
    source = printed(["Home", "", *LINES[:4]], LINES[4:])
    result = cleaner.clean(source)
    assert result.text == " ".join(PARAGRAPHS)
    gone = [one for one in result.removed if "Gazette" in one.text or "gazette" in one.text]
    assert [one.label for one in gone] == ["navigation"] * 4
    assert [source[one.start : one.end].split() for one in gone] == [one.text.split() for one in gone]
    kept = cleaner.adjusted(disable=["navigation"]).clean(source)
    assert {one.label for one in kept.removed if "gazette" in one.text} == {"other"}
