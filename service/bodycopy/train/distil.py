"""A network taught by others: fits that differ only by their seed err in different places, and their mean
errs less than each of them. One network that learns from it keeps most of that, and costs no more to run
(Hinton and others 2015, Distilling the Knowledge in a Neural Network)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from bodycopy.train.fit import Fitted, fit
from bodycopy.train.samples import Sample

TEACHERS: Final = 3
#: How much of what the network is to say comes from its teachers; the rest is the samples' own shares.
TAUGHT: Final = 0.5


def distil(samples: Sequence[Sample], passes: int, seed: int, say: Callable[[str], None]) -> Fitted:
    """The network after so many `passes` over `samples`, with shares half their own and half what its
    teachers say, which saw the same samples; `say` is told of each pass."""
    taught = [np.zeros_like(sample.shares) for sample in samples]
    for number in range(1, TEACHERS + 1):
        teacher = fit(samples, passes, seed + number, say)
        for shares, sample in zip(taught, samples, strict=True):
            shares += teacher.likely(sample.seen) / TEACHERS
    lessons = [
        replace(sample, shares=(1.0 - TAUGHT) * sample.shares + TAUGHT * shares)
        for sample, shares in zip(samples, taught, strict=True)
    ]
    return fit(lessons, passes, seed, say)
