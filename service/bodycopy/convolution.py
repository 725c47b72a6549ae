"""Dilated convolutions with three taps, in numpy: what the networks over blocks and words are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bodycopy.product import product

Array = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Convolution:
    """Three taps, `dilation` rows apart."""

    before: Array
    here: Array
    after: Array
    bias: Array
    dilation: int

    def added_to(self, state: Array) -> Array:
        """`state` and, where it is positive, what the convolution makes of it; changes `state`."""
        found: Array = product(state, self.here) + self.bias
        step = self.dilation
        if len(state) > step:
            found[step:] += product(state[:-step], self.before)
            found[:-step] += product(state[step:], self.after)
        state += positive(found)
        return state


def read_convolutions(arrays: Mapping[str, Any], dilations: Sequence[int]) -> tuple[Convolution, ...]:
    """Those of `arrays`, which has `convolution.N` (tap, from, to) and `convolution.N.bias` for each."""
    found = []
    for index, dilation in enumerate(dilations):
        before, here, after = arrays[f"convolution.{index}"]
        found.append(Convolution(before, here, after, arrays[f"convolution.{index}.bias"], int(dilation)))
    return tuple(found)


def positive(values: Array) -> Array:
    """`values`, where they are below 0 set to 0, in place."""
    found: Array = np.maximum(values, np.float32(0.0), out=values)
    return found
