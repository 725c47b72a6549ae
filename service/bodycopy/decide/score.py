"""How much a block looks like the article's running text: its shape and its neighbourhood, weighed."""

import math
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.cohesion import cohesion
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence
from bodycopy.shape import Shape

# Hand-set, in log-odds; see docs/architecture.md for how each was chosen.
BIAS: Final = -1.3
WORDS: Final = 0.4  # per log(1 + words)
SENTENCE: Final = -1.1  # ends like a sentence ...
SENTENCE_WORDS: Final = 0.5  # ... per log(1 + words): a short sentence says little, a long one much
LOWER: Final = 1.1  # per share of words in lower case
NEAR: Final = 0.25  # prose within some three blocks, on the sparser and the denser side
FAR: Final = 0.3
LINKS: Final = -0.25  # short lines without a stop in a row around the block, per line
TINY: Final = -0.6  # three words or fewer
LIST_ITEM: Final = 0.4
# The next three count as far as the document is cluttered: a page's edges are menus, an article's are not.
BEFORE_ALL: Final = -1.8  # no prose stands before the block
AFTER_ALL: Final = -1.4  # none stands after it
LATE: Final = -1.8  # per share of the document's prose that stands before the block
CLUTTER_NONE: Final = 0.15  # share of link-like blocks in a plain article ...
CLUTTER_FULL: Final = 0.5  # ... and in a page
COHESION: Final = 2.0  # per share of content words above COHESION_USUAL
COHESION_USUAL: Final = 0.35
PROSE_CAP: Final = 80
LINK_WORDS: Final = 6


def score_body(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> list[float]:
    """Log-odds that each block is body or heading, from shape and context alone.

    Blocks that a certain rule claims for another label lend no prose to their neighbours.
    """
    shapes = scene.shapes
    claimed = [any(e.certain and e.of is None for e in entries) for entries in evidence]
    prose = [
        float(min(shape.words, PROSE_CAP)) if shape.prose and not taken else 0.0
        for shape, taken in zip(shapes, claimed, strict=True)
    ]
    links = [1.0 if s.words <= LINK_WORDS and not s.ends_sentence else 0.0 for s in shapes]
    near, far, around = _decayed(prose, 0.6), _decayed(prose, 0.9), _decayed(links, 0.8)
    total = sum(prose) + 1.0
    clutter = _clutter(links, claimed)
    before = 0.0
    scores = []
    for index, shape in enumerate(shapes):
        after = total - 1.0 - before - prose[index]
        score = _shape_score(shape) + LIST_ITEM * (scene.blocks[index].kind == "list_item")
        for weight, (left, right) in ((NEAR, near), (FAR, far)):
            low, high = sorted((math.log1p(left[index]), math.log1p(right[index])))
            score += weight * (low + 0.6 * high)
        score += LINKS * (around[0][index] + around[1][index])
        edges = BEFORE_ALL * (before < 1.0) + AFTER_ALL * (after < 1.0) + LATE * before / total
        score += clutter * edges
        scores.append(score)
        before += prose[index]
    sure = [i for i, value in enumerate(scores) if value > 1.0 and prose[i]]
    for index, share in enumerate(cohesion(shapes, sure)):
        if share is not None:
            scores[index] += COHESION * (share - COHESION_USUAL)
    return scores


def _clutter(links: Sequence[float], claimed: Sequence[bool]) -> float:
    """0 for a plain article, 1 for a page among whose blocks menus and teasers are the most."""
    cluttered = sum(1 for link, taken in zip(links, claimed, strict=True) if link or taken)
    share = cluttered / max(1, len(links))
    return max(0.0, min(1.0, (share - CLUTTER_NONE) / (CLUTTER_FULL - CLUTTER_NONE)))


def _shape_score(shape: Shape) -> float:
    size = math.log1p(shape.words)
    score = BIAS + WORDS * size + LOWER * shape.lower + TINY * (shape.words <= 3)
    return score + (SENTENCE + SENTENCE_WORDS * size if shape.ends_sentence else 0.0)


def _decayed(values: Sequence[float], rate: float) -> tuple[list[float], list[float]]:
    """Sums of `values` before and after each place, each step away counting `rate` times as much."""
    before, after = [0.0] * len(values), [0.0] * len(values)
    total = 0.0
    for index, value in enumerate(values):
        before[index] = total
        total = (total + value) * rate
    total = 0.0
    for index in range(len(values) - 1, -1, -1):
        after[index] = total
        total = (total + values[index]) * rate
    return before, after
