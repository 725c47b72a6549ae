"""The lines that a reader sees around a headline, and what they say: authors, dates, a standfirst."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from turbohtml import Element, Node, Text

from bodycopy.facts.dates import normalise_date
from bodycopy.facts.moments import find_moments
from bodycopy.facts.people import read_authors
from bodycopy.facts.roles import OPENERS
from bodycopy.facts.wordlist import words
from bodycopy.folding import printable
from bodycopy.stated.cues import (
    AUTHOR_LINK,
    MAX_NAME,
    elsewhere,
    leads_to_author,
    names_author,
    names_date,
    names_subtitle,
    surely_author,
)

MAX_BEHIND: Final = 40
MAX_BEFORE: Final = 8
MAX_NODES: Final = 1_200
#: So many characters of running text end the head of an article.
MAX_PROSE: Final = 700
_PROSE: Final = 140
_MAX_BYLINE: Final = 200
_MAX_DATE_LINE: Final = 160
_SHORT: Final = 60
#: A line with a stop at its end and more spaces than these is a sentence.
_STOPS: Final = (".", "!", "?", "。")
_FEW_SPACES: Final = 9
_INLINE: Final = words(
    "a abbr b bdi bdo cite data em font i ins mark q s small span strong sub sup time u var label"
)
_UNSEEN: Final = words(
    """
    script style noscript template svg button option select textarea figure figcaption nav iframe title form
    """
)
_DIGIT: Final = re.compile(r"\d")
_SAYS_DATE: Final = re.compile(
    r"^(?:by|von|par|por)\b|\b(?:publi|posted|updated|last (?:updated|modified)|modified|veröffentlicht|"
    r"aktualisiert|stand:|erstellt|mis à jour|actualizado|publisert|oppdatert)|min(?:ute)?s?[ -]read|年",
    re.IGNORECASE,
)


_AFTER_DATE: Final = re.compile(
    r"[^.!?]{0,12}\d[^!?]{0,60}?\b(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)\s+(?=[^\W\d_a-z])"
)


class Line(NamedTuple):
    """A line of the page. `cues` are the classes and roles of what it stands in, in lower case, `stamp` the
    `datetime` of a `<time>` in it."""

    text: str
    block: Element
    cues: tuple[str, ...]
    stamp: str | None


class Byline(NamedTuple):
    """The people whom a line names as authors; `opened` says that it opens as bylines do ('By …')."""

    people: list[str]
    opened: bool


def lines_behind(start: Element) -> list[Line]:
    """The lines behind `start`, up to the article's running text."""
    found: list[Line] = []
    prose = 0
    for line in _lines(start.following, MAX_NODES):
        found.append(line)
        prose += len(line.text) if len(line.text) > _PROSE else 0
        if prose > MAX_PROSE or len(found) >= MAX_BEHIND:
            break
    return found


