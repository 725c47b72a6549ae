"""Links around several blocks, as converters write teaser cards: Markdown itself knows no such link."""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

#: A link that is not closed within so many blocks is no link.
MAX_BLOCKS: Final = 12
_BRACKET: Final = re.compile(r"\\.|[\[\]]", re.DOTALL)
_CLOSES: Final = re.compile(r"\]\(<?([^\s()<>]*)>?(?:\s+[\"'(][^\n]*[\"')])?\)\s*\Z")
#: A longer tail is not looked at.
_TAIL: Final = 2_000


def close_links(tokens: Sequence[Token]) -> dict[int, str]:
    """Takes the marks of links around several blocks out of the contents of these blocks. Returns the
    target of the link around each token, by the token's index."""
    targets: dict[int, str] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.type != "inline" or ("[" not in token.content and "]" not in token.content):
            if token.type == "inline" and opened:
                opened.append(index)
            continue
        balance = _balance(token.content)
        if balance > 0 and token.content.startswith("["):
            opened = [index]
        elif opened:
            opened.append(index)
            tail = token.content[-_TAIL:]
            closes = _CLOSES.search(tail) if balance < 0 else None
            if closes:
                first = tokens[opened[0]]
                first.content = first.content[1:].lstrip()
                token.content = token.content[: len(token.content) - len(tail) + closes.start()]
                targets |= dict.fromkeys(opened, closes[1])
            if closes or balance:
                opened = []
        if len(opened) > MAX_BLOCKS:
            opened = []
    return targets


def _balance(content: str) -> int:
    """How many brackets more are opened than closed."""
    brackets = _BRACKET.findall(content)
    return brackets.count("[") - brackets.count("]")
