"""Block elements: the block that was begun ends before and behind them."""

import re
from typing import Final

from turbohtml import Element as Node

from bodycopy.read.page.builder import Builder, Enter, Entered
from bodycopy.read.page.draft import Stretch
from bodycopy.read.page.frame import Context, Frame, Item, Listing
from bodycopy.read.page.hidden import hides, is_withheld
from bodycopy.read.page.inline import enter_inline, leave_inline
from bodycopy.read.page.rows import close_row

_NUMBER: Final = re.compile(r"[+-]?\d{1,9}")


def enter_box(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A block element that says nothing of its blocks' kind."""
    draft = builder.draft
    if draft.low is not None or draft.stretches:
        builder.end_block()
    builder.count += 1
    context = around.context
    if node in builder.marked:
        if hides(node) or is_withheld(node):
            context = context.out_of_sight()
        if node.attr("role") == "heading":
            context = _heading(context, node.attr("aria-level") or "2")
    return Frame(node, tag, around, builder.count, context, False), leave_box, None


def leave_box(builder: Builder, _frame: Frame, _stretch: Stretch | None) -> None:
    """The block element ends, and the last block in it."""
    draft = builder.draft
    if draft.low is not None or draft.stretches:
        builder.end_block()


def enter_flow(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A block element whose text is one flow of words."""
    entered = enter_box(builder, node, tag, around)
    entered[0].flowing = True
    return entered


def enter_page(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """The body. Some pages hide it until a script shows it, and then nobody could read anything else."""
    builder.count += 1
    return Frame(node, tag, around, builder.count, around.context, False), leave_box, None


def enter_plain(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A block element whose text is a paragraph whatever it stands in: captions, cells, terms."""
    entered = enter_flow(builder, node, tag, around)
    frame = entered[0]
    frame.context = frame.context.of_kind("paragraph")
    frame.flowing = tag in ("figcaption", "caption", "dt")
    return entered


def enter_soft(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A block of its own, but inline within a sentence: buttons, labels, elements that sites define."""
    if not around.flowing:
        return enter_box(builder, node, tag, around)
    builder.draft.space()
    frame, leave, stretch = enter_inline(builder, node, tag, around)
    return frame, _leave_soft if leave is leave_inline else leave, stretch


def _leave_soft(builder: Builder, frame: Frame, stretch: Stretch | None) -> None:
    leave_inline(builder, frame, stretch)
    builder.draft.space()


def enter_dialog(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A dialog shows when it is open."""
    entered = enter_box(builder, node, tag, around)
    if node.attr("open") is None:
        entered[0].context = entered[0].context.out_of_sight()
    return entered


def enter_spare(builder: Builder, node: Node, tag: str, around: Frame) -> Entered | None:
    """What browsers with scripts don't show."""
    return enter_box(builder, node, tag, around) if builder.spare else None


def enter_heading(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A heading."""
    entered = enter_flow(builder, node, tag, around)
    entered[0].context = _heading(entered[0].context, tag[1])
    return entered


def _heading(context: Context, level: str) -> Context:
    return context.of_kind("heading", int(level) if level in _LEVELS else 6)


_LEVELS: Final = ("1", "2", "3", "4", "5", "6")


def enter_list(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A list."""
    entered = enter_box(builder, node, tag, around)
    frame = entered[0]
    kind, level, hidden, item, outer = frame.context
    first, step = None, 1
    if tag == "ol":
        start = _number(node.attr("start"))
        first, step = 1 if start is None else start, -1 if node.attr("reversed") is not None else 1
    listing = Listing(outer.depth + 1 if outer else 1, first, step)
    frame.context = Context(kind, level, hidden, item, listing)
    return entered


def enter_item(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A list item."""
    entered = enter_box(builder, node, tag, around)
    frame = entered[0]
    _, _, hidden, _, listing = frame.context
    level, marker = 1, "-"
    if listing is not None:
        if listing.following is not None:
            value = _number(node.attr("value"))
            listing.following = listing.following if value is None else value
        level, marker = listing.depth, listing.marker()
    frame.context = Context("list_item", level, hidden, Item(marker), listing)
    return entered


def enter_quote(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A quotation, or a post from elsewhere."""
    entered = enter_box(builder, node, tag, around)
    entered[0].context = entered[0].context.of_kind("quote")
    return entered


def enter_code(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """Preformatted text."""
    entered = enter_flow(builder, node, tag, around)
    entered[0].context = entered[0].context.of_kind("code")
    return entered


def enter_row(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A table row."""
    frame = enter_box(builder, node, tag, around)[0]
    builder.rows.append([])
    return frame, _leave_row, None


def _leave_row(builder: Builder, frame: Frame, _stretch: Stretch | None) -> None:
    builder.end_block()
    close_row(frame, builder.rows.pop(), builder.blocks)


def enter_cell(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A table cell."""
    entered = enter_plain(builder, node, tag, around)
    if around.tag == "tr":
        builder.rows[-1].append(len(builder.blocks))
    return entered


def pass_rule(builder: Builder, _node: Node, _tag: str, _around: Frame) -> None:
    """A line across."""
    builder.end_block()


def _number(value: str | None) -> int | None:
    found = _NUMBER.match(value.strip()) if value else None
    return int(found[0]) if found else None


def _of(enter: Enter, tags: str) -> dict[str, Enter]:
    return dict.fromkeys(tags.split(), enter)


#: What to do at each block element.
BOXES: Final[dict[str, Enter]] = {
    **_of(
        enter_box,
        "html div article section main aside nav header footer hgroup figure address center details fieldset "
        "form frameset legend optgroup option search table tbody thead tfoot dl marquee",
    ),
    **_of(enter_flow, "p summary"),
    **_of(enter_plain, "figcaption caption dt dd"),
    **_of(enter_soft, "button label output meter progress"),
    **_of(enter_heading, "h1 h2 h3 h4 h5 h6"),
    **_of(enter_list, "ul ol menu dir"),
    **_of(enter_code, "pre listing xmp plaintext"),
    **_of(enter_cell, "td th"),
    "body": enter_page,
    "noscript": enter_spare,
    "dialog": enter_dialog,
    "li": enter_item,
    "blockquote": enter_quote,
    "tr": enter_row,
    "hr": pass_rule,
}
