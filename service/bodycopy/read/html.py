"""HTML to blocks: trafilatura finds the article; the same rules then clean what it left."""

import re
from typing import Any, Final

import turbohtml
from bs4.dammit import UnicodeDammit
from lxml.etree import _Element
from trafilatura import bare_extraction

from bodycopy.decode import check_text, decode
from bodycopy.document import Block, Document, Kind
from bodycopy.errors import EncodingError
from bodycopy.folding import printable
from bodycopy.stated.hints import hints

_KINDS: Final[dict[str, Kind]] = {
    "head": "heading",
    "item": "list_item",
    "quote": "quote",
    "row": "table_row",
    "code": "code",
}
_LONG_TAG: Final = re.compile(r"<([A-Za-z][\w:-]*)\s[^<>]{4000,}>")
MAX_ATTRIBUTES: Final = 400
_CONTAINERS: Final = ("body", "list", "table", "div", "quote")


def read_html(source: str | bytes, charset: str | None = None, url: str | None = None) -> Document:
    """The article's blocks as trafilatura finds them, and what the page's markup states of it.

    Raises EmptyInputError, BinaryInputError or EncodingError.
    """
    text, warnings = _decode_html(source, charset)
    stated = hints(turbohtml.parse(text), url)
    found: Any = bare_extraction(_tamed(text), url=url, include_comments=False, with_metadata=False)
    body = found.body if found is not None else None
    return Document(text, tuple(_blocks(body)) if body is not None else (), stated, warnings)


def _decode_html(source: str | bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    if isinstance(source, str) or charset:
        decoded = decode(source, charset)
        return decoded.text, decoded.warnings
    dammit = UnicodeDammit(source, is_html=True)
    if dammit.unicode_markup is None:
        raise EncodingError("the page's bytes fit no encoding; send UTF-8 or declare the charset")
    decoded = check_text(dammit.unicode_markup)
    lossy = ("some bytes did not fit the page's encoding",) if dammit.contains_replacement_characters else ()
    return decoded.text, decoded.warnings + lossy


def _tamed(page: str) -> str:
    """`page` without the attributes of tags that have hundreds: the parser's time grows with their square."""

    def bare(tag: re.Match[str]) -> str:
        return tag[0] if len(tag[0].split()) < MAX_ATTRIBUTES else f"<{tag[1]}>"

    return _LONG_TAG.sub(bare, page)


def _blocks(element: _Element) -> list[Block]:
    found: list[Block] = []
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in _CONTAINERS and any(_is_block(part) for part in child):
            found += _blocks(child)
            continue
        cells = [printable("".join(cell.itertext())) for cell in child] if child.tag == "row" else []
        lines = [" | ".join(cell for cell in cells if cell)] if cells else _lines(child)
        found += [Block(line, kind=_KINDS.get(child.tag, "paragraph")) for line in lines if line]
    return found


def _is_block(element: _Element) -> bool:
    return element.tag in (*_CONTAINERS, "p", "head", "item", "row", "code")


def _lines(element: _Element) -> list[str]:
    """The element's text, a line for each of its line breaks."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag == "lb":
            parts.append("\n")
        elif node.text and isinstance(node.tag, str):
            parts.append(node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
    text = "".join(parts)
    lines = text.split("\n") if element.tag != "p" or "lb" in {n.tag for n in element.iter()} else [text]
    return [printable(line) for line in lines]
