"""Texts to learn from where lines begin: pages as text, whose line breaks are known, with these taken out."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy.bench.renderers import renderer
from bodycopy.read.plain import read_plain
from bodycopy.read.words import WORD, ends_sentence
from bodycopy.train.corpora import Page
from bodycopy.train.samples import ALONE, site_name
from bodycopy.train.targets import MOSTLY, targets

#: bs4's rendering breaks paragraphs at their links: it can't say where lines begin.
RENDERED: Final = ("inscriptis", "html_text")
#: Longer texts would count more than all others.
LONGEST: Final = 60_000
#: How much more it costs to break an article's sentence than to miss a break.
ARTICLE: Final = 4.0


class Words(NamedTuple):
    """A text without its line breaks. `begins` says which words begin a line (1 or 0), `costs` how much it
    costs to be wrong of each: nothing behind a stop, where a line may always begin. `kind` says how the text
    was made."""

    corpus: str
    site: str
    kind: str
    words: list[str]
    begins: NDArray[np.float32]
    costs: NDArray[np.float32]


def read_words(page: Page) -> Iterator[Words]:
    """The texts of `page`: renderings, and the gold text alone where there is one."""
    for kind in RENDERED:
        yield from _words(page, kind, renderer(kind)(page.html), page.gold or "")
    if page.gold is not None:
        yield from _words(page, ALONE, page.gold, page.gold)


def _words(page: Page, kind: str, text: str, gold: str) -> Iterator[Words]:
    if "\n" not in text.strip():  # nobody knows where its lines began
        return
    blocks = [block.text for block in read_plain(text).blocks]
    if not blocks or sum(map(len, blocks)) > LONGEST:
        return
    shares = [1.0] * len(blocks) if kind == ALONE else targets(blocks, gold)
    parts = [WORD.findall(block) for block in blocks]
    words = [word for part in parts for word in part]
    begins = np.zeros(len(words), np.float32)
    begins[np.cumsum([0, *map(len, parts[:-1])])] = 1.0
    own = np.repeat(np.array(shares) >= MOSTLY, [len(part) for part in parts])
    costs = np.where(own & (begins == 0.0), ARTICLE, 1.0).astype(np.float32)
    costs[0] = 0.0
    costs[1:][[ends_sentence(word) for word in words[:-1]]] = 0.0
    yield Words(page.corpus, site_name(page), kind, words, begins, costs)
