"""Raw article text in; the article's own words and its metadata out, with a reason for every line
that went."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bodycopy.batch.inputs import Given, GroupBy, Input
    from bodycopy.cleaner import Cleaner
    from bodycopy.errors import BodycopyError, InputError, OptionError, RuleError
    from bodycopy.result import CleanResult, Metadata, Removed, ResultBlock

    __version__: str

__all__ = [
    "BodycopyError",
    "CleanResult",
    "Cleaner",
    "Input",
    "InputError",
    "Metadata",
    "OptionError",
    "Removed",
    "ResultBlock",
    "RuleError",
    "clean",
    "clean_many",
]

#: Imported when they are first used: pytest loads this package in every run, for its plugin.
_HOMES: Final = {
    "Cleaner": "bodycopy.cleaner",
    "Input": "bodycopy.batch.inputs",
    **dict.fromkeys(("BodycopyError", "InputError", "OptionError", "RuleError"), "bodycopy.errors"),
    **dict.fromkeys(("CleanResult", "Metadata", "Removed", "ResultBlock"), "bodycopy.result"),
}


def clean(
    source: str | bytes | bytearray, media_type: str = "text/plain", url: str | None = None
) -> "CleanResult":
    """Cleans one document with the shipped rules; see `Cleaner.clean`."""
    return _shipped().clean(source, media_type, url)


def clean_many(documents: "Iterable[Given]", group_by: "GroupBy" = "site") -> "Iterator[CleanResult]":
    """Cleans many documents with the shipped rules, those of one site beside each other; see
    `Cleaner.clean_many`."""
    return _shipped().clean_many(documents, group_by)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version("bodycopy")
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'bodycopy' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


@cache
def _shipped() -> "Cleaner":
    from bodycopy.cleaner import Cleaner

    return Cleaner()
