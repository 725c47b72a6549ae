"""The elements around the place where the walk stands."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

import turbohtml

from bodycopy.document import Element, Kind

MAX_CUES: Final = 12
_WORD: Final = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
#: Characters of a class or id that are looked at.
_CUE_CHARACTERS: Final = 400

_NO_NAMES: Final = (None, None, None, None)


class Listing:
    """A list: how deep it stands in others, and how its items are marked."""

    __slots__ = ("depth", "following", "step")

    def __init__(self, depth: int, following: int | None, step: int) -> None:
        self.depth = depth
        self.following = following
        """The number of the item that comes next; None where items have no numbers."""
        self.step = step

    def marker(self) -> str:
        """What stands before the next item."""
        if self.following is None:
            return "-"
        self.following += self.step
        return f"{self.following - self.step}."


class Item:
    """A list item. Its first block takes the marker."""

    __slots__ = ("marker",)

    def __init__(self, marker: str | None) -> None:
        self.marker = marker

    def take(self) -> str | None:
        """The marker, once."""
        marker, self.marker = self.marker, None
        return marker


class Context(NamedTuple):
    """What blocks take from the elements around them."""

    kind: Kind = "paragraph"
    level: int = 0
    hidden: bool = False
    item: Item | None = None
    listing: Listing | None = None

    def of_kind(self, kind: Kind, level: int = 0) -> "Context":
        """The same for blocks of another kind, which are no items."""
        return Context(kind, level, self.hidden, None, self.listing)

    def out_of_sight(self) -> "Context":
        """The same for blocks that a browser would not show."""
        return Context(self.kind, self.level, True, self.item, self.listing)


class Frame:
    """An element that the walk is in. `flowing` says that its text is one flow of words, in which even
    buttons and labels are inline."""

    __slots__ = ("_element", "context", "depth", "flowing", "node", "number", "parent", "tag")

    def __init__(
        self,
        node: turbohtml.Element,
        tag: str,
        parent: "Frame | None",
        number: int,
        context: Context,
        flowing: bool,
    ) -> None:
        self.node = node
        self.tag = tag
        self.parent = parent
        self.number = number
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.context = context
        self.flowing = flowing
        self._element: Element | None = None

    def element(self) -> Element:
        """The element as blocks name it: one object, however many blocks it has."""
        if self._element is not None:
            return self._element
        missing = [self]
        parent = self.parent
        while parent is not None and parent._element is None:
            missing.append(parent)
            parent = parent.parent
        element = parent._element if parent is not None else None
        while missing:
            frame = missing.pop()
            attr = frame.node.attr
            names = attr("class"), attr("id"), attr("role"), attr("itemprop")
            cues = () if names == _NO_NAMES else cue_words(*names)
            element = frame._element = Element(frame.tag, cues, element, frame.number, frame.depth)
        assert element is not None
        return element


@lru_cache(1 << 14)
def cue_words(*values: str | None) -> tuple[str, ...]:
    """The words in names that a page's makers gave: "BodyText", "body-text" and "body_text" are two words."""
    text = " ".join([value[:_CUE_CHARACTERS] for value in values if value])
    return tuple(dict.fromkeys([word.lower() for word in _WORD.findall(text)]))[:MAX_CUES]
