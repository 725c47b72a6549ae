"""Raw article text in; the article's own words and its metadata out, with a reason for every line
that went."""

from functools import cache
from importlib.metadata import version

from bodycopy.cleaner import Cleaner
from bodycopy.errors import BodycopyError, InputError, OptionError, RuleError
from bodycopy.result import CleanResult, Metadata, Removed, ResultBlock

__version__ = version("bodycopy")
__all__ = [
    "BodycopyError",
    "CleanResult",
    "Cleaner",
    "InputError",
    "Metadata",
    "OptionError",
    "Removed",
    "ResultBlock",
    "RuleError",
    "clean",
]


def clean(source: str | bytes, media_type: str = "text/plain", url: str | None = None) -> CleanResult:
    """Cleans one document with the shipped rules; see `Cleaner.clean`."""
    return _shipped().clean(source, media_type, url)


@cache
def _shipped() -> Cleaner:
    return Cleaner()
