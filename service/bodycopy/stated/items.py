"""What microdata say of the article: headline, authors, dates, section, from one reading of the page."""

from collections.abc import Iterator
from typing import Final

from turbohtml import Document
from turbohtml.extract import MicrodataItem

from bodycopy.stated.values import text_of

MAX_ITEMS: Final = 500
_PLAIN: Final = (
    "headline",
    "alternativeHeadline",
    "datePublished",
    "dateModified",
    "articleSection",
    "inLanguage",
    "isAccessibleForFree",
    "keywords",
)


class Items:
    """The article's microdata: `texts` maps the names of properties to the first text of each, `authors`
    holds names, each with whether it is said to be a person's."""

    def __init__(self, page: Document) -> None:
        self.texts: dict[str, str] = {}
        self.authors: list[tuple[str, bool]] = []
        for item in _articles(page):
            for name in _PLAIN:
                if name not in self.texts and (text := _text(item.get(name))):
                    self.texts[name] = text
            if not self.authors:
                self.authors = list(_authors(item))


def _articles(page: Document) -> Iterator[MicrodataItem]:
    """The items that describe an article or a page, the former first."""
    found = [item for item in page.microdata()[:MAX_ITEMS] if item.type]
    for item in tuple(found):
        entity = item.get("mainEntity")
        if isinstance(entity, MicrodataItem) and entity.type:
            found.append(entity)
    kinds = [(item, (item.type or "").rpartition("/")[2]) for item in found]
    for last in ("Article", "Posting", "Recipe", "Review", "WebPage", "CreativeWork"):
        for item, kind in kinds:
            if kind.endswith(last):
                yield item
                break
        else:
            continue
        break


def _authors(item: MicrodataItem) -> Iterator[tuple[str, bool]]:
    for author in item.get_all("author")[:50]:
        if isinstance(author, MicrodataItem):
            person = (author.type or "").endswith("/Person")
            for name in author.get_all("name")[:5]:
                if text := _text(name):
                    yield text, person
        elif (text := _text(author)) and len(text) <= 100:
            yield text, False


def _text(value: object) -> str | None:
    return text_of(value) if isinstance(value, str) else None
