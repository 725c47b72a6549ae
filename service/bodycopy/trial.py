"""A pack tried on one document: for what each of its rules speaks, and what it changes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bodycopy.cleaner import Cleaner
from bodycopy.decide.judge import Judged
from bodycopy.document import Block, Document
from bodycopy.errors import RuleError
from bodycopy.labels import KEPT
from bodycopy.match.engine import Engine
from bodycopy.match.evidence import Cut
from bodycopy.read.plain import source_span
from bodycopy.rules.examples import check_examples
from bodycopy.rules.inline import Overlay, lay_over
from bodycopy.rules.merge import Merger
from bodycopy.rules.model import Rule
from bodycopy.rules.pack import ParsedPack, parse_pack
from bodycopy.rules.patterns import Scope
from bodycopy.rules.ruleset import Ruleset, Source
from bodycopy.rules.sites import domains, host_of

#: Of the pack's text, in characters.
MAX_TRIAL_TEXT: Final = 256 << 10
MAX_TRIAL_STEPS: Final = 60_000
#: So many matches of a rule, and changes, are told; the rest is counted.
MAX_TOLD: Final = 500
#: The pack's name in messages.
NAME: Final = "rules"


@dataclass(frozen=True, slots=True)
class Match:
    """A block, or a span of one, for which a rule speaks, and the label of that text without the pack and
    with it; `label_before` is None for a block that the pack makes: one long line may be split otherwise.
    Offsets are None for HTML."""

    text: str
    start: int | None
    end: int | None
    label_before: str | None
    label_after: str


@dataclass(frozen=True, slots=True)
class Change:
    """A block whose label the pack changes. `before` is None for a block that the pack makes."""

    text: str
    start: int | None
    end: int | None
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class TriedRule:
    """What became of one rule of the pack. `more_matches` counts those that are not told; `examples` says
    which of its examples do not hold."""

    id: str
    label: str
    matches: list[Match]
    more_matches: int
    examples: list[str]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a pack does to one document. `more_changes` counts those that are not told."""

    rules: list[TriedRule]
    changes: list[Change]
    more_changes: int
    warnings: list[str]


def read_trial_pack(text: str, ruleset: Ruleset) -> ParsedPack:
    """The pack that `text` holds, to be laid over `ruleset`.

    Raises RuleError with every problem, as `rules:line: key: what is wrong`.
    """
    if len(text) > MAX_TRIAL_TEXT:
        raise RuleError([f"{NAME}: has {len(text)} characters; at most {MAX_TRIAL_TEXT} are accepted"])
    pack, problems = parse_pack(text, NAME, Scope(ruleset.terms, MAX_TRIAL_STEPS))
    if pack and not problems:
        problems = Merger(ruleset).add(Path(NAME), [(NAME, pack)])
    if problems or pack is None:
        raise RuleError(problems)
    return pack


def try_pack(
    cleaner: Cleaner, pack: ParsedPack, source: str, media_type: str = "text/plain", url: str | None = None
) -> Trial:
    """Cleans a document with the rules of `cleaner`, and with those of `pack` over them.

    Raises a subclass of InputError where the document can't be read or the rules take too long on it.
    """
    overlay, warnings = _overlay(cleaner.ruleset, pack, url)
    document = cleaner.read(source, media_type, url)
    before = cleaner.judge(document, url)
    after = cleaner.with_overlay(overlay).judge(document, url)
    labels = dict(zip(_keys(before), (one.verdict.label for one in before), strict=True))
    pairs = [(labels.get(key), one) for key, one in zip(_keys(after), after, strict=True)]
    matches: dict[str, list[Match]] = {rule.id: [] for rule in pack.rules}
    counts: Counter[str] = Counter()
    for rule_id, match in _matches(document, overlay, pairs):
        counts[rule_id] += 1
        if counts[rule_id] <= MAX_TOLD:
            matches[rule_id].append(match)
    changes = [
        Change(one.block.text, one.block.start, one.block.end, label, one.verdict.label)
        for label, one in pairs
        if label != one.verdict.label
    ]
    rules = [
        TriedRule(
            rule.id,
            rule.label,
            matches[rule.id],
            max(0, counts[rule.id] - MAX_TOLD),
            _wrong_examples(rule, source, overlay.ruleset),
        )
        for rule, source in zip(pack.rules, _sources(pack), strict=True)
    ]
    return Trial(rules, changes[:MAX_TOLD], max(0, len(changes) - MAX_TOLD), [*document.warnings, *warnings])


def _sources(pack: ParsedPack) -> list[Source]:
    return [Source(NAME, pack.language, NAME, line, pack.sites, NAME) for line in pack.lines]


def _overlay(ruleset: Ruleset, pack: ParsedPack, url: str | None) -> tuple[Overlay, list[str]]:
    """`pack` over `ruleset`, without effect where it is one of other sites than the document's."""
    if pack.sites and set(domains(host_of(url) or "")).isdisjoint(pack.sites):
        warning = f"the pack speaks on {', '.join(pack.sites)} only, and the document's url is not of these"
        return lay_over(ruleset, (), (), ()), [warning]
    off = {entry.value for entry in pack.disable}
    silenced = [rule.id for rule in ruleset.rules if rule.id in off or rule.label in off]
    silenced += [rule.id for rule in pack.rules if rule.replaces]
    return lay_over(ruleset, pack.rules, _sources(pack), silenced), []


def _keys(judged: Sequence[Judged]) -> list[tuple[str, int | None, int]]:
    """What tells each block from the others: its text, its place, and which of the same it is."""
    seen: Counter[tuple[str, int | None]] = Counter()
    keys = []
    for one in judged:
        place = (one.block.text, one.block.start)
        seen[place] += 1
        keys.append((*place, seen[place]))
    return keys


def _matches(
    document: Document, overlay: Overlay, pairs: Sequence[tuple[str | None, Judged]]
) -> Iterator[tuple[str, Match]]:
    """Each rule of `overlay` that speaks, with the block or span; `pairs` are the judged blocks, each with
    its label from before."""
    engine = Engine(overlay.ruleset, overlay.combined)
    matched = engine.match([one.block for _, one in pairs], frozenset(), {})
    for index, (label, one) in enumerate(pairs):
        block = one.block
        for rule_id in dict.fromkeys(entry.rule for entry in matched.evidence[index]):
            yield rule_id, Match(block.text, block.start, block.end, label, one.verdict.label)
        for cut in engine.cuts(matched.scene, index, frozenset()):
            cut_out = cut in one.cuts and one.verdict.label in KEPT
            text, start, end = _span(document.source, block, cut)
            yield cut.rule, Match(text, start, end, label, cut.label if cut_out else one.verdict.label)


def _span(source: str, block: Block, cut: Cut) -> tuple[str, int | None, int | None]:
    """Text and place in the source of what `cut` takes out of `block`."""
    return block.text[cut.start : cut.end], *source_span(source, block, cut.start, cut.end)


def _wrong_examples(rule: Rule, source: Source, ruleset: Ruleset) -> list[str]:
    """Which examples of `rule` do not hold, each as the command line says it."""
    return list(check_examples(replace(ruleset, rules=(rule,), sources=(source,))))
