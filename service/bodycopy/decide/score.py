"""How much a block looks like the article's running text: its shape and its neighbourhood, weighed."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.columns import LINK_WORDS, PROSE_CAP
from bodycopy.decide.cohesion import USUAL, cohesion
from bodycopy.decide.groups import COHESION as COHESION_GROUP
from bodycopy.decide.groups import DOCUMENT, LINKS_AROUND, PLACE, PROSE_AROUND, RULES_AROUND, SHAPE
from bodycopy.decide.surroundings import decayed
from bodycopy.labels import BOILERPLATE, KEPT
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

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
COHESION: Final = 0.8  # per share of content words above the usual one
# These count as far as the document is cluttered: a page's edges are menus, an article's are not.
CLUTTER: Final = 0.9
CLUTTER_NEAR_DENSE: Final = -0.7
CLUTTER_NEAR_SPARSE: Final = 0.35
BEFORE_ALL: Final = -1.9  # no prose stands before the block
AFTER_ALL: Final = -1.1  # none stands after it
LATE: Final = -1.4  # per share of the document's prose that stands before the block
CLUTTER_NONE: Final = 0.15  # share of link-like and claimed blocks in a plain article ...
CLUTTER_FULL: Final = 0.5  # ... and in a page
SURE_PROSE: Final = 5.0  # prose near a paragraph, in the unit above, from which it is surely the article's


def score_body(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> list[float]:
    """Log-odds that each block is body or heading, from shape and context alone.

    Blocks that a certain rule claims for another label lend no prose to their neighbours.
    """
    parts = _parts(scene, evidence) if scene.blocks else {}
    found: list[float] = sum(parts.values(), np.zeros(len(scene.blocks))).tolist()
    return found


def body_parts(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> dict[str, list[float]]:
    """What each group of weights adds to the score of each block."""
    parts = _parts(scene, evidence) if scene.blocks else {}
    return {group: values.tolist() for group, values in parts.items()}


def _parts(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> dict[str, NDArray[np.float64]]:
    shapes = scene.shapes
    words = np.array([shape.words for shape in shapes], np.float64)
    ends = np.array([shape.ends_sentence for shape in shapes])
    claimed = np.array([bool(entries) and _claimed(entries) for entries in evidence])
    junk = np.array([1.0 if entries and _speaks_of_junk(entries) else 0.0 for entries in evidence])
    prose = np.minimum(words, PROSE_CAP) * (np.array([shape.prose for shape in shapes]) & ~claimed)
    links = (words <= LINK_WORDS) & ~ends
    near, far = np.log1p(decayed(prose, 0.6)), np.log1p(decayed(prose, 0.9))
    around, junky = decayed(links, 0.8), decayed(junk, 0.8)
    clutter = _clutter(links, claimed)
    before = np.cumsum(prose) - prose
    total = float(prose.sum())

    size = np.log1p(words)
    own = WORDS * size + LOWER * np.array([shape.lower for shape in shapes]) + TINY * (words <= 3)
    own += ends * (SENTENCE + SENTENCE_WORDS * size)
    own += LIST_ITEM * np.array([block.kind == "list_item" for block in scene.blocks])
    around_prose = (NEAR_SPARSE + clutter * CLUTTER_NEAR_SPARSE) * near.min(0)
    around_prose += (NEAR_DENSE + clutter * CLUTTER_NEAR_DENSE) * near.max(0)
    around_prose += FAR_SPARSE * far.min(0) + FAR_DENSE * far.max(0)
    edges = BEFORE_ALL * (before < 1.0) + AFTER_ALL * (total - before < 1.0)
    sure = np.flatnonzero((prose > 0.0) & (near.sum(0) > SURE_PROSE))
    whole = BIAS + clutter * CLUTTER + TOTAL * math.log1p(min(total + 1.0, TOTAL_CAP))
    return {
        SHAPE: own,
        PROSE_AROUND: around_prose,
        LINKS_AROUND: LINKS * around.sum(0),
        RULES_AROUND: JUNK_DENSE * junky.max(0) + JUNK_SPARSE * junky.min(0),
        PLACE: clutter * (LATE * before / (total + 1.0) + edges * (prose == 0.0)),
        COHESION_GROUP: COHESION * (cohesion(shapes, sure) - USUAL),
        DOCUMENT: np.full(len(shapes), whole),
    }


def _claimed(entries: Sequence[Evidence]) -> bool:
    """Whether a certain rule takes the block out of the text."""
    return any(entry.certain and entry.of is None and entry.label not in KEPT for entry in entries)


def _speaks_of_junk(entries: Sequence[Evidence]) -> bool:
    """Whether a rule speaks, not just weakly, for a boilerplate label."""
    return any(e.of is None and (e.certain or e.weight >= 1.0) and e.label in BOILERPLATE for e in entries)


def _clutter(links: NDArray[np.bool_], claimed: NDArray[np.bool_]) -> float:
    """0 for a plain article, 1 for a page among whose blocks menus and teasers are the most."""
    share = np.count_nonzero(links | claimed) / max(1, len(links))
    return max(0.0, min(1.0, (share - CLUTTER_NONE) / (CLUTTER_FULL - CLUTTER_NONE)))
