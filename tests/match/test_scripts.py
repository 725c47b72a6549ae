"""Patterns that ASCII can't match are told from those that it can, and never the other way round."""

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from bodycopy.match.scripts import needs_more_than_ascii
from bodycopy.rules.load import load_over_shipped
from bodycopy.rules.patterns import MEMORY, re2_options


@pytest.mark.parametrize(
    "pattern",
    [
        "^関連記事$", "^(?:фото|автор):? ", "[（【]?写真[:/]", "^[а-яё]+ ago$", "^«", "ł{1,3}x", "^(?:é|ü)t",
        "(?:a|é)?関?é+?", "(?:(?:é|ü)b|ł(?:a|é)){2,}", "(?P<one>(?-i:É)|\\.ł)",
    ],
)  # fmt: skip
def test_some_need_more(pattern: str) -> None:
    assert needs_more_than_ascii(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "^foto: ", "^(?:関連|related)", "^写?真?x", "[а-яa-z]+", "^[,|#•·][^.!?•·]+$", "[^•]", "[ -é]", r"\W",
        "ſ", r"\p{L}", r"^(?:©|\(c\)) ", "é*x",
        "[Ā-ƀ]", "[é\u212a]",
        "(?:関|é){0,2}x", "é{2}(?i)?x", "[[:alpha:]é]", r"\Qé\E*", r"\x{e9}(?:é(?:a|é)|b)",
    ],
)  # fmt: skip
def test_others_do_not(pattern: str) -> None:
    assert not needs_more_than_ascii(pattern)


def test_no_ascii_text_of_the_shipped_rules_examples_is_lost() -> None:
    rules = [rule for rule in load_over_shipped(()).rules if rule.when]
    texts = [
        text for rule in rules for text in (*rule.examples.match, *rule.examples.pass_) if text.isascii()
    ]
    wide = [str(p) for rule in rules for p in rule.when.regex if needs_more_than_ascii(str(p))]
    together = re2.Set.SearchSet(re2_options(8 * MEMORY))
    for pattern in wide:
        together.Add(pattern)
    together.Compile()
    assert len(wide) > 100
    assert [text for text in texts if together.Match(text)] == []


@settings(deadline=None)
@given(
    st.text(st.sampled_from("aé関[]^-|()?*.\\"), max_size=12),
    st.text(st.characters(codec="ascii"), max_size=6),
)
def test_a_pattern_that_matches_ascii_never_needs_more(pattern: str, text: str) -> None:
    try:
        matches = re2.compile(pattern, re2_options()).search(text) is not None
    except re2.error:
        return
    assert not (matches and needs_more_than_ascii(pattern))
