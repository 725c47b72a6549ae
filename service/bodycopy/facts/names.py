"""What a person's name looks like, and how it is written out."""

import re
import unicodedata
from typing import Final

from bodycopy.facts.roles import NOT_NAMES, PARTICLES, SUFFIX

MAX_TOKENS: Final = 6
MAX_NAME: Final = 60
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff・·]{2,8}")
_CJK_ORGANISATION: Final = re.compile(
    r"(?:社|部|局|新聞|新闻|通信|時報|日报|日報|報|报|網|网|編集|编辑|台|放送|뉴스|일보|신문)$"
)
_SMALL_WORDS: Final = frozenset(
    (
        "de",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "del",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "zu",
        "y",
        "e",
    )
)
_NUMERAL: Final = re.compile(r"(?:II|III|IV|J\.?R|S\.?R|PHD|MD)\.?$")
_AFTER_MARK: Final = re.compile(r"(^|[-'’.])([^\W\d_])")
_MC: Final = re.compile(r"^Mc([a-z])(?=[a-z]{2})")


def fold_name(name: str) -> str:
    """The form in which two spellings of one name are the same."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum() or c.isspace())
    return " ".join(bare.split())


def name_like(tokens: list[str], alone: bool, shouted: bool) -> bool:
    """Whether `tokens` can be a person's name. `alone` allows a name of one word; `shouted` says that
    the line is in capitals, so that capitals do not make an acronym."""
    if len(tokens) > MAX_TOKENS or sum(map(len, tokens)) > MAX_NAME:
        return False
    if any(token.casefold().strip(".,:") in NOT_NAMES for token in tokens):
        return False
    if not all(_name_token(token) for token in tokens):
        return False
    if len(tokens) > 1:
        first, last = tokens[0], tokens[-1]
        return last not in PARTICLES and any(
            len(t.strip(".")) > 1 and t not in PARTICLES for t in (first, last)
        )
    only = tokens[0]
    if _CJK.fullmatch(only):
        return not _CJK_ORGANISATION.search(only)
    acronym = only.isupper() and len(only) <= 5 and not shouted
    return alone and not acronym and len(only) > 1 and only[0].isupper() and not SUFFIX.fullmatch(only)


def _name_token(token: str) -> bool:
    if token in PARTICLES:
        return True
    letters = 0
    for char in token:
        category = unicodedata.category(char)
        if category[0] == "L":
            letters += 1
        elif category[0] != "M" and char not in "'’‘`´.-‐‑·・®\u200c\u200d":
            return False
    if not letters:
        return False
    cased = next((char for char in token if char.lower() != char.upper()), None)
    return cased is None or any(char.isupper() for char in token)


def written_name(tokens: list[str]) -> str:
    """The name as it is printed: one that stood in capitals gets small letters."""
    if len(tokens) == 1 and len(tokens[0]) < 3:
        return tokens[0]
    if any(char.islower() for token in tokens for char in token if token not in PARTICLES):
        return " ".join(tokens)
    return " ".join(_small(token, index) for index, token in enumerate(tokens))


def _small(token: str, index: int) -> str:
    lower = token.lower()
    if index and lower in _SMALL_WORDS:
        return lower
    if _NUMERAL.match(token) and index:
        return {"JR": "Jr", "SR": "Sr", "PHD": "PhD"}.get(token.rstrip("."), token.rstrip(".")) + (
            "." if token.endswith(".") else ""
        )
    if not index and len(token) == 2 and not any(vowel in lower for vowel in "aeiouyäöü"):
        return token  # initials: JD, TJ
    shown = _AFTER_MARK.sub(lambda m: m[1] + m[2].upper(), lower)
    return _MC.sub(lambda m: "Mc" + m[1].upper(), shown)
