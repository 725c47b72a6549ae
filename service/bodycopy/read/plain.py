"""Plain text to blocks: lines, hard-wrapped paragraphs, paragraphs in fragments, and text without any line
break."""

import re
from collections.abc import Sequence
from typing import Final

from bodycopy.document import Block, Document, Kind
from bodycopy.folding import bullet_length, offsets_in, printable
from bodycopy.inlines import clipped
from bodycopy.read.breaks import break_lines
from bodycopy.read.dumped import Span, cut, dump_marks
from bodycopy.read.fragments import join_broken
from bodycopy.read.glued import part_glued
from bodycopy.read.printed import PageBreak, join_titles
from bodycopy.read.sentences import split_sentences
from bodycopy.read.wrapped import unwrap, wrap_column

#: A document of one line this long is read sentence by sentence.
LONE_LINE: Final = 1_000
#: White space at which `str.splitlines` breaks a line, and no reader of a text does.
_SEPARATORS: Final = "\x1c\x1d\x1e"
_UNSPACED: Final = r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff65]"
#: Line breaks in a block that no space stands for: behind a hyphen or a bracket, before a comma or stop, and
#: beside letters that are written without spaces.
_TIGHT_BREAK: Final = re.compile(
    r"(?<=[^\W\d_]-)[ \t]*\r?\n[ \t]*(?=[a-z])|(?<=[(\[“„«])[ \t]*\r?\n[ \t]*"
    r"|(?<=\S)[ \t]*\r?\n[ \t]*(?=[,;:.!?)\]»”%]|['’]s\b)"
    rf"|(?<={_UNSPACED})[ \t]*\r?\n[ \t]*|[ \t]*\r?\n[ \t]*(?={_UNSPACED})"
)


def read_plain(source: str, breaks: Sequence[PageBreak] = ()) -> Document:
    """The blocks of `source`, each with its offsets (code points); the lines in `breaks` are furniture."""
    groups = part_glued(source, _groups(source, breaks))
    start, end = groups[0][0] if len(groups) == 1 == len(groups[0]) else (0, 0)
    if end - start >= LONE_LINE:
        spans = _lines(source, start, end)
    else:
        column = wrap_column(source, groups)
        groups = unwrap(source, groups, column) if column else join_broken(source, groups)
        if breaks:
            groups = join_titles(source, groups, breaks)
        spans = [span for group in groups for span in group]
    marks = sorted([*dump_marks(source), *((one.start, one.end) for one in breaks)])
    blocks = [_block(source, start, end, marks) for start, end in spans]
    furniture = [_block(source, start, end, ()) for one in breaks for start, end in one.lines]
    return Document(source, tuple([block for block in blocks if block.text]), furniture=tuple(furniture))


def split_block(source: str, block: Block) -> list[Block]:
    """What a block falls into that would be read sentence by sentence if it stood alone, else itself."""
    text = block.text
    if len(text) < LONE_LINE:
        return [block]
    offsets = source_offsets(source, block)
    parts = []
    for start, end in _lines(text, 0, len(text)):
        first, last = (offsets[start], offsets[end - 1] + 1) if offsets else (None, None)
        part = text[start:end]
        inlines = clipped(block.inlines, start, end)
        parts.append(Block(part, first, last, line_kind(part), inlines=inlines))
    return parts


def _lines(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """What a text without line breaks falls into: sentences, and lines where it seems to be a page."""
    return break_lines(source, split_sentences(source, start, end))


def source_offsets(source: str, block: Block) -> list[int] | None:
    """Where each character of `block.text` stands in `source`; None where that can't be said, because the
    block has no place in it or stands there with marks."""
    if block.start is None:
        return None
    written = source[block.start : block.end]
    if join_lines(written) != block.text:
        return None
    return [block.start + offset for offset in offsets_in(written, block.text)]


def source_span(source: str, block: Block, start: int, end: int) -> tuple[int, int] | tuple[None, None]:
    """Where `block.text[start:end]`, which begins and ends with a visible character, stands in `source`;
    twice None where that can't be said."""
    if offsets := source_offsets(source, block):
        return offsets[start], offsets[end - 1] + 1
    part = block.text[start:end]
    if block.start is None or source.count(part, block.start, block.end) != 1:
        return None, None
    at = source.index(part, block.start)
    return at, at + len(part)


def line_kind(text: str) -> Kind:
    """`list_item` where `text` begins with a bullet or number, else `paragraph`."""
    return "list_item" if bullet_length(text) else "paragraph"


def join_lines(text: str) -> str:
    """`text` for print, a word that was wrapped behind its hyphen put together again, and a comma with the
    word before it."""
    return printable(_TIGHT_BREAK.sub("", text) if "\n" in text else text)


def _groups(source: str, breaks: Sequence[PageBreak]) -> list[list[Span]]:
    """Spans of the lines that show something, grouped by the empty lines between them; what stands in
    `breaks` parts nothing."""
    for separator in _SEPARATORS:
        if separator in source:
            source = source.replace(separator, " ")
    groups: list[list[Span]] = [[]]
    group = groups[0]
    begin = 0
    waiting = iter(breaks)
    ahead = next(waiting, None)
    for line in source.splitlines(keepends=True):
        if ahead and begin >= ahead.end:
            ahead = next(waiting, None)
        shown = "" if ahead and begin >= ahead.start else line.strip()
        if shown and (shown[0].isprintable() or printable(shown)):
            start = begin + line.index(shown)
            group.append((start, start + len(shown)))
        elif group and not (ahead and begin >= ahead.start):
            group = []
            groups.append(group)
        begin += len(line)
    return [group for group in groups if group]


def _block(source: str, start: int, end: int, marks: Sequence[Span]) -> Block:
    text = cut(source, start, end, marks).strip() if marks else source[start:end]
    if not text.isprintable() or "  " in text:
        text = join_lines(text)
    return Block(text, start, end, line_kind(text))
