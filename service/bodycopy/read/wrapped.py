"""Text that mail programs, archives, text browsers and converters wrapped at a column: its lines are put
together again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from bodycopy.folding import bullet_length, printable

Span = tuple[int, int]

#: Columns at which text is wrapped.
WRAP_COLUMNS: Final = range(40, 101)
#: Share of line breaks that must stand where the next word would not have fit.
FORCED: Final = 0.8
#: The share of lines behind such breaks that begin with a small letter, as lists of headlines don't; and
#: where it is so large, fewer breaks are enough.
SMALL: Final = 0.25
MOSTLY: Final = 0.6
FEW: Final = 3
#: A line that reaches over this share of the column is full.
FULL: Final = 0.75
#: The share of lines that reach up to the column: longer ones hold an address or a table.
WITHIN: Final = 0.97
PAGE_WITHIN: Final = 0.9
#: A printed line has as many letters as fit in its width: a break may stand in so much of the column.
PRINTED: Final = 0.85
#: So many breaks behind full lines show that a page is wrapped, whatever short lines stand around them.
LEAST: Final = 6
#: A line of fewer words may be an address.
WORDS: Final = 3
_SENTENCE_END: Final = re.compile(r"[.!?:;…\"”’)。！？」』）】〉》]$")
#: The end of a sentence amid a line.
_SENTENCE: Final = re.compile(r"[.!?…,;:][\"”’)]* ")
_NUMBERED: Final = re.compile(r"\d{3,4}\. ?[a-z]+:\S")
#: Letters from here on are as wide as two others, and a line may begin with any of them.
EAST: Final = "\u2e80"
_EAST: Final = r"\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_WIDE: Final = re.compile(f"[{_EAST}]")
#: What a line begins with that no break parts.
_FIRST: Final = re.compile(rf"[^\s{_EAST}]+|\S")
_INDENT: Final = " \t\xa0"
#: An indent is no deeper than this.
DEEPEST: Final = 100


class Breaks(NamedTuple):
    """How many breaks there are, whether nearly all are forced, and the share of the lines behind them
    that go on in small letters."""

    number: int
    forced: bool
    small: float


def wrap_column(source: str, groups: Sequence[Sequence[Span]]) -> int | None:
    """The column at which `source` is wrapped, whose lines that show something stand in `groups` with empty
    lines between them; None where it is not.

    A wrapped text breaks a line only where the next word would not have fit, so nearly all breaks between
    lines that are not the last of a paragraph must be such; on a page with menus, those behind full lines.
    """
    several = [group for group in groups if len(group) > 1]
    edges = sorted(_edge(source, line) for group in several for line in group)
    if len(edges) < 3:
        return None
    column = edges[int(len(edges) * WITHIN) - (len(edges) < 34)]
    if column in WRAP_COLUMNS and edges[-1] <= 2 * column:
        full = sum(1 for edge in edges if edge > FULL * column)
        found = _breaks(source, several, column, 0.0)
        if full >= len(edges) / 2 and found.forced and (0 < found.number < LEAST or found.small >= SMALL):
            return column
    lengths = [end - start for group in groups for start, end in group]
    longer = sum(map(WRAP_COLUMNS[-1].__lt__, lengths))
    if longer > 2 * (1 - PAGE_WITHIN) * sum(map((WRAP_COLUMNS.start // 2).__le__, lengths)):
        return None  # as on most pages, which is quickly told
    edges = sorted(
        edge
        for group in groups
        for line in group
        if (edge := _edge(source, line)) >= WRAP_COLUMNS.start and _is_text(source[slice(*line)])
    )
    if not edges:
        return None
    column = edges[int((len(edges) - 1) * PAGE_WITHIN)]
    if "\f" in source:
        column = int(column * PRINTED)
    if column not in WRAP_COLUMNS:
        return None
    found = _breaks(source, several, column, FULL * column)
    enough = found.number >= (FEW if found.small >= MOSTLY else LEAST) and found.small >= SMALL
    return column if found.forced and enough else None


def unwrap(source: str, groups: Sequence[Sequence[Span]], column: int) -> list[list[Span]]:
    """`groups` with the lines joined that were one before `source` was wrapped at `column`."""
    return [
        [span for run in _runs(source, group, column) for span in _one(source, run, column)]
        for group in groups
    ]


def _runs(source: str, group: Sequence[Span], column: int) -> Iterator[list[Span]]:
    """The lines of `group` that a forced break parts, together."""
    run = [group[0]]
    for one, two in pairwise(group):
        apart = _opens(printable(source[slice(*two)])) or not (
            _has_words(source, one) or _has_words(source, two)
        )
        if _forced(source, one, two, column) and not apart:
            run.append(two)
        else:
            yield run
            run = [two]
    yield run


def _one(source: str, run: Sequence[Span], column: int) -> Sequence[Span]:
    """The lines of `run` as one; as they are where they may be two headlines that fill their lines."""
    if len(run) == 2 and _edge(source, run[1]) > FULL * column:
        one, two = (source[start:end] for start, end in run)
        if not (two[0].islower() or _SENTENCE.search(one) or _SENTENCE_END.search(two)):
            return run
    return [(run[0][0], run[-1][1])]


def _breaks(source: str, groups: Sequence[Sequence[Span]], column: int, full: float) -> Breaks:
    """The breaks amid a sentence behind lines that reach over `full`; on a page, between lines of text."""
    breaks = forced = small = 0
    for group in groups:
        for one, two in pairwise(group):
            first, second = source[slice(*one)], source[slice(*two)]
            if _SENTENCE_END.search(first) or _opens(second) or _edge(source, one) <= full:
                continue
            if not full or (_is_text(first) and _is_text(second)):
                breaks += 1
                east = second[0] >= EAST  # such a line may begin anywhere: few of them show nothing
                forced += _forced(source, one, two, column) and (full > 0.0 or not east)
                small += second[0].islower() or east
    return Breaks(breaks, forced >= FORCED * breaks, small / breaks if breaks else 0.0)


def _opens(line: str) -> bool:
    """Whether `line` begins an item of a list, or the address of a link in one."""
    return bullet_length(line) > 0 or _NUMBERED.match(line) is not None


def _has_words(source: str, line: Span) -> bool:
    """Whether `line` is more than one word, as an address is."""
    return " " in source[slice(*line)] or not source[slice(*line)].isascii()


def _is_text(line: str) -> bool:
    """Whether `line` is more than an address, which no break would fit in."""
    return line.count(" ") >= WORDS - 1 or not line.isascii()


def _forced(source: str, one: Span, two: Span, column: int) -> bool:
    """Whether the break between the lines `one` and `two` stands where the next word would not have fit; a
    letter of East Asia may bring the one behind it along, a stop."""
    first = _FIRST.match(source, *two)
    needed = _width(first.group()) * (1 + (source[two[0]] >= EAST)) if first else column
    return _edge(source, one) + 1 + needed > column


def _edge(source: str, line: Span) -> int:
    """The column at which `line` ends."""
    start, end = line
    before = source[max(0, start - DEEPEST) : start]
    return _width(source[start:end]) + len(before) - len(before.rstrip(_INDENT))


def _width(text: str) -> int:
    """How many columns `text` takes: letters of East Asia two each."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
