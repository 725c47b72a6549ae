"""One walk over the nodes of a page, from its first to its last: text becomes blocks."""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

import turbohtml
from turbohtml import Element as Node
from turbohtml import Text

from bodycopy.document import Block, Markup
from bodycopy.read.page.breaks import pieces
from bodycopy.read.page.code import preformatted
from bodycopy.read.page.draft import Draft, Stretch
from bodycopy.read.page.frame import Frame, Item, Listing
from bodycopy.read.page.hidden import is_hidden, is_withheld, shows_as_block
from bodycopy.read.page.rows import close_row
from bodycopy.read.page.tags import FLOWING, INLINE_KINDS, ROLES, Role, role_of

Join = Callable[[str], str]
_Leave = Callable[[Frame, Stretch | None], None]
_Entered = tuple[Frame, _Leave | None, Stretch | None]
_NUMBER: Final = re.compile(r"[+-]?\d{1,9}")


class Walk:
    """The blocks of a page, as they are found.

    `join` makes addresses absolute. `spare` says whether to read what pages show only to browsers without
    scripts, `shadows` whether to look for trees that templates lay over elements.
    """

    def __init__(self, join: Join | None, *, spare: bool, shadows: bool) -> None:
        self.blocks: list[Block] = []
        self._join = join
        self._spare = spare
        self._shadows = shadows
        self._draft = Draft()
        self._interrupted: list[Draft] = []
        self._count = 0
        self._enter: dict[Role, Callable[[Node, str, Frame], _Entered | None]] = {
            Role.INLINE: self._enter_inline,
            Role.LINK: self._enter_link,
            Role.FORMAT: self._enter_format,
            Role.BLOCK: self._enter_block,
            Role.PLAIN: self._enter_plain,
            Role.SOFT: self._enter_soft,
            Role.HEADING: self._enter_heading,
            Role.LIST: self._enter_list,
            Role.ITEM: self._enter_item,
            Role.QUOTE: self._enter_quote,
            Role.CODE: self._enter_code,
            Role.ROW: self._enter_row,
            Role.CELL: self._enter_cell,
            Role.CHOICES: self._enter_choices,
            Role.SPARE: self._enter_spare,
            Role.BREAK: self._pass_break,
            Role.RULE: self._pass_rule,
            Role.FIELD: self._pass_field,
            Role.IMAGE: self._pass_image,
            Role.NOTHING: self._pass_by,
        }

    def run(self, root: Node) -> None:
        """Walks over all that is in `root`."""
        roles, enter = ROLES.get, self._enter
        stack: list[tuple[Iterator[turbohtml.Node], _Entered]] = [
            (iter(root.children), (Frame.root(root), None, None))
        ]
        while stack:
            nodes, (frame, leave, stretch) = stack[-1]
            for node in nodes:
                kind = type(node)
                if kind is Text:
                    data: str = node.data
                    if data.isspace() and frame.kind != "code":
                        self._draft.space()
                    else:
                        self._draft.add(data, frame)
                elif kind is Node:
                    tag = node.tag
                    self._count += 1
                    entered = enter[roles(tag) or role_of(tag)](node, tag, frame)
                    if entered is not None:
                        stack.append((self._children(node), entered))
                        break
            else:
                stack.pop()
                if leave is not None:
                    leave(frame, stretch)
        self._flush()

    def _children(self, node: Node) -> Iterator[turbohtml.Node]:
        if self._shadows and node.shadow_root is not None:
            return chain(node.shadow_root.children, node.children)
        return iter(node.children)

    # Inline elements: what they hold goes on in the draft.

    def _enter_inline(self, node: Node, tag: str, around: Frame) -> _Entered:
        if is_hidden(node):
            return self._interrupt(node, tag, around)
        if shows_as_block(node) and not around.flowing:
            return self._enter_block(node, tag, around)
        self._draft.meet(link=False)
        frame = Frame(node, tag, around, self._count)
        frame.hidden = around.hidden or is_withheld(node)
        return frame, self._leave_inline, None

    def _enter_link(self, node: Node, tag: str, around: Frame) -> _Entered:
        if is_hidden(node):
            return self._interrupt(node, tag, around)
        draft = self._draft
        draft.meet(link=True)
        frame = Frame(node, tag, around, self._count)
        frame.hidden = around.hidden or is_withheld(node)
        target = node.attr("href")
        if target is None:
            return frame, self._leave_inline, None
        return frame, self._leave_inline, draft.begin("link", self._address(target))

    def _leave_inline(self, frame: Frame, stretch: Stretch | None) -> None:
        self._draft.part(frame.tag == "a", frame.depth - 1)
        if stretch is not None:
            self._draft.finish(stretch)

    def _enter_format(self, node: Node, tag: str, around: Frame) -> _Entered:
        if tag == "q":
            self._draft.add("“", around)
            return around, self._leave_quoted, None
        kind = INLINE_KINDS.get(tag)
        stretch = self._draft.begin(kind, None) if kind else None
        return around, self._leave_format if stretch else None, stretch

    def _leave_format(self, frame: Frame, stretch: Stretch | None) -> None:
        if stretch is not None:
            self._draft.finish(stretch)

    def _leave_quoted(self, frame: Frame, stretch: Stretch | None) -> None:
        self._draft.add("”", frame)

    def _interrupt(self, node: Node, tag: str, around: Frame) -> _Entered:
        """Hidden text within a block becomes a block of its own, and the block goes on behind it."""
        self._interrupted.append(self._draft)
        self._draft = Draft()
        frame = Frame(node, tag, around, self._count)
        frame.hidden, frame.flowing = True, False
        return frame, self._resume, None

    def _resume(self, frame: Frame, stretch: Stretch | None) -> None:
        self._flush()
        self._draft = self._interrupted.pop()

    def _enter_choices(self, node: Node, tag: str, around: Frame) -> _Entered:
        self._draft.space()
        return self._interrupt(node, tag, around)

    # Blocks: the draft ends before and behind them.

    def _block(self, node: Node, tag: str, around: Frame) -> Frame:
        self._flush()
        frame = Frame(node, tag, around, self._count)
        frame.flowing = tag in FLOWING
        frame.hidden = around.hidden or is_hidden(node) or is_withheld(node)
        return frame

    def _enter_block(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        if tag == "body":
            frame.hidden = False  # until a script shows it, and nobody would read it otherwise
        elif tag == "dialog":
            frame.hidden = frame.hidden or node.attr("open") is None
        elif node.attr("role") == "heading":
            self._make_heading(frame, node.attr("aria-level") or "2")
        return frame, self._leave_block, None

    def _leave_block(self, frame: Frame, stretch: Stretch | None) -> None:
        self._flush()

    def _enter_plain(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        frame.kind, frame.level, frame.item = "paragraph", 0, None
        return frame, self._leave_block, None

    def _enter_soft(self, node: Node, tag: str, around: Frame) -> _Entered:
        if not around.flowing:
            return self._enter_block(node, tag, around)
        self._draft.space()
        frame, _, _ = self._enter_inline(node, tag, around)
        return frame, self._leave_soft if frame.flowing else self._resume, None

    def _leave_soft(self, frame: Frame, stretch: Stretch | None) -> None:
        self._leave_inline(frame, stretch)
        self._draft.space()

    def _enter_heading(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        self._make_heading(frame, tag[1])
        return frame, self._leave_block, None

    def _make_heading(self, frame: Frame, level: str) -> None:
        frame.kind, frame.item, frame.flowing = "heading", None, True
        frame.level = int(level) if level in "123456" and len(level) == 1 else 6

    def _enter_list(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        depth = around.listing.depth + 1 if around.listing else 1
        backwards = node.attr("reversed") is not None
        first = _number(node.attr("start"))
        frame.listing = Listing(
            depth, (1 if first is None else first) if tag == "ol" else None, -1 if backwards else 1
        )
        return frame, self._leave_block, None

    def _enter_item(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        listing = around.listing
        if listing is not None and listing.following is not None:
            value = _number(node.attr("value"))
            listing.following = listing.following if value is None else value
        frame.kind = "list_item"
        frame.level = listing.depth if listing else 1
        frame.item = Item(listing.marker() if listing else "-")
        return frame, self._leave_block, None

    def _enter_quote(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        frame.kind, frame.level, frame.item = "quote", 0, None
        return frame, self._leave_block, None

    def _enter_code(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        frame.kind, frame.level, frame.item, frame.flowing = "code", 0, None, True
        return frame, self._leave_block, None

    def _enter_row(self, node: Node, tag: str, around: Frame) -> _Entered:
        frame = self._block(node, tag, around)
        frame.cells = []
        return frame, self._leave_row, None

    def _leave_row(self, frame: Frame, stretch: Stretch | None) -> None:
        self._flush()
        close_row(frame, self.blocks)

    def _enter_cell(self, node: Node, tag: str, around: Frame) -> _Entered:
        entered = self._enter_plain(node, tag, around)
        if around.cells is not None:
            around.cells.append(len(self.blocks))
        return entered

    def _enter_spare(self, node: Node, tag: str, around: Frame) -> _Entered | None:
        return self._enter_block(node, tag, around) if self._spare else None

    # Elements without text.

    def _pass_break(self, node: Node, tag: str, around: Frame) -> None:
        self._draft.line_break()

    def _pass_rule(self, node: Node, tag: str, around: Frame) -> None:
        self._flush()

    def _pass_field(self, node: Node, tag: str, around: Frame) -> None:
        self._draft.space()

    def _pass_image(self, node: Node, tag: str, around: Frame) -> None:
        if self._draft.low is not None or around.flowing:
            self._draft.image(self._address(node.attr("src") or node.attr("data-src") or ""))

    def _pass_by(self, node: Node, tag: str, around: Frame) -> None:
        pass

    def _address(self, target: str) -> str:
        target = target.strip()
        return self._join(target) if self._join else target

    def _flush(self) -> None:
        """Ends the block whose text the draft holds."""
        draft = self._draft
        frame = draft.low
        if frame is None:
            if draft.stretches:
                draft.clear()
            return
        if frame.kind == "code":
            self.blocks += preformatted(draft.typed(), frame)
        elif draft.breaks and frame.kind != "heading":
            for begin, end in pieces(draft):
                self._add(frame, begin, end)
        else:
            self._add(frame, 0, len(draft.parts))
        draft.clear()

    def _add(self, frame: Frame, begin: int, end: int) -> None:
        text, inlines = self._draft.print(begin, end)
        if not text:
            return
        linked = sum([one.end - one.start for one in inlines if one.kind == "link"])
        markup = Markup(frame.element(), linked / len(text), frame.hidden)
        marker = frame.item.take() if frame.item is not None and frame.kind == "list_item" else None
        self.blocks.append(Block(text, None, None, frame.kind, frame.level, marker, inlines, markup))


def _number(value: str | None) -> int | None:
    found = _NUMBER.match(value.strip()) if value else None
    return int(found[0]) if found else None
