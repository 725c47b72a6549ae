"""The headline and what stands with it: title, subtitle, and the name of the site above them."""

from collections.abc import Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict
from bodycopy.labels import KEPT
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

MAX_WORDS: Final = 35
#: How far above the first paragraph of the article a headline is looked for.
REACH: Final = 40
_ANCHORS: Final = ("byline", "date")
_PASSED: Final = ("byline", "date", "caption", "section", "social", "subtitle", "player", "other")


def find_headline(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    verdicts: list[Verdict],
    disabled: frozenset[str],
) -> None:
    """Labels the title, and the subtitle under it, in place."""
    first = _first_paragraph(scene, verdicts)
    if first is None or "title" in disabled:
        return
    about = {
        word
        for verdict, shape in zip(verdicts, scene.shapes, strict=True)
        if verdict.label == "body"
        for word in shape.content
    }
    best, best_score = None, 0.0
    for index in range(max(0, first - REACH), first):
        score = _title_score(scene, evidence, verdicts, index, first, about)
        if score is not None and score > best_score:
            best, best_score = index, score
    if best is None:
        return
    speaking = tuple(e.rule for e in evidence[best] if e.label == "title")
    verdicts[best] = Verdict("title", round(min(0.99, 0.5 + best_score / 12), 3), speaking)
    _name_company(scene, verdicts, best, first, disabled)


def _first_paragraph(scene: Scene, verdicts: Sequence[Verdict]) -> int | None:
    return next(
        (
            i
            for i, (verdict, shape) in enumerate(zip(verdicts, scene.shapes, strict=True))
            if verdict.label == "body" and shape.prose
        ),
        None,
    )


def _title_score(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    verdicts: Sequence[Verdict],
    index: int,
    first: int,
    about: set[str],
) -> float | None:
    """How much the block at `index` is like the headline of the paragraph at `first`, or None."""
    shape = scene.shapes[index]
    said = [e for e in evidence[index] if e.of is None]
    if any(e.certain and e.label != "title" for e in said):
        return None
    if not 2 <= shape.words <= MAX_WORDS or shape.folded.endswith((",", ";", ":")):
        return None
    if shape.ends_sentence and not shape.folded.endswith(("?", "!", ")", '"', "'")):
        return None
    words = shape.content
    shared = sum(1 for word in words if word in about) / len(words) if words else 0.0
    score = 4.0 * shared * min(1.0, len(words) / 3) + min(shape.words, 8) / 4
    score += sum(e.weight if e.label == "title" else -e.weight for e in said)
    between = range(index + 1, first)
    strange = sum(
        1 for i in between if verdicts[i].label not in _PASSED and not scene.shapes[i].ends_sentence
    )
    score -= 0.25 * strange
    score += 1.0 * any(verdicts[i].label in _ANCHORS for i in between)
    score -= 1.0 * (scene.blocks[index].kind == "list_item")
    return score - 1.0


def _name_company(
    scene: Scene, verdicts: list[Verdict], title: int, first: int, disabled: frozenset[str]
) -> None:
    """Labels what stands between the title and the first paragraph and is no one else's."""
    for index in range(title + 1, first):
        verdict, shape = verdicts[index], scene.shapes[index]
        if verdict.rules or shape.phrase and shape.phrase == scene.shapes[title].phrase:
            continue
        if verdict.label in ("related", "body", "heading") and shape.words >= 5 and "subtitle" not in disabled:
            verdicts[index] = Verdict("subtitle", verdict.confidence, ())
