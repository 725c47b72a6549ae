"""The lines above and below a headline: its section and its subtitle, and what only stands in their place."""

import re
from collections.abc import Iterable
from typing import Final

from bodycopy.facts.moments import find_moments
from bodycopy.facts.people import read_authors
from bodycopy.facts.roles import OPENERS
from bodycopy.facts.titles import fold
from bodycopy.facts.wordlist import words

MAX_SECTION_WORDS: Final = 6
#: A longer line with a date in it is a sentence.
MAX_DATE_WORDS: Final = 14
_MARK: Final = re.compile(r"^(?:(?:[*•·#>–—-]+|\d{1,2}\.)\s+|section:\s*)", re.IGNORECASE)
#: The page of the paper, behind the section's name.
_PAGE: Final = re.compile(r";\s*p(?:p|g|age)?\b.*$", re.IGNORECASE)
#: How an archive names a deck.
_DECK: Final = re.compile(r"^highlight:\s*", re.IGNORECASE)
_END: Final = re.compile(r"[\s|/—–·•:-]+$")
_PARTS: Final = re.compile(r"\s*[·•|]\s*")
_NUMBER: Final = re.compile(r"\d{2}")
#: What menus say of themselves.
_BUTTONS: Final = words(
    """
    menu menü menú login logout cart home search subscribe startseite inicio accueil start register more
    on off close open skip share print follow sign log in up account
    abo abonnieren anmelden registrieren einloggen suche suchen konto e-paper
    abonnement s'abonner connexion recherche suscríbete buscar accedi abbonati cerca entrar assine
    """
)
_OPEN_END: Final = (",", ":", "...", "…")


def read_subtitle(lines: Iterable[str], title: str | None, language: str | None) -> str | None:
    """The first of `lines` that can be the subtitle of `title`: no byline, no date, no copy of the title."""
    decks = (_DECK.sub("", line) for line in lines)
    return next((deck for deck in decks if deck and _is_subtitle(deck, fold(title or ""), language)), None)


def read_section(lines: Iterable[str], title: str | None) -> str | None:
    """The first of `lines` that can name a section, without the marks of lists and separators around it."""
    return next(filter(None, (_section(line, fold(title or "")) for line in lines)), None)


def _is_subtitle(line: str, title: str, language: str | None) -> bool:
    folded = fold(line)
    if not folded or (title and title in folded and len(folded) < 2 * len(title)):
        return False
    if line.count(" ") < MAX_DATE_WORDS and find_moments(line, language):
        return False
    return not (OPENERS.match(line) and line.count(" ") < MAX_DATE_WORDS and read_authors((line,)))


def _section(line: str, title: str) -> str | None:
    if line.endswith(_OPEN_END):
        return None
    name = _PARTS.split(_END.sub("", _PAGE.sub("", _MARK.sub("", line))))[0].strip()
    tokens = name.casefold().split()
    if not tokens or len(tokens) > MAX_SECTION_WORDS or fold(name) in ("", title) or _NUMBER.search(name):
        return None
    return name if not _BUTTONS.issuperset(tokens) else None
