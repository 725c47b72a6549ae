"""Numbers, quoted texts and wrong values in sentences."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

#: So much is said again of a name that a caller gave.
LONGEST_NAME: Final = 100
#: Kinds of errors for which pydantic's own words name its classes.
_OBJECTS: Final = ("model_type", "model_attributes_type", "dict_type")


def counted(number: int, noun: str) -> str:
    """`1 word`, `2,000 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shorten(text: str, length: int) -> str:
    """`text`, of a longer one than `length` its beginning."""
    return text if len(text) <= length else text[: length - 2].rstrip() + " …"


def did_you_mean(name: str, accepted: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest of the accepted names, or nothing."""
    near = get_close_matches(name, accepted, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def meant(model: type[BaseModel], place: Sequence[str | int]) -> str:
    """What may have been meant by the key at `place`, which what `model` describes does not know: the nearest
    of the keys beside it, or all of them, as the end of a sentence."""
    accepted = _keys_at(model, place[:-1])
    if not accepted:
        return ""
    return did_you_mean(str(place[-1]), accepted) or f"; accepted are {', '.join(accepted)}"


def _keys_at(model: type[BaseModel], place: Sequence[str | int]) -> list[str]:
    """The keys that are accepted at `place`; none where that is not told by models."""
    for key in place:
        if isinstance(key, int):
            continue
        found = (field for name, field in model.model_fields.items() if key in (name, field.alias))
        inside = next((_model_in(field.annotation) for field in found), None)
        if inside is None:
            return []
        model = inside
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that `annotation` names, alone or as the entries of a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def in_words(error: ErrorDetails) -> str:
    """What is wrong with a value that pydantic refused, for readers who need not know of pydantic."""
    if error["type"] == "missing":
        return "is needed"
    if error["type"] == "extra_forbidden":
        return "this key is not known here"
    if error["type"] in _OBJECTS:
        return "should be an object of keys and values"
    message = error["msg"].replace(" after validation", "")
    return message.removeprefix("Value error, ").removeprefix("Input ")
