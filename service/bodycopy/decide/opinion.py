"""A second opinion on pages that the decider doubts: what another extractor takes for the article speaks for
the same blocks here."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

Opinion = Callable[[], str]
#: The id under which this evidence stands in results.
SECOND_OPINION: Final = "shape/second-opinion"
#: A page is doubted where its decider is less sure than this of the words that it might keep: of 793 pages
#: one in ten, on which the other extractor is right as often.
SURE: Final = 0.75
MIGHT_KEEP: Final = 0.1
WEIGHT: Final = 1.0
SHINGLE: Final = 4
#: Of a block's shingles so many must be in the other's text.
MOST: Final = 0.5


def second_evidence(scene: Scene, scores: Sequence[float], opinion: Opinion) -> list[list[Evidence]] | None:
    """For each block what `opinion` says for it, None where the page is not doubted. `scores` are
    log-odds."""
    if _sureness(scene, scores) >= SURE:
        return None
    known = set(_shingles(opinion()))
    if not known:
        return None
    said = [Evidence(SECOND_OPINION, "body", WEIGHT, certain=False)]
    return [list(said) if _share(block.text, known) >= MOST else [] for block in scene.blocks]


def _sureness(scene: Scene, scores: Sequence[float]) -> float:
    """How far from a coin's toss the words are that might be kept, from 0 to 1."""
    total = sure = 0.0
    for shape, score in zip(scene.shapes, scores, strict=True):
        likely = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
        if likely > MIGHT_KEEP:
            total += shape.words
            sure += shape.words * abs(likely - 0.5) * 2.0
    return sure / total if total else 1.0


def _share(text: str, known: set[tuple[str, ...]]) -> float:
    own = _shingles(text)
    return sum(shingle in known for shingle in own) / len(own) if own else 0.0


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = text.casefold().split()
    return list(zip(*(words[skip:] for skip in range(SHINGLE)), strict=False))
