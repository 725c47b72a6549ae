"""Mutation: switches each rule off in turn and asks whether anything notices.

A rule is noticed where, without it, a fixture comes out differently as far as the fixture speaks about it;
or where one of the rule's own `match` examples, set into a plain article, gets another label, text or cut.
(That the rule alone does not match its example any more would say nothing: it is true of every rule.) A
rule that nothing notices does no work: no page needs it, or other rules do all of it.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from bodycopy.cleaner import Cleaner
from bodycopy.match.engine import Engine
from bodycopy.result import CleanResult
from bodycopy.rules.examples import is_html
from bodycopy.rules.model import Rule
from bodycopy.testing.cases import FixtureCase, LoneRule
from bodycopy.testing.outcomes import Outcome
from bodycopy.testing.run import run_case
from bodycopy.testing.suite import Suite
from bodycopy.testing.surroundings import surround

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule that was switched off, and the first case that noticed (a fixture's id or an example), if any.

    `heard` are the fixtures for which the rule speaks, whether that changes anything or not.
    """

    rule: LoneRule
    noticed_by: str | None
    heard: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "rule": self.rule.rule.id,
            "where": self.rule.where,
            "noticed_by": self.noticed_by,
            "speaks_in": list(self.heard),
        }

    @property
    def why(self) -> str:
        """Why nothing notices that the rule is off."""
        if self.heard:
            named = f"{', '.join(self.heard[:3])}{' …' * (len(self.heard) > 3)}"
            return f"it speaks in {named}, but there and in its examples the result is the same without it"
        return "no fixture has such a line, and its examples come out the same without it"


def mutate(suite: Suite, progress: Progress) -> list[Mutant]:
    """One mutant for each rule whose examples are among the cases of `suite`.

    The weights set by hand decide: learned ones may know a line without its rule, and hide what a rule does.
    And all rules are asked, whatever the language of what stands around their examples.
    """
    fixtures = [case for cases in suite.fixtures.values() for case in cases if isinstance(case, FixtureCase)]
    cleaner = Cleaner(suite.cleaner.ruleset.of_any_language(), decider="rules")
    total = len(fixtures) + len(suite.tested_rules)
    before: dict[str, Outcome] = {}
    heard: dict[str, list[FixtureCase]] = defaultdict(list)
    for done, case in enumerate(fixtures):
        before[case.where], speaking = _listen(case, cleaner)
        for rule in speaking:
            heard[rule].append(case)
        progress(done + 1, total)
    mutants = []
    for done, lone in enumerate(suite.tested_rules):
        cases = heard[lone.rule.id]
        mutants.append(
            Mutant(lone, _notice(lone.rule, cases, before, cleaner), tuple(case.id for case in cases))
        )
        progress(len(fixtures) + done + 1, total)
    return mutants


def _notice(
    rule: Rule, cases: Sequence[FixtureCase], before: dict[str, Outcome], cleaner: Cleaner
) -> str | None:
    without = cleaner.adjusted(disable=[rule.id])
    for example in rule.examples.match:
        for text in surround(example):
            if _seen(cleaner, text) != _seen(without, text):
                return f"the example {example!r}"
    for case in cases:
        if run_case(case, without).differences != before[case.where].differences:
            return case.id
    return None


def _seen(cleaner: Cleaner, text: str) -> object:
    """All that a reader of the result sees of it; not which rules spoke, nor how surely."""
    result: CleanResult = cleaner.clean(text, "text/html" if is_html(text) else "text/plain")
    labels = [(block.label, block.kept) for block in result.blocks]
    cuts = [(removed.label, removed.text) for removed in result.removed]
    return result.text, labels, cuts, dict(result.metadata)


class _Ear:
    """An engine that remembers which rules had something to say."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.heard: set[str] = set()

    def match(self, *given: Any) -> Any:
        matched = self._engine.match(*given)
        self.heard.update(entry.rule for entries in matched.evidence for entry in entries)
        return matched

    def cuts(self, *given: Any) -> Any:
        cuts = self._engine.cuts(*given)
        self.heard.update(cut.rule for cut in cuts)
        return cuts


def _listen(case: FixtureCase, cleaner: Cleaner) -> tuple[Outcome, set[str]]:
    """The outcome of `case`, and the ids of all rules that spoke on the way to it."""
    listening = cleaner.adjusted()
    ear = _Ear(listening._engine)
    listening._engine = cast(Engine, ear)
    return run_case(case, listening), ear.heard
