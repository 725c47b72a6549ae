"""Which lines of a labelled document are its own bylines and dates, and which are those of others."""

import pytest

from bodycopy.document import Hints
from bodycopy.render.metadata import read_metadata
from bodycopy.result import Metadata

PARAGRAPH = (
    "body",
    "The council said on Monday that the old bridge over the river would open again before the end of the "
    "year, once the last of the new railings had been painted and the lamps had been hung.",
)
TITLE = ("title", "Council promises to open the bridge")
Labelled = tuple[str, str]


def read(*blocks: Labelled, hints: Hints | None = None) -> Metadata:
    return read_metadata(blocks, [], PARAGRAPH[1], hints or Hints(), None)


def test_bylines_of_teasers_name_no_author() -> None:
    found = read(
        ("byline", "By Ann Otero"),
        ("navigation", "Weather"),
        *[("navigation", f"Street {number}") for number in range(6)],
        TITLE,
        ("byline", "By Nora Quist"),
        PARAGRAPH,
        PARAGRAPH,
        *[("related", f"A ferry for pier {number}") for number in range(4)],
        ("byline", "By Paul Ibarra"),
    )
    assert found.authors == ["Nora Quist"]


def test_the_date_at_the_headline_comes_before_those_of_teasers() -> None:
    found = read(
        ("date", "9 August 2024"),
        *[("navigation", f"Street {number}") for number in range(8)],
        TITLE,
        ("date", "26 June 2024"),
        PARAGRAPH,
        ("date", "10 August 2024"),
    )
    assert found.published == "2024-06-26"


def test_the_word_above_a_date_says_which_it_is() -> None:
    found = read(
        TITLE, ("date", "19 March 2026"), ("navigation", "Updated:"), ("date", "20 March 2026"), PARAGRAPH
    )
    assert (found.published, found.modified) == ("2026-03-19", "2026-03-20")


def test_the_day_of_a_broadcast_below_the_article_is_not_its_own() -> None:
    found = read(TITLE, ("date", "Updated: 22 June 2026"), PARAGRAPH, ("credit", "Radio One | 23 June 2026"))
    assert (found.published, found.modified) == (None, "2026-06-22")


@pytest.mark.parametrize("label", ["related", "subtitle", "navigation", "heading"])
@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        ("By Nora Quist Jun 26, 2024, 4:08pm EDT", ["Nora Quist"], "2024-06-26T16:08-04:00"),
        ("Nora Quist - Jun 26, 2024 11:15 am UTC", ["Nora Quist"], "2024-06-26T11:15+00:00"),
        ("26. Juni 2024 um 15:46 Uhr / Nora Quist", ["Nora Quist"], "2024-06-26T15:46"),
        ("Written by Nora Quist in Harbours on 26 June 2024", ["Nora Quist"], "2024-06-26"),
        ("Springfield Harbour News Desk, June 26, 2024", [], "2024-06-26"),
    ],
)
def test_lines_at_the_headline_that_no_rule_knows(
    label: str, line: str, authors: list[str], published: str
) -> None:
    found = read(TITLE, (label, line), PARAGRAPH)
    assert (found.authors, found.published) == (authors, published)


def test_a_short_line_of_the_body_with_a_date() -> None:
    found = read(TITLE, PARAGRAPH, ("body", "Nora Quist, 26.06.2024 10:00 Uhr"), PARAGRAPH)
    assert (found.authors, found.published) == (["Nora Quist"], "2024-06-26T10:00")
    passing = read(TITLE, ("body", "It opened on June 26, 2024."), PARAGRAPH)
    assert passing.published is None


def test_what_follows_a_by_that_stands_alone() -> None:
    found = read(TITLE, ("byline", "By"), ("navigation", "Nora Quist | nquist@example.com"), PARAGRAPH)
    assert found.authors == ["Nora Quist"]


def test_a_name_alone_below_the_headline() -> None:
    found = read(TITLE, ("subtitle", "Buses run as before"), ("navigation", "Nora Quist"), PARAGRAPH)
    assert found.authors == ["Nora Quist"]


@pytest.mark.parametrize(
    "blocks",
    [
        ((TITLE), ("navigation", "Old Bridge"), PARAGRAPH),
        ((TITLE), ("social", "Copy Link"), PARAGRAPH),
        ((TITLE), PARAGRAPH, ("navigation", "Nora Quist"), PARAGRAPH),
        ((TITLE), ("caption", "Pia Sund"), PARAGRAPH),
        (("navigation", "Nora Quist"), TITLE, PARAGRAPH),
    ],
)
def test_what_is_no_name_at_the_headline(blocks: tuple[Labelled, ...]) -> None:
    assert read(*blocks).authors == []


def test_a_name_alone_names_nobody_where_markup_says_something() -> None:
    found = read(
        TITLE, ("navigation", "Nora Quist"), PARAGRAPH, hints=Hints(sources={"language": "html:lang"})
    )
    assert found.authors == []


def test_topics_taken_for_bylines_are_none() -> None:
    found = read(TITLE, ("byline", "River Lamps"), ("byline", "By Nora Quist"), PARAGRAPH)
    assert found.authors == ["Nora Quist"]
    assert read(TITLE, ("byline", "Old Bridge"), PARAGRAPH).authors == []


def test_bylines_elsewhere_where_the_headline_has_none() -> None:
    below = read(TITLE, PARAGRAPH, PARAGRAPH, PARAGRAPH, ("byline", "Nora Quist"))
    assert below.authors == ["Nora Quist"]
    others = [("related", f"A ferry for pier {number}") for number in range(4)]
    assert read(TITLE, PARAGRAPH, PARAGRAPH, *others, ("byline", "By Paul Ibarra")).authors == []


def test_the_agency_in_the_credit_at_the_headline() -> None:
    assert read(TITLE, ("credit", "dpa"), PARAGRAPH).agencies == ["dpa"]
    assert read(TITLE, PARAGRAPH, PARAGRAPH, ("credit", "dpa")).agencies == []


def test_a_sentence_beside_a_date_names_nobody() -> None:
    line = "古い橋が年内に再び開通へ 市議会が月曜日に約束 前例のない速さに住民の声も, 2024年6月26日"
    assert read(TITLE, ("related", line), PARAGRAPH).authors == []
