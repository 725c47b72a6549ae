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
