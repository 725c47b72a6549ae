"""Blocks that say again what an earlier block said, exactly or nearly so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bodycopy.shape import Shape

#: Words in a row that two blocks must share to be compared at all.
SHINGLE: Final = 3
#: Shorter blocks are compared to the letter only.
NEAR_WORDS: Final = 12
#: Runs that begin with a word of so many letters stand for all, where a block has `ENOUGH` of them.
LONG: Final = 7
ENOUGH: Final = 5


@dataclass(frozen=True, slots=True)
class Repeat:
    """The block at `index` repeats the block at `of`; `similarity` is the share of its word shingles
    that stand there."""

    index: int
    of: int
    similarity: float


def find_repeats(shapes: Sequence[Shape], memory: dict[str, frozenset[int]]) -> list[Repeat]:
    """Each block that repeats, in part at least, one earlier block, with the best such block.

    `memory` keeps the shingles of a text between calls.
    """
    exact: dict[str, int] = {}
    owner: dict[int, int] = {}
    found: list[Repeat] = []
    for index, shape in enumerate(shapes):
        text = shape.folded
        earlier = exact.setdefault(text, index)
        if earlier != index:
            found.append(Repeat(index, earlier, 1.0))
            continue
        if shape.words < NEAR_WORDS:
            continue
        shingles = memory.get(text)
        if shingles is None:
            shingles = memory[text] = _shingles(text)
        shared = owner.keys() & shingles
        if shared:
            best, count = min(
                Counter(map(owner.__getitem__, shared)).items(), key=lambda item: (-item[1], item[0])
            )
            found.append(Repeat(index, best, count / len(shingles)))
            shingles -= shared
        owner.update(dict.fromkeys(shingles, index))
    return found


def _shingles(text: str) -> frozenset[int]:
    """Hashes of runs of words, of those that begin with a long word where there are enough of them."""
    words = text.casefold().split()
    starts = [at for at, word in enumerate(words[: 1 - SHINGLE]) if len(word) >= LONG]
    if len(starts) < ENOUGH:
        starts = list(range(len(words) + 1 - SHINGLE))
    return frozenset([hash((words[at], words[at + 1], words[at + 2])) for at in starts])
