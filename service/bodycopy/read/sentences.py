"""Sentences of a text without any line break."""

import re
from typing import Final

# Begins where a row of stops begins and never gives back: a document may be nothing but stops.
_END: Final = re.compile(r"(?:(?<![.!?…])[.!?…]++[\"'”“’‘»«)\]]*+(?=\s)|[。！？][」』”]?)\s*")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\"'“‘])(?:(?-i:[A-Z])|[A-Za-z](?:\.[A-Za-z])+|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|"
    r"Rev|Hon|St|Jr|Sr|vs|etc|No|Inc|Ltd|Corp|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Mme|Mlle|bzw|ca|Nr|Str|Sra|Srta)\.$"
)
_OPENER: Final = re.compile(r"[\"'“‘«„(\[¿¡]*[^\W_]")


def split_sentences(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans (start, end) of the sentences of `source[start:end]`, white space between them left out."""
    spans: list[tuple[int, int]] = []
    begin = start
    for found in _END.finditer(source, start, end):
        stop = len(found.group().rstrip()) + found.start()
        following = _OPENER.match(source, found.end(), end)
        if following and following.group()[-1].islower():
            continue
        if _ABBREVIATION.search(source[max(begin, stop - 12) : stop]):
            continue
        spans.append((begin, stop))
        begin = found.end()
    if begin < end:
        spans.append((begin, end))
    return spans
