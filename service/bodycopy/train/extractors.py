"""Extractors that see a page's HTML: what they leave, and where they agree on the article."""

import logging
from collections.abc import Callable
from typing import Final

from bodycopy.bench.renderers import renderer
from bodycopy.bench.scores import f1, score, tokens

#: Two extractors that agree so far (F1 of their shingles) have found the article.
AGREE: Final = 0.85
#: Shorter texts are notices as often as articles.
LEAST_WORDS: Final = 80
_TEACHER: Final = "trafilatura"


def extractors() -> dict[str, Callable[[str], str]]:
    """By name, functions from HTML to the text that users clean once more."""
    from boilerpy3 import extractors
    from resiliparse.extract.html2text import extract_plain_text
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    article = extractors.ArticleExtractor(raise_on_failure=False)
    return {
        _TEACHER: lambda html: extract(html) or "",
        "readability": _readable,
        "boilerpy3": lambda html: str(article.get_content(html)),
        "resiliparse": lambda html: str(extract_plain_text(html, main_content=True)),
    }


def _readable(html: str) -> str:
    from readability import Document
    from readability.readability import Unparseable

    try:
        return renderer("html_text")(Document(html).summary())
    except Unparseable:  # control characters
        return ""


def agreed_text(html: str) -> str | None:
    """The article of a page without gold, as the best extractor finds it, where another one finds nearly the
    same; else None."""
    texts = {name: extract(html) for name, extract in extractors().items()}
    found = texts.pop(_TEACHER)
    if len(tokens(found)) < LEAST_WORDS:
        return None
    agreement = [f1(*score(text, found)) or 0.0 for text in texts.values()]
    return found if max(agreement) >= AGREE else None
