"""Plain text to blocks: lines, hard-wrapped paragraphs, paragraphs in fragments, and text without any line
break."""

import re
from itertools import pairwise
from typing import Final

from bodycopy.document import Block, Document, Kind
from bodycopy.folding import bullet_length, offsets_in, printable
from bodycopy.inlines import clipped
from bodycopy.read.breaks import break_lines
from bodycopy.read.fragments import join_broken
from bodycopy.read.sentences import split_sentences

#: A document of one line this long is read sentence by sentence.
LONE_LINE: Final = 1_000
#: Columns at which text is hard-wrapped by mail programs, archives and PDF converters.
WRAP_COLUMNS: Final = range(40, 101)
#: Share of line breaks that must stand where the next word would not have fit.
WRAP_SHARE: Final = 0.8
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
_SENTENCE_END: Final = re.compile(r"[.!?:;…\"”’)]$")


def read_plain(source: str) -> Document:
    """The blocks of `source`, each with its offsets (code points)."""
    groups = _groups(source)
    start, end = groups[0][0] if len(groups) == 1 == len(groups[0]) else (0, 0)
    if end - start >= LONE_LINE:
        spans = _lines(source, start, end)
    else:
        column = _wrap_column(source, groups)
        if column:
            groups = [_unwrap(source, group, column) for group in groups]
        else:
            groups = join_broken(source, groups)
        spans = [span for group in groups for span in group]
    return Document(source, tuple([_block(source, start, end) for start, end in spans]))


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


def _groups(source: str) -> list[list[tuple[int, int]]]:
    """Spans of the lines that show something, grouped by the empty lines between them."""
    for separator in _SEPARATORS:
        if separator in source:
            source = source.replace(separator, " ")
    groups: list[list[tuple[int, int]]] = [[]]
    group = groups[0]
    begin = 0
    for line in source.splitlines(keepends=True):
        shown = line.strip()
        if shown and (shown[0].isprintable() or printable(shown)):
            start = begin + line.index(shown)
            group.append((start, start + len(shown)))
        elif group:
            group = []
            groups.append(group)
        begin += len(line)
    return [group for group in groups if group]


def _wrap_column(source: str, groups: list[list[tuple[int, int]]]) -> int | None:
    """The column at which `source` is hard-wrapped, or None.

    A wrapped text breaks a line only where the next word would not have fit, so nearly all breaks
    between lines that are not the last of a paragraph must be such.
    """
    lengths = sorted(end - start for group in groups if len(group) > 1 for start, end in group)
    if len(lengths) < 3:
        return None
    column = lengths[int(len(lengths) * 0.97) - (len(lengths) < 34)]
    if column not in WRAP_COLUMNS or lengths[-1] > 2 * column:
        return None
    full = sum(1 for length in lengths if length > 0.75 * column)
    if full < 0.5 * len(lengths):
        return None
    breaks = [
        _forced(source, one, two, column)
        for group in groups
        for one, two in pairwise(group)
        if not _SENTENCE_END.search(source[one[0] : one[1]])
    ]
    return column if breaks and sum(breaks) >= WRAP_SHARE * len(breaks) else None


def _forced(source: str, one: tuple[int, int], two: tuple[int, int], column: int) -> bool:
    first_word = source[two[0] : two[1]].split(None, 1)[0]
    return one[1] - one[0] + 1 + len(first_word) > column


def _unwrap(source: str, group: list[tuple[int, int]], column: int) -> list[tuple[int, int]]:
    joined = [group[0]]
    for one, two in pairwise(group):
        if _forced(source, one, two, column) and line_kind(printable(source[slice(*two)])) == "paragraph":
            joined[-1] = (joined[-1][0], two[1])
        else:
            joined.append(two)
    return joined


def _block(source: str, start: int, end: int) -> Block:
    text = source[start:end]
    if not text.isprintable() or "  " in text:
        text = join_lines(text)
    return Block(text, start, end, line_kind(text))
