"""Rules in each other's company: examples that another rule claims, phrases that two labels claim."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bodycopy.folding import phrase
from bodycopy.match.engine import Engine
from bodycopy.match.evidence import Evidence
from bodycopy.rules.examples import example_blocks
from bodycopy.rules.lint.finding import Finding, quote
from bodycopy.rules.lint.subject import Entry, Subject
from bodycopy.rules.model import Rule


class Claim(NamedTuple):
    """One `match` example, and what is said of each of the blocks for which its rule speaks."""

    number: int
    text: str
    blocks: list[list[Evidence]]


def check_claims(subject: Subject) -> Iterator[Finding]:
    """No certain rule of another label speaks on the blocks that a rule's `match` examples show, and not
    all of these examples are already a certain rule's of the same label. Weights add up, so a weighed rule
    beside another is not idle."""
    own = subject.judged
    by_id = {entry.rule.id: entry for entry in subject.entries}
    for entry in subject.entries:
        judged = entry.rule.id in own
        claims = _claims(subject.engine if judged else subject.own_engine, entry)
        for claim in claims:
            for other in _certain_others(entry, claim):
                if by_id[other].source.sites and not entry.source.sites:
                    continue  # on its sites, a rule of one site may know better
                if judged:
                    yield _claimed(entry, by_id[other], claim)
                elif other in own:
                    yield _claims_shipped(by_id[other], entry, claim)
        if judged:
            yield from _overshadowed(entry, by_id, claims)


def _claims(engine: Engine, entry: Entry) -> list[Claim]:
    rule = entry.rule
    claims = []
    for index, text in enumerate(rule.examples.match):
        blocks = example_blocks(text)
        matched = engine.match(blocks, frozenset(), {})
        said = []
        for at, evidence in enumerate(matched.evidence):
            if rule.span:
                speaks = any(cut.rule == rule.id for cut in engine.cuts(matched.scene, at, frozenset()))
            else:
                speaks = any(e.rule == rule.id for e in evidence)
            if speaks or len(blocks) == 1:
                said.append(evidence)
        # Of a section, the opening block is the rule's own; its members are weighed anyway.
        claims.append(Claim(index, text, said[:1] if rule.section else said))
    return claims


def _certain_others(entry: Entry, claim: Claim) -> list[str]:
    """The certain rules of other labels that leave the rule no block of the example. What opens a weighed
    section may be another label's: its members are not."""
    if entry.rule.section and not entry.rule.certain:
        return []
    others = [
        [e.rule for e in evidence if e.certain and e.label != entry.rule.label] for evidence in claim.blocks
    ]
    return list(dict.fromkeys(other for rules in others for other in rules)) if all(others) else []


def _claimed(entry: Entry, other: Entry, claim: Claim) -> Finding:
    message = (
        f"{quote(claim.text)} is claimed by {_named(other)}, which is certain; "
        "narrow one of the two rules, or show another text"
    )
    return entry.finding(("examples", "match", claim.number), "example-claimed", message)


def _claims_shipped(entry: Entry, other: Entry, claim: Claim) -> Finding:
    message = f"the rule speaks, certain, on {quote(claim.text)}, an example of {_named(other)}; narrow it"
    return entry.finding((), "example-claimed", message)


def _named(entry: Entry) -> str:
    return f"{entry.rule.id} ({entry.rule.label}, {entry.source.file}:{entry.source.line})"


def _overshadowed(entry: Entry, by_id: dict[str, Entry], claims: list[Claim]) -> Iterator[Finding]:
    shared: Counter[str] = Counter()
    for claim in claims:
        label = entry.rule.label
        shared.update({e.rule for evidence in claim.blocks for e in evidence if e.label == label})
    for other, count in shared.items():
        rule = by_id[other].rule
        if other == entry.rule.id or count < len(claims) or rule.kind != entry.rule.kind:
            continue
        if rule.certain and not _place_keys(rule) - _place_keys(entry.rule):
            message = f"{_named(by_id[other])} speaks on all of these examples already"
            yield entry.finding(("examples", "match"), "overshadowed", message)


def _place_keys(rule: Rule) -> set[str]:
    """The conditions by which the rule asks for a place, which a lone line of an example has by accident."""
    when = rule.when.model_fields_set if rule.when else set()
    return when & {"position", "previous", "next"}


def check_phrases_claimed(subject: Subject) -> Iterator[Finding]:
    """No phrase is certain, wherever it stands, for two labels."""
    owners: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
    for entry in subject.entries:
        when = entry.rule.when
        bare = when and when.model_fields_set == {"equals"} and not entry.rule.unless
        if when and bare and entry.rule.certain and entry.rule.kind in ("block", "section"):
            for at, text in enumerate(when.equals):
                owners[phrase(text)].append((entry, at))
    own = subject.judged
    for claimed in owners.values():
        first = claimed[0][0]
        for entry, at in claimed[1:]:
            if entry.rule.label == first.rule.label:
                continue
            here, there = (entry, first) if entry.rule.id in own else (first, entry)
            if here.rule.id not in own or entry.rule.when is None:
                continue
            text = entry.rule.when.equals[at]
            path = ("when", "equals", at) if here is entry else ("when", "equals")
            yield here.finding(path, "phrase-claimed", f"{quote(text)} is claimed by {_named(there)} too")
