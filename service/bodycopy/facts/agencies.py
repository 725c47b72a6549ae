"""Names of news agencies and outlets: words that stand where a person could, and are none."""

import re
from collections.abc import Iterable
from typing import Final

from bodycopy.facts.roles import OPENERS

#: Agencies and outlets, folded, as whole names.
AGENCIES: Final = frozenset(
    name.strip()
    for name in """
    reuters, thomson reuters, ap, associated press, ap news, ap photo, afp, agence france-presse,
    bloomberg, bloomberg news, dpa, dpa/tmn, pa, pa media, press association, upi, united press
    international, efe, europa press, ansa, tass, ria novosti, ria, interfax, xinhua, kyodo, kyodo news,
    jiji press, yonhap, ians, pti, ani, press trust of india, aap, australian associated press, cp, the
    canadian press, canadian press, epd, kna, sid, apa, sda, keystone-sda, ats, ntb, tt, ritzau, stt,
    belga, anp, lusa, ddp, dapd, adn, nzz, ukrinform, unian, anadolu, anadolu agency, getty, getty
    images, epa, epa-efe, prnewswire, pr newswire, business wire, globenewswire, globe newswire,
    accesswire, marketwatch, newsfile, bbc, bbc news, bbc sport, cnn, cnn business, nbc, nbc news, abc,
    abc news, cbs, cbs news, cbc, cbc news, fox news, fox business, npr, pbs, msnbc, sky news, itv news,
    al jazeera, deutsche welle, dw, ard, zdf, orf, srf, rai, rfi, rtl, voa, voice of america, politico,
    axios, new york times, washington post, wall street journal, los angeles times, huffpost, guardian,
    insider, business insider, vox, propublica, the conversation, usa today, stat, kff health news,
    nexstar, tribune news service, tns, stringer, le figaro, le monde, el país, el mundo, la nación, la
    repubblica, corriere della sera, der spiegel, die zeit,
    """.replace("\n", " ").split(",")
    if name.strip()
)
MAX_LINE: Final = 600
_PIECES: Final = re.compile(
    r"\s*[,;/|·•()]\s*|\s+(?:and|und|et|y|og|och|en|with|mit|avec|con|&|-|–|—)\s+", re.IGNORECASE
)
#: Last words of outlets' names that are no surnames.
_OUTLET_WORDS: Final = frozenset(
    ["press", "news", "newswire", "agency", "newsroom", "tribune", "gazette", "herald"]
)


def is_agency(name: str) -> bool:
    """Whether `name`, with or without 'The', is an agency or an outlet, known by name or by its last word."""
    folded = " ".join(name.split()).strip(" .,:;").casefold()
    if folded.rpartition(" ")[2] in _OUTLET_WORDS and folded.count(" ") in (1, 2):
        return True
    return folded in AGENCIES or folded.removeprefix("the ") in AGENCIES


def read_agencies(lines: Iterable[str]) -> list[str]:
    """The agencies and outlets that bylines name, beside people or in their place, each once."""
    found: dict[str, str] = {}
    for line in lines:
        line = " ".join(line[:MAX_LINE].split())
        opener = OPENERS.match(line)
        for piece in _PIECES.split(line[opener.end() :] if opener else line):
            piece = piece.strip(" .,:;()")
            if is_agency(piece):
                found.setdefault(piece.casefold(), piece)
    return list(found.values())
