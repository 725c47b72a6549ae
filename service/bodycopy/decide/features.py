"""What the learned decider sees of each block: its shape, what rules say of it, and its surroundings."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.columns import ENDS_WORDS, FEATURES, LINKS, LIST_ITEM, PROSE, PROSE_WORDS, read_columns
from bodycopy.decide.cohesion import cohesion
from bodycopy.decide.markup import markup_features
from bodycopy.decide.surroundings import decayed
from bodycopy.labels import BOILERPLATE, KEPT, LABELS
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

#: A book is like a long article: there is no more prose and no more blocks than these.
TOTAL_CAP: Final = 4_000.0
COUNT_CAP: Final = 400
_INDEX: Final = {label: number for number, label in enumerate(LABELS)}
_WIDTH: Final = 55 + 2 * len(LABELS)


def features(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> NDArray[np.float32]:
    """A row for each block of `scene`: first what its text and its surroundings say, then, where the document
    has markup, what that says."""
    found, sure = _of_text(scene, evidence)
    if not has_markup(scene):
        return found
    return np.concatenate((found, markup_features(scene, sure)), 1)


def has_markup(scene: Scene) -> bool:
    """Whether the blocks of `scene` come from a page with markup."""
    return bool(scene.blocks) and scene.blocks[0].markup is not None


def _of_text(
    scene: Scene, evidence: Sequence[Sequence[Evidence]]
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """A row for each block, and how many words of a sure paragraph it has."""
    shapes = scene.shapes
    count = len(shapes)
    rows = read_columns([shape.columns for shape in shapes])
    said = _said(evidence, count)
    certain, weights, repeats = said[: len(LABELS)], said[len(LABELS) : -2], said[-2:]
    spoken = certain + weights
    taken = certain[len(KEPT) :].any(0)
    junk = np.minimum(1.0, spoken[-len(BOILERPLATE) :].sum(0))
    other = np.minimum(1.0, spoken[len(KEPT) : -len(BOILERPLATE)].sum(0))
    sure = rows[PROSE_WORDS] * ~taken
    links, prose = rows[LINKS], rows[PROSE]

    before = np.cumsum(sure) - sure
    total = float(sure.sum())
    tenth = decayed(np.stack((sure, taken)), 0.9)
    near = np.log1p((decayed(sure, 0.6), tenth[:, 0], decayed(sure, 0.97)))
    around = decayed(np.stack((links, junk, other, rows[ENDS_WORDS])), 0.8).swapaxes(0, 1)
    dense = near[0].sum(0)
    position = np.arange(count) / max(1, count - 1)
    shares = cohesion(shapes, np.flatnonzero((sure > 0) & (dense > 5.0)))

    found = np.empty((_WIDTH, count), np.float32)
    found[:FEATURES] = rows[:FEATURES]
    found[LIST_ITEM] = [block.kind == "list_item" for block in scene.blocks]
    columns: tuple[Any, ...] = (
        *repeats, shares, junk, other, taken,
        *near.reshape(-1, count),
        *around[:3].reshape(-1, count), *tenth[:, 1], *around[3],
        *_distance(sure > 0),
        before < 1.0, total - before - sure < 1.0, before / (total + 1.0), position,
        math.log1p(min(total, TOTAL_CAP)), math.log1p(min(count, COUNT_CAP)),
        links.mean(), taken.mean(), prose.mean(),
    )  # fmt: skip
    for at, column in enumerate(columns, start=FEATURES):
        found[at] = column
    found[-2 * len(LABELS) :] = said[:-2]
    return found.T, sure


def _said(evidence: Sequence[Sequence[Evidence]], count: int) -> NDArray[np.float64]:
    """For each block, down its column: by label whether a certain rule speaks for it, by label the weights of
    the others, and whether the block repeats an earlier one or is repeated."""
    certain: list[int] = []
    weighed: list[int] = []
    weights: list[float] = []
    for index, entries in enumerate(evidence):
        for entry in entries:
            if entry.of is not None:
                certain += (2 * len(LABELS) * count + index, (2 * len(LABELS) + 1) * count + entry.of)
            elif entry.certain:
                certain.append(_INDEX[entry.label] * count + index)
            else:
                weighed.append((len(LABELS) + _INDEX[entry.label]) * count + index)
                weights.append(entry.weight / 2.0)
    size = (2 * len(LABELS) + 2) * count
    said = np.asarray(np.bincount(np.array(weighed, np.int64), weights, size), np.float64)
    said[certain] = 1.0
    return said.reshape(-1, count)


def _distance(sure: NDArray[np.bool_]) -> tuple[NDArray[Any], NDArray[Any]]:
    """How far it is to the last sure paragraph before each block and to the next one, as 1 / (1 + blocks)."""
    places = np.arange(len(sure))
    last = np.maximum.accumulate(np.where(sure, places, -10_000))
    following = np.minimum.accumulate(np.where(sure, places, 10_000_000)[::-1])[::-1]
    return 1.0 / (1.0 + places - last), 1.0 / (1.0 + following - places)
