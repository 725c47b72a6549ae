"""What a browser would not show, as far as an element's own attributes tell."""

import re
from typing import Final

import turbohtml

#: Class names under which the common style sheets keep text for screen readers alone.
_SCREEN_READER: Final = frozenset(
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "show-for-sr", "element-invisible"]
)
_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AS_BLOCK: Final = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_MARKED: Final = ",".join(
    [
        '[hidden],[aria-hidden="true"],[style*="display" i],[style*="visibility" i],[role="heading"]',
        *[f".{name}" for name in sorted(_SCREEN_READER)],
    ]
)


def marked(page: turbohtml.Document) -> frozenset[turbohtml.Node]:
    """The elements whose attributes say how they show, all at once: far faster than asking each."""
    return frozenset(page.select(_MARKED))


def hides(node: turbohtml.Element) -> bool:
    """Whether the element keeps its text out of sight."""
    if node.attr("hidden") is not None or _STYLE.search(node.attr("style") or ""):
        return True
    return not _SCREEN_READER.isdisjoint((node.attr("class") or "").split())


def is_withheld(node: turbohtml.Element) -> bool:
    """Whether the element is marked as not there for those who can't see the page."""
    return node.attr("aria-hidden") == "true"


def shows_as_block(node: turbohtml.Element) -> bool:
    """Whether an inline element's own style makes it a block."""
    return _AS_BLOCK.search(node.attr("style") or "") is not None
