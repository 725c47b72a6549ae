"""Teaser cards: the boxes of a page that each lead to another one of its site."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from bodycopy.document import Block, Element
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


class Cards:
    """The teaser cards among `blocks` of the page at `url`: `inside` are the indexes of the blocks that stand
    in one, `links` is how many pages they lead to."""

    def __init__(self, blocks: Sequence[Block], url: str | None) -> None:
        host = _own_host(blocks, url)
        heads: dict[int, str] = {}
        targets: dict[Element, set[str]] = defaultdict(set)
        unlinked: Counter[Element] = Counter()
        for index, block in enumerate(blocks):
            markup = block.markup
            if markup is None:
                continue
            words = count_words(block.text)
            around = _upwards(markup.element)
            plain = round(words * (1.0 - markup.link_density))
            target = (
                _target(block, host) if markup.link_density >= LINKED and words >= HEADLINE_WORDS else None
            )
            if target and not markup.hidden and not any(one.tag in _MENUS for one in around):
                heads[index] = target
            for element in around:
                unlinked[element] += plain
                if index in heads:
                    targets[element].add(heads[index])
        boxes: dict[Element, str] = {}
        for index, target in heads.items():
            markup = blocks[index].markup
            assert markup is not None
            boxes[_box(markup.element, targets, unlinked)] = target
        families: dict[tuple[object, ...], list[Element]] = defaultdict(list)
        for box in boxes:
            families[box.tag, box.depth, _looks(box)].append(box)
        cards = {box for family in families.values() if len(family) >= FAMILY for box in family}
        self.links = len({boxes[box] for box in cards})
        self.inside = frozenset(
            index
            for index, block in enumerate(blocks)
            if block.markup is not None and any(one in cards for one in _upwards(block.markup.element))
        )


def _upwards(element: Element) -> list[Element]:
    found = []
    up: Element | None = element
    while up is not None:
        found.append(up)
        up = up.parent
    return found


def _looks(box: Element) -> tuple[str, ...]:
    """What the cards of a family have in common: their parents' names, or their own first one. Others may
    tell the card's topic."""
    return box.cues[:1] or (box.parent.cues[:1] if box.parent else ())


def _box(element: Element, targets: dict[Element, set[str]], unlinked: Counter[Element]) -> Element:
    """The largest element around a headline that leads nowhere else and holds no more than a teaser."""
    box = element
    for _ in range(MAX_CLIMB):
        parent = box.parent
        if parent is None or len(targets[parent]) > 1 or unlinked[parent] > CARD_WORDS:
            break
        box = parent
    return box


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
    hosts = Counter(
        _host(inline.target)
        for block in blocks
        for inline in block.inlines
        if inline.kind == "link" and inline.target
    )
    del hosts[""]
    return max(hosts, key=lambda host: (hosts[host], host), default="")


def _host(target: str) -> str:
    if "//" not in target[:10]:
        return ""
    try:
        return (urlsplit(target).hostname or "").removeprefix("www.")
    except ValueError:
        return "?"
