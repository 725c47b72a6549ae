"""The headline: of all that a page says it is, what most of its parts agree on."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from turbohtml import Document, Element

from bodycopy.facts.settled import Stated
from bodycopy.facts.titles import fold, split_site
from bodycopy.stated.gather import Gathered
from bodycopy.stated.graph import Graph
from bodycopy.stated.metas import SHARED_TITLES, TITLES
from bodycopy.stated.values import text_of
from bodycopy.stated.visible import shown_text

MAX_HEADINGS: Final = 8
MAX_HEADING: Final = 400
MAX_LOWER: Final = 100
#: The share of a heading's words that another title must have.
MIN_SHARED: Final = 0.2
_WORD: Final = re.compile(r"\w+")


class _Voice(NamedTuple):
    """What one place says is the headline; places of one group repeat each other."""

    stated: Stated
    weight: float
    group: str


class Titled(NamedTuple):
    """The headline, the site's name where a title shows it, and the heading that shows the headline."""

    title: Stated | None
    site: str | None
    heading: Element | None


def headline(
    page: Document, found: Gathered, graph: Graph, item: str | None, own: set[str], url: str | None
) -> Titled:
    """The headline of a page. `item` is what microdata state, `own` the folded names of its site.

    Each place gives its weight to the text that stands there, without the site's name; the text with the most
    weight wins. A heading that shares no fifth of its words with any of the others has hardly any weight.
    """
    voices = list(_voices(found, graph, item))
    shown = [(heading, shown_text(heading)) for heading in found.headings[:MAX_HEADINGS]]
    shown = [(heading, text) for heading, text in shown if text and len(text) <= MAX_HEADING]
    texts = [*(text for _, text in shown), *(voice.stated.value for voice in voices)]
    witnesses = [("heading", text) for text in texts]
    bare = {text: split_site(text, witnesses, None, url, own) for text in dict.fromkeys(texts)}
    stated = [
        _Voice(Stated(text, voice.stated.source), voice.weight, voice.group)
        for voice in voices
        if fold(text := bare[voice.stated.value][0]) not in own
    ]
    headings = [(heading, bare[text][0]) for heading, text in shown if fold(text) not in own]
    title = _settled([*stated, *_shown(headings, stated)])
    heading = _standing(headings, title.value) if title else None
    if title and (heading is None or fold(title.value) not in fold(shown_text(heading))):
        heading = _lower(page, title.value) or heading
    return Titled(title, next((bare[text][1] for text in texts if bare[text][1]), None), heading)


def _settled(voices: Sequence[_Voice]) -> Stated | None:
    """What the voices with the most weight say; each group of them speaks for a text only once."""
    heard: dict[tuple[str, str], float] = {}
    first: dict[str, Stated] = {}
    for stated, weight, group in voices:
        if key := fold(stated.value):
            heard[key, group] = max(heard.get((key, group), 0.0), weight)
            first.setdefault(key, stated)
    weights = dict.fromkeys(first, 0.0)
    for (key, _), weight in heard.items():
        weights[key] += weight
    return first[max(weights, key=lambda key: weights[key])] if weights else None


def _shown(headings: Sequence[tuple[Element, str]], stated: Sequence[_Voice]) -> Iterator[_Voice]:
    others = [_words(voice.stated.value) for voice in stated]
    for number, (_, text) in enumerate(headings):
        words = _words(text)
        shared = max((len(words & other) / len(words) for other in others), default=1.0) if words else 0.0
        weight = (2.6 if len(headings) == 1 else 3.0) if not number else 0.5
        yield _Voice(Stated(text, "h1"), weight if shared >= MIN_SHARED else 0.3, "h1")


def _standing(headings: Sequence[tuple[Element, str]], title: str) -> Element | None:
    """The heading that shows the headline, alone or with a kicker; the first where none does."""
    wanted = fold(title)
    for fits in (wanted.__eq__, lambda text: wanted in text, lambda _text: True):
        for element, text in headings:
            if fits(fold(text)):
                return element
    return None


def _lower(page: Document, title: str) -> Element | None:
    """The heading of a lower level that shows the headline."""
    wanted = fold(title)
    for element in islice(page.iter_elements(("h2", "h3", "h4")), MAX_LOWER):
        if fold(element.text) == wanted:
            return element
    return None


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) > 2 or not word.isascii()}


def _voices(found: Gathered, graph: Graph, item: str | None) -> Iterator[_Voice]:
    for node in graph.articles[:1]:
        if text := text_of(node.get("headline")):
            yield _Voice(Stated(text, "json-ld:headline"), 2.0, "json-ld")
        if text := text_of(node.get("name")):
            yield _Voice(Stated(text, "json-ld:name"), 0.5, "json-ld:name")
    if item:
        yield _Voice(Stated(item, "microdata:headline"), 1.0, "meta")
    for name in TITLES:
        if stated := found.first((name,)):
            yield _Voice(stated, 1.0, "meta")
    for name, weight in zip(SHARED_TITLES, (1.5, 0.3, 0.3), strict=True):
        if stated := found.first((name,)):
            yield _Voice(stated, weight, name)
    if found.title:
        yield _Voice(Stated(found.title, "title"), 1.0, "title")
    for node in graph.pages[:1]:
        if text := text_of(node.get("name")):
            yield _Voice(Stated(text, "json-ld:name"), 0.5, "json-ld:name")
