"""Dropped lines take their label from the larger thing that they are a part of."""

from tests.decide.ferry import PROSE

from bodycopy import Cleaner, CleanResult
from bodycopy.decide.parts import name_parts
from bodycopy.decide.verdict import Verdict
from bodycopy.match.conditions import Scene
from bodycopy.shape import measure

HEAD = ("A ferry for Little Orne", "By Jette Brandt", "June 3, 2024")
TALK = (
    "Comments",
    "Mirelle Dunn",
    "June 4, 2024",
    "I was aboard, goat and all",
    "Reply",
    "Old Hand",
    "June 5, 2024",
    "My sister waited for this day",
    "Reply",
    "Tove",
    "June 6, 2024",
    "Who rings the bell",
    "Reply",
)
TEASERS = (
    "Read more: Bakers of the north quay raise the price of a loaf",
    "June 1, 2024",
    "Read more: Lighthouse keeper wins the chess cup for the third time",
    "May 30, 2024",
    "Read more: A winter without bells on the islands of the bay",
)


def clean(either: Cleaner, *lines: str) -> CleanResult:
    result: CleanResult = either.clean("\n\n".join(lines))
    assert result.text.split("\n\n") == list(PROSE)
    return result


def labels(result: CleanResult, *lines: str) -> set[str]:
    return {block.label for block in result.blocks if block.text in lines}


def test_what_stands_between_reply_buttons_is_a_comment(either: Cleaner) -> None:
    result = clean(either, *HEAD, *PROSE, *TALK)
    written = [line for line in TALK if line not in ("Comments", "Reply")]
    assert labels(result, *written) == {"reader_comment"}
    assert labels(result, "Comments", "Reply") == {"comment_prompt"}
    assert result.metadata.published == "2024-06-03"


def test_one_reply_button_makes_no_comments(either: Cleaner) -> None:
    result = clean(either, *HEAD, *PROSE, *TALK[:5])
    assert "reader_comment" not in labels(result, "Mirelle Dunn", "June 4, 2024")


def test_the_dates_of_teasers_are_theirs(either: Cleaner) -> None:
    result = clean(either, *HEAD, *PROSE, *TEASERS)
    assert labels(result, *TEASERS) == {"related"}
    assert labels(result, "June 3, 2024") == {"date"}


def test_the_only_date_is_the_article_s_even_between_teasers(either: Cleaner) -> None:
    result = clean(either, *HEAD[:2], *PROSE, *TEASERS[:3])
    assert labels(result, "June 1, 2024") == {"date"}


def test_a_note_of_a_form_is_of_the_form(either: Cleaner) -> None:
    form = ("Sign up for our newsletter", "Something went wrong, please try again later.")
    assert labels(clean(either, *PROSE, *form), *form) == {"newsletter"}


def test_a_note_that_recurs_is_of_no_form(either: Cleaner) -> None:
    error = "Something went wrong, please try again later."
    result = clean(either, *PROSE, "Sign up for our newsletter", error, "Home", "News", "Sport", error)
    assert labels(result, error) == {"other"}


def test_an_entry_between_two_of_a_menu_is_one_of_it(either: Cleaner) -> None:
    menu = ("About us", "Company", "Contact us")
    result = clean(either, *PROSE, *menu)
    assert labels(result, *menu) == {"navigation"}
    assert result.metadata.notes == []


def test_a_question_that_stands_again_with_its_answer_is_a_copy(either: Cleaner) -> None:
    question = "Who rang the bell of the harbour"
    teaser = "Bakers of the north quay raise the price of a loaf"
    result = either.clean("\n\n".join((*PROSE[:2], question, PROSE[2], teaser, question, PROSE[2], teaser)))
    assert [block.label for block in result.blocks if block.text == question][1:] == ["duplicate"]
    assert [block.label for block in result.blocks if block.text == PROSE[2]] == ["body", "duplicate"]


def test_a_headline_that_stands_again_is_a_copy_although_the_window_s_title_is_another(
    either: Cleaner,
) -> None:
    title = "A ferry sails to Little Orne after nine winters"
    result = clean(either, title, "Home", "News", "Weather", "Sport", "Culture", "Contact us", "Home",
                   "Search", title, *HEAD[1:], title, *PROSE)  # fmt: skip
    found = [block.label for block in result.blocks if block.text == title]
    assert found[1:] == ["title", "duplicate"]


class Compared(str):
    """A text that counts how often one is compared with another."""

    __slots__ = ()
    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, str(other))

    __hash__ = str.__hash__


def test_the_cost_of_a_form_is_linear_in_its_fields() -> None:
    shapes = measure(["Sign up", *[f"Field {number} of all" for number in range(500)]])
    shapes = [shape._replace(folded=Compared(shape.folded)) for shape in shapes]
    verdicts = [Verdict("newsletter", 0.9, ("a/b",))] + [Verdict("other", 0.9, ("a/c",))] * 500
    name_parts(Scene([], shapes, [], [], None, 0, 0), verdicts, frozenset())
    assert {verdict.label for verdict in verdicts} == {"newsletter"}
    assert Compared.times < 10 * len(shapes)


def test_labels_that_are_disabled_are_not_given(either: Cleaner) -> None:
    plain = either.adjusted(disable=["reader_comment"])
    result = plain.clean("\n\n".join((*HEAD, *PROSE, *TALK)))
    assert "reader_comment" not in {block.label for block in result.blocks}


def test_a_menu_s_word_between_topics_is_a_topic(either: Cleaner) -> None:
    topics = ("Subjects", "Careers", "Goats", "Lighthouses")
    result = clean(either, *HEAD, *PROSE, *topics)
    assert [block.label for block in result.blocks[-4:]] == ["tags"] * 4
