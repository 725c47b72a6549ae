"""A line that a paragraph near by says word for word is set large from it, and goes."""

from tests.decide.ferry import PROSE

from bodycopy import Cleaner

LONG = (
    "The harbour master spoke first. “We waited nine winters for this boat and its goats,” he said, "
    "and he rang the bell once more for all of those who had not lived to see it come back."
)


def text(either: Cleaner, *lines: str) -> list[str]:
    return either.clean("\n\n".join(lines)).text.split("\n\n")


def test_a_quote_of_the_paragraph_below_goes(either: Cleaner) -> None:
    quote = "“We waited nine winters for this boat and its goats.”"
    for at in (1, 2, 3):
        lines = [*PROSE, LONG]
        lines.insert(at, quote)
        assert text(either, *lines) == [*PROSE, LONG]


def test_a_quote_of_its_own_stays(either: Cleaner) -> None:
    for quote in (
        "“We waited nine winters for this boat and its crew.”",
        "“We waited nine winters.”",
    ):
        assert quote in text(either, *PROSE, quote, LONG)


def test_an_item_of_a_list_stays(either: Cleaner) -> None:
    items = [
        "* “We waited nine winters for this boat and its goats.”",
        "* “I was born on the island and I will not leave it.”",
        "* “The bell is older than all of us together.”",
    ]
    assert text(either, *PROSE, *items, LONG) == [*PROSE, *items, LONG]


def test_a_question_that_its_answer_says_again_stays(either: Cleaner) -> None:
    question = "What should I do when the ferry to the island is late?"
    answer = f"{question} Ask the harbour master, who has a radio and a list of all boats in the bay."
    assert text(either, *PROSE, question, answer) == [*PROSE, question, answer]


def test_paragraphs_stay_beside_a_copy_of_the_whole_article(either: Cleaner) -> None:
    quotes = [f"“We waited {years} winters for this boat and its goats.”" for years in ("nine", "ten")]
    article = [*PROSE, quotes[0], LONG.replace("nine", "twelve"), quotes[1]]
    assert text(either, *article, " ".join([*article, *PROSE] * 3))[: len(article)] == article
