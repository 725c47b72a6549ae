"""The shape of a rule and of a pack, as pydantic models: strict keys, strict types, plain messages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Final, Literal, Self

import re2
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from bodycopy.document import Kind
from bodycopy.folding import phrase
from bodycopy.labels import ALL_LABELS, LABELS, SPAN_LABELS

MAX_PATTERN = 1_000
MAX_EXPANDED = 20_000
#: Bound on a compiled pattern: all patterns of a ruleset share one automaton and its memory.
MAX_STEPS = 4_000
_TERM = re.compile(r"(?<!\\[pP])\{([a-z][a-z_]+)\}")
MAX_EXAMPLE = 4_000
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)+")


def _compiles(pattern: str, info: ValidationInfo) -> str:
    if len(pattern) > MAX_PATTERN:
        raise ValueError(
            f"the pattern has {len(pattern)} characters; at most {MAX_PATTERN} are accepted (a part that "
            "patterns share can be named in terms.yaml and written {name})"
        )
    expanded = expand(pattern, info.context or {})
    try:
        compiled = compile_pattern(expanded)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise ValueError(
            f"not a pattern that RE2 can run ({reason}); look-around and back-references are not accepted"
        ) from None
    if compiled.programsize > MAX_STEPS:
        raise ValueError(
            f"the pattern compiles to {compiled.programsize} steps; at most {MAX_STEPS} are accepted "
            r"(\p{L} and \p{Lu} are costly, most of all repeated: say \S or [^\s,] and (?-i:[A-ZÀ-Þ]))"
        )
    if compiled.search("") is not None:
        raise ValueError("the pattern matches the empty text, so it would match every block")
    return expanded


def expand(pattern: str, terms: Mapping[str, str]) -> str:
    """`pattern` with each `{name}` replaced by the term of that name, as a group.

    Raises ValueError for a name that is no term, or where the whole grows beyond MAX_EXPANDED.
    """

    def term(found: re.Match[str]) -> str:
        if found[1] not in terms:
            known = ", ".join(sorted(terms)) or "none are defined"
            raise ValueError(f"{{{found[1]}}} is not a term of terms.yaml ({known})")
        return f"(?:{terms[found[1]]})"

    expanded = _TERM.sub(term, pattern)
    if len(expanded) > MAX_EXPANDED:
        raise ValueError(f"with its terms the pattern has {len(expanded)} characters; at most {MAX_EXPANDED}")
    return expanded


def _says_something(text: str) -> str:
    if not phrase(text):
        raise ValueError(f"{text!r} has no letter or digit left to compare")
    return text


@lru_cache(maxsize=1 << 13)
def compile_pattern(pattern: str) -> "re2._Regexp":
    """`pattern`, compiled as every pattern of every rule is. Raises re2.error where it does not compile."""
    return re2.compile(pattern, re2_options())


def re2_options() -> "re2.Options":
    """How every pattern of every rule is compiled."""
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 12 << 20
    return options


Pattern = Annotated[str, AfterValidator(_compiles)]
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


class Rule(_Strict):
    """One rule as it stands in a pack."""

    id: Annotated[str, Field(max_length=100)]
    label: str
    why: Annotated[str, Field(min_length=10, max_length=300)]
    certain: Literal[True] | None = None
    weight: Annotated[float, Field(gt=0, le=5)] | None = None
    when: Conditions | None = None
    unless: Conditions | None = None
    section: Section | None = None
    run: Run | None = None
    span: Span | None = None
    repeat: Repeat | None = None
    examples: Examples

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
        kind = PydanticCustomError("known", "{reason}", {"reason": known["msg"]})
        if known["type"] in ("missing", "extra_forbidden"):
            details.append(InitErrorDetails(type=known["type"], loc=known["loc"], input=known["input"]))
        else:
            details.append(InitErrorDetails(type=kind, loc=known["loc"], input=known["input"]))
    return ValidationError.from_exception_data(title, details)


class Pack(_Strict):
    """A file of rules."""

    language: Annotated[str, Field(pattern=r"^(any|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$")]
    rules: Annotated[list[Rule], Field(min_length=1)]
