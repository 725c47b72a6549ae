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


class Claim(NamedTuple):
    """One `match` example, and all that is said of the blocks for which its rule speaks."""

    index: int
    text: str
    evidence: list[Evidence]


def check_claims(subject: Subject) -> Iterator[Finding]:
    """No certain rule of another label speaks on the blocks that a rule's `match` examples show, and not
    all of these examples are another rule's already."""
    own = subject.judged
    by_id = {entry.rule.id: entry for entry in subject.entries}
    for entry in subject.entries:
        judged = entry.rule.id in own
        claims = _claims(subject.engine if judged else subject.own_engine, entry)
        for claim in claims:
            for other in _certain_others(entry, claim):
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
        said: list[Evidence] = []
        for at, evidence in enumerate(matched.evidence):
            if rule.span:
                speaks = any(cut.rule == rule.id for cut in engine.cuts(matched.scene, at, frozenset()))
            else:
                speaks = any(e.rule == rule.id for e in evidence)
            if speaks or len(blocks) == 1:
                said += evidence
        claims.append(Claim(index, text, said))
    return claims


def _certain_others(entry: Entry, claim: Claim) -> list[str]:
    others = [e.rule for e in claim.evidence if e.certain and e.label != entry.rule.label]
    return list(dict.fromkeys(others))


def _claimed(entry: Entry, other: Entry, claim: Claim) -> Finding:
    message = (
        f"{quote(claim.text)} is claimed by {_named(other)}, which is certain; "
        "narrow one of the two rules, or show another text"
    )
    return entry.finding(("examples", "match", claim.index), "example-claimed", message)


def _claims_shipped(entry: Entry, other: Entry, claim: Claim) -> Finding:
    message = f"the rule speaks, certain, on {quote(claim.text)}, an example of {_named(other)}; narrow it"
    return entry.finding((), "example-claimed", message)


def _named(entry: Entry) -> str:
    return f"{entry.rule.id} ({entry.rule.label}, {entry.source.file}:{entry.source.line})"


def _overshadowed(entry: Entry, by_id: dict[str, Entry], claims: list[Claim]) -> Iterator[Finding]:
    strength = 99.0 if entry.rule.certain else entry.rule.weight or 0.0
    shared: Counter[str] = Counter()
    for claim in claims:
        shared.update({e.rule for e in claim.evidence if e.label == entry.rule.label and e.of is None})
    for other, count in shared.items():
        rule = by_id[other].rule
        if other == entry.rule.id or count < len(claims) or rule.kind != entry.rule.kind:
            continue
        if (99.0 if rule.certain else rule.weight or 0.0) >= strength:
            message = f"{_named(by_id[other])} speaks on all of these examples already"
            yield entry.finding(("examples", "match"), "overshadowed", message)


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
