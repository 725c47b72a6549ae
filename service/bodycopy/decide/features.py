"""What the learned decider sees of each block: its shape, what rules say of it, and its surroundings."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.cohesion import cohesion
from bodycopy.decide.surroundings import decayed
from bodycopy.labels import BOILERPLATE, KEPT, LABELS
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

PROSE_CAP: Final = 80
#: A book is like a long article: there is no more prose and no more blocks than these.
TOTAL_CAP: Final = 4_000.0
COUNT_CAP: Final = 400
LINK_WORDS: Final = 6
_INDEX: Final = {label: number for number, label in enumerate(LABELS)}
_RATES: Final = (0.6, 0.9, 0.97)
_QUOTES: Final = "\"'"


def features(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> NDArray[np.float32]:
    """A row for each block of `scene`."""
    shapes = scene.shapes
    count = len(shapes)
    (words, lower, ends, sentences, prose, characters, digits, capitals, marks) = np.array(
        [(s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10]) for s in shapes], np.float64
    ).T
    said = _said(evidence, count)
    certain, weights, repeats = said[:, : len(LABELS)], said[:, len(LABELS) : -2], said[:, -2:]
    taken = certain[:, len(KEPT) :].any(1)
    junk = np.minimum(1.0, (certain + weights)[:, -len(BOILERPLATE) :].sum(1))
    other = np.minimum(1.0, (certain + weights)[:, len(KEPT) : -len(BOILERPLATE)].sum(1))
    sure = prose * np.minimum(words, PROSE_CAP) * ~taken
    links = np.asarray((words <= LINK_WORDS) & (ends == 0))
    size = np.maximum(1.0, characters)

    before = np.cumsum(sure) - sure
    total = float(sure.sum())
    near = [decayed(sure, rate) for rate in _RATES]
    dense = np.log1p(near[0]).sum(0)
    shares = cohesion(shapes, np.flatnonzero((sure > 0) & (dense > 5.0)))
    position = np.arange(count) / max(1, count - 1)
    columns: list[Any] = [
        np.log1p(words), np.log1p(characters), lower, ends, np.log(sentences), prose,
        digits / size, capitals / size, marks / size, links,
        *_marks(scene).T,
        repeats[:, 0], repeats[:, 1],
        shares, junk, other, taken,
        *(np.log1p(row) for pair in near for row in pair),
        *decayed(links, 0.8), *decayed(junk, 0.8), *decayed(other, 0.8), *decayed(taken, 0.9),
        *decayed(ends * np.log1p(words), 0.8),
        *_distance(sure > 0),
        before < 1.0, total - before - sure < 1.0, before / (total + 1.0), position,
        np.full(count, math.log1p(min(total, TOTAL_CAP))), np.full(count, math.log1p(min(count, COUNT_CAP))),
        np.full(count, links.mean()), np.full(count, taken.mean()), np.full(count, prose.mean()),
    ]  # fmt: skip
    return np.concatenate((np.stack(columns, 1), certain, weights), 1).astype(np.float32)


def _said(evidence: Sequence[Sequence[Evidence]], count: int) -> NDArray[np.float64]:
    """For each block: by label whether a certain rule speaks for it, by label the weights of the others, and
    whether the block repeats an earlier one or is repeated."""
    said = np.zeros((count, 2 * len(LABELS) + 2))
    for index, entries in enumerate(evidence):
        for entry in entries:
            if entry.of is not None:
                said[index, -2] = 1.0
                said[entry.of, -1] = 1.0
            elif entry.label in _INDEX:
                if entry.certain:
                    said[index, _INDEX[entry.label]] = 1.0
                else:
                    said[index, len(LABELS) + _INDEX[entry.label]] += entry.weight / 2.0
    return said


def _marks(scene: Scene) -> NDArray[np.float64]:
    """How each block begins and ends, and what stands in it."""
    rows = []
    for block, shape in zip(scene.blocks, scene.shapes, strict=True):
        text = shape.folded
        first, last = text[:1], text[-1:]
        rows.append(
            (
                block.kind == "list_item",
                last == ":",
                last in ("?", "!"),
                last == "…" or text.endswith("..."),
                first in _QUOTES,
                first.islower(),
                first.isdigit(),
                "|" in text,
                text.count(",") / max(1, shape.words),
                '"' in text,
                "@" in text or "http" in text or "www." in text,
                shape.words == 1,
            )
        )
    return np.array(rows, np.float64)


def _distance(sure: NDArray[np.bool_]) -> tuple[NDArray[Any], NDArray[Any]]:
    """How far it is to the last sure paragraph before each block and to the next one, as 1 / (1 + blocks)."""
    places = np.arange(len(sure))
    last = np.maximum.accumulate(np.where(sure, places, -10_000))
    following = np.minimum.accumulate(np.where(sure, places, 10_000_000)[::-1])[::-1]
    return 1.0 / (1.0 + places - last), 1.0 / (1.0 + following - places)
