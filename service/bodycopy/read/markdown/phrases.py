"""What stands in a block of Markdown: its lines, with what their marks set apart."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import turbohtml
from markdown_it.token import Token

from bodycopy.document import Inline, InlineKind
from bodycopy.folding import printed_indexes
from bodycopy.inlines import clipped, shifted
from bodycopy.read.markdown.parser import MAX_NESTING, PLACE
from bodycopy.read.wrapped import WRAP_COLUMNS

_MARKS: Final[dict[str, InlineKind]] = {"link": "link", "strong": "strong", "em": "emphasis"}
_TAGS: Final[dict[str, InlineKind]] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
}
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
#: Tags whose content nobody sees.
_UNSEEN: Final = ("script", "style", "template")
_OPEN_END: Final = (",", ";", "-", "–", "—", "(", "/", "&")


class Phrase(NamedTuple):
    """One line of a block for print. It stands in the block's content from `start` to `end`."""

    text: str
    inlines: tuple[Inline, ...]
    start: int
    end: int

    def linked(self, target: str) -> "Phrase":
        """The phrase in a link around all of it; the links that stand in it go."""
        rest = (one for one in self.inlines if one.kind != "link")
        return self._replace(inlines=(Inline(0, len(self.text), "link", target or None), *rest))


class _Break(NamedTuple):
    """A line break: where it stands in the raw text, and in the content."""

    at: int
    start: int
    end: int
    hard: bool


@dataclass(slots=True)
class _Reader:
    """Puts the tokens of a block together."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    inlines: list[Inline] = field(default_factory=list)
    breaks: list[_Break] = field(default_factory=list)
    open: list[Inline] = field(default_factory=list)
    unseen: str = ""

    def add(self, text: str) -> None:
        if not self.unseen:
            self.parts.append(text)
            self.length += len(text)

    def begin(self, kind: InlineKind, target: str | None = None) -> None:
        if len(self.open) < MAX_NESTING:
            self.open.append(Inline(self.length, self.length, kind, target))

    def end(self, kind: InlineKind) -> None:
        at = next((at for at in reversed(range(len(self.open))) if self.open[at].kind == kind), None)
        if at is None:
            return
        for inline in self.open[at:]:  # what was opened inside and not closed ends here too
            self.inlines.append(inline._replace(end=self.length))
        del self.open[at:]

    def image(self, target: str | None) -> None:
        self.inlines.append(Inline(self.length, self.length, "image", target or None))

    def line_break(self, token: Token, hard: bool) -> None:
        start, end = token.meta[PLACE]
        self.breaks.append(_Break(self.length, start, end, hard))
        self.add("\n")

    def tag(self, token: Token) -> None:
        found = _TAG.match(token.content)
        if found is None:  # a comment
            return
        closes, name = bool(found[1]), found[2].lower()
        if self.unseen:
            self.unseen = "" if closes and name == self.unseen else self.unseen
        elif name in _UNSEEN and not closes:
            self.unseen = name
        elif name == "br":
            self.line_break(token, hard=True)
        elif name == "img":
            self.image(_attribute(token.content, "src"))
        elif name in _TAGS and closes:
            self.end(_TAGS[name])
        elif name in _TAGS:
            self.begin(_TAGS[name], _attribute(token.content, "href") if name == "a" else None)

    def read(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            name, _, turn = token.type.rpartition("_")
            if token.type in ("text", "text_special"):
                self.add(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                self.line_break(token, token.type == "hardbreak")
            elif token.type == "code_inline":
                self.begin("code")
                self.add(token.content)
                self.end("code")
            elif token.type == "image":
                self.image(str(token.attrs.get("src", "")))
            elif token.type == "html_inline":
                self.tag(token)
            elif name in _MARKS and turn == "open":
                self.begin(_MARKS[name], str(token.attrs["href"]) if name == "link" else None)
            elif name in _MARKS:
                self.end(_MARKS[name])
        for inline in self.open:
            self.inlines.append(inline._replace(end=self.length))


def read_phrases(tokens: Sequence[Token], content: str, one_line: bool) -> list[Phrase]:
    """The lines of a block with this content and these tokens, for print; without breaks where it is read
    as `one_line`. A line that shows nothing is left out."""
    reader = _Reader()
    reader.read(tokens)
    raw, inlines = "".join(reader.parts), sorted(reader.inlines, key=lambda one: (one.start, -one.end))
    breaks = [] if one_line else reader.breaks
    if not all(one.hard for one in breaks):
        breaks = _line_ends(raw, content, inlines, breaks)
    starts = [_Break(-1, 0, 0, True), *breaks]
    ends = [*breaks, _Break(len(raw), len(content), len(content), True)]
    spans = [(first.at + 1, last.at) for first, last in zip(starts, ends, strict=True)]
    return [
        phrase
        for (start, end), held, first, last in zip(spans, _spread(inlines, spans), starts, ends, strict=True)
        if (phrase := _phrase(raw[start:end], held, first.end, last.start)).text
    ]


def _line_ends(raw: str, content: str, inlines: Sequence[Inline], breaks: Sequence[_Break]) -> list[_Break]:
    """The breaks at which a line ends for the reader, not only in the source."""
    starts, ends = [-1, *(one.at for one in breaks)], [*(one.at for one in breaks), len(raw)]
    spans = [(first + 1, last) for first, last in zip(starts, ends, strict=True)]
    shown = [raw[start:end].strip() for start, end in spans]
    links = [
        _is_link(raw[start:end], held)
        for (start, end), held in zip(spans, _spread(inlines, spans), strict=True)
    ]
    places = [0, *(one.end for one in breaks)]
    found = []
    for at, one in enumerate(breaks):
        written = content[places[at] : one.start]
        if one.hard or (links[at] and links[at + 1]) or _is_short(written, shown[at], shown[at + 1]):
            found.append(one)
    return found


def _is_short(written: str, line: str, following: str) -> bool:
    """Whether a line was not wrapped: the next word would have fit in the narrowest of columns, and nothing
    says that the sentence goes on."""
    if not line or not following:
        return False
    fits = len(written.strip()) + 1 + len(following.split(None, 1)[0]) <= WRAP_COLUMNS.start
    return fits and not following[0].islower() and not line.endswith(_OPEN_END)


def _is_link(text: str, inlines: Iterable[Inline]) -> bool:
    """Whether all that `text` shows is one link."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return start < end and any(
        one.kind == "link" and one.start <= start and end <= one.end for one in inlines
    )


def _spread(inlines: Iterable[Inline], spans: Sequence[tuple[int, int]]) -> list[list[Inline]]:
    """For each of `spans`, which follow each other, what of `inlines` stands in it."""
    found: list[list[Inline]] = [[] for _ in spans]
    ends = [end for _, end in spans]
    for inline in inlines:
        for at in range(bisect_left(ends, inline.start), len(spans)):
            start, end = spans[at]
            if start > inline.end:
                break
            found[at] += clipped([inline], start, end)
    return found


def _phrase(raw: str, inlines: Sequence[Inline], start: int, end: int) -> Phrase:
    kept = printed_indexes(raw)
    text = "".join([" " if index < 0 else raw[index] for index in kept])
    return Phrase(text, shifted(inlines, kept), start, end)


def _attribute(tag: str, name: str) -> str | None:
    """What an attribute of an HTML tag says."""
    found = (one for one in turbohtml.parse(tag).descendants if isinstance(one, turbohtml.Element))
    value = next((one.attrs[name] for one in found if name in one.attrs), None)
    return value if isinstance(value, str) else None
