"""One walk over the nodes of a page, from its first to its last."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

import turbohtml
from turbohtml import Element, Text

from bodycopy.read.page.boxes import BOXES, enter_soft
from bodycopy.read.page.builder import Builder, Enter, Entered, Leave
from bodycopy.read.page.draft import Stretch
from bodycopy.read.page.frame import Context, Frame
from bodycopy.read.page.inline import INLINE, enter_inline

_ENTER: Final[dict[str, Enter]] = {**BOXES, **INLINE}


def walk(root: Element, builder: Builder, *, shadows: bool) -> None:
    """Gives `builder` all that is in `root`; `shadows` says that trees may lie over elements."""
    known = _ENTER.get
    frame = Frame(root, root.tag, None, 0, Context(), False)
    leave: Leave | None = None
    stretch: Stretch | None = None
    nodes: Iterator[turbohtml.Node] = iter(root.children)
    stack: list[tuple[Iterator[turbohtml.Node], Frame, Leave | None, Stretch | None]] = []
    while True:
        for node in nodes:
            if type(node) is Text:
                data = node.data
                if not data.isspace() or frame.context.kind == "code":
                    builder.draft.add(data, frame)
                else:
                    draft = builder.draft
                    if draft.low is not None:
                        draft.parts.append(" ")
            elif type(node) is Element:
                tag = node.tag
                entered = (known(tag) or _enter_unknown)(builder, node, tag, frame)
                if entered is not None:
                    stack.append((nodes, frame, leave, stretch))
                    frame, leave, stretch = entered
                    nodes = _children(node) if shadows else iter(node.children)
                    break
        else:
            if leave is not None:
                leave(builder, frame, stretch)
            if not stack:
                break
            nodes, frame, leave, stretch = stack.pop()
    builder.end_block()


def _enter_unknown(builder: Builder, node: Element, tag: str, around: Frame) -> Entered:
    return (enter_soft if "-" in tag else enter_inline)(builder, node, tag, around)


def _children(node: Element) -> Iterator[turbohtml.Node]:
    shadow = node.shadow_root
    return iter(node.children) if shadow is None else chain(shadow.children, node.children)
