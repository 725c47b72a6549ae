"""Gold text for pages of a corpus that has none: which of their words are the article's was marked by
reading them. `marked.json` holds no text: for each page, by a digest of its HTML, how many words it has as
bs4 renders it, and where the article's stretches of words begin and end there."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

from bodycopy.bench.renderers import renderer
from bodycopy.errors import BodycopyError

_FILE: Final = Path(__file__).with_name("marked.json")
_WORD: Final = re.compile(r"\w+")
#: So many hexadecimal digits of the SHA-256 of a page's HTML name it.
DIGITS: Final = 16


class MarksError(BodycopyError):
    """A page does not have the words that were marked."""


class _Marks(TypedDict):
    words: int
    article: list[tuple[int, int]]


def marked_text(html: str) -> str | None:
    """The article of the page `html`, a line a stretch; None for a page that was not marked. Raises
    MarksError where this release of bs4 renders other words than those that were counted."""
    name = hashlib.sha256(html.encode()).hexdigest()[:DIGITS]
    marks = _marks().get(name)
    if marks is None:
        return None
    text = renderer("bs4")(html)
    words = list(_WORD.finditer(text))
    if len(words) != marks["words"]:
        raise MarksError(
            f"{_FILE.name}: {name}: was marked with {marks['words']} words, "
            f"but has {len(words)} as bs4 renders it"
        )
    return "\n".join(text[words[first].start() : words[end - 1].end()] for first, end in marks["article"])


@cache
def _marks() -> dict[str, _Marks]:
    found: dict[str, _Marks] = json.loads(_FILE.read_text("utf-8"))["pages"]
    return found
