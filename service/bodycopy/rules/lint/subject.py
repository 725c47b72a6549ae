"""What the checks look at: a ruleset, and which of its rules they are to judge."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bodycopy.match.engine import Engine
from bodycopy.rules.lint.codes import CODES
from bodycopy.rules.lint.finding import Finding, quote
from bodycopy.rules.lint.places import KeyPath, Places
from bodycopy.rules.model import Conditions, Neighbour, Rule
from bodycopy.rules.ruleset import Ruleset, Source


@dataclass(frozen=True)
class Entry:
    """One rule and where it comes from."""

    rule: Rule
    source: Source
    places: Places

    def finding(self, path: KeyPath, code: str, message: str) -> Finding:
        """A finding about the key at `path`."""
        line = self.places.line_of(self.rule, self.source, path)
        key = ".".join(map(str, path))
        return Finding(self.source.file, line, self.rule.id, key, CODES[code], code, message)

    def quoted(self, path: KeyPath, otherwise: str) -> str:
        """The value at `path` as its pack gives it, in quotes for a message."""
        return quote(self.places.as_written(self.rule, self.source, path) or otherwise)

    def patterns(self) -> Iterator[tuple[KeyPath, str]]:
        """Every pattern of the rule, and where it stands."""
        for path, conditions, _ in self.conditions():
            yield from (((*path, "regex", at), pattern) for at, pattern in enumerate(conditions.regex))
        if self.rule.span:
            yield from ((("span", "regex", at), pattern) for at, pattern in enumerate(self.rule.span.regex))

    def conditions(self) -> Iterator[tuple[KeyPath, Neighbour, bool]]:
        """Every set of conditions, where it stands, and whether all of them must hold (else any may)."""
        for name, conditions in (("when", self.rule.when), ("unless", self.rule.unless)):
            if conditions is not None:
                yield (name,), conditions, name == "when"
                yield from _neighbours(name, conditions)


def _neighbours(name: str, conditions: Conditions) -> Iterator[tuple[KeyPath, Neighbour, bool]]:
    for side in ("previous", "next"):
        neighbour = getattr(conditions, side)
        if neighbour is not None:
            yield (name, side), neighbour, True


@dataclass(frozen=True)
class Subject:
    """A ruleset of which the rules with the ids `judged` are judged, in the company of all the others."""

    ruleset: Ruleset
    judged: Collection[str]
    folders: tuple[Path, ...] = ()
    """The folders of the judged rules: their terms and the names of their files are judged too."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All rules."""
        places = Places()
        pairs = zip(self.ruleset.rules, self.ruleset.sources, strict=True)
        return tuple(Entry(rule, source, places) for rule, source in pairs)

    @cached_property
    def own(self) -> tuple[Entry, ...]:
        """The rules to judge."""
        return tuple(entry for entry in self.entries if entry.rule.id in self.judged)

    @cached_property
    def engine(self) -> Engine:
        """All rules, compiled."""
        return Engine(self.ruleset.of_any_language())

    @cached_property
    def own_engine(self) -> Engine:
        """The rules to judge, compiled."""
        if len(self.own) == len(self.entries):
            return self.engine
        return compile_rules(self.ruleset, self.own)


def compile_rules(ruleset: Ruleset, entries: Collection[Entry]) -> Engine:
    """An engine of these rules alone."""
    rules, sources = tuple(e.rule for e in entries), tuple(e.source for e in entries)
    return Engine(Ruleset(rules, sources, ruleset.version, ruleset.hash).of_any_language())
