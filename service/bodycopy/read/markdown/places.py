"""From lines and contents of Markdown blocks to offsets in the source."""

import re
from collections.abc import Sequence
from typing import Final

from bodycopy.read.markdown.phrases import Phrase

LINE_END: Final = re.compile(r"\r\n?|\n")
_NOWHERE: Final = (None, None)

Place = tuple[int, int] | tuple[None, None]


class Places:
    """Where the lines of a source stand. `lines` are its lines as the parser saw them: as long as in the
    source, with spaces in the place of what it should not see."""

    def __init__(self, source: str, lines: Sequence[str]) -> None:
        self.source, self.lines = source, lines
        self._starts = [0, *(found.end() for found in LINE_END.finditer(source)), len(source)]

    def line_start(self, line: int) -> int:
        """The offset at which a line begins; the end of the source for the line behind the last."""
        return self._starts[line]

    def of_lines(self, first: int, last: int) -> Place:
        """What the lines from `first` to `last`, which is not among them, show."""
        while first < last and not self.lines[last - 1].strip():
            last -= 1
        while first < last and not self.lines[first].strip():
            first += 1
        if first == last:
            return _NOWHERE
        indent = len(self.lines[first]) - len(self.lines[first].lstrip())
        return self._starts[first] + indent, self._starts[last - 1] + len(self.lines[last - 1].rstrip())

    def of_phrases(self, phrases: Sequence[Phrase], content: str, first: int, last: int) -> list[Place]:
        """Where each of the `phrases` of a block with this content stands, which has these lines."""
        whole = self.of_lines(first, last)
        if len(phrases) < 2:
            return [whole] * len(phrases)
        if whole[0] is None or content.count("\n") >= last - first:
            return [_NOWHERE] * len(phrases)
        found: list[Place] = []
        line, start = first, 0  # `start` is where this line begins in the content
        for phrase in phrases:
            edges: list[int | None] = []
            for at in (phrase.start, phrase.end):
                while (end := content.find("\n", start)) >= 0 and end < at:
                    line, start = line + 1, end + 1
                written = content[start : end if end >= 0 else len(content)]
                edges.append(self._in_line(line, written, at - start))
            found.append(self._trimmed(*edges))
        if found[0][0] is not None and found[0][1] is not None:
            found[0] = (whole[0], found[0][1])  # with the mark of a list item or quote
        return found

    def of_text(self, text: str, after: int, before: int) -> Place:
        """The first place where `text` stands between two offsets."""
        at = self.source.find(text, after, before)
        return (at, at + len(text)) if at >= 0 else _NOWHERE

    def _in_line(self, line: int, written: str, at: int) -> int | None:
        """The offset of a place in a line of a block's content: the line in the source, less the marks and
        spaces before it and the spaces behind it."""
        shown = self.lines[line].rstrip()
        written = written.rstrip()
        if not shown.endswith(written.lstrip()):
            return None
        return self._starts[line] + len(shown) - max(0, len(written) - at)

    def _trimmed(self, start: int | None, end: int | None) -> Place:
        if start is None or end is None:
            return _NOWHERE
        shown = self.source[start:end]
        start += len(shown) - len(shown.lstrip())
        end -= len(shown) - len(shown.rstrip())
        return (start, end) if start < end else _NOWHERE
