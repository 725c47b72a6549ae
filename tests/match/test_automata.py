"""Many patterns in many lines at once: the same as each pattern in each line alone."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.match.atoms import Atoms
from bodycopy.match.automata import AnyOf, Automata
from bodycopy.match.languages import EVERYWHERE
from bodycopy.rules.load import load_over_shipped
from bodycopy.rules.patterns import re2_options

PATTERNS = (
    "^menu$",
    "^read more",
    r"^\W*by \S+$",
    r"^\S+(?: \S+){1,20} \| \S+$",
    "comments?$",
    "[^a-z]more[^a-z]",
    r"\d",
    r"^\s*\d+ \w+\s*$",
    "(?s)a.b",
    "größer",
    "^写真",
    "^(?-i:[A-Z])[^.]*$",
    r"^\S.{0,40}ends? here$",
)
WORDS = ("menu", "Menu", "read more", "by Ann", "a | b", "comments", "more", " ", "12", "a", "b", "größer")
MARKS = ("写真", "ends here", ".", "[", "]")
lines = st.lists(st.lists(st.sampled_from(WORDS + MARKS), max_size=6).map(" ".join), max_size=25)


def compiled(*patterns: str) -> tuple[Automata, list[int | None]]:
    automata = Automata()
    numbers = [automata.add(pattern, number) for number, pattern in enumerate(patterns)]
    automata.compile()
    return automata, numbers


@given(lines)
def test_as_if_each_was_looked_for_alone(texts: list[str]) -> None:
    automata, numbers = compiled(*PATTERNS)
    found: list[list[int]] = [[] for _ in texts]
    automata.find([text.encode() for text in texts], found)
    alone = {pattern: re2.compile(pattern, re2_options()) for pattern in PATTERNS}
    for text, hits in zip(texts, found, strict=True):
        expected = [
            number
            for number, pattern in zip(numbers, PATTERNS, strict=True)
            if number is not None and alone[pattern].search(text)
        ]
        assert sorted(hits) == expected, text


@pytest.mark.parametrize("pattern", [r"\Amenu", r"menu\z", "(?s-m:^menu)", "(?m)^menu$", r"\\(?-m:$)"])
def test_what_asks_for_the_ends_of_the_text_runs_alone(pattern: str) -> None:
    assert compiled(pattern)[1] == [None]


def test_an_escaped_bracket_opens_no_group() -> None:
    assert compiled(r"^\(?menu\)?$")[1] == [0]


def test_a_pattern_that_is_there_keeps_its_number() -> None:
    assert compiled("^menu$", "^home$", "^menu$")[1] == [0, 1, 0]


def test_a_line_does_not_run_on_into_the_next() -> None:
    automata, _ = compiled(r"one\s+two", "one[^x]two", r"one\Wtwo")
    found: list[list[int]] = [[], [], []]
    automata.find([b"one", b"two", b"one two"], found)
    assert [sorted(hits) for hits in found] == [[], [], [0, 1, 2]]


def test_a_list_of_any_size_is_looked_for() -> None:
    large = AnyOf([rf"\p{{Lu}}\S{{1,4}} \p{{Lu}}\S{{1,4}} and {number}" for number in range(300)])
    assert large.found_in("Anna Berg and 299")
    assert not large.found_in("Anna Berg and nobody")


def test_what_is_asked_of_every_document_shares_automata() -> None:
    shipped = load_over_shipped(())
    atoms = Atoms()
    alone = [
        (rule.id, pattern)
        for rule, source in zip(shipped.rules, shipped.sources, strict=True)
        if source.language in EVERYWHERE and rule.when and not rule.span
        for pattern in rule.when.regex
        if atoms.pattern(pattern, rule.when.max_words or 1_000, source.language) is None
    ]
    assert alone == []
