"""Where in a JSON text a value stands."""

import re
from collections.abc import Sequence
from typing import Final

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]+')


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line of the value at `path` (keys and indexes) in `text`, which is well-formed JSON with escapes
    in no key; where there is no such value, that of the innermost one that holds it."""
    found = 1
    at: list[str | int] = []  # the path of the value that is read
    keys: list[bool] = []  # for each open bracket, whether it is an object's
    key_next = False
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign == ",":
            last = at.pop()
            at.append(last + 1 if isinstance(last, int) else "")
            key_next = keys[-1]
        elif sign in "}]":
            keys.pop()
            at.pop()
        elif sign == ":":
            key_next = False
        elif key_next:
            at[-1] = sign[1:-1]
        else:
            if at == list(path[: len(at)]):
                found = text.count("\n", 0, token.start()) + 1
                if len(at) == len(path):
                    break
            if sign in "{[":
                keys.append(sign == "{")
                at.append("" if sign == "{" else 0)
                key_next = sign == "{"
    return found
