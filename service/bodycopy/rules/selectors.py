"""Selectors of elements, as far as blocks know their elements: a tag, and words of class, id and role."""

import re
from typing import Annotated, Final, NamedTuple

from pydantic import AfterValidator, Field

_SELECTOR: Final = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)?((?:\.[a-z]{2,}(?:-[a-z]{2,})*)*)")
_TAG: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Selector(NamedTuple):
    """An element with this tag (None: any) whose cues hold all of these words."""

    tag: str | None
    words: frozenset[str]


def parse_selector(text: str) -> Selector:
    """The meaning of `div.share-bar`, `.related` or `nav`. Raises ValueError for any other selector."""
    found = _SELECTOR.fullmatch(text)
    if not found or not text:
        raise ValueError(
            f"{text!r} is not a selector that rules know: a tag, words of a class, id or role behind dots, "
            "or both, in lower case (nav, .related, div.share-bar)"
        )
    return Selector(found[1], frozenset(found[2].replace("-", ".").split(".")) - {""})


def _a_selector(text: str) -> str:
    parse_selector(text)
    return text


def _a_tag(text: str) -> str:
    if not _TAG.fullmatch(text):
        raise ValueError(f"{text!r} is not a tag: its name in lower case is accepted, such as figcaption")
    return text


SelectorText = Annotated[str, Field(max_length=100), AfterValidator(_a_selector)]
Tag = Annotated[str, Field(max_length=50), AfterValidator(_a_tag)]
