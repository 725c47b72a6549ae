"""How much a block looks like the article's running text: its shape and its neighbourhood, weighed."""

import math
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.cohesion import cohesion
from bodycopy.labels import BOILERPLATE, KEPT
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence
from bodycopy.shape import Shape

# Weights in log-odds, set by hand from a logistic fit; docs/architecture.md says how.
BIAS: Final = 2.0
WORDS: Final = 0.15  # per log(1 + words)
SENTENCE: Final = -1.05  # ends like a sentence ...
SENTENCE_WORDS: Final = 0.45  # ... per log(1 + words): a short sentence says little, a long one much
LOWER: Final = 0.65  # per share of words in lower case
TINY: Final = -1.15  # three words or fewer
LIST_ITEM: Final = 0.6
# Prose within some three and some ten blocks, per log(1 + words of it), on its sparser and denser side.
NEAR_SPARSE: Final = -0.5
NEAR_DENSE: Final = 0.9
FAR_SPARSE: Final = 0.35
FAR_DENSE: Final = 0.4
TOTAL: Final = -0.65  # per log(1 + words) of all prose, up to a long article's: there is much of it anywhere
TOTAL_CAP: Final = 2_000.0
LINKS: Final = -0.06  # per short line without a stop around the block
JUNK_DENSE: Final = -0.7  # per block around it that a rule takes for boilerplate, on the denser side ...
JUNK_SPARSE: Final = -0.6  # ... and on the sparser
COHESION: Final = 0.8  # per share of content words above COHESION_USUAL
COHESION_USUAL: Final = 0.35
# These count as far as the document is cluttered: a page's edges are menus, an article's are not.
CLUTTER: Final = 0.9
CLUTTER_NEAR_DENSE: Final = -0.7
CLUTTER_NEAR_SPARSE: Final = 0.35
BEFORE_ALL: Final = -1.9  # no prose stands before the block
AFTER_ALL: Final = -1.1  # none stands after it
LATE: Final = -1.4  # per share of the document's prose that stands before the block
CLUTTER_NONE: Final = 0.15  # share of link-like and claimed blocks in a plain article ...
CLUTTER_FULL: Final = 0.5  # ... and in a page
PROSE_CAP: Final = 80
LINK_WORDS: Final = 6
SURE_PROSE: Final = 5.0  # prose near a paragraph, in the unit above, from which it is surely the article's


def score_body(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> list[float]:
    """Log-odds that each block is body or heading, from shape and context alone.

    Blocks that a certain rule claims for another label lend no prose to their neighbours.
    """
    shapes = scene.shapes
    claimed = [_claimed(entries) for entries in evidence]
    junk = [_speaks_of_junk(entries) for entries in evidence]
    prose = [
        float(min(shape.words, PROSE_CAP)) if shape.prose and not taken else 0.0
        for shape, taken in zip(shapes, claimed, strict=True)
    ]
    links = [1.0 if s.words <= LINK_WORDS and not s.ends_sentence else 0.0 for s in shapes]
    near, far = _decayed(prose, 0.6), _decayed(prose, 0.9)
    around, junky = _decayed(links, 0.8), _decayed(junk, 0.8)
    clutter = _clutter(links, claimed)
    total = sum(prose)
    dense = NEAR_DENSE + clutter * CLUTTER_NEAR_DENSE
    sparse = NEAR_SPARSE + clutter * CLUTTER_NEAR_SPARSE
    base = BIAS + clutter * CLUTTER + TOTAL * math.log1p(min(total + 1.0, TOTAL_CAP))
    before = 0.0
    scores: list[float] = []
    sure: list[int] = []
    for index, shape in enumerate(shapes):
        low, high = _logs(near, index)
        far_low, far_high = _logs(far, index)
        few, many = sorted((junky[0][index], junky[1][index]))
        score = base + _shape_score(shape) + LIST_ITEM * (scene.blocks[index].kind == "list_item")
        score += sparse * low + dense * high + FAR_SPARSE * far_low + FAR_DENSE * far_high
        score += LINKS * (around[0][index] + around[1][index]) + JUNK_DENSE * many + JUNK_SPARSE * few
        edges = LATE * before / (total + 1.0)
        if not prose[index]:
            edges += BEFORE_ALL * (before < 1.0) + AFTER_ALL * (total - before < 1.0)
        elif low + high > SURE_PROSE:
            sure.append(index)
        scores.append(score + clutter * edges)
        before += prose[index]
    for index, share in enumerate(cohesion(shapes, sure)):
        if share is not None:
            scores[index] += COHESION * (share - COHESION_USUAL)
    return scores


def _claimed(entries: Sequence[Evidence]) -> bool:
    """Whether a certain rule takes the block out of the text."""
    return any(entry.certain and entry.of is None and entry.label not in KEPT for entry in entries)


def _speaks_of_junk(entries: Sequence[Evidence]) -> float:
    """1 where a rule speaks, not just weakly, for a boilerplate label."""
    return float(
        any(e.of is None and (e.certain or e.weight >= 1.0) and e.label in BOILERPLATE for e in entries)
    )


def _logs(sums: tuple[list[float], list[float]], index: int) -> tuple[float, float]:
    left, right = math.log1p(sums[0][index]), math.log1p(sums[1][index])
    return (left, right) if left < right else (right, left)


def _clutter(links: Sequence[float], claimed: Sequence[bool]) -> float:
    """0 for a plain article, 1 for a page among whose blocks menus and teasers are the most."""
    cluttered = sum(1 for link, taken in zip(links, claimed, strict=True) if link or taken)
    share = cluttered / max(1, len(links))
    return max(0.0, min(1.0, (share - CLUTTER_NONE) / (CLUTTER_FULL - CLUTTER_NONE)))


def _shape_score(shape: Shape) -> float:
    size = math.log1p(shape.words)
    score = WORDS * size + LOWER * shape.lower + TINY * (shape.words <= 3)
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
