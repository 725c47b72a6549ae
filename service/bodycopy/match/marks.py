"""Conditions on the markup of a block: its element, those around it, its links, whether it is in sight."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bodycopy.document import Block, Element
from bodycopy.elements import INLINE_TAGS, WHOLE_TAGS
from bodycopy.rules.model import Neighbour
from bodycopy.rules.selectors import Selector, parse_selector

NOTHING: Final[frozenset[int]] = frozenset()


class MarkupTest(NamedTuple):
    """Compiled conditions on the markup of one block. Of each of `groups` one mark must be found."""

    groups: tuple[frozenset[int], ...]
    least: float
    most: float
    hidden: bool | None

    def holds(self, block: Block, marks: frozenset[int]) -> bool:
        """Whether all conditions hold for `block`, which has these marks. Never true of plain text."""
        markup = block.markup
        return (
            markup is not None
            and all(not group.isdisjoint(marks) for group in self.groups)
            and self.least <= markup.link_density <= self.most
            and (self.hidden is None or self.hidden is markup.hidden)
        )


class Marks:
    """What the rules of a ruleset ask of elements, numbered; `find` says which of it holds for each block."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str | Selector], int] = {}
        self._tags: dict[str, int] = {}
        self._around: dict[str, list[int]] = {}
        """Numbers by the tag of an element."""
        self._worded: dict[str, list[tuple[Selector, int]]] = {}
        """Selectors, and their numbers, by one of their words."""

    def compile(self, conditions: Neighbour) -> MarkupTest | None:
        """The conditions on markup among `conditions`, or None where there are none."""
        groups = [
            frozenset(map(self._tag, conditions.tag)),
            frozenset(self._selector(Selector(tag, frozenset())) for tag in conditions.within),
            frozenset(self._selector(parse_selector(css)) for css in conditions.css),
        ]
        asked = tuple(group for group in groups if group)
        density, hidden = conditions.link_density, conditions.hidden
        if not asked and density is None and hidden is None:
            return None
        least, most = (density.min, density.max) if density else (0.0, 1.0)
        return MarkupTest(asked, least, most, hidden)

    def _tag(self, tag: str) -> int:
        number = self._numbers.setdefault(("tag", tag), len(self._numbers))
        self._tags[tag] = number
        return number

    def _selector(self, selector: Selector) -> int:
        known = self._numbers.get(("css", selector))
        if known is not None:
            return known
        number = self._numbers["css", selector] = len(self._numbers)
        if selector.words:
            self._worded.setdefault(max(selector.words, key=len), []).append((selector, number))
        elif selector.tag:
            self._around.setdefault(selector.tag, []).append(number)
        return number

    def find(self, blocks: Sequence[Block]) -> Sequence[frozenset[int]]:
        """For each block the numbers of what holds for its element."""
        if not self._numbers:
            return [NOTHING] * len(blocks)
        known: dict[Element, frozenset[int]] = {}
        found = []
        for block in blocks:
            marks = NOTHING
            if block.markup is not None:
                element = block.markup.element
                marks = known[element] if element in known else self._find_around(element, known)
                if self._tags:
                    marks = self._with_tags(element, marks)
            found.append(marks)
        return found

    def _find_around(self, element: Element, known: dict[Element, frozenset[int]]) -> frozenset[int]:
        """What holds for `element` or one around it; `known` takes what was found on the way."""
        missing = []
        around: Element | None = element
        while around is not None and around not in known:
            missing.append(around)
            around = around.parent
        marks = known[around] if around is not None else NOTHING
        for one in reversed(missing):
            own = self._find_own(one)
            if own:
                marks = marks.union(own)
            known[one] = marks
        return marks

    def _find_own(self, element: Element) -> list[int]:
        numbers = list(self._around.get(element.tag, ()))
        anything = element.tag not in WHOLE_TAGS
        for cue in element.cues:
            for selector, number in self._worded.get(cue, ()):
                named = selector.tag == element.tag
                if (named or (selector.tag is None and anything)) and selector.words.issubset(element.cues):
                    numbers.append(number)
        return numbers

    def _with_tags(self, element: Element, marks: frozenset[int]) -> frozenset[int]:
        """`marks`, and those for the tags from `element` to the nearest that is not inline."""
        around: Element | None = element
        while around is not None:
            number = self._tags.get(around.tag)
            if number is not None:
                marks = marks.union((number,))
            if around.tag not in INLINE_TAGS:
                break
            around = around.parent
        return marks
