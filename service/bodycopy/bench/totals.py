"""Scores of pages, summed up: over all of them, by language, by length of the gold text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from bodycopy.bench.scores import Mean, Score, f1, score, word_f1, words

#: So many pages of a language are enough to show it on its own.
FEWEST: Final = 3
ENGLISH: Final = "English"
REST: Final = "the rest"
#: Upper bounds of the groups by length, in words of the gold text.
BOUNDS: Final = (200, 500, 1_000, 2_000)


class Measured(NamedTuple):
    """What is known of a page without its text."""

    name: str
    lang: str | None
    words: int


class PageScore(NamedTuple):
    """One output beside its page's gold text: its scores, the words of the gold text that it lacks, and those
    that it has beyond it."""

    page: Measured
    shingles: Score
    word_f1: float | None
    lost: int = 0
    left: int = 0


class Total(NamedTuple):
    """The scores of `pages` pages; None where no page defines one."""

    pages: int
    precision: float | None
    recall: float | None
    f1: float | None
    word_f1: float | None


def score_page(page: Measured, output: str, gold: str) -> PageScore:
    """The scores of one output."""
    found, wanted = words(output), words(gold)
    lost, left = (wanted - found).total(), (found - wanted).total()
    return PageScore(page, score(output, gold), word_f1(output, gold), lost, left)


def total(scores: Iterable[PageScore]) -> Total:
    """The scores of all these pages."""
    mean = Mean()
    count, words = 0, []
    for one in scores:
        count += 1
        mean.add(one.shingles)
        if one.word_f1 is not None:
            words.append(one.word_f1)
    return Total(count, *mean.score, f1(*mean.score), sum(words) / len(words) if words else None)


def by_language(scores: Sequence[PageScore]) -> dict[str, Total]:
    """English and the rest (a page in no known language is of the rest), where there are pages of them."""
    return _grouped(scores, lambda page: ENGLISH if page.lang == "en" else REST, (ENGLISH, REST))


def each_language(scores: Sequence[PageScore]) -> dict[str, Total]:
    """Each language on at least FEWEST pages, by its code."""
    groups = _grouped(scores, lambda page: page.lang or "", sorted({one.page.lang or "" for one in scores}))
    pages = {lang: len({one.page.name for one in scores if one.page.lang == lang}) for lang in groups}
    return {lang: found for lang, found in groups.items() if lang and pages[lang] >= FEWEST}


def by_length(scores: Sequence[PageScore]) -> dict[str, Total]:
    """Groups by the words of the gold text, short ones first."""
    return _grouped(scores, lambda page: _length(page.words), [_length(bound) for bound in (0, *BOUNDS)])


def _grouped(
    scores: Sequence[PageScore], group: Callable[[Measured], str], order: Iterable[str]
) -> dict[str, Total]:
    groups: Mapping[str, list[PageScore]] = {name: [] for name in order}
    for one in scores:
        groups[group(one.page)].append(one)
    return {name: total(found) for name, found in groups.items() if found}


def _length(words: int) -> str:
    lower = 0
    for bound in BOUNDS:
        if words < bound:
            return f"{lower:,}–{bound - 1:,}" if lower else f"under {bound:,}"
        lower = bound
    return f"{lower:,} and more"
