"""What another extractor takes for the article, for pages that the decider doubts."""

from typing import Final

import turbohtml
from trafilatura import extract

#: Larger pages are not worth the time that a second opinion takes.
MOST_CHARACTERS: Final = 1_500_000
MOST_ELEMENTS: Final = 15_000
#: The extractor's parser takes time with the square of an element's attributes.
MOST_ATTRIBUTES: Final = 400


def second_opinion(page: turbohtml.Document, source: str) -> str:
    """The article of `page`, whose HTML is `source`, as trafilatura finds it without asking others in
    turn; "" where it finds none, and for pages that would take it too long."""
    if len(source) > MOST_CHARACTERS:
        return ""
    for number, element in enumerate(page.iter_elements()):
        if number >= MOST_ELEMENTS or len(element.attrs) > MOST_ATTRIBUTES:
            return ""
    return extract(source, fast=True, include_comments=False) or ""
