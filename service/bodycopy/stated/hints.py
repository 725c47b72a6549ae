"""What a page states of itself, from all the places where pages do, with the conflicts settled."""

from turbohtml import Document

from bodycopy.document import Hints
from bodycopy.facts.settled import TEXT, Stated
from bodycopy.facts.titles import fold
from bodycopy.stated.authors import authors
from bodycopy.stated.captions import captions
from bodycopy.stated.dates import dates
from bodycopy.stated.gather import Gathered, gather
from bodycopy.stated.graph import Graph
from bodycopy.stated.items import Items
from bodycopy.stated.json_ld import read_scripts
from bodycopy.stated.metas import SHARED_TITLES, TITLES
from bodycopy.stated.paywall import paywall
from bodycopy.stated.site import canonical_address, language, own_names, site_name
from bodycopy.stated.titles import headline
from bodycopy.stated.topics import section, subtitle, tags
from bodycopy.stated.visible import date_lines, home_of, lines_before, lines_behind, standfirst


def hints(page: Document, url: str | None) -> Hints:
    """What `page`, which stood at `url`, states of itself. Raises nothing, whatever the page holds."""
    found = gather(page)
    address = canonical_address(found, url)
    where = url or (address.value if address else None)
    graph = _graph(found, {one for one in (url, address.value if address else None) if one})
    items = Items(page)
    tongue = language(found, graph, items)
    spoken = tongue.value if tongue else None
    site = site_name(found, graph)
    own = own_names(graph, site, where)
    titled = headline(page, found, graph, items.texts.get("headline"), own, where)
    if site is None and titled.site:
        site = Stated(titled.site, "title")
        own.add(fold(titled.site))
    title = titled.title.value if titled.title else ""
    before = lines_before(titled.heading) if titled.heading is not None else []
    behind = lines_behind(titled.heading) if titled.heading is not None else []
    home = home_of(titled.heading)
    shown = date_lines([*before, *behind], spoken, home)
    dated = dates(page, found, graph, items.texts, shown, spoken, where)
    written = authors(page, found, graph, items.authors, [*behind, *before], home, own)
    deck = subtitle(found, graph, title)
    if deck is None and (text := standfirst(behind, title, home)):
        deck = Stated(text, TEXT)
    kicker = section(found, graph, items, own)
    topics, topics_source = tags(page, found, graph)
    pictures = captions(graph)
    paid = paywall(found, graph, items)
    sources = {
        "title": titled.title and titled.title.source,
        "subtitle": deck and deck.source,
        "authors": written.people_source,
        "agencies": written.agencies_source,
        "published": dated.published and dated.published.source,
        "modified": dated.modified and dated.modified.source,
        "section": kicker and kicker.source,
        "tags": topics_source,
        "captions": "json-ld:image" if pictures else None,
        "language": tongue and tongue.source,
        "site_name": site and site.source,
        "url": address and address.source,
        "paywalled": paid and paid.source,
    }
    return Hints(
        title=title or None,
        subtitle=deck and deck.value,
        authors=written.people,
        agencies=written.agencies,
        published=dated.published and dated.published.value,
        modified=dated.modified and dated.modified.value,
        site_name=site and site.value,
        url=address and address.value,
        language=spoken,
        tags=topics,
        section=kicker and kicker.value,
        captions=pictures,
        paywalled=paid.value == "true" if paid else None,
        sources={name: source for name, source in sources.items() if source},
    )


def _graph(found: Gathered, addresses: set[str]) -> Graph:
    titles = [one.value for name in (*TITLES, *SHARED_TITLES) if (one := found.first((name,)))]
    return Graph(read_scripts(found.scripts), addresses, [*titles, found.title or ""])
