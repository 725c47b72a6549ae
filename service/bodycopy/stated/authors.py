"""The authors that a page states: people, and apart from them agencies and organisations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, Final, NamedTuple

from turbohtml import Document, Element

from bodycopy.facts.agencies import is_agency, read_agencies
from bodycopy.facts.names import fold_name
from bodycopy.facts.people import read_authors
from bodycopy.facts.roles import NOT_NAMES, OPENERS, ORGANISATION, ROLE_ADJECTIVES, ROLES
from bodycopy.facts.titles import fold
from bodycopy.stated.cues import author_elements, elsewhere
from bodycopy.stated.gather import Gathered
from bodycopy.stated.graph import Graph, types
from bodycopy.stated.metas import AUTHORS
from bodycopy.stated.values import listed, text_of
from bodycopy.stated.visible import Line, byline

MAX_AUTHORS: Final = 50
#: Names of `<meta>` that put the family name first, behind it a comma.
LAST_NAME_FIRST: Final = frozenset(("citation_author",))
_MAX_NAME: Final = 60
_MAX_WORDS: Final = 5
_MAX_CUED: Final = 100
_MAX_LINES: Final = 4
#: Shorter names of a site are compared whole only.
_MIN_OWN: Final = 6
_ADDRESS: Final = re.compile(
    r"https?:|www\.|@|/|\.(?:com|org|net|de|fr|es|it|uk|io|info|co)\b", re.IGNORECASE
)
_NO_NAME: Final = re.compile(r"[\d_<>{}\[\]|=#]")
_NO_PART_OF_NAMES: Final = ORGANISATION | NOT_NAMES | ROLES | ROLE_ADJECTIVES | {"the"}


class Authors(NamedTuple):
    """Names and where they stand, as `json-ld:author`; no source where there are none."""

    people: tuple[str, ...]
    people_source: str | None
    agencies: tuple[str, ...]
    agencies_source: str | None


class _Claim(NamedTuple):
    """What one place of the page says; `sure` where nothing but names can stand there."""

    source: str
    people: list[str]
    agencies: list[str]
    sure: bool = True


def authors(
    page: Document,
    found: Gathered,
    graph: Graph,
    items: Sequence[tuple[str, bool]],
    lines: Sequence[Line],
    home: frozenset[Element],
    own: set[str],
) -> Authors:
    """The authors of a page. `items` are the names that microdata state, each with whether it is a person's;
    `lines` are those around the headline, `home` the elements around it, `own` the folded names of the site.

    The first place that names a person is believed; one after it that names the same people and more is
    believed instead.
    """
    best: _Claim | None = None
    agencies: _Claim | None = None
    for claim in _claims(found, graph, items, lines, home, own):
        if claim.people and (best is None or (claim.sure and _more(best, claim))):
            best = claim
        if claim.agencies and agencies is None:
            agencies = claim
    if best is None and (names := _cued(page, own)):
        best = _Claim("byline", names, [])
    return Authors(
        tuple(best.people[:MAX_AUTHORS]) if best else (),
        best.source if best else None,
        tuple(agencies.agencies[:MAX_AUTHORS]) if agencies else (),
        agencies.source if agencies else None,
    )


def _claims(
    found: Gathered,
    graph: Graph,
    items: Sequence[tuple[str, bool]],
    lines: Sequence[Line],
    home: frozenset[Element],
    own: set[str],
) -> Iterator[_Claim]:
    for node in graph.articles:
        for key in ("author", "creator"):
            if value := node.get(key):
                yield _claim(f"json-ld:{key}", _named(graph, value), own)
    for name in AUTHORS:
        if contents := found.metas.get(name):
            stated = [(text, False) for content in contents if (text := text_of(content))]
            if name in LAST_NAME_FIRST:
                stated = [(_turned(text), False) for text, _ in stated]
            yield _claim(f"meta:{name}", stated, own)
    yield _claim("microdata:author", items, own)
    people, opened = byline(lines, home)
    yield _Claim("byline", _foreign(people, own, opened), [], opened)
    if not graph.articles:
        for node in graph.pages:
            yield _claim("json-ld:author", _named(graph, node.get("author")), own)


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[str, ...]:
    """The people whom `text` names, known to be a byline; pages say the same in several places."""
    return tuple(read_authors(("By", text)))


def _turned(text: str) -> str:
    """'Quist, Nora' as 'Nora Quist'."""
    last, comma, first = text.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else text


def _named(graph: Graph, value: Any) -> Iterator[tuple[str, bool]]:
    """Each name, and whether it is said to be a person's."""
    for one in listed(value):
        one = graph.resolved(one)
        if isinstance(one, dict):
            kinds = types(one)
            names = listed(one.get("name"))
            if not names and one.get("givenName"):
                names = [f"{one.get('givenName')} {one.get('familyName') or ''}"]
        else:
            names, kinds = [one], []
        for name in names:
            if text := text_of(name):
                yield text, "Person" in kinds


