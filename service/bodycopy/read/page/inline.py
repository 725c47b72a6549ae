"""Inline elements: what they hold goes on in the block that was begun."""

from typing import Final

from turbohtml import Element as Node

from bodycopy.document import InlineKind
from bodycopy.elements import INLINE_TAGS
from bodycopy.read.page.builder import Builder, Enter, Entered
from bodycopy.read.page.draft import Stretch
from bodycopy.read.page.frame import Frame
from bodycopy.read.page.hidden import hides, is_withheld, shows_as_block

_KINDS: Final[dict[str, InlineKind]] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}


def enter_inline(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """An inline element that may say what its text is: a time, a name, a credit."""
    context = around.context
    if node in builder.marked:
        if hides(node):
            return enter_aside(builder, node, tag, around)
        if is_withheld(node):
            context = context.out_of_sight()
        if shows_as_block(node) and not around.flowing:
            builder.end_block()
    builder.draft.meet(link=False)
    builder.count += 1
    return Frame(node, tag, around, builder.count, context, around.flowing), leave_inline, None


def leave_inline(builder: Builder, frame: Frame, stretch: Stretch | None) -> None:
    """The inline element ends, and the link that it is."""
    draft = builder.draft
    draft.part(stretch is not None, frame.depth - 1)
    if stretch is not None:
        draft.finish(stretch)


def enter_link(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """A link, or an anchor."""
    target = node.attr("href")
    if target is None or node in builder.marked:
        entered = enter_inline(builder, node, tag, around)
        if target is None or entered[1] is not leave_inline:
            return entered
        return entered[0], leave_inline, builder.draft.begin("link", builder.address(target))
    draft = builder.draft
    draft.meet(link=True)
    builder.count += 1
    frame = Frame(node, tag, around, builder.count, around.context, around.flowing)
    return frame, leave_inline, draft.begin("link", builder.address(target))


def enter_format(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """An inline element that says how its text looks, and nothing of what it is."""
    if node in builder.marked and hides(node):
        return enter_aside(builder, node, tag, around)
    kind = _KINDS.get(tag)
    draft = builder.draft
    if kind == "strong":
        draft.joint = len(draft.parts)
    stretch = draft.begin(kind, None) if kind else None
    return around, _leave_format if stretch else None, stretch


def _leave_format(builder: Builder, _frame: Frame, stretch: Stretch | None) -> None:
    if stretch is not None:
        builder.draft.finish(stretch)


def enter_quotation(builder: Builder, _node: Node, _tag: str, around: Frame) -> Entered:
    """A browser puts quotation marks around it."""
    builder.draft.add("“", around)
    return around, _leave_quotation, None


def _leave_quotation(builder: Builder, frame: Frame, _stretch: Stretch | None) -> None:
    builder.draft.add("”", frame)


def enter_aside(builder: Builder, node: Node, tag: str, around: Frame) -> Entered:
    """Hidden text within a block becomes a block of its own, and the block goes on behind it."""
    builder.interrupt()
    builder.count += 1
    context = around.context.out_of_sight()
    return Frame(node, tag, around, builder.count, context, False), _leave_aside, None


def _leave_aside(builder: Builder, _frame: Frame, _stretch: Stretch | None) -> None:
    builder.resume()


def pass_break(builder: Builder, _node: Node, _tag: str, _around: Frame) -> None:
    """A line break."""
    builder.draft.line_break()


def pass_field(builder: Builder, _node: Node, _tag: str, _around: Frame) -> None:
    """Shows no text, but stands between words."""
    builder.draft.space()


def pass_image(builder: Builder, node: Node, _tag: str, around: Frame) -> None:
    """An image within a text."""
    if builder.draft.low is not None or around.flowing:
        builder.draft.image(builder.address(node.attr("src") or node.attr("data-src") or ""))


def pass_by(builder: Builder, _node: Node, _tag: str, _around: Frame) -> None:
    """No browser shows its text."""


def _of(enter: Enter, tags: str) -> dict[str, Enter]:
    return dict.fromkeys(tags.split(), enter)


#: What to do at each inline element.
INLINE: Final[dict[str, Enter]] = {
    **dict.fromkeys(INLINE_TAGS, enter_inline),
    **_of(
        enter_format,
        "b strong i em u s strike del ins big tt code kbd samp var mark font sup sub bdi bdo nobr",
    ),
    **_of(
        pass_by,
        "head title meta link base basefont bgsound style script template noframes noembed frame iframe svg "
        "canvas audio video source track embed param area col colgroup textarea datalist annotation "
        "annotation-xml wbr",
    ),
    "a": enter_link,
    "q": enter_quotation,
    "select": enter_aside,
    "br": pass_break,
    "input": pass_field,
    "keygen": pass_field,
    "img": pass_image,
}
