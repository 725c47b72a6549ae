"""Running heads and feet: the lines that stand above and below each page of print, as a converter of PDF
hands them on, a form feed between the pages: date, title, address, page number."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from bodycopy.folding import printable

Span = tuple[int, int]

#: So many lines at most are a page's head, and so many its foot.
DEEPEST: Final = 4
#: A line that stands in the same place on this share of the pages, and on two, is no line of the text.
SHARE: Final = 0.5
#: No headline is longer.
TITLE: Final = 300
_PAGE: Final = "\f"
_REST: Final = re.compile(r"[^\S\r\n\f]*(?:\r\n|[\r\n\f])?")
_DIGITS: Final = re.compile(r"\d+")


class PageBreak(NamedTuple):
    """What stands between two lines of the text, `source[start:end]`: the `lines` of a foot, a head or
    both, and empty ones."""

    start: int
    end: int
    lines: tuple[Span, ...]


def page_breaks(source: str) -> list[PageBreak]:
    """Where running heads and feet stand in `source`; none where there are no pages."""
    if _PAGE not in source:
        return []
    pages = [page for page in _pages(source) if page]
    least = max(2.0, SHARE * len(pages))
    heads = _recurring([_said(source, page[:DEEPEST]) for page in pages], least)
    feet = _recurring([_said(source, page[-DEEPEST:]) for page in pages], least)
    found: list[PageBreak] = []
    begin = 0
    running: list[Span] = []
    for page in pages:
        for at, line in enumerate(page):
            if (at < DEEPEST and _say(source, line) in heads) or (
                at >= len(page) - DEEPEST and _say(source, line) in feet
            ):
                running.append(line)
                continue
            if running:
                found.append(PageBreak(begin, _line_start(source, line), tuple(running)))
                running = []
            begin = _line_end(source, line)
    if running:
        found.append(PageBreak(begin, len(source), tuple(running)))
    return found


def join_titles(
    source: str, groups: Sequence[Sequence[Span]], breaks: Sequence[PageBreak]
) -> list[list[Span]]:
    """`groups` with the lines joined that are one in a running head: large type takes several."""
    running = {_say(source, line) for one in breaks for line in one.lines if line[1] - line[0] <= TITLE}
    joined: list[list[Span]] = []
    for group in groups:
        lines = [group[0]]
        for line in group[1:]:
            both = lines[-1][0], line[1]
            if both[1] - both[0] <= TITLE and any(_say(source, both) in said for said in running):
                lines[-1] = both
            else:
                lines.append(line)
        joined.append(lines)
    return joined


def _pages(source: str) -> list[list[Span]]:
    """The lines of each page that show something."""
    pages: list[list[Span]] = [[]]
    begin = 0
    for line in source.splitlines(keepends=True):
        shown = line.strip()
        if shown and printable(shown):
            start = begin + line.index(shown)
            pages[-1].append((start, start + len(shown)))
        begin += len(line)
        if line.endswith(_PAGE) and pages[-1]:
            pages.append([])
    return pages


def _say(source: str, line: Span) -> str:
    """What `line` says, whatever its page's number."""
    return _DIGITS.sub("0", printable(source[slice(*line)]))


def _said(source: str, lines: Sequence[Span]) -> set[str]:
    return {_say(source, line) for line in lines}


def _recurring(pages: Sequence[set[str]], least: float) -> set[str]:
    counted = Counter(said for page in pages for said in page)
    return {said for said, count in counted.items() if count >= least}


def _line_start(source: str, line: Span) -> int:
    """Where `line` begins in `source`, its indent with it."""
    start = line[0]
    while start and source[start - 1] in " \t\xa0":
        start -= 1
    return start


def _line_end(source: str, line: Span) -> int:
    """Where what stands below `line` begins."""
    rest = _REST.match(source, line[1])
    return rest.end() if rest else line[1]
