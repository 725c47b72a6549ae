"""Pages that a text browser dumped (lynx, elinks, links): it numbers links before their words, says where
buttons, fields and pictures were, and lists the addresses at the end."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import Final

Span = tuple[int, int]

#: So many numbered links show a dump where the list of addresses stands at the end, and so many where it
#: is missing.
LISTED: Final = 8
UNLISTED: Final = 30
#: So many buttons show one that has no numbers.
BUTTONS: Final = 3
#: Numbers go on by so much at most: links that are not shown have one too.
SKIPPED: Final = 8
_NUMBER: Final = re.compile(r"#?\[(\d{1,4})\]")
_ADDRESSES: Final = re.compile(r"^[ \t]*\d{1,4}\. ?(?:\S[^\n]*\n[ \t]+)?[a-z][a-z+.-]{2,11}:\S", re.MULTILINE)
_SIGN: Final = re.compile(
    r"\(BUTTON\)|\[IMG\]|\[(?:INS|DEL):|:(?:INS|DEL)\]|\[?_{4,}\]?"
    r"|\[[^\s\[\]]{1,300}\.(?:avif|gif|ico|jpe?g|png|svg|webp)\]|\[[^\s\[\]]{0,300}[?&][^\s\[\]]{0,300}=[^\s\[\]]{0,300}\]"
)


def dump_marks(source: str) -> list[Span]:
    """Where marks of a text browser stand in `source`, in order; none where it is no dump."""
    if "[" not in source and "(BUTTON)" not in source:
        return []
    numbers, words = _numbers(source)
    if words < LISTED:
        return _signs(source) if source.count("(BUTTON)") >= BUTTONS else []
    if words >= UNLISTED or sum(1 for _ in islice(_ADDRESSES.finditer(source), LISTED)) == LISTED:
        return sorted(numbers + _signs(source))
    return []


def cut(source: str, start: int, end: int, marks: Sequence[Span]) -> str:
    """`source[start:end]` without the marks in it; words that nothing else parts get a space."""
    text = ""
    for at in range(bisect_left(marks, (start, start)), bisect_left(marks, (end, end))):
        begin, behind = marks[at]
        text += source[start:begin]
        start = max(start, behind)
        if text[-1:].isalnum() and source[start : start + 1].isalnum():
            text += " "
    return text + source[start:end]


def _numbers(source: str) -> tuple[list[Span], int]:
    """Numbers in brackets that go on from one to the next, and how many of them stand before a word."""
    found, last, words = [], 0, 0
    for number in _NUMBER.finditer(source):
        value = int(number[1])
        if last < value <= last + SKIPPED:
            last = value
            found.append(number.span())
            words += source[number.end() : number.end() + 1].isalnum()
    return found, words


def _signs(source: str) -> list[Span]:
    return [sign.span() for sign in _SIGN.finditer(source)]
