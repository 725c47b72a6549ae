"""The blocks of a page as they come about: the draft of one, and those that are whole."""

from collections.abc import Callable, Set

import turbohtml

from bodycopy.document import Block, Inline, Markup
from bodycopy.read.page.breaks import pieces
from bodycopy.read.page.code import preformatted
from bodycopy.read.page.draft import Draft, Stretch
from bodycopy.read.page.frame import Frame

Join = Callable[[str], str]
Leave = Callable[["Builder", Frame, Stretch | None], None]
Entered = tuple[Frame, Leave | None, Stretch | None]
Enter = Callable[["Builder", turbohtml.Element, str, Frame], Entered | None]


class Builder:
    """What a walk over a page has found so far.

    `marked` are the elements whose own attributes say how they show, `join` makes addresses absolute, `spare`
    says whether to read what pages show only to browsers without scripts.
    """

    __slots__ = ("_interrupted", "_join", "blocks", "count", "draft", "marked", "rows", "spare")

    def __init__(self, marked: Set[turbohtml.Node], join: Join | None, *, spare: bool) -> None:
        self.blocks: list[Block] = []
        self.draft = Draft()
        self.count = 0
        self.rows: list[list[int]] = []
        """For each table row that the walk is in, where in `blocks` its cells begin."""
        self.marked = marked
        self.spare = spare
        self._join = join
        self._interrupted: list[Draft] = []

    def address(self, target: str) -> str:
        """Where a link or an image points to."""
        target = target.strip()
        return self._join(target) if self._join else target

    def interrupt(self) -> None:
        """What comes next is no part of the block that was begun."""
        self._interrupted.append(self.draft)
        self.draft = Draft()

    def resume(self) -> None:
        """Goes on with the block that was interrupted."""
        self.end_block()
        self.draft = self._interrupted.pop()

    def end_block(self) -> None:
        """Makes a block, or several, of the text in the draft."""
        draft = self.draft
        frame = draft.low
        if frame is None:
            if draft.stretches:
                draft.clear()
            return
        kind = frame.context.kind
        if kind == "code":
            self.blocks += preformatted(draft.typed(), frame)
        elif draft.breaks and kind != "heading":
            for printed in draft.print_pieces(pieces(draft)):
                self._add(frame, *printed)
        else:
            self._add(frame, *draft.print())
        draft.clear()

    def _add(self, frame: Frame, text: str, inlines: tuple[Inline, ...]) -> None:
        if not text:
            return
        kind, level, hidden, item, _ = frame.context
        linked = 0.0
        if inlines:
            linked = sum([end - start for start, end, of, _ in inlines if of == "link"]) / len(text)
        marker = item.take() if item is not None else None
        markup = Markup(frame.element(), linked, hidden)
        self.blocks.append(Block(text, None, None, kind, level, marker, inlines, markup))
