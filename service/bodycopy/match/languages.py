"""Which languages a document is in, as far as rules care: those of other languages are not asked."""

from collections.abc import Sequence
from heapq import nlargest
from typing import Final

from bodycopy.facts.language import mixture

Languages = frozenset[str] | None
"""The languages of a document's rules; None where it may be in any."""
#: Rules of these are asked of every document: menus and buttons in English stand on pages of all languages.
EVERYWHERE: Final = frozenset(("any", "en"))
#: So much of the longest lines tells a document's languages; less text does not tell them.
LINES: Final = 10
LETTERS: Final = 120
#: In bytes: a Chinese character says as much as three letters.
MIN_BYTES: Final = 300
#: Languages that are taken for one another, or whose readers read each other's.
_ALIKE: Final = (
    frozenset(("da", "nb", "nn", "no")),
    frozenset(("cs", "sk")),
    frozenset(("gl", "pt")),
    frozenset(("id", "ms")),
    frozenset(("hr", "bs", "sr")),
)


def primary(tag: str) -> str:
    """The language of a pack: its tag without script and region."""
    return tag.split("-")[0]


def spoken(texts: Sequence[str], known: frozenset[str]) -> Languages:
    """Those of the `known` languages whose rules a document of `texts` is asked; None (all) where its words
    don't tell its languages reliably, or there are no rules for the one that most of it is in."""
    if known <= EVERYWHERE:
        return None
    sample = "\n".join([text[:LETTERS] for text in nlargest(LINES, texts, key=len)])
    if len(sample.encode()) < MIN_BYTES:
        return None
    found = [_with_alike(primary(language)) for language in mixture(sample)]
    if not found or known.isdisjoint(found[0]):
        return None
    return known & EVERYWHERE.union(*found)


def _with_alike(language: str) -> frozenset[str]:
    return next((group for group in _ALIKE if language in group), frozenset((language,)))
