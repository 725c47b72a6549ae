"""What is tested: a rule's own example, or a folder with an input and what is expected of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from bodycopy.match.engine import Engine
from bodycopy.rules.model import Rule
from bodycopy.rules.ruleset import Ruleset
from bodycopy.testing.expectations import Expected


class LoneRule:
    """A rule with an engine of its own, which is compiled when the first of its examples needs it."""

    def __init__(self, ruleset: Ruleset, index: int) -> None:
        self.rule: Rule = ruleset.rules[index]
        source = ruleset.sources[index]
        self.where = f"{source.file}:{source.line}"
        self._alone = replace(ruleset, rules=(self.rule,), sources=(source,))

    @cached_property
    def engine(self) -> Engine:
        """Runs this rule and no other."""
        return Engine(self._alone)


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """One example of a rule. `path` is the pack's file; `where` is the rule's line in it, for messages."""

    id: str
    path: Path
    rule: LoneRule
    kind: Literal["match", "pass"]
    text: str

    @property
    def where(self) -> str:
        return self.rule.where


@dataclass(frozen=True, slots=True)
class FixtureCase:
    """A folder with an input. `path` is the folder, `where` the same as messages show it, `input` the input's
    name in it. `expected` and `text` are None where the folder has no such file."""

    id: str
    path: Path
    where: str
    input: str
    expected: Expected | None
    text: str | None

    @property
    def blank(self) -> bool:
        """Whether it expects nothing."""
        spoken = self.expected and (self.expected.blocks or self.expected.fields)
        return self.text is None and not spoken


@dataclass(frozen=True, slots=True)
class BrokenCase:
    """A folder that can't be used, and every reason why: lines `file:line: what is wrong`."""

    id: str
    path: Path
    where: str
    problems: tuple[str, ...]


Case = ExampleCase | FixtureCase | BrokenCase


def examples_of(ruleset: Ruleset, root: Path) -> Iterator[ExampleCase]:
    """The examples of each rule of `ruleset`, whose packs lie below `root`."""
    root = root.absolute()
    for index, (rule, source) in enumerate(zip(ruleset.rules, ruleset.sources, strict=True)):
        lone = LoneRule(ruleset, index)
        path = root / f"{source.pack}.yaml"
        for number, text in enumerate(rule.examples.match, 1):
            yield ExampleCase(f"{rule.id}[match {number}]", path, lone, "match", text)
        for number, text in enumerate(rule.examples.pass_, 1):
            yield ExampleCase(f"{rule.id}[pass {number}]", path, lone, "pass", text)