def _claim(source: str, stated: Iterable[tuple[str, bool]], own: set[str]) -> _Claim:
    people: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for text, person in stated:
        for name, is_person in _people(text, person, own):
            (people if is_person else agencies).setdefault(fold_name(name), name)
    return _Claim(source, list(people.values()), list(agencies.values()))


def _people(text: str, person: bool, own: set[str]) -> Iterator[tuple[str, bool]]:
    """The names in `text`, each with whether it is a person's."""
    if is_agency(text) or (is_own(text, own) and not (person and _personal(text))):
        yield text, False
        return
    if _ADDRESS.search(text) and " " not in text:
        return
    opener = OPENERS.match(text)
    bare = text[opener.end() :] if opener else text
    names = [name for name in _read(bare) if person or not is_own(name, own)]
    for name in names:
        yield name, True
    for agency in read_agencies((bare,)):
        yield agency, False
    if names:
        return
    if person and _plausible(bare):
        yield bare, True
    elif _organisation(bare):
        yield bare, False


def _plausible(text: str) -> bool:
    """Whether what is said to be a person may be one, though it looks like no usual name."""
    tokens = text.split()
    if not tokens or len(text) > _MAX_NAME or len(tokens) > _MAX_WORDS or _ADDRESS.search(text):
        return False
    if _NO_NAME.search(text) or (len(tokens) == 1 and not text[0].isupper()):
        return False
    folded = {token.casefold().strip(".,:") for token in tokens}
    return not folded & (ORGANISATION | NOT_NAMES)


def _personal(text: str) -> bool:
    """Whether a person can have this name, though the site has it too."""
    tokens = text.split()
    words = {token.casefold().strip(".,:") for token in tokens}
    return 1 < len(tokens) <= 3 and not words & _NO_PART_OF_NAMES and _read(text) == (text,)


def _organisation(text: str) -> bool:
    tokens = text.split()
    return (
        1 < len(tokens) <= _MAX_WORDS
        and not _NO_NAME.search(text)
        and any(token.casefold().strip(".,:") in ORGANISATION for token in tokens)
    )


def is_own(name: str, own: set[str]) -> bool:
    """Whether `name` is the name of the site, whose folded names are `own`, or begins with it."""
    folded = fold(name)
    return folded in own or any(
        len(one) >= _MIN_OWN
        and (folded.startswith(one) or (len(folded) >= _MIN_OWN and one.startswith(folded)))
        for one in own
    )


def _foreign(names: Iterable[str], own: set[str], opened: bool = False) -> list[str]:
    """Those of `names` that are not the site's; behind a 'By' a person may have the name of the site."""
    return [name for name in names if not is_own(name, own) or (opened and _personal(name))]


def _cued(page: Document, own: set[str]) -> list[str]:
    """The people in the first element whose class says that it names an author."""
    for element in author_elements(page)[:MAX_AUTHORS]:
        if elsewhere(element):
            continue
        lines = [line for line in islice(element.stripped_strings, _MAX_LINES) if len(line) <= _MAX_CUED]
        for line in (" ".join(lines), *lines):
            if names := [name for name in _foreign(read_authors((line,)), own) if _usual(name)]:
                return names
    return []


def _usual(name: str) -> bool:
    """Whether a name that stands alone holds no word that headings and links have."""
    return not {token.casefold().strip(".,:") for token in name.split()} & _NO_PART_OF_NAMES


def _more(best: _Claim, other: _Claim) -> bool:
    """Whether `other` names the people of `best` and more."""
    known = {fold_name(name) for name in best.people}
    return known < {fold_name(name) for name in other.people}
