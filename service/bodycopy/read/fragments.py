"""Paragraphs that a crude scraper broke at each link or emphasis, as bs4's `get_text("\\n")` does: “The
mayor,”, “Jane Roe”, “, said on Monday.” stand on lines of their own. Such scrapers also keep the line breaks
that the page's source has within its paragraphs, wherever these were wrapped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Final

from bodycopy.folding import bullet_length, count_words

Span = tuple[int, int]

#: So many lines that begin with a comma, a stop or a closing bracket, or with a small letter below a line of
#: so many characters that ends no sentence, show that a text is broken like this.
BROKEN_LINES: Final = 3
SENTENCE_LENGTH: Final = 30
#: So many lines that end amid a sentence, which goes on in small letters, show it too.
WRAPPED_LINES: Final = 6
#: In a short text one line in so many does, where they are as many as broken ones.
SHORT: Final = 8
#: Half of such lines are as long as this, in terms of the column at which they were wrapped.
WRAPPED_SHARE: Final = 0.8
#: Lines of sources are wrapped at such columns.
WRAP_COLUMNS: Final = range(40, 141)
#: How many words a link in a sentence has at most, and a line before it that ends with a small word at least.
LINK_WORDS: Final = 10
LEAD_WORDS: Final = 4
#: So many words are more than a heading has; a link with so few behind them is in the same sentence.
SENTENCE_BEGUN: Final = 9
SHORT_LINK: Final = 4
#: Lines that small letters tie together are a sentence where its end is seen and one has so many words; or
#: where one has more, and all have so many.
SENTENCE_WORDS: Final = 3
OPEN_WORDS: Final = 6
OPEN_SENTENCE: Final = 8
#: The longest word that is sure to need another behind it, in most languages: “of”, “und”, “les”.
SMALL_WORD: Final = 3
_PARTICLES: Final = "をはがのにとでも"
#: A particle before a word that is not written in hiragana: what it belongs to stands in the line above.
_PARTICLE: Final = re.compile(rf"[{_PARTICLES}][\u30a1-\u30fa\u4e00-\u9fffA-Za-z0-9]")
_CLOSES: Final = re.compile(
    r"(?:[,;:!?)\]»”’%]|\.(?!\.))[,;:.!?)\]»”’'\"]*(?=\s|$)|['’]s\b|[\"“](?=\s)|[、。，」』）】〉》！？]"
)
_BROKEN: Final = re.compile(rf"\n[ \t]*(?:[,;:.!?)\]»”][ \r\n]|[,.]$|[、。，」』）]|{_PARTICLE.pattern})")
_WRAPPED: Final = re.compile(
    rf"^[ \t]*([^\W\d_][^\r\n]{{{WRAP_COLUMNS.start - 2},{WRAP_COLUMNS.stop - 3}}}[^\W_],?)"
    r"(?=\r?\n[ \t]*[a-zà-öø-ÿа-яё]+[ ,][^\n]{20})",
    re.MULTILINE,
)
_SMALL: Final = re.compile(r"\n[ \t]*[a-zß-öø-ÿа-яё]")
_ENDS: Final = re.compile(r"[.!?…。:;][)\"”“’‘»«'\]]*$")
_SENTENCE: Final = re.compile(r"[.!?…。][)\"”“’‘»«'\]]*$")


def join_broken(source: str, groups: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The spans of lines of `source`, grouped by the empty lines between them, with those that one sentence
    runs through as one; as they are where nothing shows that paragraphs were broken."""
    column = _wrap_column(source, chain.from_iterable(groups))
    broken = column or sum(1 for _ in islice(_signs(source), BROKEN_LINES)) == BROKEN_LINES
    return [_join(source, group, column) if broken else list(group) for group in groups]


def _signs(source: str) -> Iterator[int]:
    """Where lines of `source` begin that show that it is broken."""
    for found in _BROKEN.finditer(source):
        yield found.end()
    for found in _SMALL.finditer(source):
        above = source[source.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
        if len(above) >= SENTENCE_LENGTH and " " in above and not (above[-1] == "," or _ENDS.search(above)):
            yield found.end()


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
        if not ties[at] and ties[at + 1] and _leads_into(*texts[at : at + 3]):
            ties[at] = "link"
    joined: list[Span] = []
    begin = 0
    for at in range(len(lines)):
        if at < len(ties) and ties[at]:
            continue
        joined += _sentence(
            lines[begin : at + 1], ties[begin:at], _is_sentence(texts[begin : at + 1], ties[begin:at])
        )
        begin = at + 1
    return joined


def _is_sentence(texts: Sequence[str], ties: Sequence[str]) -> bool:
    """Whether lines that are tied together are a sentence, or its beginning."""
    if not ties:
        return False
    words = [count_words(text) for text in texts]
    if _SENTENCE.search(texts[-1]) or "sign" in ties:
        return max(words) >= SENTENCE_WORDS
    return max(words) >= OPEN_WORDS and sum(words) >= OPEN_SENTENCE


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
    begins_small = two.lstrip("(")[:1].islower() or _PARTICLE.match(two)
    address = two.startswith(("http", "www."))
    return "letter" if begins_small and not (address or _ENDS.search(one) or bullet_length(two)) else ""


def _wrapped(one: str, two: str, column: int) -> bool:
    """Whether the line `one` ends amid a sentence, where the first word of `two` would not have fit."""
    fits = len(one) + 1 + len(two.split(None, 1)[0]) <= column
    return not (fits or len(one) > column or _ENDS.search(one) or bullet_length(two))


def _leads_into(one: str, link: str, rest: str) -> bool:
    """Whether the line `one` ends where a sentence can't, so that it goes on with `link` and the `rest`; or
    where it seldom does, with a word in small letters, and `link` is none that begins a sentence."""
    if _ENDS.search(one) or count_words(link) > LINK_WORDS:
        return False
    words = one.split()
    last = words[-1]
    if last[-1] in "、「『（" + _PARTICLES or (len(words) > 1 and last[-1] in ",(“„«"):
        return True
    long = len(words) >= LEAD_WORDS or one[0].islower() or _CLOSES.match(one)
    if long and _is_small(last):
        return True
    if len(words) >= SENTENCE_BEGUN and count_words(link) <= SHORT_LINK:
        return True
    linked = link.split()
    begins = len(link) <= SMALL_WORD or (len(linked) > 1 and link[0].isupper() and linked[-1].islower())
    return bool(long and last.isalpha() and last.islower() and not (begins or rest.startswith(":")))


def _is_small(word: str) -> bool:
    return len(word) <= SMALL_WORD and word.isalpha() and word.islower()
