"""A table of contents goes; the headings that it names stay."""

from tests.decide.ferry import PROSE

from bodycopy import Cleaner

NAMES = ("The old pier of Orne", "Who sailed on the ferry", "What the new pier costs")


def kept(either: Cleaner, *lines: str) -> list[str]:
    return either.clean("\n\n".join(lines)).text.split("\n\n")


def parts(names: tuple[str, ...]) -> list[str]:
    return [line for pair in zip(names, PROSE, strict=True) for line in pair]


def test_lines_that_all_stand_again_as_headings_are_the_contents(either: Cleaner) -> None:
    opening = (
        "Nine winters ago a storm took the pier of Little Orne, and the island was alone with its goats."
    )
    numbered = [f"{number}. {name}" for number, name in enumerate(NAMES, 1)]
    for contents in (list(NAMES), numbered):
        assert kept(either, opening, *contents, *parts(NAMES)) == [opening, *parts(NAMES)]


def test_a_list_that_only_resembles_the_headings_stays(either: Cleaner) -> None:
    opening = "Nine winters ago a storm took the pier of Little Orne, and three questions are left to answer:"
    items = ["* What became of the pier", "* Who was on the ferry", "* What it may cost them"]
    assert kept(either, opening, *items, *parts(NAMES))[:4] == [opening, *items]


def test_a_list_that_stands_twice_is_no_contents(either: Cleaner) -> None:
    items = ["1. Ring the bell at the pier", "2. Board the ferry with a goat", "3. Sail to Little Orne"]
    result = either.clean("\n\n".join((PROSE[0], *items, PROSE[1], *items, PROSE[2])))
    assert not [block for block in result.blocks if block.label == "navigation"]
