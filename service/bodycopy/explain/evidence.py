"""Why each block of a document has its label: what the rules say for it and against it, and what its
shape and place say."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple

from bodycopy.batch.templated import TEMPLATE
from bodycopy.batch.templated import WHY as WHY_TEMPLATE
from bodycopy.decide.decider import Decider
from bodycopy.decide.groups import GROUPS
from bodycopy.decide.judge import Judged
from bodycopy.decide.opinion import SECOND_OPINION, Opinion, with_opinion
from bodycopy.decide.opinion import WHY as WHY_OPINION
from bodycopy.explain.words import AGAIN, Look, places, reason, surroundings
from bodycopy.folding import cut_out
from bodycopy.labels import KEPT, label_of_block
from bodycopy.match.engine import Matched
from bodycopy.match.evidence import Cut
from bodycopy.result import RulesetName
from bodycopy.rules.model import Rule
from bodycopy.rules.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one rule says of a block. `weight` is None for certain evidence; `place` says where the rule
    looked where it is more than the block itself: a section, a run, an earlier copy."""

    rule: str
    label: str
    certain: bool
    weight: float | None
    why: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many log-odds a group of features moved a block's score; `what` says which these are."""

    group: str
    by: float
    what: str


@dataclass(frozen=True, slots=True)
class CutSpan:
    """A span that a rule takes out of a kept block: `text[start:end]` of the block."""

    text: str
    label: str
    rule: str
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExplainedBlock:
    """One block, its final label, and why. `number` counts from 1; `start` and `end` are code points of
    the decoded source, None for HTML.

    `score` is what the decider says of shape and place, in log-odds of being the article's, before the
    weights of the rules are counted; above the Explanation's `threshold` that speaks for keeping the block.
    `shape` says in words what the block looks like, `moved` what the score is made of, the strongest first.
    """

    number: int
    text: str
    kind: str
    start: int | None
    end: int | None
    label: str
    confidence: float
    kept: bool
    reason: str
    speaks_for: tuple[Spoken, ...]
    speaks_against: tuple[Spoken, ...]
    score: float
    moved: tuple[Moved, ...]
    shape: tuple[str, ...]
    cuts: tuple[CutSpan, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every block of a document with its reasons, in reading order. Rules for other languages than those in
    `languages` were not asked; None: all were."""

    blocks: tuple[ExplainedBlock, ...]
    languages: tuple[str, ...] | None
    threshold: float
    ruleset: RulesetName
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain lists, dicts, strings and numbers, for JSON."""
        return asdict(self)


#: What stands beside the rules' evidence, and why it is there.
_BESIDE: Final = {TEMPLATE: WHY_TEMPLATE, SECOND_OPINION: WHY_OPINION}


class _Sight(NamedTuple):
    """What the first look at one block gave."""

    spoken: tuple[tuple[Spoken, ...], ...]
    scores: list[float]
    moved: list[tuple[Moved, ...]]
    looks: list[Look]
    threshold: float


def explain(
    judged: Sequence[Judged],
    matched: Matched,
    decider: Decider,
    opinion: Opinion | None,
    ruleset: Ruleset,
    keep: frozenset[str],
    warnings: tuple[str, ...],
) -> Explanation:
    """Why the blocks of `judged` have their labels. `matched` is the first look at the same blocks,
    `decider` says what shape and place say, `opinion` what another extractor does, `keep` names the labels
    that stay in the text beside those."""
    rules = {rule.id: rule for rule in ruleset.rules}
    sight = _first_sight(matched, decider, opinion, rules)
    blocks = tuple(_block(judged, index, sight, rules, keep) for index in range(len(judged)))
    name: RulesetName = {"version": ruleset.version, "hash": ruleset.hash}
    asked = matched.scene.languages
    return Explanation(blocks, tuple(sorted(asked)) if asked else None, sight.threshold, name, warnings)


def _first_sight(
    matched: Matched, decider: Decider, opinion: Opinion | None, rules: Mapping[str, Rule]
) -> _Sight:
    """All that is asked of the engine and the decider beyond the verdicts."""
    scene, evidence = matched.scene, matched.evidence
    decider = decider.of(scene)
    scores = decider.score(scene, evidence)
    if opinion:
        matched = with_opinion(matched, scores, opinion)
    where = places(evidence, rules)
    spoken = tuple(
        tuple(
            Spoken(e.rule, e.label, e.certain, None if e.certain else e.weight, rules[e.rule].why, place)
            for e, place in zip(entries, found, strict=True)
        )
        for entries, found in zip(evidence, where, strict=True)
    )
    if matched.aside:
        spoken = tuple(
            found
            + tuple(Spoken(e.rule, e.label, e.certain, e.weight, _BESIDE[e.rule], None) for e in entries)
            for found, entries in zip(spoken, matched.aside, strict=True)
        )
    looks = [
        Look(shape.words, shape.lower, shape.ends_sentence, shape.prose, block.kind, scene.position(index))
        for index, (shape, block) in enumerate(zip(scene.shapes, scene.blocks, strict=True))
    ]
    moves = decider.moves(scene, evidence)
    moved = [
        _moved({group: values[index] for group, values in moves.items()}) for index in range(len(scores))
    ]
    return _Sight(spoken, [round(score, 3) for score in scores], moved, looks, decider.threshold)


def _moved(moves: Mapping[str, float]) -> tuple[Moved, ...]:
    """The groups that moved a block by a hundredth or more, the strongest first."""
    found = [Moved(group, round(by, 2), GROUPS[group]) for group, by in moves.items()]
    return tuple(sorted((one for one in found if one.by), key=lambda one: (-abs(one.by), one.group)))


def _block(
    judged: Sequence[Judged], index: int, sight: _Sight, rules: Mapping[str, Rule], keep: frozenset[str]
) -> ExplainedBlock:
    block, verdict, all_cuts = judged[index].block, judged[index].verdict, judged[index].cuts
    cuts = [cut for cut in all_cuts if cut.label not in keep]
    spoken = [*sight.spoken[index], *_later(verdict.rules, sight.spoken[index], all_cuts, rules)]
    own = set(KEPT) if verdict.label in KEPT else {verdict.label}
    speaks_for = tuple(one for one in spoken if one.label in own)
    left = bool(cut_out(block.text, [(cut.start, cut.end) for cut in cuts]))
    kept = left and (verdict.label in KEPT or verdict.label in keep)
    return ExplainedBlock(
        number=index + 1,
        text=block.text,
        kind=block.kind,
        start=block.start,
        end=block.end,
        label=label_of_block(verdict.label, kept),
        confidence=verdict.confidence,
        kept=kept,
        reason=reason(
            verdict.label,
            certain=any(one.certain for one in speaks_for),
            weighed=bool(speaks_for),
            cut_whole=bool(cuts) and not left,
            likely=sight.scores[index] > sight.threshold,
        ),
        speaks_for=speaks_for,
        speaks_against=tuple(one for one in spoken if one.label not in own),
        score=sight.scores[index],
        moved=sight.moved[index],
        shape=surroundings(sight.looks, index),
        cuts=tuple(_cut(block.text, cut, rules) for cut in cuts),
    )


def _later(
    verdict_rules: Sequence[str], spoken: Sequence[Spoken], cuts: Sequence[Cut], rules: Mapping[str, Rule]
) -> list[Spoken]:
    """The rules of a verdict that did not speak at first sight, but when what was kept was judged again."""
    heard = {one.rule for one in spoken} | {cut.rule for cut in cuts}
    found = [rules[name] for name in verdict_rules if name not in heard and name in rules]
    return [Spoken(r.id, r.label, bool(r.certain), r.weight, r.why, AGAIN) for r in found]


def _cut(text: str, cut: Cut, rules: Mapping[str, Rule]) -> CutSpan:
    return CutSpan(text[cut.start : cut.end], cut.label, cut.rule, rules[cut.rule].why, cut.start, cut.end)
