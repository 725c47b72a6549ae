"""The head of an article among its labelled lines: those that name its authors and dates, and not others'."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from bodycopy.facts.agencies import is_agency
from bodycopy.facts.moments import find_moments
from bodycopy.facts.people import read_authors
from bodycopy.facts.roles import NOT_NAMES, OPENERS, ORGANISATION, ROLE_ADJECTIVES, ROLES

#: So many lines above the headline and below it belong to its head.
ABOVE: Final = 4
BELOW: Final = 16
#: So many bytes of body text are a paragraph of the article; letters of East Asia have three.
PROSE: Final = 160
#: So many paragraphs end the head: a byline may stand below the first.
PARAGRAPHS: Final = 2
MAX_LINE: Final = 160
#: So far below the last line of the article a byline may stand that ends it.
SIGNED: Final = 4
#: Bylines so far from each other stand together.
TOGETHER: Final = 2
_MAX_BODY: Final = 60
_MAX_NAME: Final = 40
#: Words above a date that say which it is ('Updated:') are no longer.
_MAX_LEAD: Final = 24
#: Lines with these labels state a date or a name in passing.
_NO_HEAD: Final = frozenset(
    ("caption", "title", "tags", "credit", "reader_comment", "author_bio", "newsletter", "legal")
)
#: Labels of lines that nothing but their look names.
_UNTOLD: Final = frozenset(("navigation", "related", "other", "subtitle"))
#: So close below the headline, with such lines between, a name alone is its author's.
CLOSE: Final = 4
_BETWEEN: Final = frozenset(("subtitle", "date", "byline", "social", "other", "duplicate"))
#: A name in a script without small letters, or in capitals beyond ASCII, is no longer.
_MAX_UNCASED: Final = 24
_LOUD: Final = 3
_ALONE: Final = (2, 4)
_NO_NAMES: Final = NOT_NAMES | ORGANISATION | ROLES | ROLE_ADJECTIVES

Labelled = tuple[str, str]


class Head(NamedTuple):
    """The lines that name authors, those below the headline that are names and no more, and those that state
    dates, in reading order."""

    bylines: list[str]
    names: list[str]
    dates: list[str]


def read_head(blocks: Sequence[Labelled], language: str | None) -> Head:
    """What stands around the headline of `blocks` (label and text). Where no author stands there, the first
    bylines that do elsewhere; where no date does, the date blocks, wherever they stand."""
    title = _headline(blocks)
    begin, end = _reach(blocks, title)
    lines = blocks[begin:end]
    dated = [_stands(line) and bool(find_moments(line[1], language)) for line in lines]
    usual = _Words(blocks)
    said = [
        (label == "byline" and not _is_phrase(text, usual)) or _signs(lines, dated, at)
        for at, (label, text) in enumerate(lines)
    ]
    opened = next((at for at, one in enumerate(said) if one and OPENERS.match(lines[at][1])), 0)
    said[:opened] = [False] * opened
    bylines = [text for one, (_, text) in zip(said, lines, strict=True) if one]
    names = [
        text
        for at, (label, text) in enumerate(lines)
        if label in _UNTOLD
        and not said[at]
        and (_close(lines, at, title - begin if title is not None else 0) or any(dated[at + 1 : at + 2]))
        and _alone(text)
        and not any(_is_usual(word, usual) for word in text.split())
    ]
    dates = [
        text
        for at, (label, text) in enumerate(lines)
        if dated[at]
        or label in ("date", "byline")
        or (any(dated[at + 1 : at + 2]) and len(text) <= _MAX_LEAD)
    ]
    if not read_authors(bylines):
        bylines += _farther(blocks, begin, usual)
    if not any(dated):
        dates = [text for label, text in blocks if label in ("date", "byline")]
    return Head(bylines, names, dates)


def _headline(blocks: Sequence[Labelled]) -> int | None:
    """The last line before the article's first paragraph that is its title."""
    first = next((at for at, block in enumerate(blocks) if _is_prose(block)), len(blocks))
    titles = [at for at, (label, _) in enumerate(blocks) if label == "title"]
    return next((at for at in reversed(titles) if at < first), titles[0] if titles else None)


def _reach(blocks: Sequence[Labelled], title: int | None) -> tuple[int, int]:
    """Where the head begins and ends; without a headline, everything up to the article's text."""
    end = title or 0
    paragraphs = 0
    while end < len(blocks) and paragraphs < PARAGRAPHS and (title is None or end <= title + BELOW):
        paragraphs += _is_prose(blocks[end])
        end += 1
    return max(0, title - ABOVE) if title is not None else 0, end


