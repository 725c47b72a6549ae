"""Lines that a scraper glued together come apart where small letters or stops meet capitals."""

import pytest

from bodycopy import Cleaner
from bodycopy.read.plain import read_plain, source_offsets

MENU = ["Home", "News", "Sport", "Harbour", "Weather", "Ferries", "Tides", "Goats", "Letters", "Obituaries"]
PARAGRAPHS = [
    "The ferry to Little Orne sailed again on Friday, nine winters after a storm took the only pier away.",
    "Eleven passengers and a goat were aboard, and the harbour master rang a bell that nobody knew.",
    "“We waited nine winters for this boat,” he said, “and for the post that it brings us, of course.”",
    "The new pier stands on piles of steel. It cost the island two years of its taxes, and some friends.",
    "In the evening there was a dance at the school, where the captain of the ferry, who is from McCready’s "
    "farm, lost a shoe. It was found on YouTube on Saturday, and on his foot on Sunday.",
]
FOOT = ["Contact", "Imprint", "Subscribe", "Archive"]


def texts(source: str) -> list[str]:
    return [block.text for block in read_plain(source).blocks]


@pytest.mark.parametrize("before", ["", "The Orne Post\n\n"])
def test_menus_and_paragraphs_come_apart(before: str) -> None:
    lines = [*MENU, "A ferry sails again to Little Orne", *PARAGRAPHS, *FOOT]
    source = before + "".join(lines)
    assert texts(source) == [*before.split("\n\n")[:-1], *lines]
    document = read_plain(source)
    for block in document.blocks:
        assert document.source[block.start : block.end] == block.text
        assert source_offsets(source, block)


def test_the_article_is_found_in_it() -> None:
    source = "".join([*MENU, "A ferry sails again to Little Orne", *PARAGRAPHS, *FOOT])
    assert Cleaner().clean(source).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "source",
    [
        # one name, however often
        " ".join(f"{paragraph} RopeWorks made its ropes." for paragraph in PARAGRAPHS * 4),
        # names that are known, in the one long line of an article
        " ".join(
            f"{paragraph} {name} said so." for name in ("LinkedIn", "TikTok") for paragraph in PARAGRAPHS * 3
        ),
        # abbreviations
        " ".join([*PARAGRAPHS, "The e.V. and the U.S.A. met at 9 p.m. (z.B. in May)."] * 3),
    ],
)
def test_a_paragraph_with_names_stays_one(source: str) -> None:
    text = "\n".join(["A ferry sails again", source, "The end of it came late."])
    assert texts(text) == text.split("\n")


def test_a_small_part_of_a_text_that_is_glued_stays() -> None:
    links = "".join(MENU * 12)
    lines = [*(f"{paragraph} It rained." for paragraph in PARAGRAPHS * 6), links]
    assert texts("\n".join(lines)) == lines


def test_dates_and_brackets_meet_capitals_too() -> None:
    lines = [
        *MENU,
        "A ferry sails again to Little Orne",
        "Updated June 3, 2024",
        "By Jette Brandt",
        *PARAGRAPHS,
    ]
    lines += ["The crew (all nine of them)", "The goat", *FOOT]
    assert texts("".join(lines)) == lines
