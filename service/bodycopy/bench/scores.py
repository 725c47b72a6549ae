"""How much of a gold text an output holds, and how much of the output is gold: shingles compared.

A text's shingles are the 4-grams of its `\\w+` tokens, as a multiset. Precision is the share of the
output's shingles that stand in the gold, recall the share of the gold's that stand in the output. Over
many pages each is averaged over the pages where it is defined, and F1 is that of the two averages.

Word F1 forgives what shingles do not, another order and a word lost here and there: it is that of two bags
of lower-cased `\\w+` tokens (as in SQuAD: Rajpurkar and others 2016, section 6.1), and over many pages the
mean of theirs.
"""

import re
from collections import Counter
from typing import Final, NamedTuple

from bodycopy.shingles import runs

SHINGLE: Final = 4
_TOKEN: Final = re.compile(r"\w+")


class Score(NamedTuple):
    """One page's precision and recall; None where there is no shingle to take the share of."""

    precision: float | None
    recall: float | None


def score(output: str, gold: str) -> Score:
    """The score of `output` against `gold`."""
    found, wanted = shingles(output), shingles(gold)
    shared = (found & wanted).total()
    return Score(_share(shared, found.total()), _share(shared, wanted.total()))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each shingle stands in `text`; none where it has fewer than four tokens."""
    return ngrams(text, SHINGLE)


def ngrams(text: str, size: int) -> Counter[tuple[str, ...]]:
    """How often each run of `size` tokens stands in `text`."""
    return Counter(runs(tokens(text), size))


def tokens(text: str) -> list[str]:
    """The `\\w+` tokens of `text`, in order."""
    return _TOKEN.findall(text)


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean of the two; 0 where both are, None where one is not defined."""
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def word_f1(output: str, gold: str) -> float | None:
    """The F1 of the words of `output` and `gold`, as bags; None where neither has a word."""
    found, wanted = words(output), words(gold)
    both = found.total() + wanted.total()
    return _share(2 * (found & wanted).total(), both)


def words(text: str) -> Counter[str]:
    """How often each word stands in `text`, without case."""
    return Counter(tokens(text.lower()))


class Mean:
    """The score over many pages, one page at a time."""

    def __init__(self) -> None:
        self._sums = [0.0, 0.0]
        self._pages = [0, 0]

    def add(self, page: Score) -> None:
        """Takes one more page into account."""
        for at, share in enumerate(page):
            if share is not None:
                self._sums[at] += share
                self._pages[at] += 1

    @property
    def score(self) -> Score:
        """Both averages; None where no page defines one."""
        return Score(*map(_share, self._sums, self._pages))


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
