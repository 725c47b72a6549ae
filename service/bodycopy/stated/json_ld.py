"""The values of a page's JSON-LD scripts: broken in a usual way, they are repaired, else passed over."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

#: A longer script is passed over: pages state an article in a thousandth of that.
MAX_SCRIPT: Final = 2_000_000
#: A longer script is read as it stands or not at all.
MAX_REPAIR: Final = 500_000
_WRAPPING: Final = re.compile(r"\s+|<!--|-->|(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>)(?:\s*\*/)?|;|\ufeff")
_STRING_OR_COMMA: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|,(?=\s*+[}\]])', re.DOTALL)
_WRONG_ESCAPE: Final = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9A-Fa-f]{4})|(.))', re.DOTALL)
_DECODER: Final = json.JSONDecoder(strict=False)


def read_scripts(scripts: Iterable[str]) -> list[Any]:
    """The JSON values of `scripts`, in order."""
    return [value for script in scripts if len(script) <= MAX_SCRIPT for value in _values(script)]


def _values(script: str) -> list[Any]:
    try:
        return [json.loads(script)]
    except RecursionError:
        return []
    except ValueError:
        pass
    if len(script) > MAX_REPAIR:
        return []
    try:
        return list(_decoded(_STRING_OR_COMMA.sub(_mended, script)))
    except (ValueError, RecursionError):
        return []


def _decoded(script: str) -> Iterator[Any]:
    """The values that stand one after another; what stands behind the last good one is left out."""
    at = _behind_wrapping(script, 0)
    while at < len(script):
        try:
            value, at = _DECODER.raw_decode(script, at)
        except ValueError:
            return
        yield value
        at = _behind_wrapping(script, at)


def _behind_wrapping(script: str, at: int) -> int:
    while found := _WRAPPING.match(script, at):
        at = found.end()
    return at


def _mended(part: re.Match[str]) -> str:
    """A string without escapes that JSON does not know; nothing for a comma before a closing bracket."""
    if part[0] == ",":
        return ""
    if "\\" not in part[0]:
        return part[0]
    return _WRONG_ESCAPE.sub(lambda escape: escape[0] if escape[1] else escape[2], part[0])
