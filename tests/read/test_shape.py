"""Measures of blocks: the vectorised counts must say what a plain reading of each block says."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.folding import bullet_length, matchable, phrase, printable
from bodycopy.shape import measure

LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80).map(printable), max_size=12
)


@given(LINES)
def test_words_and_capitals_are_counted_as_reading_each_block_counts_them(lines: list[str]) -> None:
    for line, shape in zip(lines, measure(lines), strict=True):
        tokens = matchable(line)[bullet_length(line) :].split()
        unspaced = len(re.findall(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]", line))
        assert shape.words == len(tokens) + unspaced // 2
        low = sum(1 for token in tokens if not (token[0].isupper() or token[0].isdigit()))
        beyond = any(ord(token[0]) > 0xFFFF for token in tokens)  # measured as one class
        assert beyond or shape.lower * max(1, shape.words) == pytest.approx(low + unspaced // 2)


@given(LINES)
def test_a_block_measures_the_same_alone_and_among_others(lines: list[str]) -> None:
    for line, shape in zip(lines, measure(lines), strict=True):
        (alone,) = measure([line])
        assert shape[:-1] == alone[:-1]
        assert shape.content.tolist() == alone.content.tolist()


def test_content_words_are_told_apart_and_found_again() -> None:
    words = ["bridge", "bridges", "council", "councillor", "river", "rivers", "naïve", "größer", "größte"]
    alone = [shape.content.tolist() for shape in measure(words)]
    assert all(len(content) == 1 for content in alone)
    assert len({content[0] for content in alone}) == len(words)
    (together,) = measure(["Bridge, councillor: the RIVER and the bridge"])
    assert set(together.content.tolist()) == {alone[0][0], alone[3][0], alone[4][0]}


def test_nothing_is_measured_for_no_blocks() -> None:
    assert measure([]) == []


def test_a_phrase_is_the_same_in_turkish_capitals() -> None:
    assert phrase("GİRİŞ YAP") == phrase("Giriş yap")
    assert phrase("YAZDIR") == phrase("Yazdır")
