"""The text of the block that the walk is in, until the block ends."""

from collections.abc import Iterable, Iterator, Sequence

from bodycopy.document import Inline, InlineKind
from bodycopy.folding import printable, shown
from bodycopy.read.page.frame import Frame

Printed = tuple[str, tuple[Inline, ...]]
"""A text, and what markup sets apart in it."""


class Stretch:
    """A link, an image, an emphasis: the parts of a text from `begin` to before `end` (None: still open)."""

    __slots__ = ("begin", "end", "kind", "target")

    def __init__(self, kind: InlineKind, target: str | None, begin: int) -> None:
        self.kind = kind
        self.target = target
        self.begin = begin
        self.end: int | None = None


class Draft:
    """The parts of a block's text in order, and where in them stretches and line breaks stand."""

    __slots__ = ("breaks", "closed", "dip", "joint", "linked", "low", "open", "parts", "stretches")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.stretches: list[Stretch] = []
        self.open: dict[InlineKind, Stretch] = {}
        self.breaks: list[int] = []
        """Numbers of the parts that are line breaks."""
        self.low: Frame | None = None
        """The innermost element that holds all of the text; None: there is no text yet."""
        self.dip = 0
        """How far out the walk has been since the last text."""
        self.closed = self.joint = -1
        self.linked = False

    def add(self, data: str, frame: Frame) -> None:
        """Text that shows something."""
        low, parts = self.low, self.parts
        if low is None:
            self.low = frame
        else:
            while low.depth > self.dip and low.parent is not None:
                low = low.parent
            self.low = low
            if self.joint == len(parts) and _are_words(parts[-1][-1], data[0]):
                parts.append(" ")
        self.dip = frame.depth
        parts.append(data)

    def space(self) -> None:
        """White space, or what stands like it between words."""
        if self.low is not None:
            self.parts.append(" ")

    def line_break(self) -> None:
        """A line break."""
        if self.low is not None:
            self.breaks.append(len(self.parts))
            self.parts.append(" ")

    def meet(self, link: bool) -> None:
        """An inline element begins. Where it touches the end of another one the two show as words apart,
        with or without a space: menus are links side by side."""
        if self.low is not None and self.closed == len(self.parts):
            if link and self.linked:
                self.parts.append(" ")
            else:
                self.joint = self.closed

    def part(self, link: bool, outside: int) -> None:
        """An inline element ends; those around it are `outside` deep."""
        if outside < self.dip:
            self.dip = outside
        self.closed = len(self.parts)
        self.linked = link

    def begin(self, kind: InlineKind, target: str | None) -> Stretch | None:
        """Opens a stretch, unless one of its kind is open."""
        if kind in self.open:
            return None
        stretch = self.open[kind] = Stretch(kind, target, len(self.parts))
        self.stretches.append(stretch)
        return stretch

    def finish(self, stretch: Stretch) -> None:
        """Closes a stretch."""
        stretch.end = len(self.parts)
        self.open.pop(stretch.kind, None)

    def image(self, target: str | None) -> None:
        """An image stands here."""
        stretch = Stretch("image", target, len(self.parts))
        stretch.end = stretch.begin
        self.stretches.append(stretch)

    def clear(self) -> None:
        """Begins the next block. Open stretches go on in it."""
        self.parts = []
        self.low = None
        self.closed = self.joint = -1
        if self.breaks:
            self.breaks = []
        if self.open:
            self.stretches = [Stretch(one.kind, one.target, 0) for one in self.open.values()]
            self.open = {one.kind: one for one in self.stretches}
        elif self.stretches:
            self.stretches = []

    def lines(self) -> list[tuple[int, int]]:
        """The parts of each line: from, to."""
        begins = [0, *[number + 1 for number in self.breaks]]
        return list(zip(begins, [*self.breaks, len(self.parts)], strict=True))

    def typed(self) -> str:
        """The text as it was typed: white space and line breaks stay."""
        parts = self.parts
        for number in self.breaks:
            parts[number] = "\n"
        return "".join(parts)

    def print(self) -> Printed:
        """The text, and what markup sets apart in it."""
        parts, stretches = self.parts, self.stretches
        if len(stretches) > 1:
            return _print(parts, 0, stretches)
        text = printable(parts[0] if len(parts) == 1 else "".join(parts))
        if not stretches:
            return text, ()
        kind, target, begin, end = (only := stretches[0]).kind, only.target, only.begin, only.end
        if begin or kind == "image" or not (end is None or len(parts) == end or _is_blank(parts, end)):
            return _print(parts, 0, stretches)
        return text, (Inline(0, len(text), kind, target),)

    def print_pieces(self, pieces: Iterable[tuple[int, int]]) -> Iterator[Printed]:
        """The same of each of `pieces`: the parts from, to, in order."""
        waiting = iter(self.stretches)
        following = next(waiting, None)
        near: list[Stretch] = []
        for begin, end in pieces:
            while following is not None and following.begin <= end:
                near.append(following)
                following = next(waiting, None)
            near = [one for one in near if one.end is None or one.end >= begin]
            yield _print(self.parts[begin:end], begin, near)


def _is_blank(parts: Sequence[str], begin: int) -> bool:
    return all(map(str.isspace, parts[begin:]))


def _print(parts: Sequence[str], first: int, stretches: Sequence[Stretch]) -> Printed:
    """The text of `parts`, of which `first` others stand before, and what `stretches` set apart in it."""
    if not stretches:
        return printable("".join(parts)), ()
    count = len(parts)
    spans = [
        (max(one.begin - first, 0), count if one.end is None else min(one.end - first, count), one)
        for one in stretches
        if one.begin - first <= count
    ]
    bounds = sorted({bound for begin, end, _ in spans for bound in (begin, end)} | {0, count})
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    waiting: list[int] = []
    pieces: list[str] = []
    length, spaced = 0, False
    for at, bound in enumerate(bounds):
        ends[bound] = length
        waiting.append(bound)
        if at + 1 == len(bounds):
            break
        raw = "".join(parts[bound : bounds[at + 1]])
        piece = " ".join(raw.split())
        if not piece.isprintable():
            raw = shown(raw)
            piece = " ".join(raw.split())
        if not piece:
            spaced = spaced or bool(raw)
            continue
        if length and (spaced or raw[0].isspace()):
            pieces.append(" ")
            length += 1
        starts.update(dict.fromkeys(waiting, length))
        waiting.clear()
        pieces.append(piece)
        length += len(piece)
        spaced = raw[-1].isspace()
    starts.update(dict.fromkeys(waiting, length))
    inlines = []
    for begin, end, one in spans:
        start, stop = starts[begin], ends[end]
        if one.kind == "image":
            inlines.append(Inline(stop, stop, one.kind, one.target))
        elif start < stop:
            inlines.append(Inline(start, stop, one.kind, one.target))
    return "".join(pieces), tuple(inlines)


def _are_words(left: str, right: str) -> bool:
    """Whether two inline elements that touch show as words apart, as far as the letters tell."""
    if right.isdigit():
        return left.isalpha()
    return right.isupper() and (left.isalnum() or left in ".:!?)")
