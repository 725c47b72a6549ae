"""The lines that stand on several pages of one site: its furniture, found among the pages of a batch.

A line counts once an article, not once a page: the same story as a print version, as an update or in another
section must not take its own paragraphs away. Two pages tell the same article where half of the prose of the
shorter one stands in the other. And a line is counted apart by where it stands: the opening of a story that
is a teaser at the foot of all other pages stands beside the story's own paragraphs on one page only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import heappush, heappushpop
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy.shape import Shape

#: Of a site with more pages in the batch, those with the smallest hashes speak for all.
MAX_PAGES: Final = 400
#: Of a page with more lines, the first and the last so many are looked at.
MAX_LINES: Final = 1_000
#: A page with less prose may be a copy of another one and nobody could tell: it does not count.
OWN_WORDS: Final = 60
#: How many lines on each side a line stands beside.
AROUND: Final = 2
#: The share of the shorter page's prose from which two pages tell the same article.
SAME_ARTICLE: Final = 0.5


class Seen(NamedTuple):
    """On how many articles a line stands beside a paragraph that only this article has, and on how many it
    does not."""

    beside: int
    apart: int


class Furniture(NamedTuple):
    """Of `articles` articles of one site, on how many a line stands, by its key. Lines of a single article
    are not in it."""

    articles: int
    seen: Mapping[int, Seen]


#: What a document without a site, or alone on it, has.
NONE: Final = Furniture(0, {})


def line_key(shape: Shape) -> int:
    """What identifies a line on any page: a hash of its text without bullet, case and style of quotes."""
    text = shape.folded.casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def beside_own(prose: Sequence[bool], repeated: Sequence[bool]) -> list[bool]:
    """For each line whether one of the AROUND lines before and after it is a paragraph that stands on no
    other article. `prose` and `repeated` say of each line what it is."""
    own = [is_prose and not again for is_prose, again in zip(prose, repeated, strict=True)]
    return [any(own[max(0, at - AROUND) : at] + own[at + 1 : at + 1 + AROUND]) for at in range(len(own))]


class _Page(NamedTuple):
    """One page: what orders it among others, its address, its lines, and the words of those that are prose
    (0 of the others)."""

    rank: int
    url: str | None
    lines: NDArray[np.uint64]
    words: NDArray[np.int32]

    def prose(self) -> dict[int, int]:
        """The page's paragraphs, with their words."""
        at = np.flatnonzero(self.words)
        return dict(zip(self.lines[at].tolist(), self.words[at].tolist(), strict=True))


@dataclass(slots=True)
class Site:
    """The pages of one site, taken in one at a time. Holds twelve bytes a line of at most MAX_PAGES pages."""

    _pages: list[tuple[int, int, _Page]] = field(default_factory=list)
    _count: int = 0

    def add(self, shapes: Sequence[Shape], url: str | None) -> None:
        """Takes in a page whose blocks have these shapes."""
        if len(shapes) > 2 * MAX_LINES:
            shapes = [*shapes[:MAX_LINES], *shapes[-MAX_LINES:]]
        words = np.array([shape.words if shape.prose else 0 for shape in shapes], np.int32)
        if words.sum() < OWN_WORDS:
            return
        lines = np.array([line_key(shape) for shape in shapes], np.uint64)
        page = _Page(_rank(lines, url), url.partition("#")[0] if url else None, lines, words)
        self._count += 1
        entry = (-page.rank, self._count, page)
        if len(self._pages) < MAX_PAGES:
            heappush(self._pages, entry)
        else:
            heappushpop(self._pages, entry)

    def furniture(self) -> Furniture:
        """What repeats among the pages that were taken in, in whatever order they came."""
        pages = sorted((page for _, _, page in self._pages), key=lambda page: page.rank)
        articles = _articles(pages)
        on: dict[int, set[int]] = defaultdict(set)
        for article, page in zip(articles, pages, strict=True):
            for key in page.lines.tolist():
                on[key].add(article)
        repeated = {key for key, found in on.items() if len(found) > 1}
        beside: dict[int, set[int]] = {key: set() for key in repeated}
        for article, page in zip(articles, pages, strict=True):
            keys = page.lines.tolist()
            for key, near in zip(
                keys, beside_own((page.words > 0).tolist(), [key in repeated for key in keys]), strict=True
            ):
                if near and key in repeated:
                    beside[key].add(article)
        seen = {key: Seen(len(near), len(on[key] - near)) for key, near in beside.items()}
        return Furniture(len(set(articles)), seen) if seen else NONE


def _rank(lines: NDArray[np.uint64], url: str | None) -> int:
    """A number that depends on the page alone, not on its place in the batch."""
    said = blake2b((url or "").encode("utf-8", "surrogatepass"), digest_size=16)
    said.update(lines.astype("<u8").tobytes())
    return int.from_bytes(said.digest(), "big")


def _articles(pages: Sequence[_Page]) -> list[int]:
    """For each page the number of its article. Only pages that follow each other among those with a paragraph
    in common are compared: copies share most of their paragraphs, so some pair of them is, and there are no
    more pairs than paragraphs."""
    parents = list(range(len(pages)))

    def first(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    prose = [page.prose() for page in pages]
    holders: dict[object, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for key in prose[number]:
            holders[key].append(number)
        if page.url:
            holders[page.url].append(number)
    for one, two in sorted({pair for numbers in holders.values() for pair in pairwise(numbers)}):
        same_url = pages[one].url is not None and pages[one].url == pages[two].url
        if same_url or _same(prose[one], prose[two]):
            parents[first(one)] = first(two)
    return [first(number) for number in range(len(pages))]


def _same(one: Mapping[int, int], two: Mapping[int, int]) -> bool:
    shared = sum(words for key, words in one.items() if key in two)
    return shared >= SAME_ARTICLE * min(sum(one.values()), sum(two.values()))
