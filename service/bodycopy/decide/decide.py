"""Weighs the evidence of every block, and of its neighbours, into one label a block."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.biography import name_biographies
from bodycopy.decide.company import is_entry, look_of, name_by_company, unnamed
from bodycopy.decide.contents import drop_contents
from bodycopy.decide.decider import Decider
from bodycopy.decide.features import has_markup
from bodycopy.decide.headings import HEADING_WORDS, name_headings
from bodycopy.decide.headline import find_headline
from bodycopy.decide.hints import is_hint
from bodycopy.decide.key_points import name_key_points
from bodycopy.decide.opinion import Opinion, with_opinion
from bodycopy.decide.parts import name_parts
from bodycopy.decide.pull_quotes import drop_pull_quotes
from bodycopy.decide.resumed import keep_resumed
from bodycopy.decide.verdict import Verdict
from bodycopy.labels import BOILERPLATE, KEPT, LABELS
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Matched
from bodycopy.match.evidence import Evidence

#: Labels of sections whose lines look like an article's own bylines and dates.
_LISTS: Final = ("reader_comment", "comment_prompt", "related")
#: What stands between paragraphs without ending the article.
_INSERTED: Final = (*BOILERPLATE, "caption")
#: What a later block repeats when it is called a duplicate.
_COPIED: Final = (*KEPT, "title", "subtitle", "duplicate")
_CERTAIN: Final = 0.99
#: Down to these log-odds a short line above a kept paragraph, of which no rule says anything, is its heading.
NEARLY: Final = -0.6
#: So many words has a sub-heading behind a teaser, which has at least so many times more.
SUBHEADING: Final = range(2, 7)
TEASER: Final = 1.6


def decide(
    matched: Matched, disabled: frozenset[str], decider: Decider, opinion: Opinion | None = None
) -> list[Verdict]:
    """One verdict for each block. `disabled` labels are not given. `opinion` is asked where the decider has
    doubts."""
    scene, evidence = matched.scene, matched.evidence
    decider = decider.of(scene)
    scores = decider.score(scene, evidence)
    if opinion:
        matched = with_opinion(matched, scores, opinion)
    if matched.aside:
        evidence = [one + two for one, two in zip(evidence, matched.aside, strict=True)]
    verdicts = [
        _verdict(scene, index, entries, score, disabled, decider)
        for index, (entries, score) in enumerate(zip(evidence, scores, strict=True))
    ]
    find_headline(scene, matched.evidence, verdicts, disabled)
    _fill_gaps(scene, evidence, scores, verdicts, decider.runs_on)
    if not has_markup(scene):
        keep_resumed(scene, evidence, scores, verdicts)
    name_key_points(scene, verdicts, disabled)
    drop_pull_quotes(scene, evidence, verdicts, disabled)
    drop_contents(scene, verdicts, disabled)
    name_headings(scene, verdicts)
    if "duplicate" not in disabled:
        _drop_repeats(scene, evidence, verdicts)
    if any(verdict.label not in KEPT for verdict in verdicts):
        name_by_company(scene, evidence, verdicts, disabled)
        name_parts(scene, verdicts, disabled)
    name_biographies(scene, verdicts, disabled)
    return verdicts


def _verdict(
    scene: Scene,
    index: int,
    entries: Sequence[Evidence],
    score: float,
    disabled: frozenset[str],
    decider: Decider,
) -> Verdict:
    if not entries:
        if score > decider.threshold:
            return Verdict("body", _sigmoid(score - decider.threshold), ())
        label = look_of(is_entry(scene.shapes[index]))
        return Verdict(label if label not in disabled else "other", _sigmoid(decider.threshold - score), ())
    spoken = [entry for entry in entries if entry.of is None]
    certain = [entry for entry in spoken if entry.certain]
    if certain:
        label = certain[0].label if len(certain) == 1 else _strongest(certain)
        if label in ("byline", "date"):
            label = next((e.label for e in spoken if e.label in _LISTS and not e.certain), label)
        return Verdict(label, _CERTAIN, _rules(spoken, label))
    against: dict[str, float] = {}
    for entry in spoken:
        if entry.label in KEPT:
            score += entry.weight
        else:
            against[entry.label] = against.get(entry.label, 0.0) + entry.weight
    score -= decider.rules_speak * sum(against.values())
    if score > decider.threshold:
        return Verdict("body", _sigmoid(score - decider.threshold), _rules(spoken, "body"))
    if len(against) == 1:
        (label,) = against
    elif against:
        label = min(against, key=lambda name: (-against[name], LABELS.index(name)))
    else:
        label = look_of(is_entry(scene.shapes[index]))
        label = label if label not in disabled else "other"
    return Verdict(label, _sigmoid(decider.threshold - score), _rules(spoken, label))


def _fill_gaps(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    scores: Sequence[float],
    verdicts: list[Verdict],
    runs_on: float,
) -> None:
    """Keeps what only its context spoke against: a lone short line between two kept blocks, as
    sub-headings stand (menus come in runs), and a paragraph right behind a kept one."""
    for index in range(1, len(verdicts)):
        if verdicts[index].label not in ("related", "navigation"):
            continue
        if _behind_a_teaser(scene, evidence, verdicts, index):
            verdicts[index] = Verdict("body", 0.5, ())
        if not is_hint(evidence[index]):
            continue
        shape = scene.shapes[index]
        before, after = _next_to(evidence, index, -1), _next_to(evidence, index, 1)
        follows = verdicts[before].label == "body"
        lone = shape.words <= HEADING_WORDS and _leads_on(scene, verdicts, after)
        lone = lone and (follows or (scores[index] > NEARLY and not evidence[index]))
        runs = shape.prose and scores[index] > runs_on
        if lone or (runs and (follows or _amid(evidence, verdicts, index))):
            verdicts[index] = Verdict("body", 0.5, ())


def _behind_a_teaser(
    scene: Scene, evidence: Sequence[Sequence[Evidence]], verdicts: Sequence[Verdict], index: int
) -> bool:
    """Whether a short line stands between the one teaser of a box amid the article ('Read also:') and a
    paragraph, as sub-headings do; teasers are longer."""
    if index < 3 or any(entry.certain for entry in evidence[index]):
        return False
    shapes, opener = scene.shapes, index - 2
    before = opener - 1
    while before > 0 and verdicts[before].label in _INSERTED and verdicts[before].rules:
        before -= 1
    return (
        shapes[index].words in SUBHEADING
        and not shapes[index].ends_sentence
        and verdicts[before].label == "body"
        and any(entry.certain and entry.label == "related" for entry in evidence[opener])
        and verdicts[index - 1].label == "related"
        and not any(entry.certain for entry in evidence[index - 1])
        and shapes[index - 1].words >= TEASER * shapes[index].words
        and _leads_on(scene, verdicts, index + 1)
    )


def _amid(evidence: Sequence[Sequence[Evidence]], verdicts: Sequence[Verdict], index: int) -> bool:
    """Whether the block at `index` stands between kept ones with nothing between but what rules name."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(verdicts) and verdicts[at].label != "body" and not is_hint(evidence[at]):
            at += step
        if not 0 <= at < len(verdicts) or verdicts[at].label != "body":
            return False
    return True


