"""A table of contents goes; the headings that it names stay."""

from tests.decide.ferry import PROSE

from bodycopy import Cleaner
from bodycopy.decide.contents import drop_contents
from bodycopy.decide.verdict import Verdict
from bodycopy.match.conditions import Scene
from bodycopy.shape import measure

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


def dropped(*lines: str) -> list[str]:
    """Which of these lines, all kept until then, are taken for a table of contents."""
    verdicts = [Verdict("body", 0.9, ()) for _ in lines]
    drop_contents(Scene([], measure(lines), [], [], None, 0, 0), verdicts, frozenset())
    return [line for line, verdict in zip(lines, verdicts, strict=True) if verdict.label != "body"]


def test_the_columns_of_a_table_stay_where_its_rows_have_the_same_names() -> None:
    table = ("Orne", "0", "3", "9", "Herring Bay", "3", "0", "6", "Little Orne", "9", "6", "0")
    columns = ("Orne", "Herring Bay", "Little Orne")
    assert dropped(PROSE[0], *columns, *table, PROSE[1]) == []
    parts = (line for pair in zip(columns, PROSE, strict=True) for line in pair)
    assert dropped(PROSE[0], *columns, *parts) == list(columns)


def test_the_lines_that_each_verse_of_a_poem_closes_with_stay() -> None:
    opening = ("The bell is rung on the far side", "The boat lies still upon its chain")
    opening = (*opening, "The goat looks out across the tide", "And winter comes to us again")
    verses = (
        line for last in opening for line in ("All morning long I heard the sea", "And all night too", last)
    )
    assert dropped(PROSE[0], *opening, *verses, PROSE[1]) == []
