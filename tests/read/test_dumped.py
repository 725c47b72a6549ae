"""What a text browser writes into the pages that it dumps."""

import pytest

from bodycopy.read.dumped import cut, dump_marks
from bodycopy.read.plain import read_plain

LINKS = [f"   [{number}]Section {number} of the paper" for number in range(1, 13)]
ADDRESSES = ["References", *(f"{number:4}. https://paper.example/{number}" for number in range(1, 13))]


def texts(*lines: str) -> list[str]:
    return [block.text for block in read_plain("\n\n".join(lines)).blocks]


def test_numbers_of_links_are_no_words_of_the_page() -> None:
    page = texts(*LINKS, "   Seals, the [13]harbour office said, are back; see note [2] and [4].", *ADDRESSES)
    assert page[:2] == ["Section 1 of the paper", "Section 2 of the paper"]
    assert page[12] == "Seals, the harbour office said, are back; see note [2] and [4]."
    assert page[13:15] == ["References", "1. https://paper.example/1"]


def test_buttons_fields_and_pictures_are_marks() -> None:
    page = texts(
        "____________________ (BUTTON) Search",
        "(BUTTON) Menu (BUTTON) Sign in",
        "[cat.jpg]",
        "[p?a=1&b=2]",
        "The cat",
    )
    assert page == ["Search", "Menu Sign in", "The cat"]


def test_offsets_of_a_block_hold_its_marks() -> None:
    source = "\n\n".join([*LINKS, *ADDRESSES])
    block = read_plain(source).blocks[1]
    assert source[block.start : block.end] == "[2]Section 2 of the paper"


@pytest.mark.parametrize(
    "source",
    [
        "\n".join(f"A claim of the survey.[{number}]" for number in range(1, 60)),  # footnotes
        "\n".join(f"[{number}] Roe, J. Mills of the valley. 2011." for number in range(1, 60)),  # references
        "\n".join(LINKS[:5]),  # too few
        "\n".join(LINKS),  # no addresses
        "The word (BUTTON) stood where the button had been.",
        "[sic] and ____ stay",
    ],
)
def test_what_is_no_dump_keeps_its_brackets(source: str) -> None:
    assert dump_marks(source) == []


def test_a_long_dump_needs_no_addresses() -> None:
    source = "\n".join(f"[{number}]Section" for number in range(1, 40))
    assert len(dump_marks(source)) == 39


def test_marks_may_hold_each_other() -> None:
    assert (
        cut("The [IMG] foot 1/2 head ferry sails", 0, 35, [(4, 24), (4, 10), (15, 18)]) == "The ferry sails"
    )
