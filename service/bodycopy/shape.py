"""What blocks look like, whatever their words mean: the measures that rules and the decider share.

All blocks of a document are measured at once, over one array of their characters: a loop over the
characters or words of each block was the dearest part of cleaning.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy.columns import text_columns
from bodycopy.folding import bullet_length, matchable, matched_phrase

_CLOSERS: Final = "\"'”’»›)]}*_ 」』）】》〉"
_STOPS: Final = frozenset(".!?…。！？؟।॥۔")
_INNER_STOPS: Final = (". ", "? ", "! ", "。")

#: Longer blocks are never compared with the whole phrases of rules.
PHRASE_WORDS: Final = 12
PROSE_WORDS: Final = 12
#: Words in a row that make up a shingle. Copies are looked for among blocks that share their first or
#: their last shingle: an edited copy seldom differs at both ends.
SHINGLE: Final = 3
#: Shorter blocks are compared to the letter only.
NEAR_WORDS: Final = PROSE_WORDS
PROSE_LOWER: Final = 0.5
#: Letters that make a word worth comparing: shorter ones are mostly articles, pronouns and the like.
CONTENT_LETTERS: Final = 5
#: Content words are told apart by a hash of so many bits: of a long article's two thousand words some
#: eight in a thousand share a number with another one.
CONTENT_BITS: Final = 18

# Classes of characters, as bits.
_SPACE: Final = 1
_UPPER: Final = 2
_DIGIT: Final = 4
_UNSPACED: Final = 8  # scripts written without spaces: about two characters make a word
_LOWER: Final = 16  # letters that content words are made of
_MARK: Final = 32  # neither letter nor digit nor white space
_LETTER: Final = 64  # such a letter once it is made small
_PAIRED: Final = 128  # letters whose words are too short, or not to be seen: each two in a row are one

_NEWLINE: Final = ord("\n")
_HIRAGANA: Final = (0x3041, 0x309F)
_KANA: Final = (0x3041, 0x30FF)
#: A line with kana has this share of small words at least, and more with its hiragana: particles and endings
#: are written in them, and headlines leave those out.
_LEAST_LOWER: Final = 0.4
#: Characters whose small form is two characters, or another one at the end of a word.
_LOWERED_BY_PLACE: Final = "İΣ"


class Shape(NamedTuple):
    """Measures of one block. `words` counts words, or half the characters of scripts without spaces;
    `lower` is the share of words that begin in lower case or in a script that has no case (of lines with kana
    fewer, the fewer hiragana there are). `characters` are counted without white space; `digits`, `capitals`
    and `marks` (neither letter nor digit) are some of them. `ends` are the first and the last SHINGLE words
    of a block of NEAR_WORDS or more. `columns` is what `columns.py` makes of all this for the decider.
    `content` holds the distinct words of five letters or more, in lower case, as hashes of CONTENT_BITS bits;
    of scripts that have no spaces, and of Korean, each two letters in a row but two hiragana."""

    folded: str
    phrase: str
    words: int
    lower: float
    ends_sentence: bool
    sentences: int
    prose: bool
    characters: int
    digits: int
    capitals: int
    marks: int
    ends: tuple[tuple[str, ...], ...]
    columns: bytes
    content: NDArray[np.int64]


def ends_like_sentence(text: str) -> bool:
    """Whether `text` closes with a full stop or its kin, closing quotes and brackets aside."""
    last = text[-1:]
    return last in _STOPS or (last in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in _STOPS)


def measure(texts: Sequence[str]) -> list[Shape]:
    """The shapes of blocks with these texts, none of which holds a line break."""
    if not texts:
        return []
    folded = [matchable(text)[bullet_length(text) :] for text in texts]
    joined = "\n".join(folded) + "\n"
    codes = _codes(joined)
    classes = _class_table().take(codes)
    breaks = np.flatnonzero(codes == _NEWLINE)
    words, lower, *counts = _count(codes, classes, breaks, joined.isascii())
    many = words.tolist()
    said = list(map(_said, texts, folded, many, lower.tolist()))
    columns = text_columns(folded, words, np.array([one[:4] for one in said]), counts)
    content = _content(joined, codes, classes, breaks)
    characters, digits, capitals, marks = [numbers.tolist() for numbers in counts]
    return [
        Shape(folded[at], one[4], many[at], *one[:4], characters[at], digits[at], capitals[at], marks[at],
              one[5], columns[at], content[at])
        for at, one in enumerate(said)
    ]  # fmt: skip


def _said(
    text: str, folded: str, words: int, lower: int
) -> tuple[float, bool, int, bool, str, tuple[tuple[str, ...], ...]]:
    """The share of words in lower case, whether the block ends a sentence, how many it has, whether it is
    prose; its phrase and its ends."""
    ratio = lower / words if words else 0.0
    stop = ends_like_sentence(text)
    if words < PROSE_WORDS:
        return ratio, stop, 1, False, matched_phrase(folded), ()
    sentences = 1 + sum([folded.count(inner) for inner in _INNER_STOPS])
    prose = ratio >= PROSE_LOWER and (stop or (words >= 30 and sentences > 1))
    first = ("", *folded.split(None, SHINGLE)[:SHINGLE])
    last = (*folded.rsplit(None, SHINGLE)[-SHINGLE:], "")
    return (
        ratio,
        stop,
        sentences,
        prose,
        matched_phrase(folded) if words <= PHRASE_WORDS else "",
        (first, last),
    )


def _count(
    codes: NDArray[np.integer[Any]], classes: NDArray[np.uint8], breaks: NDArray[np.int64], ascii: bool
) -> list[NDArray[np.int64]]:
    """For each line its words, those of them that begin neither upper case nor a digit, its characters,
    digits, capitals and marks."""
    count = len(breaks)
    shown = classes & _SPACE == 0
    begins = _edges(shown)[::2]
    line = breaks.searchsorted(begins)
    words = np.bincount(line, minlength=count)
    capital = classes[begins] & (_UPPER | _DIGIT) != 0
    lower = words - np.bincount(line[capital], minlength=count)
    if not ascii:
        unspaced = np.flatnonzero(classes & _UNSPACED)
        if len(unspaced):
            lines = breaks.searchsorted(unspaced)
            halves = np.bincount(lines, minlength=count) // 2
            words, lower = words + halves, lower + _small(halves, lines, codes[unspaced])
    starts = np.concatenate((_ZERO, breaks[:-1] + 1))
    kinds = (shown, classes & _DIGIT != 0, classes & _UPPER != 0, classes & _MARK != 0)
    return [words, lower, *(np.add.reduceat(kind, starts, dtype=np.int64) for kind in kinds)]


def _small(
    halves: NDArray[np.int64], lines: NDArray[np.int64], codes: NDArray[np.integer[Any]]
) -> NDArray[np.int64]:
    """How many of the words that unspaced characters make (`halves` a line) count as small. Of scripts
    without case all do, but Japanese has another sign of prose: hiragana between the ideographs."""
    count = len(halves)
    kana = np.bincount(lines[_within(codes, _KANA)], minlength=count)
    if not kana.any():
        return halves
    hiragana = np.bincount(lines[_within(codes, _HIRAGANA)], minlength=count)
    share = np.minimum(1.0, _LEAST_LOWER + hiragana / np.maximum(1, 2 * halves))
    return np.where(kana > 0, halves * share, halves).astype(np.int64)


def _within(codes: NDArray[np.integer[Any]], bounds: tuple[int, int]) -> NDArray[np.bool_]:
    return (codes >= bounds[0]) & (codes <= bounds[1])


def _content(
    joined: str, codes: NDArray[np.integer[Any]], classes: NDArray[np.uint8], breaks: NDArray[np.int64]
) -> list[NDArray[np.int64]]:
    """For each line of `joined` the hashes of its distinct content words. A hash knows a word's length,
    its first letters and its last: words that agree in these are hardly ever two."""
    if any(char in joined for char in _LOWERED_BY_PLACE):
        codes = _codes(joined.lower())
        classes = _class_table().take(codes)
        breaks = np.flatnonzero(codes == _NEWLINE)
    edges = _edges(classes & _LETTER != 0)
    begins, ends = edges[::2], edges[1::2]
    long = ends - begins >= CONTENT_LETTERS
    begins, ends = begins[long], ends[long]
    lowered = _lower_table().take(codes)
    hashes = (ends - begins) * _LENGTH_WEIGHT
    for at, weight in zip(_FIRST, _WEIGHTS[:CONTENT_LETTERS], strict=True):
        hashes += lowered.take(begins + at) * weight
    for at, weight in zip(_LAST, _WEIGHTS[CONTENT_LETTERS:], strict=True):
        hashes += lowered.take(ends + at) * weight
    paired = classes & _PAIRED != 0
    if paired.any():
        hiragana = _within(codes, _HIRAGANA)
        pairs = np.flatnonzero(paired[1:] & paired[:-1] & ~(hiragana[1:] & hiragana[:-1]))
        begins = np.concatenate((begins, pairs))
        hashes = np.concatenate((hashes, lowered[pairs] * _WEIGHTS[0] + lowered[pairs + 1] * _WEIGHTS[1]))
    spread = (hashes * _SPREAD).view(np.uint64) >> np.uint64(64 - CONTENT_BITS)
    keys = breaks.searchsorted(begins) << CONTENT_BITS | spread.view(np.int64)
    keys.sort()
    keys = np.concatenate((keys[:1], keys[1:][keys[1:] != keys[:-1]]))
    bounds = keys.searchsorted(np.arange(len(breaks) + 1) << CONTENT_BITS).tolist()
    keys &= (1 << CONTENT_BITS) - 1
    return [keys[begin:end] for begin, end in pairwise(bounds)]


def _edges(inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where the runs of True in `inside` begin and end, in turn. The last value must be False."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return np.concatenate((_ZERO, edges)) if inside[0] else edges


def _codes(text: str) -> NDArray[np.integer[Any]]:
    """The code points of `text`, as far as they lie in the basic plane; others are its last one."""
    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(codes, 0xFFFF)


_ZERO: Final = np.zeros(1, np.int64)
_FIRST: Final = range(CONTENT_LETTERS)
_LAST: Final = range(-3, 0)
_WEIGHTS: Final = (0x1003F, 0x2A5B7, 0x5D4C3, 0x7C35D, 0xB4A69, 0x1F35B1, 0x27D4EB, 0x3C6EF3)
_LENGTH_WEIGHT: Final = 0x51A6D7
_SPREAD: Final = 0x1E3779B97F4A7C15


@cache
def _class_table() -> NDArray[np.uint8]:
    """The classes of the characters of the basic plane."""
    table = np.zeros(0x10000, np.uint8)
    for code in range(0x10000):
        char = chr(code)
        table[code] = _SPACE * char.isspace() | _UPPER * char.isupper() | _DIGIT * char.isdigit()
        if not (char.isalnum() or char.isspace()):
            table[code] |= _MARK
    for first, last in ((0xE00, 0xE7F), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF)):
        table[first : last + 1] |= _UNSPACED | _PAIRED
    table[0xAC00 : 0xD7A3 + 1] |= _PAIRED
    for first, last in ((0x61, 0x7A), (0xDF, 0x2FF), (0x370, 0xFFFF)):
        table[first : last + 1] |= _LOWER
    table[table[_lower_table()] & _LOWER != 0] |= _LETTER
    table[table & _PAIRED != 0] &= ~np.uint8(_LETTER)
    table[0x30FB] &= ~np.uint8(_PAIRED)  # the middle dot
    return table


@cache
def _lower_table() -> NDArray[np.int64]:
    """The small letters of the characters of the basic plane, where they have one that is one character."""
    small = [chr(code).lower() for code in range(0x10000)]
    return np.array([ord(low) if len(low) == 1 else code for code, low in enumerate(small)])
