"""How text is folded: for print (a block's text) and for matching (what rules see)."""

import re
from collections.abc import Iterable
from typing import Final

# Characters that show nothing and stand between letters by accident. The joiners U+200C and U+200D
# spell words in Persian, Hindi and emoji, so they stay.
_INVISIBLE: Final = (
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_CONTROLS: Final = [c for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n\v\f\r\x85"]
_TO_PRINT: Final = {**{ord(c): None for c in _INVISIBLE}, **dict.fromkeys(_CONTROLS, " ")}
#: Scripts written without spaces, first and last code point each: about two characters make a word.
UNSPACED: Final = ((0xE00, 0xE7F), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
_UNSPACED: Final = re.compile("[" + "".join([f"{chr(first)}-{chr(last)}" for first, last in UNSPACED]) + "]+")
#: The bytes of UTF-8 that each of these characters begins with; few others do.
_UNSPACED_LEADS: Final = b"\xe0\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef"
_TO_MATCH: Final = (("'", "’‘‚‛′`´‹›"), ('"', "“”„‟″«»"), ("-", "–—‐‑‒―−"))
# Latin letters, digits and marks as wide as ideographs.
_WIDE: Final = re.compile("[\uff01-\uff5e]")
#: The byte of UTF-8 that these begin with: it is found far faster.
_WIDE_LEAD: Final = b"\xef"
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BULLET: Final = re.compile(r"(?:[•◦‣▪▫■□●○∙·⁃►▸▶➤→✓✔❯➜»*+\-–—oｏ]|\(?\d{1,2}[.)])\s+(?=\S)|[•◦‣▪▫■●○・◆◇]")
_LETTER_BULLETS: Final = "oｏ"
_TIGHT: Final = ",.;:!?…)]"
_EDGE: Final = " \t.,:;!?؟،؛।۔*|>»›→←↓↑▸▾▼▲►+-–—…•·'\"()[]。、・◆◇「」『』【】〈〉《》"
_DIGIT: Final = re.compile(r"\d")
_SHOWN: Final = re.compile(r"\S+")
_COUNTER: Final = re.compile(r"^\(?\d[\d,.]*[kKmM]?\)?\s+(?=\D)|(?<=\D)\s*[(\[]?\d[\d,.]*[kKmM]?[)\]]?$")


def printable(text: str) -> str:
    """`text` as a reader would print it: controls are spaces, invisible characters go, white space folds."""
    folded = " ".join(text.split())
    return folded if folded.isprintable() else " ".join(text.translate(_TO_PRINT).split())


def shown(text: str) -> str:
    """`text` without the characters that show nothing; controls are spaces, white space stays."""
    return text if text.isprintable() else text.translate(_TO_PRINT)


def printed_indexes(text: str) -> list[int]:
    """The index in `text` of each character of `printable(text)`, -1 for a space between its words."""
    kept: list[int] = []
    space = False
    for index, char in enumerate(text):
        shown = _TO_PRINT.get(ord(char), char)
        if shown is None:
            continue
        if shown.isspace():
            space = bool(kept)
            continue
        if space:
            kept.append(-1)
            space = False
        kept.append(index)
    return kept


def offsets_in(source: str, text: str) -> list[int]:
    """For each character of `text`, its index in `source`, of which `text` is what is printed: the
    same characters less the invisible ones, with white space folded."""
    if source == text:
        return list(range(len(text)))
    offsets: list[int] = []
    at = 0
    for char in text:
        if char != " ":
            at = source.index(char, at)
        offsets.append(at)
        at += 1
    return offsets


def cut_out(text: str, spans: Iterable[tuple[int, int]]) -> list[int]:
    """The indexes of the characters that stay when `spans` are cut from `text`, for print: one space
    (as -1) where white space or a cut stood between words, none before a comma or stop behind a cut."""
    kept: list[int] = []
    cut = False
    at = last = 0
    for start, end in (*sorted(spans), (len(text), len(text))):
        for word in _SHOWN.finditer(text, at, max(at, start)):
            first, behind = word.span()
            if kept and first != last and not (cut and text[first] in _TIGHT):
                kept.append(-1)
            kept.extend(range(first, behind))
            last, cut = behind, False
        cut = cut or end > at
        at = max(at, end)
    return kept


def join_kept(text: str, kept: Iterable[int]) -> str:
    """The text that `cut_out` leaves of `text`."""
    return "".join([" " if index < 0 else text[index] for index in kept])


def count_words(text: str) -> int:
    """Words between spaces; of scripts without spaces, every two characters are one."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _UNSPACED_LEADS)) == len(data):  # ten times faster than the pattern
        return len(text.split())
    unspaced = sum(map(len, _UNSPACED.findall(text)))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // 2


def says_something(text: str) -> bool:
    """Whether `text` holds a letter or a digit."""
    return text[:1].isalnum() or any(map(str.isalnum, text))


def bullet_length(text: str) -> int:
    """How many characters of `text` are a list bullet and the white space behind it."""
    first = text[:1]
    if first.isalpha() and first not in _LETTER_BULLETS:
        return 0
    found = _BULLET.match(text)
    return found.end() if found else 0


def matchable(text: str) -> str:
    """`text` with quotes and dashes made plain and wide letters narrow; as long as `text`, character for
    character."""
    if text.isascii() and "`" not in text:
        return text
    for plain, variants in _TO_MATCH:
        for variant in variants:
            if variant in text:  # far faster than str.translate, and most variants are absent
                text = text.replace(variant, plain)
    wide = _WIDE_LEAD in text.encode("utf-8", "surrogatepass") and _WIDE.search(text)
    return text.translate(_NARROW) if wide else text


def phrase(text: str) -> str:
    """The form in which whole phrases are compared: no case, no counter, nothing at the edges."""
    return matched_phrase(matchable(text))


def matched_phrase(text: str) -> str:
    """`phrase(text)` of a text made matchable already. The Turkish i with and without a dot is one."""
    folded = text.strip(_EDGE)
    bare = _COUNTER.sub("", folded).strip(_EDGE) if _DIGIT.search(folded) else folded
    cased = (bare or folded).casefold()
    return cased if cased.isascii() else cased.replace("i\u0307", "i").replace("ı", "i")
