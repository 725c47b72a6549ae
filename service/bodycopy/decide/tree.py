"""The elements of a page around its blocks."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.cues import CUES, bits_of
from bodycopy.document import Element

#: Elements that say what stands in them.
AROUND: Final = (
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "figure",
    "form",
    "section",
    "ul",
    "table",
    "blockquote",
    "a",
    "dialog",
    "body",
)
_AROUND: Final = {tag: 1 << number for number, tag in enumerate(AROUND, len(CUES))}
Bits = NDArray[np.int64]


class Tree:
    """The elements that hold blocks, parents before children. `places` gives for each block the index of its
    element, `parents` for each element that of its parent, -1 for the root."""

    def __init__(self, of_blocks: Sequence[Element]) -> None:
        place: dict[Element, int] = {}
        parents: list[int] = []
        for element in of_blocks:
            if element in place:
                continue
            missing = [element]
            up = element.parent
            while up is not None and up not in place:
                missing.append(up)
                up = up.parent
            above = place[up] if up is not None else -1
            for one in reversed(missing):
                parents.append(above)
                above = place[one] = len(place)
        self.elements = list(place)
        self.places = [place[element] for element in of_blocks]
        self.parents = parents

    def names(self) -> tuple[Bits, Bits, Bits, Bits]:
        """For each element, as bits of CUES: its own, those of it and its next two parents, and those of it
        and all around it; as bits of AROUND, the tags of it and all around it."""
        up = np.array([*self.parents, -1])  # what is around the root stands last, and says nothing
        own = np.array([*[_said_by(one.tag, one.cues) for one in self.elements], 0])
        near = own | (own | own[up])[up]
        every = own
        while up.max() >= 0:  # each time twice as far up
            every = every | every[up]
            up = up[up]
        return own, near, every, every >> len(CUES)

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each element the sum of the rows of `values` (one for each block) of all blocks in it."""
        found = by_number(values, self.places, len(self.elements)).T.tolist()
        upwards = [(at, parent) for at, parent in enumerate(self.parents) if parent >= 0][::-1]
        for column in found:
            for at, parent in upwards:
                if value := column[at]:
                    column[parent] += value
        return np.array(found).T

    def distances(self, place: int) -> NDArray[np.int64]:
        """For each element how many steps up it is to one that holds the element at `place` too (first row),
        and how many from there down to that (second row)."""
        chain: dict[int, int] = {}
        while place >= 0:
            chain[place] = len(chain)
            place = self.parents[place]
        up, down = [0] * len(self.elements), [0] * len(self.elements)
        for at, parent in enumerate(self.parents):
            if at in chain:
                down[at] = chain[at]
            elif parent >= 0:
                up[at], down[at] = up[parent] + 1, down[parent]
        return np.array((up, down))

    def looks(self) -> list[int]:
        """For each block a number that it shares with all blocks whose element, and the one around that, have
        the same tag and cues."""
        numbers: dict[Any, int] = {}
        found: list[int] = []
        for place in self.places:
            element, parent = self.elements[place], self.parents[place]
            outer = self.elements[parent] if parent >= 0 else element
            key = (element.tag, element.cues, outer.tag, outer.cues)
            found.append(numbers.setdefault(key, len(numbers)))
        return found


@lru_cache(1 << 14)
def _said_by(tag: str, cues: tuple[str, ...]) -> int:
    """As bits, those of CUES and behind them those of AROUND."""
    return bits_of(cues) | _AROUND.get(tag, 0)


def by_number(values: NDArray[np.float64], numbers: Sequence[int], count: int) -> NDArray[np.float64]:
    """For each number below `count` the sum of the rows of `values` that have it in `numbers`."""
    places = np.array(numbers)
    return np.stack([np.bincount(places, column, count) for column in values.T], 1)
