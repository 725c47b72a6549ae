"""When a page says that its article was published and last changed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from turbohtml import Document

from bodycopy.facts.dates import normalise_date, read_dates
from bodycopy.facts.moments import YEARS, find_moments
from bodycopy.facts.settled import TEXT, Stated, settled_dates
from bodycopy.stated.cues import dated_elements, elsewhere
from bodycopy.stated.gather import Gathered
from bodycopy.stated.graph import Graph
from bodycopy.stated.metas import MODIFIED, PUBLISHED
from bodycopy.stated.values import text_of
from bodycopy.stated.visible import shown_text

#: So many elements are asked for a date, and so long a text may stand in one.
MAX_DATED: Final = 40
MAX_DATE: Final = 100
_IN_URL: Final = re.compile(r"(?<!\d)(20\d\d|19\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class Dates(NamedTuple):
    """ISO 8601, each with where it stands."""

    published: Stated | None
    modified: Stated | None


def dates(
    page: Document,
    found: Gathered,
    graph: Graph,
    items: dict[str, str],
    lines: Sequence[str],
    language: str | None,
    url: str | None,
) -> Dates:
    """The dates of a page. `items` are those that microdata state, `lines` the date lines at its headline.

    Where markup gives one day for both, an earlier one at the headline is the publication's. A date that an
    element shows somewhere counts where there is none at the headline, one in the address of
    the page where there is no other at all.
    """
    shown = read_dates(lines, language, url) if lines else None
    published = _valid(_published(found, graph, items), language, url)
    modified = _valid(_modified(found, graph, items), language, url)
    if shown and shown.published:
        published.append(Stated(shown.published, TEXT))
    if shown and shown.modified:
        modified.append(Stated(shown.modified, TEXT))
    if not published and not (shown and shown.modified):
        lines = _anywhere(page, language)
        if lines and (shown := read_dates(lines, language, url)):
            published += [Stated(shown.published, TEXT)] if shown.published else []
            modified += [Stated(shown.modified, TEXT)] if shown.modified else []
    if not published:
        published = _valid(_weak(found, graph, url), language, url)
    if shown and shown.published and _restamped(published, modified, shown.published):
        published.insert(0, Stated(shown.published, TEXT))
    return Dates(*settled_dates(published, modified))


def _restamped(published: Sequence[Stated], modified: Sequence[Stated], shown: str) -> bool:
    """Whether markup calls the day of the last change that of the publication, while the reader sees an
    earlier one: some systems stamp both anew with each change."""
    if not published or not modified:
        return False
    return shown[:10] < published[0].value[:10] and published[0].value[:10] == modified[0].value[:10]


def _published(found: Gathered, graph: Graph, items: dict[str, str]) -> Iterator[Stated]:
    for node in graph.articles:
        if text := text_of(node.get("datePublished")):
            yield Stated(text, "json-ld:datePublished")
    for name in PUBLISHED:
        if stated := found.first((name,)):
            yield stated
    if text := items.get("datePublished"):
        yield Stated(text, "microdata:datePublished")
    for node in graph.pages:
        if text := text_of(node.get("datePublished")):
            yield Stated(text, "json-ld:datePublished")


def _modified(found: Gathered, graph: Graph, items: dict[str, str]) -> Iterator[Stated]:
    for node in graph.articles:
        if text := text_of(node.get("dateModified")):
            yield Stated(text, "json-ld:dateModified")
    for name in MODIFIED:
        if stated := found.first((name,)):
            yield stated
    if text := items.get("dateModified"):
        yield Stated(text, "microdata:dateModified")
    for node in graph.pages:
        if text := text_of(node.get("dateModified")):
            yield Stated(text, "json-ld:dateModified")


def _weak(found: Gathered, graph: Graph, url: str | None) -> Iterator[Stated]:
    """Dates that are believed where there is no other."""
    for node in graph.articles:
        for key in ("dateCreated", "uploadDate"):
            if text := text_of(node.get(key)):
                yield Stated(text, f"json-ld:{key}")
    for address in (url, *found.links.get("canonical", ())):
        try:
            path = urlsplit(address or "").path
        except ValueError:
            continue
        if date := _IN_URL.search(path):
            yield Stated(f"{date[1]}-{date[3]}-{date[4]}", "url")


def _anywhere(page: Document, language: str | None) -> list[str]:
    """The first date of an element whose tag or class says that it holds one, wherever it stands."""
    for element in dated_elements(page)[:MAX_DATED]:
        if elsewhere(element):
            continue
        text = shown_text(element)
        if len(text) <= MAX_DATE and find_moments(text, language):
            return [text]
        stamp = element.attr("datetime") if element.tag == "time" else None
        if stamp and (iso := normalise_date(stamp, language)):
            return [iso]
    return []


def _valid(stated: Iterator[Stated], language: str | None, url: str | None) -> list[Stated]:
    found: list[Stated] = []
    for one in stated:
        text = one.value
        if text.isdigit():
            text = _stamp(text) or text
        if iso := normalise_date(text, language, url):
            found.append(Stated(iso, one.source))
    return found


def _stamp(digits: str) -> str | None:
    """'20240503', '20240503103000' as dates; numbers of seconds are not read."""
    if len(digits) not in (8, 12, 14) or int(digits[:4]) not in YEARS:
        return None
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