def lines_before(start: Element) -> list[Line]:
    """The last lines before `start`, in the order of the page."""
    found: list[Line] = []
    for line in _lines(start.preceding, MAX_NODES // 12, backwards=True):
        if len(line.text) > _PROSE or len(found) >= MAX_BEFORE:
            break
        found.append(line)
    return found[::-1]


def byline(lines: Sequence[Line], home: frozenset[Element]) -> Byline:
    """The first of `lines` that names an author; nobody where none does. `home` as for `elsewhere`."""
    for at, line in enumerate(lines):
        if len(line.text) > _MAX_BYLINE:
            continue
        opener = OPENERS.match(line.text)
        sure = any(map(surely_author, line.cues))
        if (
            not opener
            and not sure
            and not _AFTER_DATE.match(line.text)
            and not any(map(names_author, line.cues))
        ):
            continue
        if elsewhere(line.block, home):
            continue
        said = [line.text]
        if opener and opener.end() >= len(line.text.rstrip(" :")):
            said += [one.text for one in lines[at + 1 : at + 2] if len(one.text) <= _SHORT]
        elif sure and not opener:
            said = ["By", line.text]
        if names := read_authors(said):
            return Byline(names, opener is not None)
    return Byline([], False)


def date_lines(lines: Iterable[Line], language: str | None, home: frozenset[Element]) -> list[str]:
    """Those of `lines` that state a date, and no sentence that has one in it."""
    found: list[str] = []
    label = ""
    for line in lines:
        text = line.text
        if len(text) > _MAX_DATE_LINE or not (line.stamp or _DIGIT.search(text)):
            label = text if len(text) <= _SHORT // 2 and _SAYS_DATE.search(text) else ""
            continue
        if len(text) > _SHORT and not (
            line.stamp or _SAYS_DATE.search(text) or any(map(names_date, line.cues))
        ):
            continue
        if elsewhere(line.block, home) or (text.endswith(_STOPS) and text.count(" ") > _FEW_SPACES):
            continue
        if line.stamp and not find_moments(text, language):
            if stamp := normalise_date(line.stamp, language):
                found.append(f"{_DIGIT.split(text, maxsplit=1)[0]} {stamp}")
            continue
        found += [label, text] if label else [text]
        label = ""
    return found


def standfirst(lines: Iterable[Line], title: str, home: frozenset[Element]) -> str | None:
    """The first of `lines` whose class says that it is the standfirst."""
    for line in lines:
        if line.text.count(" ") < 3 or line.text == title or not any(map(names_subtitle, line.cues)):
            continue
        if not any(map(names_author, line.cues)) and not elsewhere(line.block, home):
            return line.text
    return None


def home_of(heading: Element | None) -> frozenset[Element]:
    """The elements around `heading`."""
    return (
        frozenset(one for one in heading.ancestors if isinstance(one, Element))
        if heading is not None
        else frozenset()
    )


def shown_text(element: Element) -> str:
    """The text of `element`, with a space where one of its own blocks or line breaks begins."""
    parts: list[str] = []
    for node in element.descendants:
        if isinstance(node, Text):
            if getattr(node.parent, "tag", "") not in _UNSEEN:
                parts.append(node.data)
        elif isinstance(node, Element) and node.tag not in _INLINE:
            parts.append(" ")
    return printable("".join(parts))


def _lines(nodes: Iterable[Node], most: int, backwards: bool = False) -> Iterator[Line]:
    parts: list[str] = []
    last: Element | None = None
    cues: tuple[str, ...] = ()
    stamp: str | None = None
    for number, node in enumerate(nodes):
        if number >= most:
            break
        if not isinstance(node, Text):
            continue
        data = node.data
        if not data or data.isspace():
            continue
        block, said, time = _place(node)
        if block is None:
            continue
        if block is not last and last is not None:
            yield from _line(parts, last, cues, stamp, backwards)
            parts, cues, stamp = [], (), None
        last = block
        parts.append(data)
        cues = (*cues, *(one for one in said if one not in cues)) if cues else said
        stamp = stamp or time
    if last is not None:
        yield from _line(parts, last, cues, stamp, backwards)


def _line(
    parts: list[str], block: Element, cues: tuple[str, ...], stamp: str | None, backwards: bool
) -> Iterator[Line]:
    text = printable(" ".join(parts[::-1] if backwards else parts))
    if text:
        yield Line(text, block, cues, stamp)


def _place(node: Text) -> tuple[Element | None, tuple[str, ...], str | None]:
    """The block that a text stands in, the classes and roles from the text to two elements above the block,
    and the `datetime` of a `<time>` between; no block where the text is not to be seen."""
    cues: list[str] = []
    stamp: str | None = None
    block: Element | None = None
    above = 0
    for around in node.ancestors:
        if not isinstance(around, Element):
            break
        tag = around.tag
        if tag in _UNSEEN:
            return None, (), None
        if tag == "time":
            stamp = stamp or around.attr("datetime")
            cues.append("time")
        if tag in ("body", "main", "article"):
            block = block if block is not None else around
            break
        names = map(around.attr, ("class", "itemprop", "rel"))
        cues += [value[:MAX_NAME].casefold() for value in names if value]
        if tag == "a" and leads_to_author((around.attr("href") or "")[:MAX_NAME].casefold()):
            cues.append(AUTHOR_LINK)
        if block is None:
            block = around if tag not in _INLINE else None
        else:
            above += 1
            if above > 2:
                break
    return block, tuple(cues), stamp