def _leads_on(scene: Scene, verdicts: Sequence[Verdict], after: int) -> bool:
    return after < len(verdicts) and verdicts[after].label == "body" and scene.shapes[after].words > 8


def _next_to(evidence: Sequence[Sequence[Evidence]], index: int, step: int) -> int:
    """The block before (`step` -1) or after the one at `index`, an inserted line or two that a certain rule
    takes passed by; there may be none after it."""
    at = index + step
    for _ in range(2):
        inside = 0 < at < len(evidence) - 1
        if inside and evidence[at] and any(e.certain and e.label in _INSERTED for e in evidence[at]):
            at += step
    return at


def _drop_repeats(scene: Scene, evidence: Sequence[Sequence[Evidence]], verdicts: list[Verdict]) -> None:
    """Labels a block that is kept, or dropped for its looks, `duplicate` where the block that it repeats is
    kept or is the headline, and a short line that stands again among such blocks with them. The first copy of
    a dropped block may be the window's title: one that is kept, or the headline, is looked for behind it."""
    seen: set[str] = set()
    copied: set[int] = set()
    copies: dict[int, Verdict] = {}
    repeated = [False] * len(verdicts)
    for index, entries in enumerate(evidence):
        kept = verdicts[index].label in KEPT
        if kept or verdicts[index].label == "title":
            copied.update(entry.of for entry in entries if entry.of is not None)
        if not kept and not unnamed(verdicts[index]):
            continue
        for entry in entries:
            if entry.of is None:
                continue
            copy = Verdict(entry.label, _CERTAIN, (entry.rule,))
            if verdicts[entry.of].label in _COPIED:
                verdicts[index] = copy
                repeated[index] = True
                break
            if not kept and entry.of in copied:
                copies[index] = copy
        if not kept:
            continue
        repeated[index] = repeated[index] or scene.shapes[index].folded in seen
        seen.add(scene.shapes[index].folded)
    left = [i for i, v in enumerate(verdicts) if v.label in (*KEPT, "duplicate")]
    for place, index in enumerate(left):
        if verdicts[index].label == "duplicate" or not repeated[index]:
            continue
        neighbours = [verdicts[left[p]] for p in (place - 1, place + 1) if 0 <= p < len(left)]
        if neighbours and all(neighbour.label == "duplicate" for neighbour in neighbours):
            verdicts[index] = neighbours[0]
    for index, copy in copies.items():
        verdicts[index] = copy


def _strongest(certain: Sequence[Evidence]) -> str:
    votes: dict[str, int] = defaultdict(int)
    for entry in certain:
        votes[entry.label] += 1
    return min(votes, key=lambda name: (-votes[name], LABELS.index(name)))


def _rules(entries: Sequence[Evidence], label: str) -> tuple[str, ...]:
    found = [entry.rule for entry in entries if entry.label == label]
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _sigmoid(value: float) -> float:
    if abs(value) > 30.0:
        value = math.copysign(30.0, value)
    return round(1.0 / (1.0 + math.exp(-value)), 3)
