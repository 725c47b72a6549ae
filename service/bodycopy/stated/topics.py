"""What a page says that its article is about: its section, its tags, the line under its headline."""

from collections.abc import Iterator
from typing import Any, Final

from turbohtml import Document

from bodycopy.facts.settled import Stated
from bodycopy.facts.titles import fold
from bodycopy.stated.gather import Gathered
from bodycopy.stated.graph import Graph
from bodycopy.stated.items import Items
from bodycopy.stated.metas import SECTIONS, SUBTITLES, TAGS
from bodycopy.stated.values import listed, text_of, texts_of

MAX_TAGS: Final = 100
_MAX_TAG: Final = 80


def subtitle(found: Gathered, graph: Graph, title: str) -> Stated | None:
    """The line under the headline `title`, which it does not say again."""
    for node in graph.articles:
        text = text_of(node.get("alternativeHeadline"))
        if text and fold(text) != fold(title) and len(text) > 2:
            return Stated(text, "json-ld:alternativeHeadline")
    stated = found.first(SUBTITLES)
    return stated if stated and fold(stated.value) != fold(title) else None


def section(found: Gathered, graph: Graph, items: Items, own: set[str]) -> Stated | None:
    """The section that the article stands in; `own` are the folded names of the site."""
    for stated in _sections(found, graph, items):
        if len(stated.value) <= _MAX_TAG and fold(stated.value) not in own and "/" not in stated.value[:1]:
            return stated
    return None


def _sections(found: Gathered, graph: Graph, items: Items) -> Iterator[Stated]:
    for node in graph.articles:
        if text := text_of(node.get("articleSection")):
            yield Stated(text, "json-ld:articleSection")
    if stated := found.first(SECTIONS):
        yield stated
    if text := items.texts.get("articleSection"):
        yield Stated(text, "microdata:articleSection")
    for node in graph.of_type("BreadcrumbList")[:1]:
        names = [text for item in listed(node.get("itemListElement")) if (text := _crumb(item))]
        if len(names) > 2:
            yield Stated(names[1], "json-ld:BreadcrumbList")


def _crumb(item: Any) -> str | None:
    if not isinstance(item, dict):
        return None
    return text_of(item.get("name")) or text_of(item.get("item"))


def tags(page: Document, found: Gathered, graph: Graph) -> tuple[tuple[str, ...], str | None]:
    """The tags of the first place that has some, and that place."""
    for source, values in _tag_lists(page, found, graph):
        tags: dict[str, str] = {}
        for value in values:
            for tag in value.split(",") if len(values) == 1 else (value,):
                tag = tag.strip(" #\t")
                if tag and len(tag) <= _MAX_TAG and ":" not in tag:
                    tags.setdefault(tag.casefold(), tag)
        if tags:
            return tuple(tags.values())[:MAX_TAGS], source
    return (), None


def _tag_lists(page: Document, found: Gathered, graph: Graph) -> Iterator[tuple[str, list[str]]]:
    for node in graph.articles:
        yield "json-ld:keywords", list(texts_of(node.get("keywords")))
    for name in TAGS:
        yield f"meta:{name}", [text for one in found.metas.get(name, ()) if (text := text_of(one))]
    yield "link:tag", [text for link in page.select("a[rel~=tag]")[:MAX_TAGS] if (text := text_of(link.text))]
