"""The authors that byline blocks name: people only, each once, in the order in which they stand."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bodycopy.facts.agencies import AGENCIES, is_agency
from bodycopy.facts.months import MONTH, WEEKDAY
from bodycopy.facts.names import fold_name, name_like, written_name
from bodycopy.facts.roles import (
    OPENERS,
    ORGANISATION,
    OTHER_CREDIT,
    PARTICLES,
    ROLE_ADJECTIVES,
    ROLES,
    SUFFIX,
    SURNAMES,
)

MAX_LINE: Final = 600
_ADDRESS: Final = re.compile(r"\S+@\S+|@\w+|https?://\S+|www\.\S+")
_BRACKETS: Final = re.compile(r"[(\[{][^()\[\]{}]{0,80}[)\]}]?")
_REST: Final = r"(?:(?!\b(?:by|von|par|por)\b|\s/\s)[^|·•●⋅;])*"
_DATES: Final = re.compile(
    rf"(?:\b(?:{WEEKDAY})\b[.,]?\s*)?(?:(?<!\d)\d{{1,2}}(?:st|nd|rd|th|"
    rf"[.º])?\s+(?:de\s+)?(?:{MONTH})\b{_REST}"
    rf"|\b(?:{MONTH})\b\.?\s*\d[^|·•●⋅;]*|(?<!\w)\d{_REST})"
    r"|\b(?:published|posted|updated|last (?:updated|modified)|publié|mis à jour|publicado|actualizado|"
    r"aktualisiert|"
    rf"stand|publisert|oppdatert)\b(?!\s+by\b|\s+von\b|\s+par\b|\s+por\b){_REST}",
    re.IGNORECASE,
)
_HAS_DATE: Final = re.compile(
    r"\d|[Pp]ubli|[Pp]ost|[Uu]pdat|[Oo]ppdat|[Aa]ktuali|[Aa]ctuali|[Mm]is à|[Ss]tand|UPDAT"
)
_PARTS: Final = re.compile(
    r"\s*[|•·●⋅;]\s*|\s+[-–—/]+\s+|\n"
    r"|\s+(?=(?:记者|記者|通讯员|通訊員|实习生|實習生|编辑|編輯|摄影|攝影)(?:\s|[:：/／]))"
)
_MID_BY: Final = re.compile(r"\b(?:[Bb]y|BY)\s+(?=[^\W\d_a-z])")
_AND: Final = re.compile(
    r"\s*,?\s*(?:&|\+|(?<=\s)(?:and|with|und|et|og|och|mit|con|AND|WITH|UND|ET)(?=\s))\s*|\s*[,،、]\s*"
)
_WEAK_AND: Final = re.compile(r"\s+(?:y|e|i|en|Y|E)\s+")
_ABBREVIATED: Final = re.compile(r"\b(?:[JS]r|Esq|Ph\.?D|M\.D|[A-Z])\.$")
_ONE: Final = r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]+(?: \w\.?)?"
_LAST_FIRST: Final = re.compile(rf"(authors?:\s*)({_ONE}(?:; {_ONE})*)", re.IGNORECASE)
_BUTTON: Final = re.compile(r"\s+(?:follow|share|bio|email|profile)$", re.IGNORECASE)
_GREETING: Final = re.compile(
    r"(?:follow|about|meet|profile of|view profile of)\s+|[*•\-–—>/\s\d.:]+", re.IGNORECASE
)
_CJK_ROLE: Final = re.compile(
    r"^(?:記者|记者|通讯员|通訊員|实习生|實習生|文|作者|責任編輯|執筆|投稿者|著者)[\s:：/／]*"
    r"|[\s/／]*(?:記者|记者|기자|特派員|報導|报道)$|(?<=\s)[著文]$|(?:／|(?<=[^\x00-\x7f])/).*$"
)


def read_authors(bylines: Iterable[str]) -> list[str]:
    """The people whom byline blocks name. Agencies, outlets, roles, dates and buttons are left out."""
    authors: dict[str, str] = {}
    announced, refused = False, False
    for line in bylines:
        line = _first_names_first(" ".join(line[:MAX_LINE].split()))
        bare = line.strip(" :,.*•")
        if OTHER_CREDIT.match(bare) and len(bare.split()) <= 3 and line.rstrip().endswith((",", ":", "by")):
            announced, refused = False, True
            continue
        if not refused:
            for name in _people(line, announced):
                authors.setdefault(fold_name(name), name)
        refused = False
        openers = ((OPENERS.match(text), text) for text in (bare, line))
        announced = any(opener is not None and opener.end() == len(text) for opener, text in openers)
    return list(authors.values())


def _first_names_first(line: str) -> str:
    """“Author: Roe, Jane; Doe, John”, as archives write it, the other way round."""
    found = _LAST_FIRST.fullmatch(line)
    if not found:
        return line
    names = [part.split(", ") for part in found[2].split("; ")]
    if any(first.casefold() in ROLES for _, first in names):
        return line
    return found[1] + ", ".join(f"{first} {last}" for last, first in names)


def _people(line: str, announced: bool) -> Iterator[str]:
    """The names of one line; `announced` where the line before it was a 'By' that stood alone."""
    line = _BRACKETS.sub(" ", _ADDRESS.sub(" ", line))
    if _HAS_DATE.search(line):
        line = _DATES.sub(" | ", line)
    for part in _PARTS.split(line):
        part = _GREETING.sub("", part, count=1) if _GREETING.match(part) else part
        part = _BUTTON.sub("", part.rstrip())
        if not part or OTHER_CREDIT.match(part):
            announced = False
            continue
        opened, shouted = announced, False
        opener = OPENERS.match(part)
        if opener:
            opened, shouted = True, part[:2].isupper()
            part = part[opener.end() :]
        elif middle := _MID_BY.search(part):
            opened, part = True, part[middle.end() :]
        yield from _split(part, opened, shouted or part.isupper())
        announced = False


def _split(part: str, opened: bool, shouted: bool) -> Iterator[str]:
    pieces: list[str] = []
    for piece in _AND.split(part):
        piece = piece.strip()
        if pieces and SUFFIX.fullmatch(piece.replace(" ", "")):
            pieces[-1] += f", {piece}"
            continue
        pieces.extend(_halves(piece))
    names = [name for name in (_name(piece, opened, shouted) for piece in pieces) if name]
    several = any(" " in name for name in names)
    for name in names:
        if " " in name or (opened and not several) or not (name.isascii() or name[0].isupper()):
            yield name


def _halves(piece: str) -> list[str]:
    """The people in 'Juan Pérez y María Gómez'; 'José Ortega y Gasset' is one."""
    found: list[str] = []
    begin, joint = 0, ""
    for match in (*_WEAK_AND.finditer(piece), None):
        half = piece[begin : match.start()] if match else piece[begin:]
        if found and (" " not in half or " " not in found[-1]):
            found[-1] += joint + half
        else:
            found.append(half)
        if match:
            begin, joint = match.end(), match[0]
    return found


def _name(piece: str, opened: bool, shouted: bool) -> str | None:
    """The name in `piece`, freed from what follows it, or None where it names no person."""
    piece = _CJK_ROLE.sub("", piece.strip(" :;-–—*'\"“”„【】〔〕"))
    if not _ABBREVIATED.search(piece):
        piece = piece.rstrip(".")
    body, comma, suffix = piece.partition(", ")
    if is_agency(body):
        return None
    tokens = _without_outlet(_without_role(_until_prose(body.split())))
    tokens = [re.sub(r"(?<=[^\W\d_])\d+$", "", token) for token in tokens]
    half = len(tokens) // 2
    if half and tokens[:half] == tokens[half:]:
        tokens = tokens[:half]
    if not tokens or not name_like(tokens, alone=opened, shouted=shouted):
        return None
    return written_name(tokens) + (comma + suffix.strip() if comma else "")


def _until_prose(tokens: list[str]) -> list[str]:
    """Up to the first word in lower case that is no particle of a name ('in Berlin', 'is a …')."""
    for index, token in enumerate(tokens):
        particle = token in PARTICLES and index < len(tokens) - 1
        if token[:1].islower() and not particle and not any(char.isupper() for char in token):
            return tokens[:index]
    return tokens


def _without_role(tokens: list[str]) -> list[str]:
    for index, token in enumerate(tokens):
        folded = token.casefold().strip(".:,")
        if folded in ROLES and not (index == 1 == len(tokens) - 1 and folded in SURNAMES):
            while index and tokens[index - 1].casefold() in ROLE_ADJECTIVES:
                index -= 1
            return tokens[:index]
    return tokens


def _without_outlet(tokens: list[str]) -> list[str]:
    """Without the agency or outlet at the end; nothing at all where the whole names an organisation."""
    for size in (4, 3, 2, 1):
        if len(tokens) > size and " ".join(tokens[-size:]).casefold() in AGENCIES:
            tokens = tokens[:-size]
            if len(tokens) > 1 and tokens[-1].casefold() in ("the", "for"):
                tokens = tokens[:-1]
            break
    for token in tokens:
        folded = token.casefold().strip(".,:")
        if folded in ORGANISATION or folded.endswith(("-redaktion", "redaktion", ".com", ".org", ".net")):
            return []
    return [] if tokens and tokens[0].casefold() in ("the", "der", "die", "das") else tokens
