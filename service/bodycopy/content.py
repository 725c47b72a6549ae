"""Content words: the words of a block that tell what it is about, as numbers that can be compared at once."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.characters import LETTER, PAIRED, Lines, read_lines, small, within

#: Letters that make a word worth comparing: shorter ones are mostly articles, pronouns and the like.
CONTENT_LETTERS: Final = 5
#: Content words are told apart by a hash of so many bits: of a long article's two thousand words some
#: eight in a thousand share a number with another one.
CONTENT_BITS: Final = 18
HIRAGANA: Final = (0x3041, 0x309F)

_LAST_LETTERS: Final = 3
#: Characters whose small form is two characters, or another one at the end of a word.
_LOWERED_BY_PLACE: Final = "İΣ"
_OFFSETS: Final = np.array([*range(CONTENT_LETTERS), *range(-_LAST_LETTERS, 0)])
_WEIGHTS: Final = np.array([0x1003F, 0x2A5B7, 0x5D4C3, 0x7C35D, 0xB4A69, 0x1F35B1, 0x27D4EB, 0x3C6EF3])
_LENGTH_WEIGHT: Final = 0x51A6D7
_SPREAD: Final = 0x1E3779B97F4A7C15


def content_words(lines: Lines) -> list[NDArray[np.int64]]:
    """For each line the hashes of its distinct content words. A hash knows a word's length, its first letters
    and its last: words that agree in these are hardly ever two."""
    if any(char in lines.text for char in _LOWERED_BY_PLACE):
        lines = read_lines(lines.text.lower())
    edges = _edges(lines.classes & LETTER != 0)
    begins, ends = edges[::2], edges[1::2]
    lengths = ends - begins
    long = lengths >= CONTENT_LETTERS
    begins, ends, lengths = begins[long], ends[long], lengths[long]
    places = begins[:, None] + _OFFSETS
    places[:, CONTENT_LETTERS:] += lengths[:, None]
    hashes = small(lines.codes.take(places)) @ _WEIGHTS + lengths * _LENGTH_WEIGHT
    numbers = np.arange(len(lines.breaks))
    of = numbers.repeat(lines.per_line(begins))
    paired = lines.classes & PAIRED != 0
    if paired.any():
        hiragana = within(lines.codes, HIRAGANA)
        pairs = np.flatnonzero(paired[1:] & paired[:-1] & ~(hiragana[1:] & hiragana[:-1]))
        two = small(lines.codes.take(pairs[:, None] + _OFFSETS[:2]))
        hashes = np.concatenate((hashes, two @ _WEIGHTS[:2]))
        of = np.concatenate((of, numbers.repeat(lines.per_line(pairs))))
    spread = (hashes * _SPREAD).view(np.uint64) >> np.uint64(64 - CONTENT_BITS)
    keys = of << CONTENT_BITS | spread.view(np.int64)
    keys.sort()
    keys = np.concatenate((keys[:1], keys[1:][keys[1:] != keys[:-1]]))
    bounds = keys.searchsorted(np.arange(len(lines.breaks) + 1) << CONTENT_BITS).tolist()
    keys &= (1 << CONTENT_BITS) - 1
    return [keys[begin:end] for begin, end in pairwise(bounds)]


def _edges(inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where the runs of True in `inside` begin and end, in turn. The last value must be False."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return np.concatenate((_ZERO, edges)) if inside[0] else edges


_ZERO: Final = np.zeros(1, np.int64)
