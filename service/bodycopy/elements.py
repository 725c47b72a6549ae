"""What readers and rules both know of the elements of HTML."""

from typing import Final

#: Inline elements that a block's text may stand in as a whole; the nearest other one makes it a block.
INLINE_TAGS: Final = frozenset(
    {"a", "abbr", "acronym", "cite", "data", "dfn", "map", "math", "object", "picture"}
    | {"rb", "rp", "rt", "rtc", "ruby", "small", "span", "time"}
)
#: Elements whose classes speak of a whole page: what kind it is, what it has somewhere.
WHOLE_TAGS: Final = frozenset(["html", "body", "main", "article"])
