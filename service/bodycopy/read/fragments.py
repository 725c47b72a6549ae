"""Paragraphs that a crude scraper broke at each link or emphasis, as bs4's `get_text("\\n")` does: “The
mayor,”, “Jane Roe”, “, said on Monday.” stand on lines of their own."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from bodycopy.folding import bullet_length

Span = tuple[int, int]

#: So many lines that begin with a comma, a stop or a closing bracket show that a text is broken like this.
BROKEN_LINES: Final = 3
#: How many words a link in a sentence has at most, and a line that ends with a small word before it at least.
LINK_WORDS: Final = 10
LEAD_WORDS: Final = 4
#: A line that begins with a small letter belongs to the one above where one of them has so many words.
SENTENCE_WORDS: Final = 3
#: The longest word that is sure to need another behind it, in most languages: “of”, “und”, “les”.
SMALL_WORD: Final = 3
_CLOSES: Final = re.compile(r"(?:[,;:!?)\]»”’%]|\.(?!\.))[,;:.!?)\]»”’'\"]*(?=\s|$)|['’]s\b")
_BROKEN: Final = re.compile(r"\n[ \t]*(?:[,;:.!?)\]»”][ \r\n]|[,.]$)")
_ENDS: Final = re.compile(r"[.!?…。:;][)\"”’»'\]]*$")
_SENTENCE: Final = re.compile(r"[.!?…。][)\"”’»'\]]*$")


def is_broken(source: str) -> bool:
    """Whether lines of `source` begin as only the rest of a sentence does, often enough to be no accident."""
    return sum(1 for _ in islice(_BROKEN.finditer(source), BROKEN_LINES)) == BROKEN_LINES


def join_fragments(source: str, lines: Sequence[Span]) -> list[Span]:
    """The spans `lines` of `source`, which follow each other without an empty line, with those that one
    sentence runs through as one."""
    texts = [source[start:end] for start, end in lines]
    ties = [_tied(one, two) for one, two in pairwise(texts)]
    for at in range(len(ties) - 1):
        if not ties[at] and ties[at + 1] and _leads_into(texts[at], texts[at + 1]):
            ties[at] = "link"
    joined: list[Span] = []
    begin = 0
    for at in range(len(lines)):
        if at < len(ties) and ties[at]:
            continue
        ends = _SENTENCE.search(texts[at]) is not None or ties[begin:at][-1:] == ["sign"]
        joined += _sentence(lines[begin : at + 1], ties[begin:at], ends)
        begin = at + 1
    return joined


def _sentence(lines: Sequence[Span], ties: Sequence[str], ends: bool) -> list[Span]:
    """Lines that are tied together, as one where a sentence `ends` with the last of them. Else they may be a
    list in small letters, and only signs tie them."""
    joined = [lines[0]]
    for line, tie in zip(lines[1:], ties, strict=True):
        if ends or tie == "sign":
            joined[-1] = joined[-1][0], line[1]
        else:
            joined.append(line)
    return joined


def _tied(one: str, two: str) -> str:
    """By what the line `two` belongs to the line `one` above it: a "sign" or a small "letter"; else ""."""
    if _CLOSES.match(two):
        return "sign"
    if not two[0].islower() or _ENDS.search(one) or bullet_length(two):
        return ""
    return "letter" if max(len(one.split()), len(two.split())) >= SENTENCE_WORDS else ""


def _leads_into(one: str, link: str) -> bool:
    """Whether the line `one` ends where a sentence can't, so that it goes on with `link`."""
    words = one.split()
    last = words[-1]
    small = len(words) >= LEAD_WORDS and len(last) <= SMALL_WORD and last.isalpha() and last.islower()
    return (small or (len(words) > 1 and last[-1] in ",(“„«")) and len(link.split()) <= LINK_WORDS
