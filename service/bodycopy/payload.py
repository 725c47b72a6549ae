"""Documents that arrive as JSON, over HTTP and as lines of a file: strict parsing, plain errors."""

import json
from math import isinf
from typing import Annotated, Any, Final, NoReturn, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from bodycopy.errors import InputError
from bodycopy.wording import LONGEST_NAME, in_words, meant, shorten

#: The fields that hold a document, and what it then is.
_SOURCES: Final = {"text": "text/plain", "html": "text/html", "markdown": "text/markdown"}
#: So many wrong fields are named.
MAX_ERRORS: Final = 100


class PayloadError(InputError):
    """The JSON is malformed, or a field is wrong. `errors` holds a (field, detail) pair a wrong field."""

    def __init__(self, message: str, errors: tuple[tuple[str, str], ...] = ()) -> None:
        self.errors = errors
        super().__init__(message)


def _valid_unicode(value: str) -> str:
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError("holds a lone surrogate; an address in valid Unicode is accepted")
    return value


Url = Annotated[
    str,
    AfterValidator(_valid_unicode),
    Field(description="Where the article stood; it is never fetched."),
]


class Choices(BaseModel):
    """Which of the rules in force shall not speak for a document, and what stays in its text."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    keep: list[str] = Field([], description="labels whose blocks and spans stay in the text")
    disable: list[str] = Field([], description="rule ids or labels that must not speak")


class Payload(BaseModel):
    """A document: exactly one of `text`, `html` and `markdown`, and the address where it stood, if known.

    Lone surrogates in the document are let through: the cleaner replaces them and says so.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    text: str | None = Field(None, description="The article as plain text.")
    html: str | None = Field(None, description="The article's page as HTML.")
    markdown: str | None = Field(None, description="The article's page as Markdown.")
    url: Url | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        given = [name for name in _SOURCES if getattr(self, name) is not None]
        if len(given) != 1:
            found = f"{' and '.join(given)} are given" if given else "none of them is given"
            raise ValueError(f"exactly one of text, html and markdown is needed; {found}")
        return self

    @property
    def source(self) -> str:
        """The document itself."""
        given: str = getattr(self, self._given)
        return given

    @property
    def media_type(self) -> str:
        """What `source` is."""
        return _SOURCES[self._given]

    @property
    def _given(self) -> str:
        return next(name for name in _SOURCES if getattr(self, name) is not None)


Model = TypeVar("Model", bound=BaseModel)


def parse_json(data: bytes) -> object:
    """The value that `data` holds as JSON in UTF-8.

    Raises PayloadError with line and column for malformed JSON, and for a key that stands twice, a
    number such as NaN or 1e999, or nesting that is too deep to read.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PayloadError(f"byte {error.start} of the JSON is not UTF-8; JSON is read as UTF-8") from None
    try:
        value: object = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise PayloadError(
            f"malformed JSON at line {error.lineno}, column {error.colno}: {error.msg}"
        ) from None
    except RecursionError:
        raise PayloadError("malformed JSON: it is nested too deeply; a flat object is accepted") from None
    except PayloadError:
        raise
    except ValueError:
        raise PayloadError("malformed JSON: a number has more digits than can be read") from None
    return value


def read_payload(model: type[Model], value: object, where: str = "", context: object = None) -> Model:
    """`value` as a `model`; `where` says in messages what was looked at, `context` what the model's
    validators may want to know.

    Raises PayloadError that names every field that is wrong.
    """
    try:
        return model.model_validate(value, context=context)
    except ValidationError as invalid:
        found = invalid.errors(include_url=False, include_input=False)
        errors = tuple(_plain(model, error) for error in found[:MAX_ERRORS])
    lines = (f"{field}: {detail}" if field else detail for field, detail in errors)
    raise PayloadError(where + "; ".join(lines), tuple(pair for pair in errors if pair[0]))


def dump_json(value: object) -> bytes:
    """`value` as JSON in UTF-8 on one line. A lone surrogate is written as its JSON escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "backslashreplace")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        twice = shorten(twice, LONGEST_NAME)
        raise PayloadError(f"{twice}: the key stands twice in one object", ((twice, "stands twice"),))
    return found


def _no_constant(name: str) -> NoReturn:
    raise PayloadError(f"malformed JSON: {name} is not a JSON value")


def _finite(number: str) -> float:
    value = float(number)
    if isinf(value):
        raise PayloadError(f"malformed JSON: the number {number[:40]} is too large to be read")
    return value


def _plain(model: type[BaseModel], error: ErrorDetails) -> tuple[str, str]:
    field = shorten(".".join(map(str, error["loc"])), LONGEST_NAME)
    if not error["loc"] and error["type"] == "string_unicode":
        return field, "a key holds a lone surrogate; keys are plain words"
    if len(error["loc"]) == 1 and error["type"] == "extra_forbidden":
        return field, f"unknown; accepted are {', '.join(model.model_fields)}"
    if not error["loc"] and error["type"] == "model_type":
        return field, "a JSON object is accepted, nothing else"
    if error["type"] == "extra_forbidden":
        return field, in_words(error) + meant(model, error["loc"])
    return field, in_words(error)
