"""Where a page stands and whose it is: its address, its site, its language."""

from urllib.parse import urljoin, urlsplit

from bodycopy.facts.hosts import host_name
from bodycopy.facts.language import canonical
from bodycopy.facts.settled import Stated
from bodycopy.facts.titles import fold
from bodycopy.stated.gather import Gathered
from bodycopy.stated.graph import Graph
from bodycopy.stated.items import Items
from bodycopy.stated.metas import LANGUAGES, SITE_NAMES, URLS
from bodycopy.stated.values import listed, text_of, texts_of


def canonical_address(found: Gathered, url: str | None) -> Stated | None:
    """The address that the page says is its own; a site's front page only where no `url` is known."""
    for address, source in (
        *((one, "link:canonical") for one in found.links.get("canonical", ())),
        *((one.value, one.source) for name in URLS if (one := found.first((name,)))),
    ):
        try:
            whole = urljoin(url or "", address)
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and (parts.path.strip("/") or not url):
            return Stated(whole, source)
    return None


def site_name(found: Gathered, graph: Graph) -> Stated | None:
    """What the page says its site is called."""
    if stated := found.first(SITE_NAMES[:2]):
        return stated
    for node in graph.articles:
        if text := text_of(graph.resolved(node.get("publisher"))):
            return Stated(text, "json-ld:publisher")
    for node in graph.of_type("WebSite"):
        if text := text_of(node.get("name")):
            return Stated(text, "json-ld:WebSite")
    return found.first(SITE_NAMES[2:])


def own_names(graph: Graph, site: Stated | None, url: str | None) -> set[str]:
    """The folded names of the site and of its publisher, unless that is a person."""
    names = [site.value] if site else []
    for node in graph.articles:
        publisher = graph.resolved(node.get("publisher"))
        if isinstance(publisher, dict) and "Person" not in listed(publisher.get("@type")):
            names += texts_of(publisher.get("name"))
    for node in graph.of_type("WebSite", "Organization", "NewsMediaOrganization")[:10]:
        names += texts_of(node.get("name"))
    host = host_name(url)
    labels = host.split(".")
    names += [host, *(label for label in labels[:-1] if len(label) > 2)]
    return {folded for name in names if (folded := fold(name))}


def language(found: Gathered, graph: Graph, items: Items) -> Stated | None:
    """The language that the page says it is in, as a BCP 47 tag."""
    if tag := canonical(found.language):
        return Stated(tag, "html:lang")
    for node in graph.articles:
        if (text := text_of(node.get("inLanguage"))) and (tag := canonical(text)):
            return Stated(tag, "json-ld:inLanguage")
    for name in LANGUAGES:
        if (stated := found.first((name,))) and (tag := canonical(stated.value)):
            return Stated(tag, stated.source)
    if tag := canonical(items.texts.get("inLanguage")):
        return Stated(tag, "microdata:inLanguage")
    return None
