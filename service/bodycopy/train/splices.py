"""Hard examples made on purpose: articles in another page's furniture, with other pages' cards and boxes
between their paragraphs."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bodycopy.document import Block

#: From this share of its words in the gold on a block is the article's.
MOSTLY: Final = 0.5
#: Cards are the headline of another article with its first sentences, so many words of it.
CARD_WORDS: Final = 40
MOST_CARDS: Final = 6
#: A line that stands between all paragraphs ("Article content", "Advertisement") has so many words at most.
RECURRING_WORDS: Final = 4
#: A box is a run of a page's junk of so many blocks at most.
BOX_BLOCKS: Final = 14
#: So many paragraphs of so many words stand behind the last box of an article at most.
MOST_BEHIND: Final = 3
PARAGRAPH_WORDS: Final = 8
#: Of the furniture on either side so many lines at most are copied with an article.
MOST_COPIED: Final = 12


Pairs = list[tuple[Block, float]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The blocks of a page, for each the share of its words that are the article's, and the page's title.
    `openers` are the indexes of those with which a box begins: rules are certain of it."""

    blocks: Sequence[Block]
    shares: Sequence[float]
    title: str
    openers: Sequence[int] = ()

    def span(self) -> tuple[int, int]:
        """Where the article begins and where it ends; (0, 0) where there is none."""
        own = [index for index, share in enumerate(self.shares) if share >= MOSTLY]
        return (own[0], own[-1] + 1) if own else (0, 0)

    def box(self, chance: random.Random) -> Pairs:
        """One of the page's boxes, or the beginning of it."""
        if not self.openers:
            return []
        at = chance.choice(self.openers)
        behind = at + 1
        most = min(len(self.blocks), at + chance.randint(1, BOX_BLOCKS))
        while behind < most and self.shares[behind] < MOSTLY:
            behind += 1
        return [(block, 0.0) for block in self.blocks[at:behind]]

    def junk(self) -> list[Block]:
        """The blocks between, before and after the article's."""
        return [block for block, share in zip(self.blocks, self.shares, strict=True) if share < MOSTLY]


def splice(page: Labelled, others: Sequence[Labelled], chance: random.Random) -> Labelled:
    """`page` with a random choice of changes: furniture of the first of `others` instead of its own, boxes
    of the second's junk and cards of all of them between and after its paragraphs, one short line between
    all paragraphs."""
    begin, end = page.span()
    article = list(zip(page.blocks, page.shares, strict=True))[begin:end]
    head, tail = _furniture(page) if chance.random() < 0.4 else _furniture(others[0])
    if chance.random() < 0.7:
        head = [*head, (Block(page.title), 0.0)] if page.title else head
    if chance.random() < 0.5:
        article = _with_boxes(article, others[1].junk(), chance)
    cards = [card for other in others for card in _card(other, chance)]
    if chance.random() < 0.4:
        article = _between(article, [[pair] for pair in cards[: chance.randint(1, 4)]], chance)
    if chance.random() < 0.4:
        tail = cards[: chance.randint(2, 2 * MOST_CARDS)] + tail
    if chance.random() < 0.15:
        article = _recurring(article, others[0].junk(), chance)
    pairs = [*head, *article, *tail]
    return Labelled([block for block, _ in pairs], [share for _, share in pairs], page.title)


def copied(page: Labelled, others: Sequence[Labelled], chance: random.Random) -> Labelled:
    """`page` as somebody copied it: with little of its furniture, or of that of the first of `others`, and
    boxes of the others between its paragraphs, one of them before the last few: what follows a box need not
    be the page's foot."""
    begin, end = page.span()
    paragraphs = [
        index
        for index in range(begin, end)
        if page.shares[index] >= MOSTLY and len(page.blocks[index].text.split()) >= PARAGRAPH_WORDS
    ]
    if len(paragraphs) <= MOST_BEHIND:
        return page
    at = paragraphs[-chance.randint(1, MOST_BEHIND)]
    if chance.random() < 0.3:
        begin = chance.choice([index for index in paragraphs if index < at])
    pairs = list(zip(page.blocks, page.shares, strict=True))
    before, behind = pairs[begin:at], pairs[at:end]
    boxes = [other.box(chance) for other in others[2 : 2 + chance.randint(0, 2)]]
    last = next((box for box in (other.box(chance) for other in others) if box), [])
    head, tail = _furniture(page) if chance.random() < 0.7 else _furniture(others[0])
    head = head[len(head) - chance.randint(0, min(len(head), MOST_COPIED)) :]
    tail = tail[: chance.randint(0, MOST_COPIED)]
    pairs = [*head, *_between(before, boxes, chance), *last, *behind, *tail]
    return Labelled([block for block, _ in pairs], [share for _, share in pairs], page.title)


def _furniture(page: Labelled) -> tuple[Pairs, Pairs]:
    begin, end = page.span()
    return [(block, 0.0) for block in page.blocks[:begin]], [(block, 0.0) for block in page.blocks[end:]]


def _card(page: Labelled, chance: random.Random) -> Pairs:
    begin, end = page.span()
    lead = next((block.text for block in page.blocks[begin:end] if len(block.text.split()) > 10), "")
    words = lead.split()[: chance.randint(CARD_WORDS // 3, CARD_WORDS)]
    text = " ".join(words)
    if len(lead.split()) > len(words) and chance.random() < 0.5:
        text += chance.choice(("…", "...", " ..."))
    return [(Block(line), 0.0) for line in (page.title, text) if line and chance.random() < 0.8]


def _with_boxes(article: Pairs, junk: Sequence[Block], chance: random.Random) -> Pairs:
    boxes = []
    for _ in range(chance.randint(1, 4)):
        if junk:
            at = chance.randrange(len(junk))
            boxes.append([(block, 0.0) for block in junk[at : at + chance.randint(1, BOX_BLOCKS)]])
    return _between(article, boxes, chance)


def _between(article: Pairs, parts: Sequence[Pairs], chance: random.Random) -> Pairs:
    found = list(article)
    for part in parts:
        at = chance.randint(0, len(found))
        found[at:at] = part
    return found


def _recurring(article: Pairs, junk: Sequence[Block], chance: random.Random) -> Pairs:
    short = [block for block in junk if len(block.text.split()) <= RECURRING_WORDS]
    if not short:
        return article
    line, every = chance.choice(short), chance.randint(1, 3)
    found: Pairs = []
    for number, pair in enumerate(article):
        found.append(pair)
        if number % every == 0:
            found.append((line, 0.0))
    return found
