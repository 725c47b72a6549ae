"""Runs of words, to tell how much of one text stands in another."""

from typing import Final

SHINGLE: Final = 4


def shingles(text: str) -> list[tuple[str, ...]]:
    """The runs of SHINGLE words of `text`, in order, whatever their case."""
    words = text.casefold().split()
    return list(zip(*(words[skip:] for skip in range(SHINGLE)), strict=False))


def share_known(text: str, known: set[tuple[str, ...]]) -> float:
    """The share of the shingles of `text` that are `known`; 0 where it has none."""
    own = shingles(text)
    return sum(shingle in known for shingle in own) / len(own) if own else 0.0
