"""What a block looks like, whatever its words mean: the measures that rules and the decider share."""

import re
from typing import Final, NamedTuple

from bodycopy.folding import bullet_length, matchable, phrase

_CLOSERS: Final = "\"'”’»›)]}*_ "
_STOPS: Final = ".!?…。！？؟।॥۔"
# Scripts written without spaces: about two characters make a word.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# Lower-case letters of every script; a range is matched twice as fast as [^\W\d_].
_CONTENT: Final = re.compile(r"[a-z\u00df-\u02ff\u0370-\uffff]{5,}")
_INNER_STOPS: Final = (". ", "? ", "! ", "。")

#: Longer blocks are never compared with the whole phrases of rules.
PHRASE_WORDS: Final = 12
PROSE_WORDS: Final = 12
PROSE_LOWER: Final = 0.5


class Shape(NamedTuple):
    """Measures of one block. `words` counts words, or half the characters of scripts without spaces;
    `lower` is the share of words that begin in lower case or in a script that has no case; `content`
    holds the distinct words of five letters or more, in lower case."""

    folded: str
    phrase: str
    words: int
    lower: float
    ends_sentence: bool
    sentences: int
    prose: bool
    content: frozenset[str]


def ends_like_sentence(text: str) -> bool:
    """Whether `text` closes with a full stop or its kin, closing quotes and brackets aside."""
    last = text.rstrip(_CLOSERS)[-1:]
    return bool(last) and last in _STOPS


def measure(text: str) -> Shape:
    """The shape of a block with this text."""
    folded = matchable(text)[bullet_length(text) :]
    tokens = folded.split()
    words = len(tokens)
    firsts = "".join([token[0] for token in tokens])
    lower = (
        words if firsts.islower() else words - sum(map(str.isupper, firsts)) - sum(map(str.isdigit, firsts))
    )
    if not text.isascii():
        unspaced = len(_UNSPACED.findall(text)) if _UNSPACED.search(text) else 0
        words, lower = words + unspaced // 2, lower + unspaced // 2
    ratio = lower / words if words else 0.0
    ends = ends_like_sentence(text)
    sentences = 1 + sum(map(folded.count, _INNER_STOPS)) if words >= PROSE_WORDS else 1
    prose = words >= PROSE_WORDS and ratio >= PROSE_LOWER and (ends or (words >= 30 and sentences > 1))
    content = frozenset(_CONTENT.findall(folded.lower()))
    said = phrase(text) if words <= PHRASE_WORDS else ""
    return Shape(folded, said, words, ratio, ends, sentences, prose, content)
