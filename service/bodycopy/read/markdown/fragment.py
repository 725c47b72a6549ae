"""Raw HTML inside Markdown: its text, a line for each of its blocks."""

from typing import Final, NamedTuple

import turbohtml

from bodycopy.document import BETWEEN_CELLS, Kind
from bodycopy.folding import printable

_UNSEEN: Final = frozenset(("script", "style", "template", "head", "title", "noscript", "svg", "textarea"))
_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list_item",
    "blockquote": "quote",
    "tr": "table_row",
    "pre": "code",
}
_BLOCKS: Final = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    )
)
_CELLS: Final = ("td", "th")


class Line(NamedTuple):
    """A line of a fragment; `level` is a heading's."""

    text: str
    kind: Kind
    level: int


def fragment_lines(html: str) -> list[Line]:
    """The lines that a reader of `html` sees."""
    lines: list[Line] = []
    parts: list[str] = []
    kind: Kind = "paragraph"
    level = 0

    def close() -> None:
        text = printable("".join(parts))
        if kind == "table_row":
            text = BETWEEN_CELLS.join(cell.strip() for cell in text.split("|") if cell.strip())
        if text:
            lines.append(Line(text, kind, level))
        parts.clear()

    # A stack of what is to come and of ends (tags) keeps deep nesting from filling the real one.
    waiting: list[object] = [turbohtml.parse(html)]
    around: list[tuple[Kind, int]] = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):  # the end of a block
            close()
            kind, level = around.pop()
        elif isinstance(node, turbohtml.Text):
            parts.append(node.data)
        elif isinstance(node, turbohtml.Element | turbohtml.Document):
            tag = node.tag if isinstance(node, turbohtml.Element) else ""
            if tag in _UNSEEN:
                continue
            if tag in _BLOCKS and (kind != "table_row" or tag == "tr"):
                close()
                around.append((kind, level))
                waiting.append(tag)
                if tag in _KINDS:
                    kind = _KINDS[tag]
                    level = int(tag[1]) if kind == "heading" else 0
            elif tag in _CELLS or tag in _BLOCKS:
                parts.append(BETWEEN_CELLS if tag in _CELLS and parts else " ")
            waiting.extend(reversed(node.children))
    close()
    return lines
