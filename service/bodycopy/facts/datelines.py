"""Datelines: where a story was filed and by which agency."""

import re
from typing import Final

from bodycopy.facts.agencies import is_agency
from bodycopy.facts.months import MONTH, WEEKDAY
from bodycopy.result import Dateline

MAX_SPAN: Final = 200
_EDGE: Final = " \t\n,.;:-–—−/"
_AGENCY: Final = re.compile(r"\(([^()\d]{2,60})\)|/([^/\d]{2,40})/")
_DATE: Final = re.compile(
    rf"[\s,.(]+(?:(?:le|am|den|the)\s+)?(?:(?:{WEEKDAY})\b[.,\s]*)?"
    rf"(?:\d{{1,2}}\S{{0,2}}\s*(?:de\s+|of\s+)?(?:{MONTH})\b|(?:{MONTH})\b\.?\s*\d|\d|(?:{WEEKDAY})\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_STATE: Final = re.compile(r", (?:[A-Z][a-z]{1,5}|[A-Z]\.[A-Z])$")
#: Where these are spoken a province stands in brackets behind the place: 'RIALTO (Savona)'.
_PROVINCES: Final = frozenset(("ca", "es", "fr", "it", "pt"))
_HAS_LETTER: Final = re.compile(r"[^\W\d_]")


def read_dateline(span: str, language: str | None = None) -> Dateline | None:
    """Place and agency of a dateline ('LONDON, June 3 (AP) —') as they stood; None where it names neither."""
    span = " ".join(span[:MAX_SPAN].split())
    found = _AGENCY.search(span)
    if found and found[1] and _is_province(found[1], language):
        return {"place": span[: found.end()].strip(), "agency": None}
    agency = (found[1] or found[2]).strip(_EDGE) if found else None
    place: str | None = _DATE.sub("", " " + (span[: found.start()] if found else span)).strip(_EDGE)
    if place and f"{place}." in span and _STATE.search(place):
        place += "."  # an abbreviated state keeps its stop
    if place and not agency and is_agency(place):
        place, agency = None, place
    if not place or not _HAS_LETTER.search(place):
        place = None
    return {"place": place, "agency": agency or None} if place or agency else None


def _is_province(inside: str, language: str | None) -> bool:
    """Whether the words in brackets are a province rather than an agency."""
    spoken = (language or "").partition("-")[0]
    return spoken in _PROVINCES and not inside.isupper() and not is_agency(inside)
