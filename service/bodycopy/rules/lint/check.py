"""The linter: all checks over a folder of rules, or over the rules in force."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bodycopy.rules.lint.company import check_claims, check_phrases_claimed
from bodycopy.rules.lint.cost import check_cost
from bodycopy.rules.lint.doubles import check_doubles
from bodycopy.rules.lint.examples import check_examples, check_shown
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.holding import check_holding, check_refused
from bodycopy.rules.lint.ids import check_ids
from bodycopy.rules.lint.patterns import check_patterns
from bodycopy.rules.lint.prose import check_broad, check_prose
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.lint.terms import check_terms
from bodycopy.rules.lint.unread import check_unread
from bodycopy.rules.load import load_over_shipped, shipped_folder

Check = Callable[[Subject], Iterator[Finding]]
#: Every check, in the order of their cost.
CHECKS: Final[tuple[Check, ...]] = (
    check_ids,
    check_unread,
    check_terms,
    check_cost,
    check_holding,
    check_refused,
    check_examples,
    check_shown,
    check_patterns,
    check_doubles,
    check_phrases_claimed,
    check_claims,
    check_broad,
    check_prose,
)


def lint(subject: Subject) -> list[Finding]:
    """What all checks find, sorted by file and line."""
    return sorted(finding for check in CHECKS for finding in check(subject))


def rules_in_force(*extra: Path) -> Subject:
    """The shipped rules and those of the folders `extra`, all of them to be judged. Raises RuleError."""
    ruleset = load_over_shipped(extra)
    return Subject(ruleset, {rule.id for rule in ruleset.rules}, (shipped_folder(), *extra))


def rules_of(folder: Path) -> Subject:
    """The rules of `folder`, to be judged in the company of the shipped ones. Raises RuleError."""
    if folder.resolve() == shipped_folder().resolve():
        return rules_in_force()
    ruleset = load_over_shipped([folder])
    return Subject(ruleset, {rule.id for rule in ruleset.only(folder).rules}, (folder,))
