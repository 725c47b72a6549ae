"""What the decider sees of a block's markup: its element, those around it, and how the page's prose is
spread over them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.cues import CUES, bits_of
from bodycopy.document import Block, Element
from bodycopy.match.conditions import Scene

TAGS: Final = (
    ("p",), ("li", "dd", "dt"), ("h1",), ("h2",), ("h3",), ("h4", "h5", "h6"), ("td", "th", "tr"), ("a",),
    ("span", "strong", "b", "em"), ("div", "section", "article", "main", "body"), ("button", "label", "option"),
    ("figcaption", "figure", "caption"), ("time",), ("blockquote",), ("pre", "code"),
)  # fmt: skip
AROUND: Final = (
    "article", "main", "nav", "header", "footer", "aside", "figure", "form", "section", "ul", "table",
    "blockquote", "a", "dialog", "body",
)  # fmt: skip
_TAG: Final = {tag: number for number, tags in enumerate(TAGS) for tag in tags}
_AROUND: Final = {tag: 1 << number for number, tag in enumerate(AROUND)}
#: A parent's share of a paragraph's words, where the paragraph's own container is looked for.
GRANDPARENT: Final = 0.5
_KINDS: Final = ("heading", "list_item", "quote", "table_row", "code")
_FAR: Final = 12


class _Tree:
    """The elements around a page's blocks, parents before children, and what stands in each."""

    def __init__(self, elements: Sequence[Element]) -> None:
        seen: dict[int, Element] = {}
        for element in elements:
            up: Element | None = element
            while up is not None and up.number not in seen:
                seen[up.number] = up
                up = up.parent
        self.elements = [seen[number] for number in sorted(seen)]
        self.place = {element.number: at for at, element in enumerate(self.elements)}
        self.parents = [self.place[e.parent.number] if e.parent else -1 for e in self.elements]

    def inherited(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """For each element, as bits: its own cues, those of it and its next two parents, those of all around
        it, and the tags around it."""
        own = [bits_of(element.cues) for element in self.elements]
        tags = [_AROUND.get(element.tag, 0) for element in self.elements]
        near, every, around = list(own), list(own), list(tags)
        for at, parent in enumerate(self.parents):
            if parent >= 0:
                near[at] |= own[parent]
                if self.parents[parent] >= 0:
                    near[at] |= own[self.parents[parent]]
                every[at] |= every[parent]
                around[at] |= around[parent]
        return own, near, every, around

    def sums(self, values: NDArray[np.float64], places: Sequence[int]) -> NDArray[np.float64]:
        """Rows of `values`, one for each block, summed up over all elements around it."""
        totals = np.zeros((len(self.elements), values.shape[1]))
        np.add.at(totals, places, values)
        rows = totals.tolist()
        for at in range(len(rows) - 1, 0, -1):
            parent = self.parents[at]
            if parent >= 0:
                rows[parent] = [a + b for a, b in zip(rows[parent], rows[at], strict=True)]
        return np.array(rows)

    def distances(self, place: int) -> tuple[list[int], list[int]]:
        """For each element how many steps up it is to one that holds `place` too, and how many from there
        down to it."""
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
        return up, down


def markup_features(scene: Scene, sure: NDArray[np.float64]) -> NDArray[np.float32]:
    """A row for each block of `scene`, all of which carry markup; `sure` holds the words of sure paragraphs,
    0 for other blocks."""
    blocks = scene.blocks
    marks = [block.markup for block in blocks if block.markup is not None]
    elements = [mark.element for mark in marks]
    tree = _Tree(elements)
    places = [tree.place[element.number] for element in elements]
    parents = [tree.parents[place] for place in places]
    own, near, every, around = tree.inherited()
    words = np.array([shape.words for shape in scene.shapes], np.float64)
    links = np.array([mark.link_density for mark in marks])
    ones = np.ones(len(marks))
    inside = tree.sums(np.stack((sure, words, links * words, ones), 1), places)
    within = inside[np.maximum(parents, 0)]
    above = inside[[max(0, tree.parents[max(0, parent)]) for parent in parents]]
    up, down = tree.distances(_container(tree, parents, sure))
    kinds = _signatures(blocks, tree, places, sure, words, links)
    depth = np.array([element.depth for element in elements], np.float64)
    columns: list[Any] = [
        links, np.array([mark.hidden for mark in marks]),
        np.array([len(block.inlines) for block in blocks]) / np.maximum(1.0, words),
        np.array([block.level for block in blocks]),
        *(np.array([block.kind == kind for block in blocks]) for kind in _KINDS),
        *_one_hot([_TAG.get(element.tag, -1) for element in elements], len(TAGS)).T,
        np.log1p(depth),
        *_of_container(within, float(sure.sum())), *_of_container(above, float(sure.sum())),
        np.minimum([up[place] for place in places], _FAR), np.minimum([down[place] for place in places], _FAR),
        *kinds.T,
    ]  # fmt: skip
    cues = [_bits([bits[place] for place in places], len(CUES)) for bits in (own, near, every)]
    cues.append(_bits([around[place] for place in places], len(AROUND)))
    return np.concatenate((np.stack(columns, 1), *cues), 1).astype(np.float32)


def _container(tree: _Tree, parents: Sequence[int], sure: NDArray[np.float64]) -> int:
    """The element that holds the most of the page's prose as its children's and grandchildren's."""
    prose: dict[int, float] = defaultdict(float)
    for parent, words in zip(parents, sure.tolist(), strict=True):
        if words and parent >= 0:
            prose[parent] += words
            prose[tree.parents[parent]] += words * GRANDPARENT
    prose.pop(-1, None)
    return max(prose, key=lambda place: (prose[place], -place), default=-1)


def _of_container(inside: NDArray[np.float64], total: float) -> tuple[NDArray[Any], ...]:
    sure, words, linked, blocks = inside.T
    some = np.maximum(1.0, words)
    return np.log1p(sure), sure / some, linked / some, sure / (total + 1.0), np.log1p(blocks)


def _signatures(
    blocks: Sequence[Block],
    tree: _Tree,
    places: Sequence[int],
    sure: NDArray[np.float64],
    words: NDArray[np.float64],
    links: NDArray[np.float64],
) -> NDArray[np.float64]:
    """What blocks of the same tag and cues, and with the same two parents, are like."""
    numbers: dict[Any, int] = {}
    kinds = []
    for place in places:
        element, parent = tree.elements[place], tree.parents[place]
        outer = tree.elements[parent] if parent >= 0 else element
        key = (element.tag, element.cues, outer.tag, outer.cues)
        kinds.append(numbers.setdefault(key, len(numbers)))
    totals = np.zeros((len(numbers), 4))
    np.add.at(totals, kinds, np.stack((sure, words, links * words, np.ones(len(blocks))), 1))
    found: NDArray[np.float64] = np.stack(_of_container(totals[kinds], float(sure.sum())), 1)
    return found


def _one_hot(numbers: Sequence[int], count: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.asarray(numbers)[:, None] == np.arange(count)
    return found


def _bits(values: Sequence[int], count: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (np.array(values, np.int64)[:, None] >> np.arange(count)) & 1 > 0
    return found
