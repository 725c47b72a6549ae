"""Folders of packs, one over the other: a later one adds rules, and replaces or disables earlier ones."""

from collections.abc import Iterable
from pathlib import Path

from bodycopy.labels import ALL_LABELS
from bodycopy.rules.model import Rule
from bodycopy.rules.pack import Located, ParsedPack
from bodycopy.rules.ruleset import Ruleset, Silenced, Source
from bodycopy.rules.sites import SitePack
from bodycopy.wording import did_you_mean


class Merger:
    """The rules in force while folder after folder is added, at first those of `base`."""

    def __init__(self, base: Ruleset | None = None) -> None:
        self._rules: dict[str, tuple[Rule, Source]] = {}
        self._silenced: dict[str, Silenced] = {}
        if base:
            self._rules = {pair[0].id: pair for pair in zip(base.rules, base.sources, strict=True)}
            self._silenced = {gone.rule.id: gone for gone in base.silenced}
        self._sites: list[tuple[ParsedPack, tuple[str, ...]]] = []
        """The packs of some sites, and the ids of the rules that each disables there."""

    def add(self, folder: Path, packs: Iterable[tuple[str, ParsedPack]]) -> list[str]:
        """Puts the packs of `folder`, each with its name, over what is there; returns the problems found."""
        packs = list(packs)
        earlier = dict(self._rules)
        known = earlier.keys() | self._silenced.keys()
        problems: list[str] = []
        for _, pack in packs:
            if not pack.sites:
                for entry in pack.disable:
                    self._disable(entry, f"{pack.shown}:{entry.line}", earlier)
        for name, pack in packs:
            for number, (rule, line) in enumerate(zip(pack.rules, pack.lines, strict=True)):
                source = Source(name, pack.language, pack.shown, line, pack.sites, str(folder))
                problems += self._add(rule, source, number, earlier, known)
        for _, pack in packs:
            problems += _unknown(pack, known | self._rules.keys() if pack.sites else known)
            if pack.sites:
                meant = {id_ for entry in pack.disable for id_ in self._meant(entry.value)}
                self._sites.append((pack, tuple(sorted(meant - {rule.id for rule in pack.rules}))))
        return problems

    def merged(
        self,
    ) -> tuple[tuple[Rule, ...], tuple[Source, ...], tuple[SitePack, ...], tuple[Silenced, ...]]:
        """The rules in force and their sources, what holds on some sites, and the rules not in force."""
        rules = tuple(rule for rule, _ in self._rules.values())
        sources = tuple(source for _, source in self._rules.values())
        sites = tuple(
            SitePack(pack.sites, tuple(rule.id for rule in pack.rules if self._in_force(rule)), disable)
            for pack, disable in self._sites
        )
        return rules, sources, sites, tuple(self._silenced.values())

    def _in_force(self, rule: Rule) -> bool:
        """Whether `rule` still is in force; a later folder may have replaced it."""
        return rule.id in self._rules and self._rules[rule.id][0] is rule

    def _meant(self, name: str) -> list[str]:
        """The ids of the rules in force that an entry of `disable` means."""
        return [id_ for id_, (rule, _) in self._rules.items() if name in (id_, rule.label)]

    def _disable(self, entry: Located, by: str, earlier: dict[str, tuple[Rule, Source]]) -> None:
        for id_ in self._meant(entry.value):
            if id_ in earlier:
                self._silenced[id_] = Silenced(*self._rules.pop(id_), by, replaced=False)

    def _add(
        self,
        rule: Rule,
        source: Source,
        number: int,
        earlier: dict[str, tuple[Rule, Source]],
        known: set[str],
    ) -> list[str]:
        where = f"{source.file}:{source.line}"
        there = self._rules.get(rule.id)
        first = there and there[1]
        if first and not (rule.replaces and there == earlier.get(rule.id)):
            hint = "; `replaces: true` in this rule puts it in that one's place"
            return [
                f"{where}: id: {rule.id!r} is taken by {first.file}:{first.line}"
                + (hint if rule.id in earlier and not rule.replaces else "")
            ]
        if rule.replaces and rule.id not in known:
            return [
                f"{where}: rules.{number}.replaces: no folder before this one has a rule {rule.id!r}"
                + did_you_mean(rule.id, known)
            ]
        if not first and rule.id in known and not rule.replaces:
            by = self._silenced[rule.id].by
            return [f"{where}: id: {rule.id!r} is the id of a rule that {by} disables"]
        if there:
            self._silenced[rule.id] = Silenced(*self._rules.pop(rule.id), where, replaced=True)
        self._rules[rule.id] = (rule, source)
        return []


def _unknown(pack: ParsedPack, known: set[str]) -> list[str]:
    accepted = known | set(ALL_LABELS)
    return [
        f"{pack.shown}:{entry.line}: disable.{number}: {entry.value!r} is no label and no rule of the "
        f"folders before this one{did_you_mean(entry.value, accepted)}"
        for number, entry in enumerate(pack.disable)
        if entry.value not in accepted
    ]
