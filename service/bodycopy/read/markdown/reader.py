"""Markdown to blocks: CommonMark with tables, strikethrough and front matter, as a reader sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from bodycopy.document import BETWEEN_CELLS, Block, Document, Inline, Kind
from bodycopy.folding import printable
from bodycopy.inlines import moved
from bodycopy.read.markdown.fragment import fragment_lines
from bodycopy.read.markdown.front_matter import split_front_matter
from bodycopy.read.markdown.open_links import close_links
from bodycopy.read.markdown.parser import Blocks, Work, WorkSpentError, parse_blocks, parse_inlines
from bodycopy.read.markdown.phrases import Phrase, read_phrases
from bodycopy.read.markdown.places import LINE_END, Place, Places
from bodycopy.read.plain import read_plain

_TASK: Final = re.compile(r"\[[ xX]\][ \t]+")
#: The address of a link that a converter wrapped behind its hyphens.
_BROKEN_TARGET: Final = re.compile(r"\]\([^\s()]*(?:-\n[^\s()]+)+(?=\)|\s+\")")
#: An item of a list, and one that is nothing but a link.
_ITEM: Final = re.compile(r"[ \t]*([*+-]|\d{1,9}[.)])[ \t]+")
_LINKED_ITEM: Final = re.compile(
    r"^[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+!?\[.*\]\([^()\n]*\)[ \t]*$", re.MULTILINE
)
#: A content that says what it shows.
_NO_MARKS: Final = re.compile(r"[^\n\\`*_\[\]<&~]*")
#: A line that is no block and shows nothing: marks of empty list items and quotes.
_MARKS_ALONE: Final = re.compile(r"[\s>*+\-\d.)\ufeff]*")
#: The warning where reading a part of it as Markdown would have taken too long.
TOO_SLOW: Final = "the Markdown is too long or too deeply nested: a part of it was read as plain text"


def read_markdown(source: str) -> Document:
    """The blocks of `source` with their marks' meaning, what its front matter states, and a warning where
    a part of it was read as plain text because reading it as Markdown would have taken too long."""
    text = LINE_END.sub("\n", source.replace("\0", " "))
    head, hints = split_front_matter(text)
    lines = text.split("\n")
    for number in range(text.count("\n", 0, head)):
        lines[number] = ""
    if lines[0].startswith("\ufeff"):
        lines[0] = " " + lines[0][1:]
    places = Places(source, lines)
    parsed = parse_blocks("\n".join(lines))
    reader = _Reader(parsed, places)
    blocks = [*reader.read(), *_passed_over(parsed, places)]
    blocks.sort(key=lambda one: one[0])
    found = [block for _, block in blocks]
    plain = parsed.read < len(lines) and any(map(str.strip, lines[parsed.read :]))
    if plain:
        found += _plain(source, places.line_start(parsed.read))
    warnings = (TOO_SLOW,) if plain or reader.gave_up else ()
    return Document(source, tuple(found), hints, warnings)


def _plain(source: str, start: int) -> list[Block]:
    """The blocks of `source` from `start`, read as plain text."""
    return [
        block._replace(start=block.start + start, end=block.end + start)
        for block in read_plain(source[start:]).blocks
        if block.start is not None and block.end is not None
    ]


def _passed_over(parsed: Blocks, places: Places) -> Iterator[tuple[int, Block]]:
    """Each line that the parser left out because it stands in too many lists and quotes."""
    seen = bytearray(len(places.lines))
    whole = ("table_open", "heading_open")
    spans = [token.map for token in parsed.tokens if token.map and (not token.nesting or token.type in whole)]
    for first, last in (*spans, *parsed.reference_lines):
        seen[first:last] = b"\1" * (last - first)
    for number in range(parsed.read):
        if not seen[number] and not _MARKS_ALONE.fullmatch(places.lines[number]):
            text = printable(places.lines[number])
            if text:
                yield number, _block(text, places.of_lines(number, number + 1))


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens of a document; what it holds is where it stands."""

    parsed: Blocks
    places: Places
    work: Work = field(default_factory=Work)
    gave_up: bool = False
    quotes: int = 0
    lists: int = 0
    #: What stands before the item that begins, until its first block is read.
    marker: str | None = None

    def read(self) -> Iterator[tuple[int, Block]]:
        """Each block, with the line where it begins."""
        cells: list[Phrase] | None = None
        level = 0
        lines = [0, 0]
        targets = close_links(self.parsed.tokens)
        for index, token in enumerate(self.parsed.tokens):
            kind = token.type
            if kind in ("blockquote_open", "blockquote_close"):
                self.quotes += token.nesting
            elif kind in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
                self.lists += token.nesting
            elif kind == "list_item_open":
                self.marker = token.info + token.markup
            elif kind == "list_item_close":
                self.marker = None
            elif kind == "heading_open":
                level, lines = int(token.tag[1]), token.map or lines
            elif kind == "heading_close":
                level = 0
            elif kind == "paragraph_open":
                lines = token.map or lines
            elif kind == "tr_open":
                cells, lines = [], token.map or lines
            elif kind == "tr_close" and cells is not None:
                yield from self._row(cells, lines[0])
                cells = None
            elif kind == "inline" and cells is not None:
                cells += self._phrases(token.content, one_line=True)
            elif kind == "inline":
                yield from self._paragraph(token.content, level, lines, targets.get(index))
            elif kind == "code_block" and _LINKED_ITEM.search(token.content):
                yield from self._items(token)
            elif kind in ("fence", "code_block"):
                yield from self._code(token)
            elif kind == "html_block":
                yield from self._html(token)

    def _paragraph(
        self, content: str, level: int, lines: list[int], target: str | None
    ) -> Iterator[tuple[int, Block]]:
        """The blocks of a paragraph or a heading with these lines, in a link to `target` if there is one."""
        first, last = lines
        if self.marker and not level and (task := _TASK.match(content)):
            content = content[task.end() :]
        whole = _BROKEN_TARGET.sub(_put_together, content) if "-\n" in content else content
        phrases = self._phrases(whole, one_line=level > 0)
        if target is not None:
            phrases = [phrase.linked(target) for phrase in phrases]
        if len(phrases) > 1 and whole != content:  # its lines are not those of the source
            places: list[Place] = [(None, None)] * len(phrases)
        else:
            places = self.places.of_phrases(phrases, content, first, last)
        for phrase, place in zip(phrases, places, strict=True):
            kind, marker, depth = self._item(level)
            yield first, _block(phrase.text, place, kind, depth, marker, phrase.inlines)

    def _row(self, cells: list[Phrase], line: int) -> Iterator[tuple[int, Block]]:
        text, inlines = "", list[Inline]()
        for cell in cells:
            text += BETWEEN_CELLS if text else ""
            inlines += moved(cell.inlines, len(text))
            text += cell.text
        self.marker = None
        if text:
            place = self.places.of_lines(line, line + 1)
            yield line, _block(text, place, "table_row", inlines=tuple(inlines))

    def _items(self, token: Token) -> Iterator[tuple[int, Block]]:
        """The items of a list that a converter indented so far that it would be code."""
        for line, content in enumerate(token.content.split("\n"), (token.map or [0])[0]):
            item = _ITEM.match(content)
            marker, start = (item[1], item.end()) if item else (None, 0)
            for phrase in self._phrases(content[start:].strip(), one_line=True):
                place = self.places.of_lines(line, line + 1)
                kind: Kind = "list_item" if marker else "paragraph"
                yield line, _block(phrase.text, place, kind, int(item is not None), marker, phrase.inlines)

    def _code(self, token: Token) -> Iterator[tuple[int, Block]]:
        """A block a line, so that code comes out as it does from plain text."""
        self.marker = None
        first = (token.map or [0])[0] + (token.type == "fence")
        language = printable(token.info).split(" ")[0] or None
        for line, code in enumerate(token.content.split("\n"), first):
            text = printable(code)
            if text:
                shown = code.expandtabs(4)
                indent = len(shown) - len(shown.lstrip())
                yield line, _block(text, self.places.of_lines(line, line + 1), "code", indent, language)

    def _html(self, token: Token) -> Iterator[tuple[int, Block]]:
        first, last = token.map or (0, 0)
        start, end = self.places.line_start(first), self.places.line_start(last)
        for text, kind, level in fragment_lines(token.content):
            place = self.places.of_text(text, start, end)
            start = place[1] or start
            if kind == "paragraph":
                kind, marker, level = self._item(0)
            elif kind == "list_item":
                marker, level = "-", self.lists + 1
            else:
                marker = None
            yield first, _block(text, place, kind, level, marker)

    def _item(self, level: int) -> tuple[Kind, str | None, int]:
        """Kind, marker and level of the next block; a list item's further blocks are paragraphs."""
        marker, self.marker = self.marker, None
        if level:
            return "heading", None, level
        if marker:
            return "list_item", marker, self.lists
        return ("quote" if self.quotes else "paragraph"), None, 0

    def _phrases(self, content: str, one_line: bool) -> list[Phrase]:
        if _NO_MARKS.fullmatch(content):
            text = printable(content)
            return [Phrase(text, (), 0, len(content))] if text else []
        try:
            return read_phrases(parse_inlines(content, self.parsed.references, self.work), content, one_line)
        except WorkSpentError:
            self.gave_up = True
        found, start = [], 0
        for line in content.split("\n"):
            if text := printable(line):
                found.append(Phrase(text, (), start, start + len(line)))
            start += len(line) + 1
        return found


def _put_together(target: re.Match[str]) -> str:
    return target.group().replace("\n", "")


def _block(
    text: str,
    place: Place,
    kind: Kind = "paragraph",
    level: int = 0,
    marker: str | None = None,
    inlines: tuple[Inline, ...] = (),
) -> Block:
    start, end = place
    return Block(text, start, end, kind, level, marker, inlines)
