"""Blocks that say again what an earlier block said, exactly or nearly so."""

from collections.abc import Sequence
from dataclasses import dataclass

from bodycopy.shape import SHINGLE, Shape
from bodycopy.shingles import shingles


@dataclass(frozen=True, slots=True)
class Repeat:
    """The block at `index` repeats the block at `of`; `similarity` is the share of its word shingles
    that stand there."""

    index: int
    of: int
    similarity: float


def find_repeats(shapes: Sequence[Shape]) -> list[Repeat]:
    """Each block that repeats an earlier block, in part at least, with the first such block."""
    exact: dict[str, int] = {}
    ends: dict[tuple[str, ...], int] = {}
    found: list[Repeat] = []
    for index, shape in enumerate(shapes):
        text = shape.folded
        earlier = exact.setdefault(text, index)
        if earlier != index:
            found.append(Repeat(index, earlier, 1.0))
            continue
        if not shape.ends:
            continue
        first, last = shape.ends
        of = min(ends.setdefault(first, index), ends.setdefault(last, index))
        if of != index:
            found.append(Repeat(index, of, _similarity(text, shapes[of].folded)))
    return found


def _similarity(text: str, earlier: str) -> float:
    """The share of the shingles of `text` that stand in `earlier`."""
    own = set(shingles(text, SHINGLE))
    return len(own.intersection(shingles(earlier, SHINGLE))) / len(own) if own else 0.0
