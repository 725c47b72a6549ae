"""What moved the learned decider's word on each block: groups of features, hidden one after the other.

A group is hidden by giving its columns, in all blocks at once, the mean that they had in training; what a
block's log-odds lose by that is what the group moved them (occlusion: Zeiler and Fergus 2014, Visualizing and
Understanding Convolutional Networks, section 4.2, there with patches of an image). Groups that say the same
share what they move, so the moves need not add up to the score.
"""

from collections.abc import Sequence
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.features import features, has_markup
from bodycopy.decide.groups import COLUMNS, GROUPS, MARKUP_COLUMNS
from bodycopy.decide.weights import Weights
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

Moves = dict[str, list[float]]
"""By how many log-odds each group moved each block."""


def moves_learned(scene: Scene, evidence: Sequence[Sequence[Evidence]], weights: Weights) -> Moves:
    """What each of GROUPS moved, for each block of `scene`; takes a forward pass a group."""
    if not scene.blocks:
        return {}
    network = weights.network(has_markup(scene))
    seen = features(scene, evidence)
    whole = network.logits(seen)
    found: Moves = {}
    for group in GROUPS:
        hidden = seen.copy()
        columns = columns_of(group)
        columns = columns[columns < seen.shape[1]]
        hidden[:, columns] = network.mean[columns]
        found[group] = (whole - network.logits(hidden)).astype(np.float64).tolist()
    return found


def columns_of(group: str) -> NDArray[np.int64]:
    """The numbers of the columns in `group`, those of markup among them."""
    columns = COLUMNS + MARKUP_COLUMNS
    ends = accumulate(len(names) for _, names in columns)
    runs = [
        range(end - len(names), end) for (of, names), end in zip(columns, ends, strict=True) if of == group
    ]
    return np.fromiter(chain.from_iterable(runs), np.int64)
