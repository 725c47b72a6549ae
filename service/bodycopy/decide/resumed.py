"""Articles that go on behind a box: what follows a sign-up form or a list of stories looks like a page's end,
but may be the article's last paragraphs."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.decide.cohesion import MIN_WORDS
from bodycopy.decide.hints import is_hint
from bodycopy.decide.verdict import Verdict
from bodycopy.labels import KEPT
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence
from bodycopy.shape import Shape

#: What boxes are made of.
_BOXES: Final = frozenset(("related", "newsletter", "sponsor", "social", "caption", "player"))
#: What closes an article: the prose behind it is other people's.
_CLOSES: Final = frozenset(("comment_prompt", "reader_comment", "author_bio", "legal", "tags", "credit"))
#: In a text that is mostly something else, paragraphs in doubt are that as well.
LEAST_KEPT: Final = 0.3
#: Down to these log-odds a paragraph is kept that shares so many of its content words with the kept blocks;
#: one that stands beside another paragraph, as teasers and comments seldom do, is kept with fewer of them.
ALONE: Final = (-2.0, 0.3)
BESIDE: Final = (-4.0, 0.2)
#: Down to these log-odds a short sentence is kept right behind a kept block, and how many words it has.
SHORT: Final = -1.5
SHORT_WORDS: Final = range(3, 21)


def keep_resumed(
    scene: Scene, evidence: Sequence[Sequence[Evidence]], scores: Sequence[float], verdicts: list[Verdict]
) -> None:
    """Keeps, in place, the paragraphs behind a box of which no rule says more than a hint and that speak of
    what the kept blocks speak of; and short sentences right behind a kept block. `scores` are log-odds, 0 at
    the threshold."""
    shapes = scene.shapes
    kept = [index for index, verdict in enumerate(verdicts) if verdict.label in KEPT]
    if not kept:
        return
    mostly = sum(shapes[at].words for at in kept) >= LEAST_KEPT * sum(shape.words for shape in shapes)
    words: NDArray[np.int64] | None = None
    closed = boxed = False
    for index in range(kept[0] + 1, len(verdicts)):
        if verdicts[index].label in KEPT:
            closed = boxed = False
            continue
        certain = {entry.label for entry in evidence[index] if entry.certain}
        closed = closed or not certain.isdisjoint(_CLOSES)
        boxed = boxed or not certain.isdisjoint(_BOXES)
        if closed or not is_hint(evidence[index]):
            continue
        keep = scores[index] > SHORT and _is_short(shapes[index]) and _follows(verdicts, index)
        resumes = mostly and boxed and shapes[index].prose and scores[index] > BESIDE[0]
        if resumes and not keep and not _announced(scene, evidence, verdicts, index):
            if words is None:
                words = np.unique(np.concatenate([shapes[at].content for at in kept]))
            shared = _shared(shapes[index], words)
            alone = scores[index] > ALONE[0] and shared >= ALONE[1]
            keep = alone or (_has_company(shapes, index) and shared >= BESIDE[1])
        if keep:
            verdicts[index] = Verdict("body", 0.5, ())


def _follows(verdicts: Sequence[Verdict], index: int) -> bool:
    """Whether nothing but advertisements' labels stands between the block and a kept one."""
    above = index - 1
    while verdicts[above].label == "sponsor" and verdicts[above].rules:
        above -= 1
    return verdicts[above].label == "body"


def _is_short(shape: Shape) -> bool:
    return shape.ends_sentence and shape.words in SHORT_WORDS


def _announced(
    scene: Scene, evidence: Sequence[Sequence[Evidence]], verdicts: Sequence[Verdict], index: int
) -> bool:
    """Whether a short line stands above the block that is neither kept nor known to any rule: the headline of
    a teaser, or the name of somebody portrayed."""
    above = index - 1
    return not scene.shapes[above].prose and verdicts[above].label not in KEPT and not evidence[above]


def _has_company(shapes: Sequence[Shape], index: int) -> bool:
    return shapes[index - 1].prose or (index + 1 < len(shapes) and shapes[index + 1].prose)


def _shared(shape: Shape, words: NDArray[np.int64]) -> float:
    """The share of the block's content words that stand among `words`, which are sorted."""
    own = shape.content
    if len(own) < MIN_WORDS or not len(words):
        return 0.0
    # np.isin would sort `words` again for each block
    return float((words[words.searchsorted(own).clip(max=len(words) - 1)] == own).mean())
