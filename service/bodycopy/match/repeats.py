"""Blocks that say again what an earlier block said, exactly or nearly so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bodycopy.shape import Shape

#: Words in a row that two blocks must share to be compared at all.
SHINGLE: Final = 3


def find_repeats(
    shapes: Sequence[Shape], similarity: float, min_words: int
) -> Iterator[tuple[int, int]]:
    """Yields (index, index of the earlier block) for each block of at least `min_words` words whose
    word shingles are, by a share of at least `similarity`, those of one earlier block."""
    exact: dict[str, int] = {}
    owner: dict[int, int] = {}
    for index, shape in enumerate(shapes):
        if shape.words < min_words:
            continue
        text = shape.folded.casefold().rstrip(" .…:")
        earlier = exact.setdefault(text, index)
        if earlier != index:
            yield index, earlier
            continue
        words = text.split()
        shingles = {hash(t) for t in zip(*(words[k:] for k in range(SHINGLE)), strict=False)}
        votes = Counter(map(owner.get, shingles))
        votes.pop(None, 0)
        for shingle in shingles:
            owner.setdefault(shingle, index)
        if votes and shingles:
            best, shared = min(votes.items(), key=lambda item: (-item[1], item[0]))
            if best is not None and shared >= similarity * len(shingles):
                yield index, best
