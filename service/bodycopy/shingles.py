"""Runs of words, to tell how much of one text stands in another."""

from collections.abc import Iterator, Sequence
from typing import Final

SHINGLE: Final = 4


def runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """The runs of `size` of these words, in order."""
    return zip(*(words[skip:] for skip in range(size)), strict=False)


def shingles(text: str, size: int = SHINGLE) -> list[tuple[str, ...]]:
    """The runs of `size` words of `text`, in order, whatever their case."""
    return list(runs(text.casefold().split(), size))


def share_known(text: str, known: set[tuple[str, ...]]) -> float:
    """The share of the shingles of `text` that are `known`; 0 where it has none."""
    own = shingles(text)
    return sum(shingle in known for shingle in own) / len(own) if own else 0.0
