"""What a page's head states, and where its headlines stand: one walk over a few kinds of elements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from turbohtml import Document, Element, Namespace

from bodycopy.facts.settled import Stated
from bodycopy.stated.values import text_of

#: So many elements of each sort are looked at; a page has a few dozen.
MAX_METAS: Final = 2_000
MAX_FOUND: Final = 200
_TAGS: Final = ("html", "title", "meta", "link", "script", "h1")
_KEYS: Final = ("property", "name", "itemprop", "http-equiv")
_JSON_LD: Final = re.compile(r"\s*application/(?:ld\+json|json\+ld)", re.IGNORECASE)


@dataclass(slots=True)
class Gathered:
    """What one walk found. `metas` maps the names of `<meta>` to their contents, `links` the relations of
    `<link>` to addresses, `scripts` are the texts of JSON-LD."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    title: str | None = None
    language: str | None = None
    headings: list[Element] = field(default_factory=list)

    def first(self, names: Sequence[str]) -> Stated | None:
        """The first content of the first of these `<meta>` names that says something."""
        for name in names:
            for content in self.metas.get(name, ()):
                if text := text_of(content):
                    return Stated(text, f"meta:{name}")
        return None


def gather(page: Document) -> Gathered:
    """Walks over `page` once."""
    found = Gathered()
    metas = 0
    for element in page.iter_elements(_TAGS):
        tag = element.tag
        if tag == "meta":
            metas += 1
            if metas <= MAX_METAS:
                _meta(found, element)
        elif tag == "link":
            _link(found, element)
        elif tag == "script":
            if _JSON_LD.match(element.attr("type") or "") and len(found.scripts) < MAX_FOUND:
                found.scripts.append(element.text)
        elif tag == "h1":
            if len(found.headings) < MAX_FOUND:
                found.headings.append(element)
        elif tag == "title":
            if found.title is None and element.namespace == Namespace.HTML:
                found.title = text_of(element.text)
        elif found.language is None:
            found.language = element.attr("lang") or element.attr("xml:lang")
    return found


def _meta(found: Gathered, element: Element) -> None:
    content = element.attr("content")
    if not content:
        return
    for key in _KEYS:
        if name := element.attr(key):
            known = found.metas.setdefault(name.strip().casefold()[:100], [])
            if len(known) < MAX_FOUND:
                known.append(content[:4_000])


def _link(found: Gathered, element: Element) -> None:
    relations, address = element.attr("rel"), element.attr("href")
    if not relations or not address:
        return
    for relation in relations.casefold().split()[:8]:
        known = found.links.setdefault(relation, [])
        if len(known) < MAX_FOUND:
            known.append(address.strip()[:2_000])
