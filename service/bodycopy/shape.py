"""What a block looks like, whatever its words mean: the measures that rules and the decider share."""

import re
from dataclasses import dataclass
from typing import Final

from bodycopy.document import Block
from bodycopy.folding import bullet_length, matchable, phrase

_CLOSERS: Final = "\"'”’»›)]}*_ "
_STOPS: Final = ".!?…。！？؟।॥۔"
# Scripts written without spaces: about two characters make a word.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_INNER_STOP: Final = re.compile(r"[.!?…][\"'”’)]?\s+[\"'“‘(«„]?[^\W\d_]|[。！？]")

PROSE_WORDS: Final = 12
PROSE_LOWER: Final = 0.5


@dataclass(frozen=True, slots=True)
class Shape:
    """Measures of one block. `words` counts words, or half the characters of scripts without spaces;
    `lower` is the share of words that begin in lower case or in a script that has no case."""

    folded: str
    phrase: str
    words: int
    lower: float
    ends_sentence: bool
    sentences: int
    prose: bool


def ends_like_sentence(text: str) -> bool:
    """Whether `text` closes with a full stop or its kin, closing quotes and brackets aside."""
    last = text.rstrip(_CLOSERS)[-1:]
    return bool(last) and last in _STOPS


def measure(block: Block) -> Shape:
    """The shape of `block`."""
    text = block.text
    folded = matchable(text)[bullet_length(text) :]
    tokens = folded.split()
    words = len(tokens)
    lower = sum(1 for token in tokens if not (token[0].isupper() or token[0].isdigit()))
    if not text.isascii():
        unspaced = len(_UNSPACED.findall(text))
        words, lower = words + unspaced // 2, lower + unspaced // 2
    ratio = lower / words if words else 0.0
    ends = ends_like_sentence(text)
    sentences = 1 + len(_INNER_STOP.findall(text)) if words >= PROSE_WORDS else 1
    prose = words >= PROSE_WORDS and ratio >= PROSE_LOWER and (ends or (words >= 30 and sentences > 1))
    return Shape(folded, phrase(text) if words <= 12 else "", words, ratio, ends, sentences, prose)
