"""The learned decider: log-odds that a block is the article's, from its features and its neighbours'."""

import math
from collections.abc import Sequence

import numpy as np

from bodycopy.decide.features import features, has_markup
from bodycopy.decide.weights import Weights
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence


def score_learned(scene: Scene, evidence: Sequence[Sequence[Evidence]], weights: Weights) -> list[float]:
    """Log-odds that each block is body or heading; 0 at the weights' threshold."""
    if not scene.blocks:
        return []
    odds = weights.network(has_markup(scene)).logits(features(scene, evidence)).astype(np.float64)
    found: list[float] = (odds - math.log(weights.threshold / (1.0 - weights.threshold))).tolist()
    return found
