"""How much of a block's vocabulary the article's sure paragraphs share."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bodycopy.shape import Shape

#: A block with fewer such words says too little of what it is about.
MIN_WORDS: Final = 3


def cohesion(shapes: Sequence[Shape], sure: Sequence[int]) -> list[float | None]:
    """For each block the share of its content words that stand in a sure paragraph other than itself;
    None where it has too few, or where there are fewer than two sure paragraphs."""
    if len(sure) < 2:
        return [None] * len(shapes)
    vocabulary: Counter[str] = Counter()
    for index in sure:
        vocabulary.update(shapes[index].content)
    own = set(sure)
    shares: list[float | None] = []
    for index, shape in enumerate(shapes):
        words = shape.content
        if len(words) < MIN_WORDS:
            shares.append(None)
            continue
        needed = 1 if index in own else 0
        shares.append(sum([vocabulary[word] > needed for word in words if word in vocabulary]) / len(words))
    return shares
