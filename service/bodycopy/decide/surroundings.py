"""Sums over a block's surroundings."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

#: What counts less is left out.
_LEAST: Final = 0.001


def decayed(values: Any, rate: float) -> NDArray[np.float64]:
    """Sums of `values` before (first row) and after each place, each step away counting `rate` times as
    much, as far away as it counts a thousandth."""
    count = len(values)
    reach = math.ceil(math.log(_LEAST) / math.log(rate))
    weights = np.concatenate(([0.0], rate ** np.arange(1.0, reach + 1.0)))
    before = np.convolve(values, weights)[:count]
    after = np.convolve(values[::-1], weights)[:count][::-1]
    return np.stack((before, after))
