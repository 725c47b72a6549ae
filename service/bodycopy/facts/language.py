"""The language of a text, as a BCP 47 tag, told offline by its words."""

import re
from functools import lru_cache
from typing import Final

import pycld2

SAMPLE: Final = 1_000
#: A document is asked again once its boilerplate is gone: mostly with the same words.
MIXTURES_KEPT: Final = 64
_MIN_BYTES: Final = 24
# Characters at which CLD2 gives up: controls, lone surrogates, code points that are no characters.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_BCP47: Final = {"iw": "he", "in": "id", "jw": "jv", "mo": "ro", "ji": "yi", "sh": "sr-Latn", "zh-Hans": "zh"}
_NO_LANGUAGE: Final = frozenset(("un", "xxx", "zzb", "zzh", "zzp", "tlh"))
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?")


def detect(text: str) -> str | None:
    """The language of the first SAMPLE characters of `text`; None where they do not tell it reliably."""
    found = mixture(text[:SAMPLE])
    return found[0] if found else None


@lru_cache(maxsize=MIXTURES_KEPT)
def mixture(text: str) -> tuple[str, ...]:
    """The languages that `text` is in, at most three, the one of most of it first; none where its words do
    not tell that one reliably."""
    found = _ask(text)
    codes = found if found is not None else _ask(_UNFIT.sub(" ", text)) or ()
    if not codes or _is_none(codes[0]):
        return ()
    return tuple([_BCP47.get(code, code) for code in codes if not _is_none(code)])


def _is_none(code: str) -> bool:
    return code in _NO_LANGUAGE or code.startswith("xx-")


def _ask(text: str) -> tuple[str, ...] | None:
    """The codes that CLD2 gives, none where it is not sure; None where it cannot read `text` or there is too
    little."""
    encoded = text.encode("utf-8", "ignore")
    if len(encoded.strip()) < _MIN_BYTES:
        return None
    try:
        reliable, _, found = pycld2.detect(encoded, isPlainText=True)
    except (pycld2.error, ValueError):
        return None
    return tuple([str(one[1]) for one in found]) if reliable else ()


def canonical(tag: str | None) -> str | None:
    """A language tag that markup stated, as BCP 47 spells it ('en_us' is 'en-US'); None where it is none."""
    match = _TAG.fullmatch((tag or "").strip())
    if match is None:
        return None
    primary = match[1].lower()
    if primary in _NO_LANGUAGE or primary in ("und", "mul", "zxx", "xx"):
        return None
    subtags = [match[2].title() if match[2] else "", match[3].upper() if match[3] else ""]
    return "-".join([_BCP47.get(primary, primary), *filter(None, subtags)])
