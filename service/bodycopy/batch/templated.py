"""Rules, and beside them what the other pages of the site say of a line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.batch.furniture import AROUND, Furniture, Seen, beside_own, line_key
from bodycopy.document import Block
from bodycopy.labels import KEPT
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Matched
from bodycopy.match.evidence import Cut, Evidence
from bodycopy.match.looks import Memory
from bodycopy.match.matcher import Matcher
from bodycopy.shape import Shape

#: The id under which this evidence stands in results.
TEMPLATE: Final = "shape/template"
WHY: Final = "The line stands on several pages of the same site in the batch, under different articles."
#: A line on fewer articles may stand there by chance.
MIN_ARTICLES: Final = 3
#: What each article on which a line stands weighs, and what all of them do at most. A paragraph looks like
#: the article's: only many together outweigh that.
ARTICLE_WEIGHT: Final = 3.0
MOST: Final = 9.0
MOST_PROSE: Final = 18.0
#: A paragraph counts where it stands on such a share of the site's articles.
PROSE_SHARE: Final = 0.5
#: From this share of its content words in the page's own prose a line is about the page's article: its
#: headline and first lines stand as teasers on other pages.
OWN_SHARE: Final = 0.6
#: Lines with fewer content words than this can't be compared; of those the short ones count.
OWN_CONTENT: Final = 2
SHORT_WORDS: Final = 6
#: So many of the AROUND lines on each side are furniture too: menus, boxes and footers come in runs, the
#: headings that a column or a kind of review always has stand alone among the page's own lines.
COMPANY: Final = 2


class Templated:
    """The evidence of `beneath`, and for each line of the site's furniture evidence of its own."""

    def __init__(self, beneath: Matcher, furniture: Furniture) -> None:
        self._beneath, self._furniture = beneath, furniture

    def match(self, blocks: Sequence[Block], disabled: frozenset[str], memory: Memory) -> Matched:
        """The evidence for each of `blocks` of all rules whose id and label are not in `disabled`."""
        matched = self._beneath.match(blocks, disabled, memory)
        if TEMPLATE in disabled:
            return matched
        shapes = matched.scene.shapes
        seen = [self._furniture.seen.get(line_key(shape)) for shape in shapes]
        if not any(seen):
            return matched
        near = beside_own([shape.prose for shape in shapes], [found is not None for found in seen])
        counts = [self._articles(*pair) for pair in zip(seen, near, strict=True)]
        company = _company(counts)
        own = _own_words(shapes, seen)
        aside: list[list[Evidence]] = [[] for _ in shapes]
        for index, (shape, count) in enumerate(zip(shapes, counts, strict=True)):
            if count and (company[index] or shape.prose):
                found = self._evidence(shape, count, matched.evidence[index], own)
                if found and found.label not in disabled:
                    aside[index].append(found)
        return replace(matched, aside=aside)

    def cuts(self, scene: Scene, index: int, disabled: frozenset[str]) -> list[Cut]:
        """The spans that rules cut from the block at `index`, in order and without overlap."""
        return self._beneath.cuts(scene, index, disabled)

    def _articles(self, seen: Seen | None, beside: bool) -> int:
        """On how many articles the line stands as it does here; 0 where these are too few to say anything."""
        count = (seen.beside if beside else seen.apart) if seen else 0
        return count if count >= MIN_ARTICLES else 0

    def _evidence(
        self, shape: Shape, count: int, entries: Sequence[Evidence], own: NDArray[np.int64]
    ) -> Evidence | None:
        share = count / self._furniture.articles
        if shape.prose and share < PROSE_SHARE:
            return None
        if _about_the_page(shape, own):
            return None
        weight = min(ARTICLE_WEIGHT * count, MOST_PROSE if shape.prose else MOST) * (0.5 + 0.5 * share)
        return Evidence(TEMPLATE, _label(shape, entries), round(weight, 2), certain=False)


def _company(counts: Sequence[int]) -> list[bool]:
    """Whether COMPANY of the lines around each are furniture as well."""
    padded = [0] * AROUND + [count > 0 for count in counts] + [0] * AROUND
    return [
        sum(padded[at : at + 2 * AROUND + 1]) - padded[at + AROUND] >= COMPANY for at in range(len(counts))
    ]


def _own_words(shapes: Sequence[Shape], seen: Sequence[Seen | None]) -> NDArray[np.int64]:
    """The content words of the paragraphs that stand on this page alone."""
    found = [shape.content for shape, again in zip(shapes, seen, strict=True) if shape.prose and not again]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _about_the_page(shape: Shape, own: NDArray[np.int64]) -> bool:
    """Whether the line speaks of what the page's own paragraphs speak of, or may do so."""
    if len(shape.content) < OWN_CONTENT:
        return shape.words > SHORT_WORDS
    return float(np.isin(shape.content, own).mean()) >= OWN_SHARE


def _label(shape: Shape, entries: Sequence[Evidence]) -> str:
    """The label that a rule gives such a line, the most certain one; where none speaks, by its looks."""
    named = [entry for entry in entries if entry.of is None and entry.label not in KEPT]
    if named:
        return max(named, key=lambda entry: (entry.certain, entry.weight, entry.label)).label
    return "other" if shape.prose or shape.ends_sentence else "navigation"
