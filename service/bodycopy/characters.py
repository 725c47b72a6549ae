"""The characters of several lines in one array: their classes, and how many of them each line has.

A loop over the characters or words of each block was the dearest part of cleaning.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy import folding

# Classes of characters, as bits.
SPACE: Final = 1
UPPER: Final = 2
DIGIT: Final = 4
UNSPACED: Final = 8  # those of scripts written without spaces
LOWER: Final = 16  # letters that content words are made of
MARK: Final = 32  # neither letter nor digit nor white space; vowel signs and accents are part of letters
LETTER: Final = 64  # such a letter once it is made small
PAIRED: Final = 128  # letters whose words are too short, or not to be seen: each two in a row are one

_NEWLINE: Final = ord("\n")


class Lines(NamedTuple):
    """Lines, each closed by a line break: code points, their classes, and where the breaks are."""

    text: str
    codes: NDArray[np.integer[Any]]
    classes: NDArray[np.uint8]
    breaks: NDArray[np.int64]

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each line begins."""
        return np.concatenate((_ZERO, self.breaks[:-1] + 1))

    def places(self, kind: int) -> NDArray[np.int64]:
        """Where characters of a class stand, or of one of several."""
        return np.flatnonzero(self.classes & kind != 0)

    def per_line(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many of `places`, which are in order, lie in each line."""
        counts = places.searchsorted(self.breaks, "right")
        counts[1:] -= counts[:-1].copy()
        return counts


def join_lines(lines: Sequence[str]) -> Lines:
    """`lines`, of which there is one at least and none holds a line break, in one array."""
    return read_lines("\n".join(lines) + "\n")


def read_lines(text: str) -> Lines:
    """The lines of `text`, which ends with a line break."""
    codes = _codes(text)
    return Lines(text, codes, _class_table().take(codes), np.flatnonzero(codes == _NEWLINE))


def small(codes: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """The code points of the same characters in lower case."""
    return _lower_table().take(codes)


def within(codes: NDArray[np.integer[Any]], bounds: tuple[int, int]) -> NDArray[np.bool_]:
    """Whether each of `codes` lies between `bounds`, both included."""
    return (codes >= bounds[0]) & (codes <= bounds[1])


def _codes(text: str) -> NDArray[np.integer[Any]]:
    """The code points of `text`, as far as they lie in the basic plane; others are its last one."""
    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(codes, 0xFFFF)


_ZERO: Final = np.zeros(1, np.int64)


@cache
def _class_table() -> NDArray[np.uint8]:
    """The classes of the characters of the basic plane."""
    table = np.zeros(0x10000, np.uint8)
    for code in range(0x10000):
        char = chr(code)
        table[code] = SPACE * char.isspace() | UPPER * char.isupper() | DIGIT * char.isdigit()
        if not (char.isalnum() or char.isspace() or unicodedata.category(char).startswith("M")):
            table[code] |= MARK
    for first, last in folding.UNSPACED:
        table[first : last + 1] |= UNSPACED | PAIRED
    table[0xAC00 : 0xD7A3 + 1] |= PAIRED
    for first, last in ((0x61, 0x7A), (0xDF, 0x2FF), (0x370, 0xFFFF)):
        table[first : last + 1] |= LOWER
    table[table[_lower_table()] & LOWER != 0] |= LETTER
    table[table & PAIRED != 0] &= ~np.uint8(LETTER)
    table[0x30FB] &= ~np.uint8(PAIRED)  # the middle dot
    return table


@cache
def _lower_table() -> NDArray[np.int64]:
    """The small letters of the characters of the basic plane, where they have one that is one character."""
    small = [chr(code).lower() for code in range(0x10000)]
    return np.array([ord(low) if len(low) == 1 else code for code, low in enumerate(small)])
