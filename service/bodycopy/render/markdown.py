"""Kept blocks as Markdown, which reads as the clean text does."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from bodycopy.document import BETWEEN_CELLS
from bodycopy.folding import bullet_length
from bodycopy.inlines import clipped
from bodycopy.render.marks import fence_around, marked
from bodycopy.result import KeptBlock

_HEADING: Final = 2  # the level of one that states none
_NUMBER: Final = re.compile(r"\d{1,9}[.)]")
_LANGUAGE: Final = re.compile(r"[\w+#.-]+")
#: Signs before a list item of plain text for which "-" can stand. A dash may open what somebody says.
_BULLETS: Final = frozenset("•◦‣▪▫■□●○∙·⁃*+-")
_ENDING_HASHES: Final = re.compile(r"#+$")


def to_markdown(blocks: Sequence[KeptBlock]) -> str:
    """The blocks as Markdown, one blank line between them but for the items of a list."""
    pieces: list[str] = []
    for (family, _), members in groupby(blocks, key=_family):
        group = list(members)
        if family == "list_item":
            pieces.append(_list(group))
        elif family == "table_row":
            pieces.append(_table(group))
        elif family == "code":
            pieces.append(_code(group))
        elif family == "quote":
            pieces.append("\n>\n".join(f"> {marked(one.text, one.inlines, True)}" for one in group))
        else:
            pieces += map(_line, group)
    return "\n\n".join(pieces)


def _family(block: KeptBlock) -> tuple[str, str | None]:
    """What a block stands together with."""
    unmarked = block.kind == "list_item" and block.marker is None
    if block.label == "title" or (block.label == "heading" and unmarked):
        return "line", None
    if block.kind == "code":
        return "code", block.marker
    if block.kind == "list_item" and not (block.marker or _split_bullet(block.text)[0]):
        return "line", None
    return block.kind if block.kind in ("list_item", "table_row", "quote") else "line", None


def _line(block: KeptBlock) -> str:
    level = 1 if block.label == "title" else block.level if block.kind == "heading" else 0
    if level == 0 and (block.kind == "heading" or block.label == "heading"):
        level = _HEADING
    if level == 0:
        return marked(block.text, block.inlines, True)
    shown = _ENDING_HASHES.sub(r"\\\g<0>", marked(block.text, block.inlines, False))
    return f"{'#' * min(level, 6)} {shown}"


def _list(items: Sequence[KeptBlock]) -> str:
    """The items, each as far in as its depth asks, but never deeper than one below the item before it."""
    shown: list[str] = []
    columns: list[int] = []  # where the text of the items around the current one begins
    before = ""
    for item in items:
        depth = min(max(item.level, 1), len(columns) + 1)
        opens = depth > len(columns)
        del columns[depth - 1 :]
        column = columns[-1] if columns else 0
        marker, start = _marker(item)
        columns.append(column + len(marker) + 1)
        inlines = clipped(item.inlines, start, len(item.text))
        line = f"{' ' * column}{marker} {marked(item.text[start:], inlines, True)}"
        # a number that is not 1 can't follow another line but for one of its own list
        apart = marker != "-" and (opens or before == "-")
        shown += ["", line] if shown and apart else [line]
        before = marker
    return "\n".join(shown)


def _marker(item: KeptBlock) -> tuple[str, int]:
    """What stands before an item, and how much of its text that replaces."""
    if item.marker:
        return (item.marker if _NUMBER.fullmatch(item.marker) else "-"), 0
    marker, length = _split_bullet(item.text)
    return marker or "-", length


def _split_bullet(text: str) -> tuple[str | None, int]:
    """The mark with which the text of a list item begins, as Markdown has it, and its length with what
    stands behind it; None and 0 where Markdown has none for it."""
    length = bullet_length(text)
    sign = text[:length].strip()
    if not sign or length >= len(text):
        return None, 0
    return (sign, length) if _NUMBER.fullmatch(sign) else ("-", length) if sign in _BULLETS else (None, 0)


def _table(rows: Sequence[KeptBlock]) -> str:
    """The rows below each other, the first one as the table's head: Markdown has no table without."""
    cells = [list(_cells(row)) for row in rows]
    width = max(map(len, cells))
    lines = ["| " + " | ".join((*row, *[""] * (width - len(row)))) + " |" for row in cells]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _cells(row: KeptBlock) -> Iterator[str]:
    start = 0
    for cell in row.text.split(BETWEEN_CELLS):
        end = start + len(cell)
        yield marked(cell, clipped(row.inlines, start, end), False).replace("|", "\\|")
        start = end + len(BETWEEN_CELLS)


def _code(blocks: Sequence[KeptBlock]) -> str:
    language = blocks[0].marker or ""
    lines = [" " * block.level + block.text for block in blocks]
    fence = fence_around(lines)
    return "\n".join((fence + (language if _LANGUAGE.fullmatch(language) else ""), *lines, fence))
