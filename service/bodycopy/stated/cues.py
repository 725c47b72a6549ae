"""What the classes and roles of elements say of what stands in them."""

import re
from functools import lru_cache
from typing import Final

from turbohtml import Document, Element

#: So many classes are remembered: a page repeats few.
KNOWN: Final = 2_048
#: More of a class attribute says nothing.
MAX_NAME: Final = 200
#: What a link to a page about an author counts as.
AUTHOR_LINK: Final = "author-page"
_AUTHOR_WORDS: Final = (
    "author", "byline", "by-line", "by_line", "autor", "auteur", "autore", "forfatter", "författar",
    "redakteur", "verfasser", "writer", "writtenby", "written-by", "posted-by", "postedby", "journalist",
    "contributor", "toimittaja",
)  # fmt: skip
_NO_AUTHOR: Final = re.compile(
    r"authori[tz]|auteuris|autori[sz]|comment|avatar|image|photo|img|picture|icon|social|share|follow|"
    r"bio(?!graph)|desc|about|more|related|list|role|title|job|position|count|date|time"
)
_SURE_AUTHOR: Final = re.compile(
    r"(?<![\w-])(?:[\w-]*author(?:s?[-_]*(?:name|link))?|by-?line[-_]*name|fn)(?![\w-])"
)
_AUTHOR_ADDRESS: Final = re.compile(
    r"/(?:authors?|autore?s?|auteurs?|by|people|profiles?|writers?|contributors?|staff|team|journalists?|"
    r"redaktion|columnists?|reporters?|experts?|user|users|members?|bio|bios|about)/[^/]"
)
_SUBTITLE: Final = re.compile(
    r"sub-?(?:title|head|headline|heading)|stand-?first|(?<![a-z])de[ck]k?(?![a-z])|"
    r"(?<![a-z])led?e?a?d?e?(?![a-z])|vorspann|untertitel|chapo|bajada|entradilla|sottotitolo|ondertitel|"
    r"alternativeheadline|excerpt|article-?summary|article-?intro|intro-?text"
)
_DATE_WORDS: Final = ("date", "time", "publish", "posted", "updated", "datum", "fecha", "timestamp")
_ELSEWHERE: Final = re.compile(
    r"(?:^|\s)[\w-]*(?:comment|related|recommend|teaser|sidebar|trending|popular|most-?read|newsletter|promo|"
    r"carousel|more-(?:from|on|stories|articles|posts)|read-?(?:more|next)|navbar|navigation|menu|cookie|"
    r"similar|suggest|also-?like|latest|recent-?posts)"
)
_ELSEWHERE_TAGS: Final = frozenset(("nav", "footer", "aside", "template", "noscript", "form", "select"))
#: What may stand at a headline and belong to it.
_AT_HEADLINE: Final = frozenset(("footer", "aside", "form"))
_MAX_UP: Final = 40
_MAX_CLASSED: Final = 8
_SELECTOR: Final = (
    "[class*=author i],[class*=byline i],[class*=autor i],[rel~=author],[itemprop~=author],[id*=author i]"
)
_DATED: Final = (
    "time,[itemprop~=datePublished],[class*=date i],[class*=publish i],[class*=posted i],[class*=meta i]"
)


@lru_cache(maxsize=KNOWN)
def names_author(name: str) -> bool:
    """Whether classes in lower case say that an author is named."""
    return any(word in name for word in _AUTHOR_WORDS) and not _NO_AUTHOR.search(name)


@lru_cache(maxsize=KNOWN)
def surely_author(name: str) -> bool:
    """Whether classes say that nothing but an author's name stands there."""
    return _SURE_AUTHOR.search(name) is not None


def leads_to_author(address: str) -> bool:
    """Whether a link's address in lower case looks like that of a page about an author."""
    return _AUTHOR_ADDRESS.search(address) is not None


@lru_cache(maxsize=KNOWN)
def names_subtitle(name: str) -> bool:
    """Whether classes in lower case say that a standfirst stands there."""
    return _SUBTITLE.search(name) is not None


@lru_cache(maxsize=KNOWN)
def names_date(name: str) -> bool:
    """Whether classes in lower case say that a date stands there."""
    return any(word in name for word in _DATE_WORDS)


def author_elements(page: Document) -> list[Element]:
    """The elements whose class, id, rel or itemprop says that they name an author, in order."""
    return page.select(_SELECTOR)


def dated_elements(page: Document) -> list[Element]:
    """The elements whose tag or class says that they hold a date, in order."""
    return page.select(_DATED)


def elsewhere(element: Element, home: frozenset[Element] = frozenset()) -> bool:
    """Whether `element` stands in a part of the page that speaks of something other than its article. `home`
    are the elements around the headline: what they hold is not elsewhere for their sake."""
    for number, around in enumerate((element, *element.ancestors)):
        if number >= _MAX_UP or not isinstance(around, Element) or around.tag in ("body", "html"):
            return False
        if around in home:
            return False
        if around.tag in _ELSEWHERE_TAGS and not (home and around.tag in _AT_HEADLINE):
            return True
        if number < _MAX_CLASSED and around.tag not in ("main", "article"):
            name = around.attr("class")
            if name and _ELSEWHERE.search(name[:MAX_NAME].casefold()):
                return True
    return False