def _is_prose(block: Labelled) -> bool:
    return block[0] == "body" and len(block[1].encode()) >= PROSE


def _stands(line: Labelled) -> bool:
    label, text = line
    if label == "body":
        return len(text) <= _MAX_BODY and not text.endswith((".", "!", "?", "。"))
    return label not in _NO_HEAD and len(text) <= MAX_LINE


def _close(lines: Sequence[Labelled], at: int, title: int) -> bool:
    """Whether nothing but what belongs to the headline stands between it and a line below it."""
    return title < at <= title + CLOSE and all(label in _BETWEEN for label, _ in lines[title + 1 : at])


class _Words:
    """The words that stand somewhere in `blocks`, as they are written inside a sentence: collected when one
    is first asked for, which few documents need."""

    def __init__(self, blocks: Sequence[Labelled]) -> None:
        self._blocks = blocks

    def __contains__(self, word: str) -> bool:
        return word in self._all

    @cached_property
    def _all(self) -> set[str]:
        return set(" ".join([text for _, text in self._blocks]).split())


def _is_usual(word: str, usual: _Words) -> bool:
    """Whether a word with a capital, as headings and links write it, stands in small letters elsewhere."""
    return word.lower() in usual and word == word.capitalize() and word.lower().islower()


def _is_phrase(text: str, usual: _Words) -> bool:
    """Whether all words of the names in a line are words of the text as well."""
    words = [word.strip(".,:") for name in read_authors((text,)) for word in name.split()]
    return len(words) > 1 and all(_is_usual(word, usual) for word in words)


def _signs(lines: Sequence[Labelled], dated: Sequence[bool], at: int) -> bool:
    """Whether a line that no rule knows for a byline is one: it opens as they do, or names people beside a
    date."""
    label, text = lines[at]
    if label == "credit":
        return is_agency(text)
    if not _stands(lines[at]):
        return False
    if opener := OPENERS.match(text):
        return text[: opener.end()].strip(" :") == text.strip(" :") or bool(read_authors((text,)))
    return (at > 0 and _announces(lines[at - 1][1])) or (dated[at] and _people(text))


def _announces(text: str) -> bool:
    for bare in (text.strip(" :"), text.strip()):
        opener = OPENERS.match(bare)
        if opener is not None and opener.end() == len(bare):
            return True
    return False


def _people(text: str) -> bool:
    """Whether the names in a line that no 'By' opens are people's."""
    names = read_authors((text,))
    return bool(names) and all(map(_is_person, names))


def _alone(text: str) -> bool:
    """Whether a line is made of people's names alone."""
    names = read_authors((text,))
    shown = len(text) <= _MAX_NAME * len(names) and (len(names) > 1 or text.strip() in names)
    return shown and all(map(_is_person, names)) and all(word[0].isupper() for word in names[0].split())


def _is_person(name: str) -> bool:
    words = name.split()
    least, most = _ALONE
    return (
        least <= len(words) <= most
        and (name.isascii() or any(map(str.islower, name)) or len(name) <= _MAX_UNCASED)
        and not _NO_NAMES.intersection(word.casefold().strip(".,:") for word in words)
        and not any(word.isupper() and len(word) > _LOUD for word in words)
    )


def _farther(blocks: Sequence[Labelled], begin: int, usual: _Words) -> list[str]:
    """The first bylines, from the headline on and then before it, that stand together and name somebody; none
    from below the article, where those of others are."""
    texts = [at for at, (label, _) in enumerate(blocks) if label == "body"]
    last = texts[-1] + SIGNED if texts else len(blocks)
    places = [
        at
        for at, (label, text) in enumerate(blocks[: last + 1])
        if label == "byline" and not _is_phrase(text, usual)
    ]
    groups: list[list[int]] = []
    for at in places:
        if groups and at - groups[-1][-1] <= TOGETHER:
            groups[-1].append(at)
        else:
            groups.append([at])
    for group in sorted(groups, key=lambda group: (group[0] < begin, group[0])):
        said = [blocks[at][1] for at in group]
        if _announces(said[-1]):
            said += [text for _, text in blocks[group[-1] + 1 : group[-1] + 2]]
        if read_authors(said):
            return said
    return []
