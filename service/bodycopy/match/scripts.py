"""Which patterns no text of ASCII alone can match, so that most lines of most languages need not be tried."""

import re
from typing import Final

#: Two letters beyond ASCII are other cases of `s` and `k`.
_OTHER_CASES: Final = "\u017f\u212a"
_BEYOND: Final = rf"[^\x00-\x7f{_OTHER_CASES}]"
_HAS_BEYOND: Final = re.compile(_BEYOND)
#: A pattern in pieces.
_PIECE: Final = re.compile(
    r"\\."  # an escape
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"  # a class
    r"|(?P<flags>\(\?[a-zA-Z-]+\))"
    r"|\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*:))?|[|)]"  # the beginning of a group, of its next branch, its end
    r"|(?P<times>(?:[?*+]|\{\d+(?:,\d*)?\})\??)"
    rf"|{_BEYOND}+|[\x00-'+->@-Z\]-{{}}-\x7f{_OTHER_CASES}]+",
    re.DOTALL,
)
_CLASS_BEYOND: Final = re.compile(rf"\[(?:{_BEYOND}(?:-{_BEYOND})?)+\]")
_RANGE: Final = re.compile(r"(.)-(.)", re.DOTALL)


def needs_more_than_ascii(pattern: str) -> bool:
    """Whether all that `pattern` matches has a character beyond ASCII. False where that is not clear."""
    if not _HAS_BEYOND.search(pattern):
        return False
    around: list[tuple[bool, bool]] = []
    """Of each group that is open, `every` and `branch` of what it stands in."""
    every, branch, last = True, False, False
    """Whether each of the group's branches so far needs more, the one that is read, and its last piece."""
    for found in _PIECE.finditer(pattern):
        piece, first = found[0], found[0][0]
        if found.lastgroup == "times":
            last = last and first not in "?*" and not piece.startswith("{0")
            continue
        if found.lastgroup == "flags":
            continue
        if piece == r"\Q" or "[:" in piece[1:]:  # a quotation, a class in a class: not told apart here
            return False
        branch, last = branch or last, False
        if first == "|":
            every, branch = every and branch, False
        elif first == "(":
            around.append((every, branch))
            every, branch = True, False
        elif first == ")":
            last = every and branch
            every, branch = around.pop() if around else (False, False)
        elif first == "[":
            last = _all_beyond(piece)
        elif _HAS_BEYOND.match(first):
            branch, last = branch or len(piece) > 1, True  # the last letter may be optional
    return every and (branch or last)


def _all_beyond(members: str) -> bool:
    """Whether all members of a class are beyond ASCII, in every case."""
    return _CLASS_BEYOND.fullmatch(members) is not None and not any(
        first <= other <= last for first, last in _RANGE.findall(members) for other in _OTHER_CASES
    )
