"""Extractors that see a page's HTML: what they leave, and where they agree on the article."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from bodycopy.bench.scores import f1, score, tokens
from bodycopy.bench.tools import Extract, load

#: Two extractors that agree so far (F1 of their shingles) have found the article.
AGREE: Final = 0.85
#: Shorter texts are notices as often as articles.
LEAST_WORDS: Final = 80
_TEACHER: Final = "trafilatura"
#: Whose texts are learned from. The bench's others are left out, so that it measures extractors not seen.
LEARNED_FROM: Final = (_TEACHER, "readability-lxml", "boilerpy3", "resiliparse")


def extractors() -> dict[str, Callable[[str], str]]:
    """By name, functions from HTML to the text that users clean once more: empty where one raises."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    return {name: partial(_left, load(name, "html")) for name in LEARNED_FROM}


def agreed_text(html: str) -> str | None:
    """The article of a page without gold, as the best extractor finds it, where another one finds nearly the
    same; else None."""
    texts = {name: extract(html) for name, extract in extractors().items()}
    found = texts.pop(_TEACHER)
    if len(tokens(found)) < LEAST_WORDS:
        return None
    agreement = [f1(*score(text, found)) or 0.0 for text in texts.values()]
    return found if max(agreement) >= AGREE else None


def _left(extract: Extract, html: str) -> str:
    try:
        return extract(html, None)
    except Exception:  # noqa: BLE001 - they raise what they like on pages that they can't read
        return ""
