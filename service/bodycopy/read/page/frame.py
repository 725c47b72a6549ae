"""The elements around the place where the walk stands."""

import re
from functools import lru_cache
from typing import Final

import turbohtml

from bodycopy.document import Element, Kind

MAX_CUES: Final = 12
_WORD: Final = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_CUE_CHARACTERS: Final = 400


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


class Frame:
    """An element that the walk is in, and what its blocks take from it and from those around it."""

    __slots__ = (
        "_element",
        "cells",
        "depth",
        "flowing",
        "hidden",
        "item",
        "kind",
        "level",
        "listing",
        "node",
        "number",
        "parent",
        "tag",
    )

    def __init__(self, node: turbohtml.Element, tag: str, parent: "Frame", number: int) -> None:
        self.node = node
        self.tag = tag
        self.parent: Frame | None = parent
        self.number = number
        self.depth = parent.depth + 1
        self.kind: Kind = parent.kind
        self.level = parent.level
        self.hidden = parent.hidden
        self.flowing = parent.flowing
        self.item = parent.item
        self.listing = parent.listing
        self.cells: list[int] | None = None
        self._element: Element | None = None

    @classmethod
    def root(cls, node: turbohtml.Element) -> "Frame":
        """The frame of the page's outermost element."""
        frame = object.__new__(cls)
        frame.node, frame.tag, frame.parent = node, node.tag, None
        frame.number = frame.depth = frame.level = 0
        frame.kind, frame.hidden, frame.flowing = "paragraph", False, False
        frame.item = frame.listing = frame.cells = frame._element = None
        return frame

    def element(self) -> Element:
        """The element as blocks name it: one object, however many blocks it has."""
        missing = []
        frame: Frame | None = self
        while frame is not None and frame._element is None:
            missing.append(frame)
            frame = frame.parent
        element = frame._element if frame is not None else None
        for frame in reversed(missing):
            element = frame._element = Element(
                frame.tag, _cues(frame.node), element, frame.number, frame.depth
            )
        assert element is not None
        return element


def _cues(node: turbohtml.Element) -> tuple[str, ...]:
    attr = node.attr
    return cue_words(attr("class"), attr("id"), attr("role"), attr("itemprop"))


@lru_cache(1 << 14)
def cue_words(*values: str | None) -> tuple[str, ...]:
    """The words in names that a page's makers gave: "BodyText", "body-text" and "body_text" are two words."""
    text = " ".join([value[:_CUE_CHARACTERS] for value in values if value])
    return tuple(dict.fromkeys(word.lower() for word in _WORD.findall(text)))[:MAX_CUES]
