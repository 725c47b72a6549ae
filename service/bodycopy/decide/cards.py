"""Teaser cards: the boxes of a page that each lead to another one of its site."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from bodycopy.decide.tree import Tree
from bodycopy.document import Block, Element, Markup
from bodycopy.folding import count_words

#: Shorter links are menu items.
HEADLINE_WORDS: Final = 4
LINKED: Final = 0.7
#: Unlinked words of a card: a teaser's summary, no article.
CARD_WORDS: Final = 60
#: Cards that look alike make a family from here on.
FAMILY: Final = 4
#: Elements between a card and its headline.
MAX_CLIMB: Final = 6
_MENUS: Final = frozenset(("nav", "footer"))
#: An element leads to several pages.
_SEVERAL: Final = "*"


class Cards:
    """The teaser cards among `blocks`, all of which carry markup, of the page at `url`: `inside` are the
    indexes of the blocks that stand in one, `links` is how many pages they lead to."""

    def __init__(self, blocks: Sequence[Block], url: str | None) -> None:
        marks = [block.markup for block in blocks if block.markup is not None]
        tree = Tree([mark.element for mark in marks])
        host = _own_host(blocks, url)
        menu = _within(tree, {at for at, element in enumerate(tree.elements) if element.tag in _MENUS})
        leads: list[str | None] = [None] * len(tree.elements)
        unlinked = [0] * len(tree.elements)
        heads: dict[int, str] = {}
        for block, mark, place in zip(blocks, marks, tree.places, strict=True):
            words = count_words(block.text)
            unlinked[place] += round(words * (1.0 - mark.link_density))
            target = _target(block, host) if _is_headline(mark, words) and not menu[place] else None
            if target:
                heads[place] = target
                leads[place] = _joined(leads[place], target)
        for at in range(len(tree.elements) - 1, 0, -1):
            parent = tree.parents[at]
            if parent >= 0:
                unlinked[parent] += unlinked[at]
                leads[parent] = _joined(leads[parent], leads[at])
        families: dict[tuple[object, ...], dict[int, str]] = defaultdict(dict)
        for place, target in heads.items():
            box = place
            for _ in range(MAX_CLIMB):
                parent = tree.parents[box]
                if parent < 0 or leads[parent] == _SEVERAL or unlinked[parent] > CARD_WORDS:
                    break
                box = parent
            element = tree.elements[box]
            families[element.tag, element.depth, _looks(element)][box] = target
        cards = {
            box: to for family in families.values() if len(family) >= FAMILY for box, to in family.items()
        }
        self.links = len(set(cards.values()))
        carded = _within(tree, set(cards))
        self.inside = frozenset(index for index, place in enumerate(tree.places) if carded[place])


def _within(tree: Tree, places: set[int]) -> list[bool]:
    """For each element whether it is one of `places` or stands in one."""
    found: list[bool] = []
    for at, parent in enumerate(tree.parents):
        found.append(at in places or (parent >= 0 and found[parent]))
    return found


def _joined(one: str | None, other: str | None) -> str | None:
    if one is None or other is None or one == other:
        return one or other
    return _SEVERAL


def _is_headline(mark: Markup, words: int) -> bool:
    return mark.link_density >= LINKED and words >= HEADLINE_WORDS and not mark.hidden


def _looks(box: Element) -> tuple[str, ...]:
    """What the cards of a family have in common: their own first name, or their parents'. Other names may
    tell the card's topic."""
    return box.cues[:1] or (box.parent.cues[:1] if box.parent else ())


def _target(block: Block, host: str) -> str | None:
    """The page of the same site that the block leads to."""
    for inline in block.inlines:
        if inline.kind == "link" and inline.target:
            target = inline.target.partition("#")[0]
            if target and not target.startswith(("javascript:", "mailto:")) and _host(target) in ("", host):
                return target
    return None


def _own_host(blocks: Sequence[Block], url: str | None) -> str:
    """The site's host: the url's, or the one that most links lead to."""
    if url and (host := _host(url)):
        return host
    links = (inline for block in blocks for inline in block.inlines if inline.kind == "link")
    hosts = Counter(_host(inline.target) for inline in links if inline.target)
    del hosts[""]
    return max(hosts, key=lambda host: (hosts[host], host), default="")


def _host(target: str) -> str:
    if "//" not in target[:10]:
        return ""
    try:
        return (urlsplit(target).hostname or "").removeprefix("www.")
    except ValueError:
        return "?"
