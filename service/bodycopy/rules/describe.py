"""Rules as users look at them: a line of a listing, and one rule in full."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, Field

from bodycopy.errors import OptionError
from bodycopy.labels import ALL_LABELS
from bodycopy.rules.model import Conditions, Examples, Repeat, Rule, Run, Section, Span
from bodycopy.rules.ruleset import Ruleset, Source
from bodycopy.rules.sites import domains, host_form
from bodycopy.wording import LONGEST_NAME, did_you_mean, shorten


class RuleSummary(BaseModel):
    """What a rule says and where it stands."""

    id: str
    label: str
    kind: str = Field(description="block, section, run, span or repeat")
    why: str
    certain: bool = Field(description="whether the rule decides alone")
    weight: float | None = Field(description="log-odds for the label; null for a certain rule")
    language: str = Field(description="a BCP 47 tag, or any")
    pack: str
    line: int = Field(description="the rule's line in its pack")
    sites: list[str] = Field(description="the hosts on which it speaks; empty: on all")
    replaces: bool = Field(description="whether it stands in the place of a rule of this id")


class RuleDetail(RuleSummary):
    """A rule in full; keys that its pack does not give are left out."""

    when: Conditions | None = None
    unless: Conditions | None = None
    section: Section | None = None
    run: Run | None = None
    span: Span | None = None
    repeat: Repeat | None = None
    examples: Examples


def select(
    ruleset: Ruleset,
    label: str | None = None,
    language: str | None = None,
    pack: str | None = None,
    site: str | None = None,
) -> Iterator[tuple[Rule, Source]]:
    """The rules that meet every filter that is given, in loading order. `site` is a host: the rules of
    the packs that speak on it and not everywhere.

    Raises OptionError for an unknown label and for a site that is no host name.
    """
    if site is not None:
        try:
            host_form(site)
        except ValueError as error:
            raise OptionError(f"site: {error}") from None
    if label is not None and label not in ALL_LABELS:
        raise OptionError(f"label: {label!r} is not known; accepted are {', '.join(ALL_LABELS)}")
    for rule, source in zip(ruleset.rules, ruleset.sources, strict=True):
        wanted = ((label, rule.label), (language, source.language), (pack, source.pack))
        on_site = site is None or not set(domains(site)).isdisjoint(source.sites)
        if on_site and all(asked in (None, value) for asked, value in wanted):
            yield rule, source


def find(ruleset: Ruleset, rule_id: str) -> tuple[Rule, Source] | None:
    """The rule with this id, or None."""
    pairs = zip(ruleset.rules, ruleset.sources, strict=True)
    return next((pair for pair in pairs if pair[0].id == rule_id), None)


def why_absent(ruleset: Ruleset, rule_id: str, listing: str) -> str:
    """Why `find` gives no rule with this id: a pack disabled it, or there is none; `listing` names what lists
    those that there are."""
    for gone in ruleset.silenced:
        if gone.rule.id == rule_id and not gone.replaced:
            return f"{rule_id!r} of {gone.source.file}:{gone.source.line} is disabled by {gone.by}"
    known = [rule.id for rule in ruleset.rules] if len(rule_id) <= LONGEST_NAME else []
    hint = did_you_mean(rule_id, known) or f"; {listing} lists the rules"
    return f"there is no rule {shorten(rule_id, LONGEST_NAME)!r}{hint}"


def as_written(rule: Rule) -> dict[str, Any]:
    """The rule's keys and values as they stand in its pack."""
    return rule.model_dump(mode="json", by_alias=True, exclude_unset=True)


def summary(rule: Rule, source: Source) -> dict[str, Any]:
    """The fields of RuleSummary."""
    return {
        "id": rule.id,
        "label": rule.label,
        "kind": rule.kind,
        "why": rule.why,
        "certain": bool(rule.certain),
        "weight": rule.weight,
        "language": source.language,
        "pack": source.pack,
        "line": source.line,
        "sites": list(source.sites),
        "replaces": bool(rule.replaces),
    }


def detail(rule: Rule, source: Source) -> dict[str, Any]:
    """The fields of RuleDetail."""
    return as_written(rule) | summary(rule, source)
