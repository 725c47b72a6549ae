"""Patterns as trees: what is read of RE2's syntax, and what is told of it."""

import pytest
import re2
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bodycopy.rules.lint.measures import MANY, last_chars, lost, pinned, words_of
from bodycopy.rules.lint.syntax import OpaqueError, parse
from bodycopy.rules.lint.witness import witnesses
from bodycopy.rules.load import load
from bodycopy.rules.patterns import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "least", "most"),
    [
        ("^a b$", 2, 2),
        ("a b", 2, MANY),
        ("^a b", 2, MANY),
        ("^(?:a|b c)$", 1, 2),
        (r"^\S+(?: \S+){2,4}$", 3, 5),
        ("^a.*$", 1, MANY),
        ("^a.{0,3}$", 1, 4),
        (r"^a\s?b$", 1, 2),
        ("^a[ -]b$", 1, 2),
        ("(?:^a|^b c)(?:$| d$)", 1, 3),
        (r"^\Qa b\E$", 2, 2),
        ("^a (?:b )*c$", 2, MANY),
        ("^(?P<x>a) (?i:b)$", 2, 2),
        ("^a(?: b)??$", 1, 2),
        (r"^[]a -]{2}$", 1, 3),
        (r"^[[:alpha:]] \x41\x{42}\pL$", 2, 2),
    ],
)
def test_words(pattern: str, least: int, most: int) -> None:
    compile_pattern(pattern)
    assert words_of(parse(pattern)) == (least, most)


@pytest.mark.parametrize(
    ("pattern", "chars"),
    [
        ("a“b”", ["“", "”"]),
        ("[“”]", ["[“”]"]),
        ('["“]', []),
        ("a(?:–|-)b", ["–"]),
        ("(?:’)?s", ["’"]),
        (r"\ta", [r"\t"]),
        (r"\s\W.", []),
        ("[^“]", []),
        ("\\x{201C}", ["\\x{201C}"]),
        ("…—", ["—"]),
    ],
)
def test_characters_that_no_folded_text_holds(pattern: str, chars: list[str]) -> None:
    assert [char.source for char in lost(parse(pattern))] == chars


def test_ends() -> None:
    assert pinned(parse("^a|^b"), "^")
    assert not pinned(parse("^a|b"), "^")
    assert pinned(parse(r"\b^(?:a$|b$)"), "$")
    assert not pinned(parse("a(?:b$)?"), "$")
    assert last_chars(parse(r"a[.!]?\)*")) == frozenset("aA.!)")
    assert last_chars(parse("(?-i:a)")) == frozenset("a")


@pytest.mark.slow
def test_every_shipped_pattern_is_read_and_has_a_text_that_it_is_found_in() -> None:
    rules = load().rules
    patterns = {pattern for rule in rules if rule.when for pattern in rule.when.regex}
    assert len(patterns) > 500
    assert [pattern for pattern in patterns if not any(witnesses(pattern))] == []


def test_texts_are_the_same_each_time() -> None:
    pattern = r"^(?:ab|[cd])+ \d{2,}\b.*"
    assert list(witnesses(pattern)) == list(witnesses(pattern))


PIECES = (
    *(
        "a b|*+?()[].^$-{}1é“",
        "(?:",
        "(?i)",
        "(?-i:",
        "(?P<n>",
        "{2}",
        "{1,}",
        "{0,3}",
        "[^",
        "[a-c]",
        r"\pL",
    ),
    *(
        r"\p{Lu}",
        r"\b",
        r"\d",
        r"\S",
        r"\x41",
        r"\x{201C}",
        r"\Q",
        r"\E",
        "[[:alpha:]]",
        "[]x]",
        r"[\]]",
        "(?s)",
    ),
)


@settings(
    max_examples=300, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None
)
@given(st.lists(st.sampled_from([*PIECES[0], *PIECES[1:]]), min_size=1, max_size=9).map("".join))
def test_whatever_re2_accepts_is_read_or_refused(pattern: str) -> None:
    try:
        compile_pattern(pattern)
    except re2.error:
        assume(False)
    try:
        tree = parse(pattern)
    except OpaqueError:
        return
    assert words_of(tree).least <= words_of(tree).most or lost(tree)
    assert all(compile_pattern(pattern).search(text) for text in witnesses(pattern))


def test_what_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(OpaqueError):
        parse("(" * 400 + "a" + ")" * 400)
