"""The rules in force, and where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bodycopy.rules.model import Rule
from bodycopy.rules.sites import SitePack


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from. `pack` is the file's path below the rules folder, without its ending;
    `sites` are the hosts on which it speaks, none for all; `folder` is the rules folder as it was named."""

    pack: str
    language: str
    file: str
    line: int
    sites: tuple[str, ...] = ()
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Silenced:
    """A rule that a later folder disabled or replaced; `by` is the `file:line` that says so."""

    rule: Rule
    source: Source
    by: str
    replaced: bool


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules in force, in loading order, and what identifies them.

    `terms` are those that patterns may name, `sites` what holds on some sites only, `silenced` the rules
    that are not in force because a pack disabled or replaced them.
    """

    rules: tuple[Rule, ...]
    sources: tuple[Source, ...]
    version: str
    hash: str
    terms: Mapping[str, str] = field(default_factory=dict)
    sites: tuple[SitePack, ...] = ()
    silenced: tuple[Silenced, ...] = ()

    def of_any_language(self) -> "Ruleset":
        """The same rules, asked of every document whatever its language."""
        return replace(self, sources=tuple(replace(source, language="any") for source in self.sources))

    def only(self, folder: Path) -> "Ruleset":
        """Those of the rules that come from `folder`, one of the folders that were loaded."""
        pairs = [pair for pair in zip(self.rules, self.sources, strict=True) if pair[1].folder == str(folder)]
        return replace(
            self, rules=tuple(rule for rule, _ in pairs), sources=tuple(source for _, source in pairs)
        )
