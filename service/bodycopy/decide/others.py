"""A page with several articles: which blocks belong to those below the first."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from bodycopy.decide.judge import Judged
from bodycopy.decide.tree import Tree
from bodycopy.document import Document, Element, Hints
from bodycopy.facts.settled import TEXT
from bodycopy.facts.titles import fold
from bodycopy.facts.wordlist import words
from bodycopy.folding import count_words
from bodycopy.labels import KEPT
from bodycopy.shape import ends_like_sentence

#: Kept words that make an article of a box, and paragraphs that they stand in.
ARTICLE_WORDS: Final = 80
PARAGRAPHS: Final = 2
PARAGRAPH_WORDS: Final = 12
#: Unlinked words before the first article that make the page one article in parts.
INTRO_WORDS: Final = 25
#: So many blocks of a box are looked at for its headline: a kicker, a date, a picture's line may stand above.
HEAD: Final = 6
_NAMES: Final = words("article post entry hentry story blogpost newsarticle artikel")
#: Boxes of these names are parts of an article, or no articles.
_PARTS: Final = words(
    """
    comment comments reply replies answer answers question questions faq update updates liveblog live
    ticker review reviews step steps item slide slides recipe product products chapter section tweet forum
    topic thread
    """
)
_DATES: Final = frozenset(
    ("date", "published", "pubdate", "posted", "timestamp", "datum", "byline", "author", "autor", "dateline")
)


class _Article(NamedTuple):
    """A box with a headline of its own: `places` are the indexes of its blocks, `leads` where its headline
    links to."""

    places: list[int]
    headline: str
    level: int
    leads: str | None


def other_articles(document: Document, judged: Sequence[Judged]) -> list[int]:
    """The indexes of the blocks of all articles of the page but the first; empty where it has one only, or
    where that is not clear: parts of one article are no articles."""
    if len({_box_around(one) for one in judged if _is_headline(one)} - {None}) < 2:
        return []
    articles = [one for places in _boxes(judged) if (one := _article(judged, places))]
    if len(articles) < 2:
        return []
    first, *others = articles
    if _appended(document.hints, first):
        same = [one for one in others if one.level == first.level and not one.leads]
    elif _river(document.hints, judged, articles):
        same = others
    else:
        return []
    same = [one for one in same if fold(one.headline) != fold(first.headline)]
    return [place for one in same for place in one.places]


def _box_around(one: Judged) -> Element | None:
    """The nearest box of a block, whether it is an article's or not."""
    element = one.block.markup.element if one.block.markup else None
    while element is not None and not _is_box(element.tag, element.cues):
        element = element.parent
    return element


def _boxes(judged: Sequence[Judged]) -> list[list[int]]:
    """The boxes that may be articles beside others, each as the indexes of its blocks. A box that holds
    others is their list."""
    tree = Tree([one.block.markup.element for one in judged if one.block.markup is not None])
    nearest: list[int] = []
    parts: list[bool] = []
    lists: set[int] = set()
    for at, (element, parent) in enumerate(zip(tree.elements, tree.parents, strict=True)):
        around = nearest[parent] if parent >= 0 else -1
        tag, cues = element.tag, element.cues
        if _is_box(tag, cues):
            lists.add(around)
            around = at
        nearest.append(around)
        parts.append((parent >= 0 and parts[parent]) or _is_part(tag, cues))
    found: dict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(tree.places):
        if nearest[place] >= 0:
            found[nearest[place]].append(index)
    kinds = Counter((tree.elements[box].tag, tree.elements[box].depth) for box in found)
    return [
        places
        for box, places in found.items()
        if kinds[(element := tree.elements[box]).tag, element.depth] > 1
        and box not in lists
        and not parts[box]
    ]


@lru_cache(1 << 14)
def _is_box(tag: str, cues: tuple[str, ...]) -> bool:
    return tag == "article" or (tag in ("div", "section") and not _NAMES.isdisjoint(cues[:2]))


@lru_cache(1 << 14)
def _is_part(tag: str, cues: tuple[str, ...]) -> bool:
    return tag not in ("body", "html") and not _PARTS.isdisjoint(cues)


def _article(judged: Sequence[Judged], places: list[int]) -> _Article | None:
    """The article in the box with the blocks at `places`: a headline, then paragraphs, and who wrote it or
    when."""
    head = next((at for at in places[:HEAD] if _is_headline(judged[at])), None)
    if head is None:
        return None
    kept = [judged[at].block.text for at in places if at > head and judged[at].verdict.label in KEPT]
    counts = [count_words(text) for text in kept]
    paragraphs = sum(
        count >= PARAGRAPH_WORDS and ends_like_sentence(text)
        for count, text in zip(counts, kept, strict=True)
    )
    if sum(counts) < ARTICLE_WORDS or paragraphs < PARAGRAPHS or not any(_dates(judged[at]) for at in places):
        return None
    block = judged[head].block
    link = next((one.target for one in block.inlines if one.kind == "link" and one.target), None)
    leads = None if link is None or link.startswith("#") else link
    return _Article(places, block.text, block.level, leads)


def _is_headline(one: Judged) -> bool:
    return one.block.kind == "heading" and one.block.level <= 2


def _dates(one: Judged) -> bool:
    """Whether the block says who wrote it, or when."""
    if one.verdict.label in ("byline", "date"):
        return True
    element = one.block.markup.element if one.block.markup else None
    for _ in range(2):
        if element is None:
            break
        if element.tag == "time" or not _DATES.isdisjoint(element.cues):
            return one.verdict.label not in KEPT or count_words(one.block.text) < PARAGRAPH_WORDS
        element = element.parent
    return False


def _appended(hints: Hints, first: _Article) -> bool:
    """Whether the page is the first article's, and the others are loaded below it."""
    title, headline = fold(hints.title or ""), fold(first.headline)
    return bool(title) and not first.leads and headline == title


def _river(hints: Hints, judged: Sequence[Judged], articles: Sequence[_Article]) -> bool:
    """Whether the page is a blog's: each headline leads to the article's own page, and the page itself states
    neither author nor date, nor says anything before the first of them."""
    if len({one.leads for one in articles if one.leads}) < len(articles):
        return False
    stated = [hints.sources.get(name, TEXT) for name in ("published", "authors")]
    if any(source.startswith(("json-ld", "meta")) for source in stated):
        return False
    before = judged[: articles[0].places[0]]
    return not any(one.verdict.label in KEPT and count_words(one.block.text) >= INTRO_WORDS for one in before)
