"""Rules that come with a request: a few, bounded in number, size and cost, over those in force."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bodycopy.errors import RuleError
from bodycopy.rules.load import digest
from bodycopy.rules.model import InlineRule, Rule
from bodycopy.rules.patterns import Scope, count_steps
from bodycopy.rules.ruleset import Ruleset, Source
from bodycopy.wording import did_you_mean, in_words, meant

MAX_INLINE_RULES: Final = 50
#: Of the rules as JSON.
MAX_INLINE_BYTES: Final = 64 << 10
#: What all patterns of a request may compile to; a rule of the shipped packs has some 200 steps.
MAX_INLINE_STEPS: Final = 20_000


class InlineRules(BaseModel):
    """What a request may say of rules. To be validated with an `inline_scope` as context."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    rules: list[InlineRule] = Field(
        [],
        max_length=MAX_INLINE_RULES,
        description=f"At most {MAX_INLINE_RULES} rules for this document alone, each as in a pack; examples "
        "may be left out. `replaces: true` puts a rule in the place of the one in force with its id.",
    )

    @field_validator("rules", mode="before")
    @classmethod
    def _not_too_large(cls, value: object) -> object:
        try:
            size = len(json.dumps(value, ensure_ascii=False, default=lambda _: None))
        except (ValueError, RecursionError):  # refers to itself, or is nested without end
            raise ValueError("is nested too deeply") from None
        except TypeError:  # a key that JSON has not; what follows says so
            return value
        if size > MAX_INLINE_BYTES:
            raise ValueError(
                f"has {size} characters as JSON; at most {MAX_INLINE_BYTES} are accepted (a pack may have "
                "more)"
            )
        return value


@dataclass(frozen=True, slots=True)
class Overlay:
    """A few rules over others: `ruleset` holds them alone, `combined` all that are in force with them;
    `silenced` are the ids of those beneath that they put out of force, `steps` what their patterns compile
    to."""

    ruleset: Ruleset
    combined: Ruleset
    silenced: frozenset[str]
    steps: int


def inline_scope(terms: Mapping[str, str]) -> Scope:
    """What the patterns of a request's rules may name and cost."""
    return Scope(terms, MAX_INLINE_STEPS)


def read_inline(
    rules: Iterable[InlineRule | Mapping[str, Any]], terms: Mapping[str, str]
) -> list[InlineRule]:
    """`rules`, each as a pack has it, in plain Python or read already.

    Raises RuleError with every problem, each as `rules.3.when: what is wrong`.
    """
    try:
        return InlineRules.model_validate({"rules": list(rules)}, context=inline_scope(terms)).rules
    except ValidationError as invalid:
        problems = [
            f"{'.'.join(map(str, error['loc']))}: {in_words(error)}"
            + (meant(InlineRules, error["loc"]) if error["type"] == "extra_forbidden" else "")
            for error in invalid.errors(include_url=False, include_input=False)
        ]
        raise RuleError(problems) from None


def lay_inline(base: Ruleset, rules: Sequence[InlineRule]) -> Overlay:
    """The rules of a request over those of `base`.

    Raises RuleError for an id that is taken, or that is to be replaced and is not there.
    """
    problems = list(_clashes(rules, {rule.id for rule in base.rules}))
    if problems:
        raise RuleError(problems)
    sources = [Source("request", "any", "request", number) for number in range(1, len(rules) + 1)]
    return lay_over(base, rules, sources, [rule.id for rule in rules if rule.replaces])


def lay_over(
    base: Ruleset, rules: Sequence[InlineRule], sources: Sequence[Source], silenced: Iterable[str]
) -> Overlay:
    """`rules` over those of `base`, of which the ids in `silenced` are put out of force."""
    whole, off = tuple(map(Rule.of, rules)), frozenset(silenced)
    name = digest(whole, over=f"{base.hash} {sorted(off)}")
    kept = [pair for pair in zip(base.rules, base.sources, strict=True) if pair[0].id not in off]
    return Overlay(
        replace(base, rules=whole, sources=tuple(sources), hash=name, sites=(), silenced=()),
        replace(
            base,
            rules=(*(rule for rule, _ in kept), *whole),
            sources=(*(source for _, source in kept), *sources),
            hash=name,
        ),
        off,
        sum(map(_steps, whole)),
    )


def _clashes(rules: Sequence[InlineRule], known: set[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, rule in enumerate(rules):
        first = seen.setdefault(rule.id, number)
        if first != number:
            yield f"rules.{number}.id: {rule.id!r} is the id of rules.{first} too"
        elif rule.replaces and rule.id not in known:
            yield (f"rules.{number}.replaces: no rule {rule.id!r} is in force{did_you_mean(rule.id, known)}")
        elif not rule.replaces and rule.id in known:
            yield (
                f"rules.{number}.id: {rule.id!r} is taken by a rule in force; `replaces: true` puts this one "
                "in its place"
            )


def _steps(rule: InlineRule) -> int:
    """What the patterns of `rule` compile to."""
    return sum(map(count_steps, rule.patterns))
