"""What stands around the headline: names, the day's date, key points."""

import pytest
from tests.decide.ferry import PROSE

from bodycopy import Cleaner, CleanResult
from bodycopy.decide.key_points import name_key_points
from bodycopy.decide.verdict import Verdict
from bodycopy.match.conditions import Scene
from bodycopy.shape import measure

MENU = ("Home", "News", "Sport", "Business", "Weather", "Contact us")
TITLE = "A ferry sails again to Little Orne"


def clean(either: Cleaner, *lines: str) -> CleanResult:
    return either.clean("\n\n".join((*lines, *PROSE)))


def labels(result: CleanResult) -> dict[str, str]:
    return {block.text: block.label for block in result.blocks}


@pytest.mark.parametrize(
    "names", [("Jette Brandt",), ("Jette Brandt", "Mirelle Dunn"), ("Tove Sand Tove Sand",)]
)
def test_names_above_the_date_are_the_authors(either: Cleaner, names: tuple[str, ...]) -> None:
    found = labels(clean(either, *MENU, TITLE, *names, "Published June 3, 2024"))
    assert {found[name] for name in names} == {"byline"}


def test_a_line_that_is_no_name_is_no_author(either: Cleaner) -> None:
    for line in ("Walks and ferries", "Ferry 2024", "Little Orne and the Bay of Herring Boats"):
        assert labels(clean(either, *MENU, TITLE, line, "Published June 3, 2024"))[line] != "byline"


def test_the_date_above_the_menu_is_the_page_s(either: Cleaner) -> None:
    found = clean(either, "Friday, June 7, 2024", *MENU, TITLE, "By Jette Brandt", "June 3, 2024")
    assert labels(found)["Friday, June 7, 2024"] == "navigation"
    assert found.metadata.published == "2024-06-03"


def test_the_only_date_is_the_article_s(either: Cleaner) -> None:
    found = clean(either, "Friday, June 7, 2024", *MENU, TITLE)
    assert labels(found)["Friday, June 7, 2024"] == "date"


POINTS = (
    "The ferry to Little Orne sails again, nine winters after a storm took the pier.",
    "The new pier of the island stands on piles that are made of steel this time.",
    "Eleven passengers and a goat were on the first boat, and nobody was sick.",
)


def test_points_in_a_box_of_their_own_are_of_the_deck(either: Cleaner) -> None:
    head = (*MENU, TITLE, "Key points")
    end = ("By Jette Brandt", "June 3, 2024")
    result = clean(either, *head, *POINTS, *end)
    assert {labels(result)[point] for point in POINTS} == {"subtitle"}
    assert result.text.split("\n\n") == list(PROSE)


def test_points_that_nothing_parts_from_the_article_stay(either: Cleaner) -> None:
    result = clean(either, *MENU, TITLE, "By Jette Brandt", "June 3, 2024", "Key points", *POINTS)
    assert all(point in result.text for point in POINTS)


SHORT = (
    "The first ferry in nine winters left the harbour of Orne on Monday morning at eight.",
    "On board were eleven passengers, a goat and the harbour master with his brass bell.",
)


def test_what_stands_between_paragraphs_closes_no_box(either: Cleaner) -> None:
    result = clean(either, *MENU, TITLE, "By Jette Brandt", "Key points", *POINTS, *SHORT, "Advertisement")
    assert labels(result)["Advertisement"] == "sponsor"
    assert {labels(result)[line] for line in SHORT} == {"body"}


@pytest.mark.parametrize(
    ("above", "points"), [("At a glance", True), ("After nine winters the island has a boat", False)]
)
def test_paragraphs_below_a_deck_are_no_points(above: str, points: bool) -> None:
    lines = [above, *SHORT, "June 3, 2024"]
    verdicts = [Verdict(label, 0.9, ("own/rule",)) for label in ("subtitle", "body", "body", "date")]
    name_key_points(Scene([], measure(lines), [], [], None, 0, 0), verdicts, frozenset())
    assert [verdict.label == "subtitle" for verdict in verdicts] == [True, points, points, False]


def test_a_long_list_of_lines_like_the_headline_above_the_article(either: Cleaner) -> None:
    names = [f"The old pier of Orne, part {number}" for number in range(400)]
    result = clean(either, *names, *(line for name in names for line in (name, PROSE[0])))
    assert result.text.endswith(PROSE[-1])


def test_one_more_title_is_no_deck_where_that_label_is_disabled() -> None:
    by_rules = Cleaner(decider="rules")
    lines = (TITLE, "Share", "By Jette Brandt", "The steel piles of the new pier")
    assert labels(clean(by_rules, *lines))[lines[-1]] == "subtitle"
    result = clean(by_rules.adjusted(disable=["subtitle"]), *lines)
    assert [block.label for block in result.blocks[:4]] == ["title", "social", "byline", "other"]


def test_a_sentence_over_two_lines_is_no_headline(either: Cleaner) -> None:
    begun, done = (
        "It was almost the time of the year at which the town puts its boats",
        "away and waits for ice",
    )
    found = labels(clean(either, begun, done))
    assert {found[begun], found[done]} == {"body"}


def test_a_line_that_stands_twice_is_the_headline_and_not_one_nearer_to_the_article(either: Cleaner) -> None:
    lines = ("Ferry news", TITLE, "Trending", TITLE, "By Jette Brandt", "June 3, 2024")
    near = "The ferry as it left the harbour of Little Orne"
    assert clean(either, *MENU, *lines, "Share", near).metadata.title == TITLE


def test_a_line_between_headline_and_byline_is_the_deck(either: Cleaner) -> None:
    deck = "Why nobody had missed what everybody wanted"
    assert clean(either, *MENU, TITLE, deck, "By Jette Brandt", "June 3, 2024").metadata.subtitle == deck


def test_a_headline_that_begins_with_its_writer_s_name(either: Cleaner) -> None:
    signed = "Jette Brandt: Nobody asked the herring gulls"
    lines = ("A column on what the island owes to its birds", signed, "Jette Brandt", "June 3, 2024")
    assert clean(either, *MENU, *lines).metadata.title == signed


def test_what_stands_right_below_the_byline_is_rather_a_caption(either: Cleaner) -> None:
    below = "The ferry to Little Orne at the pier in June"
    title = "Home by noon, goat and all"
    found = clean(either, *MENU, title, "By Jette Brandt", below)
    assert found.metadata.title == title


def test_a_question_above_the_date_is_a_headline(either: Cleaner) -> None:
    asked = "The ferry to Little Orne sails again this summer. But who pays?"
    found = clean(either, *MENU, asked, "June 3, 2024", "By Jette Brandt")
    assert found.metadata.title == asked
