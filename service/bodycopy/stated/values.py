"""Values of structured data as text: what is a string where, and what a reader would print of it."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from bodycopy.folding import printable

MAX_TEXT: Final = 1_000
#: So many values of a list are looked at.
MAX_LIST: Final = 200
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,10});")
_EMPTY: Final = frozenset(("null", "none", "undefined", "n/a", "nan", "false", "true", "unknown", "-"))
_TEMPLATE: Final = re.compile(r"\{\{|%%|\$\{|<%")


def text_of(value: object) -> str | None:
    """`value` as a reader would print it, without markup and entities; None where it says nothing."""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("headline")
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str) and one.strip()), None)
    if not isinstance(value, str):
        return None
    text = value[: 2 * MAX_TEXT]
    if "&" in text and _ENTITY.search(text):
        text = unescape(unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = printable(text)[:MAX_TEXT]
    if not text or text.casefold() in _EMPTY or _TEMPLATE.search(text):
        return None
    return text


def texts_of(value: object) -> Iterator[str]:
    """Every text of a string, a list or an object."""
    for one in value[:MAX_LIST] if isinstance(value, list) else [value]:
        if text := text_of(one):
            yield text


def listed(value: Any) -> list[Any]:
    """`value` as a list, cut to MAX_LIST."""
    return value[:MAX_LIST] if isinstance(value, list) else [] if value is None else [value]
