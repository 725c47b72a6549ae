"""Preformatted text: lines of code, or prose that someone typed."""

import re
from typing import Final

import turbohtml

from bodycopy.document import Block, Markup
from bodycopy.folding import shown
from bodycopy.read.page.frame import Frame
from bodycopy.read.plain import read_plain

_LANGUAGE: Final = re.compile(r"\b(?:language|lang|brush:|highlight-source)[- ]?([a-z0-9+#]+)", re.IGNORECASE)
_TAGS: Final = ("pre", "listing", "xmp", "plaintext")
#: Share of letters and spaces above which preformatted text is prose.
PROSE_LETTERS: Final = 0.9


def preformatted(text: str, frame: Frame) -> list[Block]:
    """A block for each line of code, or for each paragraph of typed prose."""
    block = frame
    while block.tag not in _TAGS and block.parent is not None:
        block = block.parent
    markup = Markup(frame.element(), 0.0, frame.context.hidden)
    code = block.node.find("code")
    if code is None and _is_prose(text):
        return [one._replace(start=None, end=None, markup=markup) for one in read_plain(text).blocks]
    language = _language(block.node) or (_language(code) if code is not None else None)
    lines = [shown(line).expandtabs(4).rstrip() for line in text.splitlines()]
    return [Block(line, kind="code", marker=language, markup=markup) for line in lines if line]


def _language(node: turbohtml.Element) -> str | None:
    found = _LANGUAGE.search(node.attr("class") or "")
    return found[1].lower() if found else None


def _is_prose(text: str) -> bool:
    """Whether nearly all characters are letters and some line is long."""
    letters = sum(map(str.isalpha, text)) + sum(map(str.isspace, text))
    return letters >= PROSE_LETTERS * len(text) and any(len(line) > 50 for line in text.splitlines())
