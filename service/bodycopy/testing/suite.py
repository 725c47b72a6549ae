"""All cases of some folders of rules and fixtures, and the cleaner that they run with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bodycopy.cleaner import Cleaner
from bodycopy.decide.names import DeciderName
from bodycopy.rules.load import load, shipped_folder
from bodycopy.testing.cases import Case, ExampleCase, LoneRule, examples_of
from bodycopy.testing.fixtures import find_cases


@dataclass(frozen=True, slots=True)
class Suite:
    """Each folder with its cases: those of rules (their examples) and those of fixtures."""

    rules: dict[Path, list[ExampleCase]]
    fixtures: dict[Path, list[Case]]
    cleaner: Cleaner

    @property
    def cases(self) -> list[Case]:
        """Every case, the rules' examples first."""
        examples = [case for cases in self.rules.values() for case in cases]
        return [*examples, *(case for cases in self.fixtures.values() for case in cases)]

    @property
    def tested_rules(self) -> list[LoneRule]:
        """The rules whose examples are cases."""
        return list(dict.fromkeys(case.rule for cases in self.rules.values() for case in cases))


def build_suite(rules: Sequence[Path], fixtures: Sequence[Path], decider: DeciderName = "learned") -> Suite:
    """Reads the packs of `rules`, which are added to the shipped ones, and the cases of `fixtures`; they run
    with the `decider` of that name.

    The folder of the shipped rules may be among `rules`: it adds no rule, but the examples. Raises
    RuleError for broken packs; a broken fixture is a BrokenCase.
    """
    shipped = shipped_folder().resolve()
    own = [folder for folder in rules if folder.resolve() != shipped]
    cleaner = Cleaner(own or None, decider=decider)
    examples = {
        folder: list(examples_of(load(folder) if own else cleaner.ruleset, folder)) for folder in rules
    }
    return Suite(examples, {folder: list(find_cases(folder)) for folder in fixtures}, cleaner)
