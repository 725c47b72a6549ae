"""The elements of a page around its blocks."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.cues import bits_of
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
_AROUND: Final = {tag: 1 << number for number, tag in enumerate(AROUND)}


class Tree:
    """The elements that hold blocks, parents before children. `places` gives for each block the index of its
    element, `parents` for each element that of its parent, -1 for the root."""

    def __init__(self, of_blocks: Sequence[Element]) -> None:
        seen: dict[Element, None] = {}
        for element in of_blocks:
            up: Element | None = element
            while up is not None and up not in seen:
                seen[up] = None
                up = up.parent
        self.elements = sorted(seen, key=lambda element: element.depth)
        place = {element: at for at, element in enumerate(self.elements)}
        self.places = [place[element] for element in of_blocks]
        self.parents = [place[e.parent] if e.parent else -1 for e in self.elements]

    def cues(self) -> tuple[list[int], list[int], list[int]]:
        """For each element, as bits of CUES: its own, those of it and its next two parents, and those of it
        and all around it."""
        own = [bits_of(element.cues) for element in self.elements]
        near, every = list(own), list(own)
        for at, parent in enumerate(self.parents):
            if parent >= 0:
                near[at] |= own[parent]
                every[at] |= every[parent]
                if self.parents[parent] >= 0:
                    near[at] |= own[self.parents[parent]]
        return own, near, every

    def around(self) -> list[int]:
        """For each element, as bits of AROUND, the tags of it and all around it."""
        found = [_AROUND.get(element.tag, 0) for element in self.elements]
        for at, parent in enumerate(self.parents):
            if parent >= 0:
                found[at] |= found[parent]
        return found

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each element the sum of the rows of `values` (one for each block) of all blocks in it."""
        totals: NDArray[np.float64] = np.zeros((len(self.elements), values.shape[1]))
        np.add.at(totals, self.places, values)
        depths = np.array([element.depth for element in self.elements])
        parents = np.array(self.parents)
        ends = np.flatnonzero(np.diff(depths)) + 1
        levels = np.split(np.arange(len(depths)), ends)
        for level in reversed(levels):
            inner = level[parents[level] >= 0]
            np.add.at(totals, parents[inner], totals[inner])
        return totals

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
        of_element: dict[int, int] = {}
        for place in self.places:
            if place not in of_element:
                element, parent = self.elements[place], self.parents[place]
                outer = self.elements[parent] if parent >= 0 else element
                key = (element.tag, element.cues, outer.tag, outer.cues)
                of_element[place] = numbers.setdefault(key, len(numbers))
        return [of_element[place] for place in self.places]
