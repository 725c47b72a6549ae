"""The shape of a rule and of a pack, as pydantic models: strict keys, strict types, plain messages."""

import re
from typing import Annotated, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from bodycopy.document import Kind
from bodycopy.folding import phrase
from bodycopy.labels import LABELS, SPAN_LABELS
from bodycopy.rules.patterns import Pattern, compile_pattern, re2_options
from bodycopy.rules.sites import Host

__all__ = [
    "Conditions",
    "InlineRule",
    "Neighbour",
    "Pack",
    "Rule",
    "compile_pattern",
    "expand",
    "re2_options",
]

MAX_EXAMPLE = 4_000
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)+")


def _says_something(text: str) -> str:
    if not phrase(text):
        raise ValueError(f"{text!r} has no letter or digit left to compare")
    return text


Phrase = Annotated[str, Field(max_length=200), AfterValidator(_says_something)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Position = Literal["head", "middle", "tail"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Neighbour(_Strict):
    """Conditions on one block; all that are given must hold."""

    equals: list[Phrase] = Field(default=[], min_length=1)
    regex: list[Pattern] = Field(default=[], min_length=1)
    min_words: Count | None = None
    max_words: Count | None = None
    ends_sentence: bool | None = None
    prose: bool | None = None
    kind: list[Kind] = Field(default=[], min_length=1)
    position: list[Position] = Field(default=[], min_length=1)

    @field_validator("position", "kind", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _some_condition(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one condition is needed")
        if self.min_words is not None and self.max_words is not None and self.min_words > self.max_words:
            raise ValueError("min_words is greater than max_words")
        return self


class Conditions(Neighbour):
    """Conditions on a block and on the blocks before and after it."""

    previous: Neighbour | None = None
    next: Neighbour | None = None


class Section(_Strict):
    """The block opens a section whose members share its label."""

    until: Literal["prose", "end"] = "prose"
    max_blocks: Annotated[int, Field(ge=1, le=10_000)] = 20
    member_weight: Annotated[float, Field(gt=0, le=5)] = 2.0


class Run(_Strict):
    """At least `min_blocks` blocks in a row meet the rule's conditions."""

    min_blocks: Annotated[int, Field(ge=2, le=1_000)] = 3


class Span(_Strict):
    """A part of a kept block is cut: the first group of a pattern, or its whole match."""

    regex: Annotated[list[Pattern], Field(min_length=1)]


class Repeat(_Strict):
    """The block says again what an earlier block said."""

    similarity: Annotated[float, Field(ge=0.5, le=1)] = 0.9
    min_words: Annotated[int, Field(ge=2, le=1_000)] = 6


Example = Annotated[str, Field(min_length=1, max_length=MAX_EXAMPLE)]


class Examples(_Strict):
    """Texts, a block a line, for which the rule speaks (`match`) or keeps silent (`pass`)."""

    match: Annotated[list[Example], Field(min_length=2)]
    pass_: Annotated[list[Example], Field(min_length=2, alias="pass")]


class InlineRule(_Strict):
    """One rule as it stands in a request. Its examples may be left out: they are not tried there."""

    id: Annotated[str, Field(max_length=100)]
    label: str
    why: Annotated[str, Field(min_length=10, max_length=300)]
    certain: Literal[True] | None = None
    weight: Annotated[float, Field(gt=0, le=5)] | None = None
    replaces: Literal[True] | None = None
    when: Conditions | None = None
    unless: Conditions | None = None
    section: Section | None = None
    run: Run | None = None
    span: Span | None = None
    repeat: Repeat | None = None
    examples: Examples | None = None

    @field_validator("id")
    @classmethod
    def _id_form(cls, value: str) -> str:
        if not _ID.fullmatch(value):
            raise ValueError("an id is lower case, `folder/words-with-hyphens`")
        return value

    @property
    def kind(self) -> str:
        """`section`, `run`, `span`, `repeat`, or `block`."""
        return next((k for k in ("section", "run", "span", "repeat") if getattr(self, k)), "block")

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        problems = []
        kinds = [k for k in ("section", "run", "span", "repeat") if getattr(self, k)]
        if len(kinds) > 1:
            problems.append(f"at most one of section, run, span and repeat is accepted, not {kinds}")
        accepted = SPAN_LABELS if self.span else LABELS
        if self.label not in accepted:
            problems.append(f"label: {self.label!r} is not one of {', '.join(accepted)}")
        if self.span and self.weight:
            problems.append("a span rule is certain; it takes no weight")
        if (self.certain is None) == (self.weight is None):
            problems.append("exactly one of `certain: true` and `weight` is needed")
        if not self.when and self.kind not in ("span", "repeat"):
            problems.append("`when` is needed")
        if problems:
            raise ValueError("; ".join(problems))
        return self


class Rule(InlineRule):
    """One rule as it stands in a pack."""

    examples: Examples

    @classmethod
    def of(cls, rule: InlineRule) -> "Rule":
        """`rule` as those of packs are; without examples it gets empty ones."""
        if isinstance(rule, Rule):
            return rule
        return cls.model_construct(
            rule.model_fields_set, **(dict(rule) | {"examples": rule.examples or _NO_EXAMPLES})
        )


_NO_EXAMPLES: Final = Examples.model_construct(match=[], pass_=[])


class Pack(_Strict):
    """A file of rules."""

    language: Annotated[str, Field(pattern=r"^(any|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$")] | None = None
    sites: Annotated[list[Host], Field(max_length=1_000)] = Field(default=[], min_length=1)
    disable: Annotated[list[str], Field(max_length=1_000)] = Field(default=[], min_length=1)
    rules: list[Rule] = Field(default=[], min_length=1)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.rules and not self.disable:
            raise ValueError("`rules` is needed, or `disable`, or both")
        if self.rules and self.language is None:
            raise ValueError("`language` is needed: a language tag such as en, or any")
        return self
