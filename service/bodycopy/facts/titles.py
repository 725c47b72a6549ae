"""The headline without the name of its site."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from bodycopy.facts.hosts import host_name

_SEPARATOR: Final = re.compile(r"\s+[|–—»•·－]\s+|\s+-\s+|\s+::\s+|\s*[|｜]\s*")
_BARS: Final = ("|", "｜")
_MARKS: Final = " -–—|｜"
_MIN_WORDS: Final = 3
#: So many letters of scripts that write words without spaces are as many words.
_MIN_LETTERS: Final = 8
#: No headline with its site is longer, and a line of nothing but separators would be cut at each of them.
LONGEST: Final = 500
#: So much of a text is looked at for them.
_LOOK: Final = 80
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_MAX_SITE_WORDS: Final = 6
_MAX_SITE_LETTERS: Final = 20
_MAX_TAIL: Final = 4
_YEAR: Final = re.compile(r"\d{4}")
_NO_LETTERS: Final = re.compile(r"[\W_]+")
#: Labels of blocks that can show the headline without its suffix.
_WITNESSES: Final = frozenset(("title", "duplicate", "heading", "navigation", "social", "other"))


def split_site(
    title: str,
    blocks: Sequence[tuple[str, str]],
    site_name: str | None,
    url: str | None,
    own: Collection[str] = (),
) -> tuple[str, str | None]:
    """`title` without ' | Site Name', and the site's name; as it is, and None, where it is not clear that
    what stands behind the separator names it, or the title is longer than any. Behind a bar stands a section
    or a topic, if not the site: it goes as well, and names nothing. `own` are further names of the site,
    folded."""
    cuts = list(_SEPARATOR.finditer(title)) if len(title) <= LONGEST else []
    if not cuts:
        return title, None
    elsewhere = {fold(text) for label, text in blocks if label in _WITNESSES and len(text) < len(title)}
    host = host_name(url)
    for cut in cuts:
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        site = _SEPARATOR.split(tail)[-1].strip(_MARKS)
        if not head or not site or not _is_short(site):
            continue
        folded = fold(site)
        named = bool(folded) and (
            folded == fold(site_name or "") or folded in own or (len(folded) > 3 and _is_host(folded, host))
        )
        seen = _is_long(head) and len(tail.split()) <= 8 and fold(head) in elsewhere
        barred = cut[0].strip() in _BARS and _is_long(head) and len(tail.split()) <= _MAX_TAIL
        if seen or (named and tail.strip(_MARKS) == site):
            return head, site
        if barred:
            return head, None
    return title, None


def windowed(blocks: Sequence[tuple[str, str]]) -> tuple[str, str | None] | None:
    """The headline that the first line of `blocks` names, and the site behind it: where that line is the
    title of the page's window, one below repeats the headline, alone. None where none does."""
    if not blocks or len(blocks[0][1]) > LONGEST:
        return None
    window = blocks[0][1]
    ends: dict[str, tuple[str, str | None]] = {}
    for cut in _SEPARATOR.finditer(window):
        tail = window[cut.end() :].strip()
        site = _SEPARATOR.split(tail)[-1].strip(_MARKS)
        short = _is_short(site) and not _YEAR.search(site)
        head = window[: cut.start()].strip()
        ends[fold(head)] = head, site if short and site else None
    if not ends:
        return None
    shown = {fold(text) for _, text in blocks[1:] if _is_long(text)}
    best = max((key for key in ends if key and key in shown), key=len, default=None)
    return ends[best] if best else None


def without_path(title: str, below: Sequence[str]) -> str:
    """`title` without the sections that a renderer put before it, where one of the lines `below` repeats the
    rest."""
    for line in below:
        if _is_long(line) and title.endswith((f" {line}", f"/{line}")):
            return line
    return title


@lru_cache(maxsize=1_024)
def fold(text: str) -> str:
    """`text` without case and marks, for comparison."""
    return _NO_LETTERS.sub("", text.casefold())


def _is_long(text: str) -> bool:
    """Whether a text has as many words as a headline."""
    return len(text.split()) >= _MIN_WORDS or len(_UNSPACED.findall(text[:_LOOK])) >= _MIN_LETTERS


def _is_short(name: str) -> bool:
    """Whether a site can have this name."""
    return len(name.split()) <= _MAX_SITE_WORDS and len(_UNSPACED.findall(name)) <= _MAX_SITE_LETTERS


def _is_host(folded: str, host: str) -> bool:
    """Whether a name is the host's: 'The Daily Example' and dailyexample.com."""
    labels = [_NO_LETTERS.sub("", label) for label in host.split(".")]
    whole = _NO_LETTERS.sub("", host)
    return (
        any(name in (*labels, whole) for name in (folded, folded.removeprefix("the")))
        or f"the{folded}" in labels
    )
