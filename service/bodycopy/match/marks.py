"""Conditions on the markup of a block: its element, those around it, its links, whether it is in sight."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bodycopy.document import Block, Element
from bodycopy.elements import INLINE_TAGS, WHOLE_TAGS
from bodycopy.rules.model import Neighbour
from bodycopy.rules.selectors import Selector, parse_selector

NOTHING: Final[frozenset[int]] = frozenset()
#: What stands among the numbers of marks for a block out of sight.
_HIDDEN: Final = ("hidden", "")
#: Elements of which it is remembered what holds for them: sites have few, and pages repeat them.
ELEMENTS_KEPT: Final = 1 << 14


class MarkupTest(NamedTuple):
    """Compiled conditions on the markup of one block. Of each of `groups` one mark must be found."""

    groups: tuple[frozenset[int], ...]
    least: float
    most: float
    in_sight: bool

    def finds(self, marks: frozenset[int]) -> bool:
        """Whether `marks` hold one of each group."""
        return all(not group.isdisjoint(marks) for group in self.groups)

    def holds(self, block: Block, marks: frozenset[int]) -> bool:
        """Whether all conditions hold for `block`, which has these marks. Never true of plain text."""
        markup = block.markup
        return (
            markup is not None
            and self.finds(marks)
            and self.least <= markup.link_density <= self.most
            and not (self.in_sight and markup.hidden)
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
        self._known: dict[tuple[str, tuple[str, ...]], frozenset[int]] = {}
        """What holds for elements with this tag and these cues."""

    def compile(self, conditions: Neighbour) -> MarkupTest | None:
        """The conditions on markup among `conditions`, or None where there are none."""
        groups = [
            frozenset(map(self._tag, conditions.tag)),
            frozenset(self._selector(Selector(tag, frozenset())) for tag in conditions.within),
            frozenset(self._selector(parse_selector(css)) for css in conditions.css),
        ]
        density, hidden = conditions.link_density, conditions.hidden
        if hidden:
            groups.append(frozenset([self._numbers.setdefault(_HIDDEN, len(self._numbers))]))
        asked = tuple(group for group in groups if group)
        if not asked and density is None and hidden is None:
            return None
        least, most = (density.min, density.max) if density else (0.0, 1.0)
        return MarkupTest(asked, least, most, in_sight=hidden is False)

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
        self._known = {}  # a new one: another thread may be filling the one before
        return number

    def find(self, blocks: Sequence[Block]) -> Sequence[frozenset[int]]:
        """For each block the numbers of what holds for its element."""
        if not self._numbers:
            return [NOTHING] * len(blocks)
        known: dict[Element, frozenset[int]] = {}
        hidden = self._numbers.get(_HIDDEN)
        found = []
        for block in blocks:
            marks = NOTHING
            markup = block.markup
            if markup is not None:
                element = markup.element
                marks = known[element] if element in known else self._find_around(element, known)
                if self._tags:
                    marks = self._with_tags(element, marks)
                if hidden is not None and markup.hidden:
                    marks = marks.union((hidden,))
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
        owns = self._known
        for one in reversed(missing):
            own = owns.get((one.tag, one.cues))
            if own is None:
                own = self._find_own(one, owns)
            if own:
                marks = marks.union(own)
            known[one] = marks
        return marks

    def _find_own(
        self, element: Element, known: dict[tuple[str, tuple[str, ...]], frozenset[int]]
    ) -> frozenset[int]:
        numbers = list(self._around.get(element.tag, ()))
        anything = element.tag not in WHOLE_TAGS
        for cue in element.cues:
            for selector, number in self._worded.get(cue, ()):
                named = selector.tag == element.tag
                if (named or (selector.tag is None and anything)) and selector.words.issubset(element.cues):
                    numbers.append(number)
        if len(known) >= ELEMENTS_KEPT:
            known.clear()
        found = known[element.tag, element.cues] = frozenset(numbers)
        return found

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
