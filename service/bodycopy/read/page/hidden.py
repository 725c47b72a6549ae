"""What a browser would not show."""

import re
from typing import Final

import turbohtml

#: Class names under which the common style sheets keep text for screen readers alone.
SCREEN_READER: Final = frozenset(
    {
        "sr-only", "visually-hidden", "visuallyhidden", "visually_hidden", "screen-reader-text",
        "screen-reader", "screenreader-text", "screenreader", "u-visually-hidden", "a11y-hidden", "offscreen",
        "show-for-sr", "element-invisible",
    }
)  # fmt: skip
_STYLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_AS_BLOCK: Final = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)


def is_hidden(node: turbohtml.Element) -> bool:
    """Whether the element's own attributes hide it from sight."""
    attr = node.attr
    style = attr("style")
    if style and _STYLE.search(style):
        return True
    if attr("hidden") is not None:
        return True
    names = attr("class")
    return bool(names) and not SCREEN_READER.isdisjoint(names.split())


def is_withheld(node: turbohtml.Element) -> bool:
    """Whether the element is marked as not there for those who can't see the page."""
    return node.attr("aria-hidden") == "true"


def shows_as_block(node: turbohtml.Element) -> bool:
    """Whether an inline element's own style makes it a block."""
    style = node.attr("style")
    return bool(style) and _AS_BLOCK.search(style) is not None
