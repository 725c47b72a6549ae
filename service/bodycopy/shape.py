"""What blocks look like, whatever their words mean: the measures that rules and the decider share. All blocks
of a document are measured at once, over one array of their characters."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy.characters import DIGIT, MARK, SPACE, UNSPACED, UPPER, Lines, join_lines, within
from bodycopy.columns import Counts, text_columns
from bodycopy.content import HIRAGANA, content_words
from bodycopy.folding import bullet_length, matchable, matched_phrase

_CLOSERS: Final = "\"'”“’»«›‹)]}*_ 」』）】》〉"
_STOPS: Final = frozenset(".!?…。！？؟।॥۔")
_INNER_STOPS: Final = ".?!"  # before a space
_INNER_STOPS_ELSEWHERE: Final = "؟।۔"  # before a space too, in lines of Arabic or Indian letters
_WIDE_STOP: Final = "。"

#: Longer blocks are never compared with the whole phrases of rules.
PHRASE_WORDS: Final = 12
PROSE_WORDS: Final = 12
#: Words in a row that make up a shingle. Copies are looked for among blocks that share their first or
#: their last shingle: an edited copy seldom differs at both ends.
SHINGLE: Final = 3
#: Shorter blocks are compared to the letter only.
NEAR_WORDS: Final = PROSE_WORDS
PROSE_LOWER: Final = 0.5
_KANA: Final = (0x3041, 0x30FF)
_THAI: Final = (0xE01, 0xE5B)
#: A line with kana has this share of small words at least, and more with its hiragana: particles and endings
#: are written in them, and headlines leave those out.
_LEAST_LOWER: Final = 0.4


class Shape(NamedTuple):
    """Measures of one block. `words` counts words, or half the characters of scripts without spaces;
    `lower` is the share of words that begin in lower case or in a script that has no case (of lines with kana
    fewer, the fewer hiragana there are). `characters` are counted without white space. `ends` are the first
    and the last SHINGLE words of a block of NEAR_WORDS or more. `columns` is what `columns.py` makes of all
    this for the decider. `content` holds the distinct words of five letters or more, in lower case, as
    `content.py` numbers them; of scripts that have no spaces, and of Korean, each two letters in a row but
    two hiragana."""

    folded: str
    phrase: str
    words: int
    lower: float
    ends_sentence: bool
    prose: bool
    characters: int
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
    matched = matchable("\n".join(texts)).split("\n")
    folded = [line[bullet_length(text) :] for line, text in zip(matched, texts, strict=True)]
    lines = join_lines(folded)
    counts = _count(lines, np.array([ends_like_sentence(text) for text in texts]))
    words = counts.words.tolist()
    return list(
        map(
            Shape,
            folded,
            map(_phrase, folded, words),
            words,
            counts.lower.tolist(),
            counts.stops.tolist(),
            counts.prose.tolist(),
            counts.characters.tolist(),
            map(_ends, folded, words),
            text_columns(folded, lines, counts),
            content_words(lines),
        )
    )


def _phrase(folded: str, words: int) -> str:
    return matched_phrase(folded) if words <= PHRASE_WORDS else ""


def _ends(folded: str, words: int) -> tuple[tuple[str, ...], ...]:
    if words < NEAR_WORDS:
        return ()
    first, last = folded.split(None, SHINGLE), folded.rsplit(None, SHINGLE)
    first[SHINGLE:] = last[:-SHINGLE] = [""]  # what tells a beginning from an end
    return tuple(first), tuple(last)


def _count(lines: Lines, stops: NDArray[np.bool_]) -> Counts:
    """What there is to count in each line; `stops` says whether it ends like a sentence."""
    spaces = lines.places(SPACE)
    behind = np.concatenate((_BEFORE_ALL, spaces[:-1])) + 1
    begins = behind[behind < spaces]
    words = lines.per_line(begins)
    small = words - lines.per_line(begins[lines.classes[begins] & (UPPER | DIGIT) != 0])
    called_out = np.zeros(len(words), np.bool_)
    if not lines.text.isascii():
        unspaced = lines.places(UNSPACED)
        if len(unspaced):
            halves = lines.per_line(unspaced) // 2
            words, small = words + halves, small + _small(halves, lines, unspaced)
            called_out = _called_out(lines, unspaced)
    lower = small / np.maximum(1, words)
    long = (words >= PROSE_WORDS) & ~called_out
    sentences = np.where(long, 1 + _inner_stops(lines, spaces), 1)
    prose = long & (lower >= PROSE_LOWER) & (stops | ((words >= 30) & (sentences > 1)))
    shown = lines.breaks + 1 - lines.starts - lines.per_line(spaces)
    rare = lines.places(DIGIT | UPPER | MARK)
    kinds = lines.classes[rare]
    digits, capitals, marks = [lines.per_line(rare[kinds & kind != 0]) for kind in (DIGIT, UPPER, MARK)]
    return Counts(words, lower, stops, sentences, prose, shown, digits, capitals, marks)


def _inner_stops(lines: Lines, spaces: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many sentences end within each line."""
    before = lines.codes[spaces - 1]  # of a space that all begins with, the break behind all
    stops = before == ord(_INNER_STOPS[0])
    for stop in _INNER_STOPS[1:]:
        stops |= before == ord(stop)
    if not lines.text.isascii():
        for stop in _INNER_STOPS_ELSEWHERE:
            stops |= before == ord(stop)
        stops |= within(before, _THAI)  # whose sentences are told by spaces alone
    found = lines.per_line(spaces[stops & (lines.codes[spaces] == ord(" "))])
    if _WIDE_STOP in lines.text:
        found += lines.per_line(np.flatnonzero(lines.codes == ord(_WIDE_STOP)))
    return found


def _called_out(lines: Lines, unspaced: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which lines are in Japanese without a full stop: headlines, offers, cries."""
    kana = lines.per_line(unspaced[within(lines.codes[unspaced], _KANA)])
    stops = np.flatnonzero(lines.codes == ord(_WIDE_STOP))
    called_out: NDArray[np.bool_] = (kana > 0) & (lines.per_line(stops) == 0)
    return called_out


def _small(halves: NDArray[np.int64], lines: Lines, unspaced: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of the words that unspaced characters make (`halves` a line) count as small. Of scripts
    without case all do, but Japanese has another sign of prose: hiragana between the ideographs."""
    codes = lines.codes[unspaced]
    kana = lines.per_line(unspaced[within(codes, _KANA)])
    if not kana.any():
        return halves
    hiragana = lines.per_line(unspaced[within(codes, HIRAGANA)])
    share = np.minimum(1.0, _LEAST_LOWER + hiragana / np.maximum(1, 2 * halves))
    return np.where(kana > 0, halves * share, halves).astype(np.int64)


_BEFORE_ALL: Final = np.array([-1])
