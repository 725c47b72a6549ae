"""What the decider sees of a block's markup: its element, those around it, and how the page's prose is
spread over them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.cues import CUES
from bodycopy.decide.tree import AROUND, Tree, by_number
from bodycopy.match.conditions import Scene

#: A block's own element, as far as it matters.
TAGS: Final[dict[str, tuple[str, ...]]] = {
    "paragraph": ("p",),
    "item": ("li", "dd", "dt"),
    "h1": ("h1",),
    "h2": ("h2",),
    "h3": ("h3",),
    "heading": ("h4", "h5", "h6"),
    "cell": ("td", "th", "tr"),
    "link": ("a",),
    "inline": ("span", "strong", "b", "em"),
    "container": ("div", "section", "article", "main", "body"),
    "control": ("button", "label", "option"),
    "figure": ("figcaption", "figure", "caption"),
    "time": ("time",),
    "blockquote": ("blockquote",),
    "code": ("pre", "code"),
}
KINDS: Final = ("heading", "list_item", "quote", "table_row", "code")
#: What is asked of the element around a block, the one around that, and all blocks of the same looks.
INSIDE: Final = ("prose", "prose_density", "link_density", "prose_share", "blocks")
_TAG: Final = {tag: number for number, tags in enumerate(TAGS.values()) for tag in tags}
_KIND: Final = {kind: number for number, kind in enumerate(KINDS)}
# Where these columns stand.
_OF_KIND: Final = slice(6, 6 + len(KINDS))
_OF_TAG: Final = slice(_OF_KIND.stop, _OF_KIND.stop + len(TAGS))
_INSIDE: Final = slice(_OF_TAG.stop + 1, _OF_TAG.stop + 1 + 3 * len(INSIDE))
WIDTH: Final = _INSIDE.stop + 2 + 3 * len(CUES) + len(AROUND)
#: A paragraph counts less for the element around the one that it stands in.
GRANDPARENT: Final = 0.5
#: Elements further apart are as far apart as can be.
FAR: Final = 12


def markup_features(scene: Scene, sure: NDArray[np.float64]) -> NDArray[np.float32]:
    """A row for each block of `scene`, all of which carry markup; `sure` holds the words of sure paragraphs,
    0 for other blocks."""
    _, _, _, kinds, levels, _, inlines, marks = zip(*scene.blocks, strict=True)
    elements, densities, hidden, shares = zip(*marks, strict=True)
    tree = Tree(elements)
    places = np.array(tree.places)
    above = np.array(tree.parents)
    parents = above[places]
    outer = above[np.maximum(parents, 0)]
    words = np.array([shape.words for shape in scene.shapes], np.float64)
    links = np.array(densities)
    stated = np.array([-1.0 if share is None else share for share in shares])
    of_block = np.stack((sure, words, links * words, np.ones(len(marks))), 1)
    inside = tree.sums(of_block)
    total = float(sure.sum()) + 1.0
    away = np.minimum(tree.distances(_container(tree, parents, sure)), FAR)[:, places]
    looks = tree.looks()
    alike = by_number(of_block, looks, max(looks) + 1)
    found = np.empty((WIDTH, len(marks)), np.float32)
    found[0], found[1] = links, hidden
    found[2], found[3] = np.maximum(stated, 0.0), stated >= 0.0
    found[4] = np.array([len(within) for within in inlines]) / np.maximum(1.0, words)
    found[5] = levels
    found[_OF_KIND] = _one_hot([_KIND.get(kind, -1) for kind in kinds], len(KINDS))
    found[_OF_TAG] = _one_hot([_TAG.get(element.tag, -1) for element in elements], len(TAGS))
    found[_OF_TAG.stop] = np.log1p([element.depth for element in elements])
    rows = np.concatenate((inside[np.maximum(parents, 0)], inside[np.maximum(outer, 0)], alike[looks]))
    found[_INSIDE] = _inside(rows, total).reshape(len(INSIDE), 3, -1).swapaxes(0, 1).reshape(-1, len(marks))
    found[_INSIDE.stop : _INSIDE.stop + 2] = away
    at = _INSIDE.stop + 2
    for bits, count in zip(tree.names(), (*3 * (len(CUES),), len(AROUND)), strict=True):
        found[at : at + count] = _bits(bits[places], count)
        at += count
    return found.T


def _container(tree: Tree, parents: Any, sure: NDArray[np.float64]) -> int:
    """The element that holds the most of the page's prose as its children's and grandchildren's."""
    prose: dict[int, float] = defaultdict(float)
    for place in np.flatnonzero(sure).tolist():
        parent = int(parents[place])
        if parent >= 0:
            prose[parent] += sure[place]
            prose[tree.parents[parent]] += sure[place] * GRANDPARENT
    prose.pop(-1, None)
    return max(prose, key=lambda place: (prose[place], -place), default=-1)


def _inside(sums: NDArray[np.float64], total: float) -> NDArray[np.float64]:
    """The columns INSIDE, of rows of sure words, words, linked words and blocks."""
    sure, words, linked, blocks = sums.T
    some = np.maximum(1.0, words)
    return np.stack((np.log1p(sure), sure / some, linked / some, sure / total, np.log1p(blocks)))


def _one_hot(numbers: Sequence[int], count: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.arange(count)[:, None] == np.array(numbers)
    return found


def _bits(values: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = values >> np.arange(count)[:, None] & 1 > 0
    return found
