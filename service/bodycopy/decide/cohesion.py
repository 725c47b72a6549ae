"""How much of a block's vocabulary the article's sure paragraphs share."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.shape import Shape

#: A block with fewer such words says too little of what it is about.
MIN_WORDS: Final = 3


#: The share of a block of which nothing can be said.
USUAL: Final = 0.35


def cohesion(shapes: Sequence[Shape], sure: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each block the share of its content words that stand in a sure paragraph other than itself;
    USUAL where it has too few, or where there are fewer than two sure paragraphs."""
    shares = np.full(len(shapes), USUAL)
    if len(sure) < 2:
        return shares
    counts = np.array([len(shape.content) for shape in shapes])
    words = np.concatenate([shape.content for shape in shapes])
    own = np.zeros(len(shapes), np.int64)
    own[sure] = 1
    own = np.repeat(own, counts)
    # a paragraph's words are distinct: one of a sure paragraph stands elsewhere where it stands twice here
    vocabulary = np.concatenate((np.sort(words[own == 1]), (-1, -1)))
    found = vocabulary[vocabulary[:-2].searchsorted(words) + own] == words
    shared = np.concatenate(([0], np.cumsum(found)))
    ends = np.cumsum(counts)
    enough = counts >= MIN_WORDS
    shares[enough] = ((shared[ends] - shared[ends - counts]) / np.maximum(counts, 1))[enough]
    return shares
