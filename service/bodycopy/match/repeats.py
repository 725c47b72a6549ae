"""Blocks that say again what an earlier block said, exactly or nearly so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bodycopy.shape import SHINGLE, Shape
from bodycopy.shingles import shingles

#: So many times a block's length is looked at from either end of a much longer one, in bounded time.
NEAR_ENDS: Final = 2


@dataclass(frozen=True, slots=True)
class Repeat:
    """The block at `index` repeats the one at `of`, or what begins with it; `similarity` is the share of its
    word shingles that stand there."""

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
            found.append(Repeat(index, of, _similarity(text, _earlier(shapes, of, index))))
    return found


def _earlier(shapes: Sequence[Shape], of: int, index: int) -> str:
    """What the block at `index` may repeat: the block at `of`, and where that is shorter the blocks below it,
    as a copy of an article without its paragraphs repeats them all."""
    length, text = len(shapes[index].folded), shapes[of].folded
    if len(text) > 2 * NEAR_ENDS * length:
        return f"{text[: NEAR_ENDS * length]} {text[-NEAR_ENDS * length :]}"
    parts, size = [text], len(text)
    for at in range(of + 1, index):
        if size >= NEAR_ENDS * length:
            break
        parts.append(shapes[at].folded)
        size += len(parts[-1])
    return " ".join(parts)


def _similarity(text: str, earlier: str) -> float:
    """The share of the shingles of `text` that stand in `earlier`."""
    own = set(shingles(text, SHINGLE))
    return len(own.intersection(shingles(earlier, SHINGLE))) / len(own) if own else 0.0
