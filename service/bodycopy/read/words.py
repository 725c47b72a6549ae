"""What the words of a text look like, from outside: case, digits, length, the signs around them; and which
of the words that pages are full of they may be."""

import re
from collections.abc import Sequence
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

#: Anything between white space.
WORD: Final = re.compile(r"\S+")
#: How many columns say what a word looks like.
COLUMNS: Final = 18
#: How many kinds of words are told apart: by a checksum, so that those a text has and training had not fall
#: anywhere.
KINDS: Final = 1024
#: The kind of words that are not known.
UNKNOWN: Final = 0
_OPENING: Final = "\"'“‘«„([{"
_ENDING: Final = ".!?…"
_CLOSING: Final = "\"'”“’‘»«)]}"
_AROUND: Final = _OPENING + _ENDING + _CLOSING + ",:;"
_COMPOUND: Final = re.compile(r"[-/@]")


def look_at(words: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """What each of `words` looks like (words x COLUMNS, 0 or 1) and its kind (below KINDS)."""
    places: dict[str, int] = {}
    order = [places.setdefault(word, len(places)) for word in words]
    looks = np.array([_look(word) for word in places], np.float32).reshape(-1, COLUMNS)
    kinds = np.array([_kind(word) for word in places], np.intp)
    return looks[order], kinds[order]


def ends_sentence(word: str) -> bool:
    """Whether `word` ends with a stop."""
    return word[-1] in _ENDING


def _look(word: str) -> tuple[bool, ...]:
    core = word.strip(_AROUND)
    first, size, last = core[:1], len(core), word[-1]
    cased = first.islower() or first.isupper()
    capitals = core.isupper()
    found = (
        not core,
        first.islower(), first.isupper(), first.isdigit(), first.isalpha() and not cased,
        capitals and size > 1, not capitals and any(map(str.isupper, core[1:])),
        any(map(str.isdigit, core)), _COMPOUND.search(core) is not None,
        size <= 1, 2 <= size <= 3, 4 <= size <= 6, size > 6,
        last == ",", last in ":;", last in _ENDING, last in _CLOSING, word[0] in _OPENING,
    )  # fmt: skip
    return found


def _kind(word: str) -> int:
    return crc32(word.strip(_AROUND).lower().encode("utf-8", "surrogatepass")) % KINDS
