"""Sums over a block's surroundings."""

import math
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.product import product

#: What counts less is left out.
_LEAST: Final = 0.001
#: So many places are summed up by one product of matrices: convolutions cost more calls than work.
_STRETCH: Final = 256


def decayed(values: Any, rate: float) -> NDArray[np.float64]:
    """Sums of `values` (or of each of its rows) before (first) and after each place, each step away counting
    `rate` times as much, as far away as it counts a thousandth."""
    rows = np.asarray(values, np.float64)
    shape = (2, *rows.shape)
    rows = rows.reshape(-1, rows.shape[-1])
    number, count = rows.shape
    within, across = _weights(rate)
    if count <= len(within):
        weights = within[:count, :count]
        return np.stack((product(rows, weights), product(rows, weights.T))).reshape(shape)
    size = len(within)
    filled = np.zeros((number, -(-count // size) * size))
    filled[:, :count] = rows
    stretches = filled.reshape(-1, size)
    parts = (product(stretches, weights) for weights in (within, across, within.T, across.T))
    before, from_before, after, from_after = (part.reshape(number, -1, size) for part in parts)
    before[:, 1:] += from_before[:, :-1]
    after[:, :-1] += from_after[:, 1:]
    found = np.stack((before, after)).reshape(2, number, -1)
    return found[..., :count].reshape(shape)


@cache
def _weights(rate: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What a place (row) counts for those behind it (columns), in its own stretch and in the next one."""
    reach = math.ceil(math.log(_LEAST) / math.log(rate))
    size = max(_STRETCH, reach)
    weights = np.concatenate(([0.0], rate ** np.arange(1.0, reach + 1.0), np.zeros(2 * size)))
    steps = np.arange(size) - np.arange(size)[:, None]
    return np.where(steps > 0, weights[np.maximum(steps, 0)], 0.0), weights[steps + size]
