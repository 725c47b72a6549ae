"""A second opinion on pages that the decider doubts: what another extractor takes for the article speaks for
the same blocks here."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Matched
from bodycopy.match.evidence import Evidence
from bodycopy.shingles import share_known, shingles

Opinion = Callable[[], str]
#: The id under which this evidence stands in results.
SECOND_OPINION: Final = "shape/second-opinion"
WHY: Final = "The page is in doubt, and another extractor takes the block for the article's."
#: A page is doubted where its decider is less sure than this of the words that it might keep: one in twenty
#: of 793 pages. Asking about one in ten gains nothing more, about more than that loses.
SURE: Final = 0.7
MIGHT_KEEP: Final = 0.1
WEIGHT: Final = 1.0
#: Of a block's shingles so many must be in the other's text.
MOST: Final = 0.5


def with_opinion(matched: Matched, scores: Sequence[float], opinion: Opinion) -> Matched:
    """`matched`, and beside it what `opinion` says for its blocks, where their `scores` (log-odds) leave
    doubts."""
    scene = matched.scene
    if _sureness(scene, scores) >= SURE:
        return matched
    known = set(shingles(opinion()))
    if not known:
        return matched
    said = Evidence(SECOND_OPINION, "body", WEIGHT, certain=False)
    aside = [[said] if share_known(block.text, known) >= MOST else [] for block in scene.blocks]
    if matched.aside:
        aside = [one + two for one, two in zip(matched.aside, aside, strict=True)]
    return replace(matched, aside=aside)


def _sureness(scene: Scene, scores: Sequence[float]) -> float:
    """How far from a coin's toss the words are that might be kept, from 0 to 1."""
    total = sure = 0.0
    for shape, score in zip(scene.shapes, scores, strict=True):
        likely = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
        if likely > MIGHT_KEEP:
            total += shape.words
            sure += shape.words * abs(likely - 0.5) * 2.0
    return sure / total if total else 1.0
