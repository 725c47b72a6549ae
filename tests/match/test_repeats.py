"""Blocks that say again what an earlier block said."""

import pytest
from tests.rulesets import PROSE

from bodycopy.match.repeats import find_repeats
from bodycopy.shape import measure


def repeats(*lines: str) -> list[tuple[int, int]]:
    return [(found.index, found.of) for found in find_repeats(measure(lines))]


def similarity(earlier: str, later: str) -> float:
    return max((found.similarity for found in find_repeats(measure([earlier, later]))), default=0.0)


def test_exact_repeats_point_at_the_first() -> None:
    assert repeats("a", "b", "a", "a") == [(2, 0), (3, 0)]
    assert similarity("a", "a") == 1.0


def test_a_second_copy_of_a_body() -> None:
    assert repeats(*PROSE, *PROSE) == [(at + len(PROSE), at) for at in range(len(PROSE))]


@pytest.mark.parametrize(
    "changed",
    [
        PROSE[0].replace("Monday", "Tuesday"),
        PROSE[0].replace("The council", "The town council"),
        PROSE[0] + " It said no more.",
    ],
)
def test_a_copy_that_was_edited(changed: str) -> None:
    assert 0.6 < similarity(PROSE[0], changed) < 1.0


def test_quotes_and_bullets_do_not_matter() -> None:
    assert similarity("It’s “here”", '• It\'s "here"') == 1.0


def test_different_paragraphs_are_no_repeats() -> None:
    assert repeats(*PROSE) == []


def test_short_blocks_are_compared_to_the_letter() -> None:
    assert repeats("It rained today", "It rained Today") == []


def test_a_copy_without_its_paragraphs_repeats_them_all() -> None:
    between = ["A goat at the pier", *PROSE[1:]]
    (found,) = find_repeats(measure([PROSE[0], *between, " ".join(PROSE)]))
    assert (found.index, found.of) == (len(PROSE) + 1, 0)
    assert found.similarity > 0.9


def test_a_block_of_which_only_the_beginning_stood_before() -> None:
    (found,) = find_repeats(measure([PROSE[0], "A goat at the pier", " ".join(PROSE)]))
    assert found.similarity < 0.9


def test_the_end_of_a_long_block_again() -> None:
    assert similarity(" ".join(PROSE * 20), PROSE[-1]) == 1.0
