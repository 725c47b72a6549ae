"""Which patterns no text of ASCII alone can match, so that most lines of most languages need not be tried."""

import re
from typing import Final

import re2

from bodycopy.rules.patterns import re2_options

#: What no character is: RE2 compiles a pattern that needs it to a program of one step, which fails.
_NOTHING: Final = r"[^\x00-\x{10FFFF}]"
_CLASS: Final = re.compile(r"(?<!\\)\[(\^?)((?:\\.|[^\]\\])+)\]")
_MEMBER: Final = re.compile(r"((?:\\.|[^\\]))(?:-((?:\\.|[^\\])))?")
#: Two letters beyond ASCII are other cases of `s` and `k`.
_BEYOND: Final = re.compile("[^\x00-\x7f\u017f\u212a]")
_FAILS_AT_ONCE: Final = 1


def needs_more_than_ascii(pattern: str) -> bool:
    """Whether all that `pattern` matches has a character beyond ASCII. False where that is not clear."""
    if not _BEYOND.search(pattern):
        return False
    within = _BEYOND.sub(lambda _: _NOTHING, _CLASS.sub(_ascii_members, pattern))
    try:
        return bool(re2.compile(within, re2_options()).programsize == _FAILS_AT_ONCE)
    except re2.error:
        return False


def _ascii_members(found: re.Match[str]) -> str:
    """A class without its members beyond ASCII; of a range that leaves ASCII, what lies in it."""
    kept = []
    for first, last in _MEMBER.findall(found[2]):
        if not _BEYOND.search(first):
            kept.append(f"{first}-\x7f" if _BEYOND.search(last) else f"{first}-{last}" if last else first)
    if kept:
        return f"[{found[1]}{''.join(kept)}]"
    return "(?s:.)" if found[1] else _NOTHING
