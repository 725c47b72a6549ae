"""Paragraphs that a crude scraper broke at each link or emphasis, as bs4's `get_text("\\n")` does: “The
mayor,”, “Jane Roe”, “, said on Monday.” stand on lines of their own. Such scrapers also keep the line breaks
that the page's source has within its paragraphs, wherever these were wrapped."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise
from typing import Final

from bodycopy.folding import bullet_length, count_words

Span = tuple[int, int]

#: So many lines that begin with a comma, a stop or a closing bracket show that a text is broken like this.
BROKEN_LINES: Final = 3
#: So many lines that end amid a sentence, which goes on in small letters, show it too.
WRAPPED_LINES: Final = 6
#: In a short text one line in so many does, where they are as many as broken ones.
SHORT: Final = 8
#: Half of such lines are as long as this, in terms of the column at which they were wrapped.
WRAPPED_SHARE: Final = 0.8
#: Lines of sources are wrapped at such columns.
WRAP_COLUMNS: Final = range(40, 141)
#: How many words a link in a sentence has at most, and a line that ends with a small word before it at least.
LINK_WORDS: Final = 10
LEAD_WORDS: Final = 4
#: A line that begins with a small letter belongs to the one above where one of them has so many words.
SENTENCE_WORDS: Final = 3
#: The longest word that is sure to need another behind it, in most languages: “of”, “und”, “les”.
SMALL_WORD: Final = 3
_PARTICLES: Final = "をはがのにとでも"
#: A particle before a word that is not written in hiragana: what it belongs to stands in the line above.
_PARTICLE: Final = re.compile(rf"[{_PARTICLES}][\u30a1-\u30fa\u4e00-\u9fffA-Za-z0-9]")
_CLOSES: Final = re.compile(
    r"(?:[,;:!?)\]»”’%]|\.(?!\.))[,;:.!?)\]»”’'\"]*(?=\s|$)|['’]s\b|[、。，」』）】〉》！？]"
)
_BROKEN: Final = re.compile(rf"\n[ \t]*(?:[,;:.!?)\]»”][ \r\n]|[,.]$|[、。，」』）]|{_PARTICLE.pattern})")
_WRAPPED: Final = re.compile(
    rf"^[ \t]*([^\W\d_][^\r\n]{{{WRAP_COLUMNS.start - 2},{WRAP_COLUMNS.stop - 3}}}[^\W_],?)"
    r"(?=\r?\n[ \t]*[a-zà-öø-ÿа-яё]+[ ,][^\n]{20})",
    re.MULTILINE,
)
_ENDS: Final = re.compile(r"[.!?…。:;][)\"”“’‘»«'\]]*$")
_SENTENCE: Final = re.compile(r"[.!?…。][)\"”“’‘»«'\]]*$")


def join_broken(source: str, groups: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The spans of lines of `source`, grouped by the empty lines between them, with those that one sentence
    runs through as one; as they are where nothing shows that paragraphs were broken."""
    column = _wrap_column(source, chain.from_iterable(groups))
    broken = column or sum(1 for _ in islice(_BROKEN.finditer(source), BROKEN_LINES)) == BROKEN_LINES
    return [_join(source, group, column) if broken else list(group) for group in groups]


def _wrap_column(source: str, lines: Iterable[Span]) -> int:
    """The column at which the paragraphs of `source`, whose `lines` these are, were wrapped; 0 where too few
    go on amid a sentence to tell, or they are of any length."""
    least = min(WRAPPED_LINES, max(BROKEN_LINES, source.count("\n") // SHORT))
    if sum(1 for begin, end in lines if WRAP_COLUMNS.start <= end - begin <= WRAP_COLUMNS.stop) < least:
        return 0
    lengths = sorted(len(line) for line in _WRAPPED.findall(source))
    if len(lengths) < least:
        return 0
    column = lengths[-1 - len(lengths) // 20]
    return column if lengths[len(lengths) // 2] > WRAPPED_SHARE * column else 0


def _join(source: str, lines: Sequence[Span], column: int) -> list[Span]:
    texts = [source[start:end] for start, end in lines]
    ties = [_tied(one, two) for one, two in pairwise(texts)]
    for at in range(len(ties)) if column else ():
        beside = (at and ties[at - 1]) or ties[at + 1 : at + 2] not in ([], [""])
        if (ties[at] and len(texts[at]) >= WRAP_COLUMNS.start) or (
            beside and _wrapped(texts[at], texts[at + 1], column)
        ):
            ties[at] = "sign"
    for at in range(len(ties) - 1):
        if not ties[at] and ties[at + 1] and _leads_into(texts[at], texts[at + 1]):
            ties[at] = "link"
    joined: list[Span] = []
    begin = 0
    for at in range(len(lines)):
        if at < len(ties) and ties[at]:
            continue
        ends = _SENTENCE.search(texts[at]) is not None or ties[begin:at][-1:] == ["sign"]
        joined += _sentence(lines[begin : at + 1], ties[begin:at], ends)
        begin = at + 1
    return joined


def _sentence(lines: Sequence[Span], ties: Sequence[str], ends: bool) -> list[Span]:
    """Lines that are tied together, as one where a sentence `ends` with the last of them. Else they may be a
    list in small letters, and only signs tie them."""
    joined = [lines[0]]
    for line, tie in zip(lines[1:], ties, strict=True):
        if ends or tie == "sign":
            joined[-1] = joined[-1][0], line[1]
        else:
            joined.append(line)
    return joined


def _tied(one: str, two: str) -> str:
    """By what the line `two` belongs to the line `one` above it: a "sign" or a small "letter"; else ""."""
    if _CLOSES.match(two):
        return "sign"
    if not (two[0].islower() or _PARTICLE.match(two)) or _ENDS.search(one) or bullet_length(two):
        return ""
    return "letter" if max(count_words(one), count_words(two)) >= SENTENCE_WORDS else ""


def _wrapped(one: str, two: str, column: int) -> bool:
    """Whether the line `one` ends amid a sentence, where the first word of `two` would not have fit."""
    fits = len(one) + 1 + len(two.split(None, 1)[0]) <= column
    return not (fits or len(one) > column or _ENDS.search(one) or bullet_length(two))


def _leads_into(one: str, link: str) -> bool:
    """Whether the line `one` ends where a sentence can't, so that it goes on with `link`."""
    words = one.split()
    last = words[-1]
    small = len(words) >= LEAD_WORDS and len(last) <= SMALL_WORD and last.isalpha() and last.islower()
    opens = last[-1] in "、「『（" + _PARTICLES or (len(words) > 1 and last[-1] in ",(“„«")
    return (small or opens) and count_words(link) <= LINK_WORDS
