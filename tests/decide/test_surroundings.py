"""Sums over surroundings are what a plain reading of each place gives, however long the document is."""

import numpy as np
import pytest

from bodycopy.decide.surroundings import decayed
from bodycopy.product import product


def plain(values: list[float], rate: float, place: int, step: int) -> float:
    """The sum on one side of `place`, as far as a step counts a thousandth."""
    total, at, counts = 0.0, place + step, rate
    while 0 <= at < len(values) and counts >= 0.001 * rate:
        total += counts * values[at]
        at, counts = at + step, counts * rate
    return total


@pytest.mark.parametrize("count", [1, 40, 256, 257, 700])
@pytest.mark.parametrize("rate", [0.6, 0.97])
def test_each_step_away_counts_less(count: int, rate: float) -> None:
    values = [float((at * 7919) % 80) for at in range(count)]
    before, after = decayed(values, rate)
    for place in {0, 1, count // 2, 255, 256, count - 1} & set(range(count)):
        assert before[place] == pytest.approx(plain(values, rate, place, -1), rel=1e-3)
        assert after[place] == pytest.approx(plain(values, rate, place, 1), rel=1e-3)


def test_several_rows_are_summed_as_each_alone() -> None:
    rows = np.arange(900.0).reshape(3, 300) % 13
    together = decayed(rows, 0.9)
    assert together.shape == (2, 3, 300)
    for at, row in enumerate(rows):
        assert np.allclose(together[:, at], decayed(row, 0.9))


@pytest.mark.parametrize("count", [0, 1, 150, 5_000])
def test_a_product_in_parts_is_the_product(count: int) -> None:
    rows = np.arange(count * 100.0).reshape(count, 100) % 7
    weights = np.arange(3_200.0).reshape(100, 32) % 5
    assert np.array_equal(product(rows, weights), rows @ weights)
