"""The shape of a rule and of a pack, as pydantic models: strict keys, strict types, plain messages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from bodycopy.document import Kind
from bodycopy.folding import phrase
from bodycopy.labels import ALL_LABELS, LABELS, SPAN_LABELS
from bodycopy.rules.patterns import Pattern
from bodycopy.rules.selectors import SelectorText, Tag
from bodycopy.rules.sites import Host
from bodycopy.wording import in_words

MAX_EXAMPLE = 4_000
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)+")
_LANGUAGE = re.compile(r"any|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _says_something(text: str) -> str:
    # of the thousands that there are most are told by their first letter
    if not text[:1].isalnum() and not phrase(text):
        raise ValueError(f"{text!r} has no letter or digit left to compare")
    return text


Phrase = Annotated[str, Field(max_length=200), AfterValidator(_says_something)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Position = Literal["head", "middle", "tail"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    def model_post_init(self, _context: object, /) -> None:
        """One set of the keys given serves all that were given the same: sets of their own take 7 MB."""
        object.__setattr__(self, "__pydantic_fields_set__", _shared(frozenset(self.model_fields_set)))


@cache
def _shared(keys: frozenset[str]) -> set[str]:
    return set(keys)


class LinkDensity(_Strict):
    """Bounds of the share of a block's characters that stand in links."""

    min: Annotated[float, Field(ge=0, le=1)] = 0.0
    max: Annotated[float, Field(ge=0, le=1)] = 1.0

    @model_validator(mode="before")
    @classmethod
    def _a_number_is_the_least(cls, value: object) -> object:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return {"min": float(value)} if number else value  # type: ignore[arg-type]

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if not self.model_fields_set or self.min > self.max:
            raise ValueError("a number, or `min` and `max` of which the first is not greater, is accepted")
        return self


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
    tag: list[Tag] = Field(default=[], min_length=1)
    within: list[Tag] = Field(default=[], min_length=1)
    css: list[SelectorText] = Field(default=[], min_length=1)
    link_density: LinkDensity | None = None
    hidden: bool | None = None

    @field_validator("position", "kind", "tag", "within", "css", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _some_condition(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one condition is needed")
        if self.min_words is not None and self.max_words is not None and self.min_words > self.max_words:
            raise _located("Conditions", [("min_words", "min_words is greater than max_words")])
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

    @field_validator("label")
    @classmethod
    def _known_label(cls, value: str) -> str:
        if value not in ALL_LABELS:
            raise ValueError(f"{value!r} is not one of {', '.join(ALL_LABELS)}")
        return value

    @field_validator("id")
    @classmethod
    def _id_form(cls, value: str) -> str:
        if not _ID.fullmatch(value):
            raise ValueError("an id is lower case, `folder/words-with-hyphens`")
        return value

    @property
    def patterns(self) -> list[str]:
        """All patterns of the rule, wherever they stand in it."""
        tests = [test for test in (self.when, self.unless) if test]
        nearby: list[Neighbour | None] = [near for test in tests for near in (test.previous, test.next)]
        found = [pattern for test in (*tests, *nearby) if test for pattern in test.regex]
        return found + (self.span.regex if self.span else [])

    @property
    def kind(self) -> str:
        """`section`, `run`, `span`, `repeat`, or `block`."""
        return next((kind for kind in _KINDS if getattr(self, kind)), "block")

    @model_validator(mode="wrap")
    @classmethod
    def _coherent(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """What is wrong between keys is said together with what is wrong in each."""
        faults = list(_incoherences(data)) if isinstance(data, Mapping) else []
        try:
            rule = handler(data)
        except ValidationError as error:
            raise _located(cls.__name__, faults, error) from None
        if rule.label not in (SPAN_LABELS if rule.span else LABELS):
            accepted = ", ".join(SPAN_LABELS if rule.span else LABELS)
            faults.append(("label", f"{rule.label!r} is not one of {accepted}"))
        if faults:
            raise _located(cls.__name__, faults)
        return rule


_KINDS: Final = ("section", "run", "span", "repeat")


def _incoherences(rule: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong between the keys of a rule: the key to look at, and the reason."""
    given = {key for key, value in rule.items() if value is not None}
    kinds = [kind for kind in _KINDS if kind in given]
    if len(kinds) > 1:
        yield kinds[1], f"at most one of section, run, span and repeat is accepted, not {kinds}"
    if "span" in given and "weight" in given:
        yield "weight", "a span rule is certain; it takes no weight"
    if ("certain" in given) == ("weight" in given):
        key = "weight" if "weight" in given else ""
        yield key, "exactly one of `certain: true` and `weight` is needed"
    if "when" not in given and not {"span", "repeat"} & given:
        yield "", "`when` is needed"


def _located(
    title: str, faults: Iterable[tuple[str, str]], error: ValidationError | None = None
) -> ValidationError:
    """The errors of `error`, and one for each (key, reason)."""
    details = [
        InitErrorDetails(
            type=PydanticCustomError("incoherent", "{reason}", {"reason": reason}),
            loc=(key,) if key else (),
            input=None,
        )
        for key, reason in faults
    ]
    for known in error.errors() if error else ():
        kind = PydanticCustomError("known", "{reason}", {"reason": in_words(known)})
        if known["type"] in ("missing", "extra_forbidden", "string_type", "list_type"):
            details.append(InitErrorDetails(type=known["type"], loc=known["loc"], input=known["input"]))
        else:
            details.append(InitErrorDetails(type=kind, loc=known["loc"], input=known["input"]))
    return ValidationError.from_exception_data(title, details)


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


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"{tag!r} is not `any` or a language tag such as en or pt-BR")
    return tag


class Pack(_Strict):
    """A file of rules."""

    language: Annotated[str, AfterValidator(_language)] | None = None
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
