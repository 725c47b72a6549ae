"""What opens with an author's name, below the article, is about the author."""

from bodycopy.decide.biography import name_biographies
from bodycopy.decide.verdict import Verdict
from bodycopy.match.conditions import Scene
from bodycopy.shape import measure

BIO = "Jette Brandt keeps goats on Little Orne and sails wherever a boat takes her."


def labels(*lines: tuple[str, str], disabled: frozenset[str] = frozenset()) -> list[str]:
    """The labels of `lines`, each with the label that it had before."""
    verdicts = [Verdict(label, 0.9, ()) for _, label in lines]
    name_biographies(Scene([], measure([text for text, _ in lines]), [], [], None, 0, 0), verdicts, disabled)
    return [verdict.label for verdict in verdicts]


def test_a_line_that_opens_with_the_author_s_name() -> None:
    for byline in ("By Jette Brandt", "Jette Brandt, Little Orne", "Von Jette Brandt und Tove Sand"):
        assert labels((byline, "byline"), (BIO, "related")) == ["byline", "author_bio"]


def test_the_name_above_goes_with_it() -> None:
    lines = (("By Jette Brandt", "byline"), ("Jette Brandt", "navigation"), (BIO, "related"))
    assert labels(*lines) == ["byline", "author_bio", "author_bio"]


def test_what_is_kept_or_of_another_stays() -> None:
    byline = ("By Jette Brandt", "byline")
    assert labels(byline, (BIO, "body")) == ["byline", "body"]
    assert labels(byline, (BIO.replace("Jette", "Mette"), "related")) == ["byline", "related"]
    assert labels(byline, ("Jette Brandt: all articles", "related")) == ["byline", "related"]
    company = "Jette Brandt Ferries and Goat Transport, all rights reserved 2024"
    assert labels(byline, (company, "related")) == ["byline", "related"]


def test_a_label_that_is_disabled_is_not_given() -> None:
    lines = (("By Jette Brandt", "byline"), (BIO, "related"))
    assert labels(*lines, disabled=frozenset({"author_bio"})) == ["byline", "related"]


PARAGRAPHS = [(f"Paragraph {number} tells of the ferry and of its goats.", "body") for number in range(5)]
IS = "Jette Brandt is a writer on Little Orne, and keeps goats there."


def test_what_is_kept_at_the_end_and_says_who_the_author_is() -> None:
    byline = ("By Jette Brandt", "byline")
    for last in (IS, f"({IS})", IS.replace(" is ", ", is ")):
        assert labels(byline, *PARAGRAPHS, (last, "body"))[-1] == "author_bio"
    above = labels(byline, *PARAGRAPHS, ("Jette Brandt", "navigation"), (IS, "body"), ("She rows.", "body"))
    assert above[-3:] == ["author_bio", "author_bio", "body"]


def test_what_the_author_does_in_the_article_stays() -> None:
    byline = ("By Jette Brandt", "byline")
    rowed = "Jette Brandt rowed to the island and back, and told nobody of it."
    assert labels(byline, *PARAGRAPHS, (rowed, "body"))[-1] == "body"
    assert labels(byline, *PARAGRAPHS, (IS.replace("Jette", "Mette"), "body"))[-1] == "body"
    assert labels(byline, (IS, "body"), *PARAGRAPHS)[1] == "body"
    assert labels(byline, *PARAGRAPHS[:3], (IS, "body"))[-1] == "body"
    assert labels(byline, *PARAGRAPHS, (IS, "body"), *PARAGRAPHS)[-6] == "body"
    assert labels(byline, *PARAGRAPHS, (IS, "body"), disabled=frozenset({"author_bio"}))[-1] == "body"
