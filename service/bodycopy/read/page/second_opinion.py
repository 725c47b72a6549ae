"""What another extractor takes for the article, for pages that the decider doubts."""

import logging
import re
from typing import Final

import turbohtml
from trafilatura import extract

#: Larger pages are not worth the time that a second opinion takes.
MOST_CHARACTERS: Final = 1_500_000
MOST_ELEMENTS: Final = 15_000
#: The extractor's parser takes time with the square of a tag's attributes.
_LONG_TAG: Final = re.compile(r"<[A-Za-z][^<>]{20000}")


def second_opinion(page: turbohtml.Document, source: str) -> str:
    """The article of `page`, whose HTML is `source`, as trafilatura finds it; "" where it finds none, and for
    pages so large that it would take too long."""
    if len(source) > MOST_CHARACTERS or _LONG_TAG.search(source):
        return ""
    if sum(1 for _ in page.iter_elements()) > MOST_ELEMENTS:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it can't read is no news here
    return extract(source, include_comments=False, include_tables=True) or ""
