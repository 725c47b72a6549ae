"""The captions and credits of the pictures that a page's JSON-LD give to its article."""

from typing import Final

from bodycopy.document import StatedCaption
from bodycopy.facts.captions import caption_credit
from bodycopy.facts.titles import fold
from bodycopy.stated.graph import Graph
from bodycopy.stated.values import listed, text_of

MAX_CAPTIONS: Final = 50
_CREDITS: Final = ("creditText", "creator", "author", "copyrightHolder", "copyrightNotice")


def captions(graph: Graph) -> tuple[StatedCaption, ...]:
    """Each caption once, in order; pictures without one are left out."""
    found: dict[str, StatedCaption] = {}
    for node in graph.articles:
        for image in (*listed(node.get("image")), *listed(node.get("associatedMedia"))):
            image = graph.resolved(image)
            if not isinstance(image, dict) or len(found) >= MAX_CAPTIONS:
                continue
            text = text_of(image.get("caption"))
            if not text:
                continue
            credits = (text_of(graph.resolved(image.get(key))) for key in _CREDITS)
            credit = next(filter(None, credits), None) or caption_credit(text)
            found.setdefault(fold(text), StatedCaption(text, credit))
    return tuple(found.values())
