"""What the elements of HTML mean to a reader of the page."""

from enum import IntEnum
from typing import Final

from bodycopy.document import InlineKind


class Role(IntEnum):
    """How an element shapes the text in it."""

    INLINE = 0
    FORMAT = 1
    """Inline, and says nothing of what the text is about: no element of a block."""
    BLOCK = 2
    SOFT = 3
    """A block of its own, but inline within a sentence: buttons, labels, elements that sites define."""
    HEADING = 4
    LIST = 5
    ITEM = 6
    QUOTE = 7
    CODE = 8
    PLAIN = 9
    """A block whose text is a paragraph, whatever the block stands in."""
    ROW = 10
    CELL = 11
    BREAK = 12
    RULE = 13
    IMAGE = 14
    FIELD = 15
    """Shows no text, but stands between words."""
    LINK = 16
    CHOICES = 17
    """A drop-down list, shown only when a reader opens it."""
    SPARE = 18
    """Shown only where something else is not: noscript and its kin."""
    NOTHING = 19


def _table(**tags: str) -> dict[str, Role]:
    return {tag: Role[role] for role, names in tags.items() for tag in names.split()}


ROLES: Final = _table(
    INLINE="span abbr acronym cite time data dfn small ruby rb rtc rt rp map object picture math",
    FORMAT="b strong i em u s strike del ins big tt code kbd samp var mark font sup sub bdi bdo wbr nobr q",
    BLOCK=(
        "html body div p article section main aside nav header footer hgroup figure address center details "
        "dialog fieldset form frameset legend optgroup option search summary table tbody thead tfoot "
        "dl marquee"
    ),
    SOFT="button label output meter progress",
    HEADING="h1 h2 h3 h4 h5 h6",
    LIST="ul ol menu dir",
    ITEM="li",
    QUOTE="blockquote",
    CODE="pre listing xmp plaintext",
    PLAIN="figcaption caption dt dd",
    ROW="tr",
    CELL="td th",
    BREAK="br",
    RULE="hr",
    IMAGE="img",
    FIELD="input keygen",
    LINK="a",
    CHOICES="select",
    SPARE="noscript noframes noembed",
    NOTHING=(
        "frame head script style svg template iframe textarea audio video canvas embed param source track area base "
        "basefont bgsound col colgroup link meta title datalist annotation annotation-xml"
    ),
)

#: The elements whose text is one flow of words, in which buttons and labels are inline.
FLOWING: Final = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "summary", "dt"}
)
INLINE_KINDS: Final[dict[str, InlineKind]] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}


def role_of(tag: str) -> Role:
    """The role of an element that `ROLES` does not name."""
    return Role.SOFT if "-" in tag else Role.INLINE
