"""`expected.json`: what it may say, and its errors with the line where they stand."""

from difflib import get_close_matches
from typing import Annotated, Any, Final, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from bodycopy.errors import BodycopyError
from bodycopy.labels import ALL_LABELS, LABELS
from bodycopy.payload import PayloadError, parse_json
from bodycopy.result import Metadata
from bodycopy.testing.locate import line_of
from bodycopy.wording import in_words

#: So many wrong places of one file are named, no more.
MAX_PROBLEMS: Final = 20


def _label(name: str) -> str:
    if name not in LABELS:
        raise ValueError(LABELS)
    return name


def _label_or_dateline(name: str) -> str:
    if name not in ALL_LABELS:
        raise ValueError(ALL_LABELS)
    return name


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Options(_Strict):
    """How the input is cleaned."""

    url: str | None = None
    media_type: str | None = None
    keep: list[Annotated[str, AfterValidator(_label_or_dateline)]] = []
    disable: list[str] = []


class _Caption(_Strict):
    text: str
    credit: str | None


class _Dateline(_Strict):
    place: str | None
    agency: str | None


_TYPES: Final = get_type_hints(Metadata) | {"captions": list[_Caption], "dateline": _Dateline | None}
_FIELDS: Final[dict[str, Any]] = {name: (_TYPES[name], None) for name in Metadata()}
ExpectedMetadata: Final[type[BaseModel]] = create_model("ExpectedMetadata", __base__=_Strict, **_FIELDS)
_Labelled = Annotated[
    tuple[Annotated[str, AfterValidator(_label)], str],
    Field(strict=False),  # JSON knows no tuples
]


class Expected(_Strict):
    """What a case expects, key by key as `expected.json` has it."""

    why: str | None = None
    gap: Annotated[str, Field(min_length=1)] | None = None
    options: Options = Options()
    metadata: ExpectedMetadata | None = None  # type: ignore[valid-type]
    blocks: list[_Labelled] | None = None
    blocks_kept_only: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """The metadata that the case speaks about."""
        return self.metadata.model_dump(exclude_unset=True) if self.metadata else {}


class WrongExpectations(BodycopyError):
    """An `expected.json` that can't be used. `problems`: each `file:line: key: what is wrong`."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def parse_expected(data: bytes, shown: str) -> Expected:
    """The expectations in `data`; `shown` is the file's name in messages. Raises WrongExpectations."""
    try:
        value = parse_json(data)
        return Expected.model_validate(value)
    except PayloadError as error:
        raise WrongExpectations(f"{shown}: {error}") from None
    except ValidationError as invalid:
        text = data.decode("utf-8-sig")
        found = invalid.errors(include_url=False)
        located = sorted(_located(text, error) for error in found[:MAX_PROBLEMS])
        problems = [f"{shown}:{line}: {message}" for line, message in located]
        if len(found) > MAX_PROBLEMS:
            problems.append(f"{shown}: and {len(found) - MAX_PROBLEMS} more")
        raise WrongExpectations(*problems) from None


def _located(text: str, error: ErrorDetails) -> tuple[int, str]:
    path = error["loc"]
    key = ".".join(map(str, path))
    message = in_words(error)
    if error["type"] == "extra_forbidden" and len(path) > 1:
        model = Options if path[0] == "options" else ExpectedMetadata
        message = f"this key is not known; accepted are {', '.join(model.model_fields)}"
    elif error["type"] == "extra_forbidden":
        message = f"this key is not known; accepted are {', '.join(Expected.model_fields)}"
    elif error["type"] == "value_error":  # a label's; its hint is looked for here, for few of many errors
        [labels] = error["ctx"]["error"].args
        near = get_close_matches(error["input"][:30], labels, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"labels are {', '.join(labels)}"
        message = f"{error['input'][:30]!r} is not a label; {hint}"
    elif error["type"] == "model_type":
        message = "a JSON object is accepted, nothing else"
    elif error["type"] in ("tuple_type", "too_long", "missing") and path[0] == "blocks":
        message = 'a block is a pair, ["label", "text"]'
    return line_of(text, path), f"{key + ': ' if key else ''}{message}"
