"""Patterns that can never match, because of how text is folded before they see it."""

from collections.abc import Iterator

from bodycopy.folding import matchable, printable
from bodycopy.rules.lint.examples import match_texts, shown
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.measures import lost
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.lint.syntax import Chars, TooDeepError, parse
from bodycopy.rules.lint.witness import witnesses
from bodycopy.rules.model import compile_pattern


def check_patterns(subject: Subject) -> Iterator[Finding]:
    """Each pattern asks for characters that folded text holds, and some folded text matches it."""
    for entry in subject.own:
        texts = match_texts(entry)
        for path, pattern in entry.patterns():
            try:
                missing = dict.fromkeys(lost(parse(pattern)))
                dead = not shown(pattern, texts) and not missing and next(witnesses(pattern), None) is None
            except TooDeepError:
                continue
            if missing:
                asked = "; ".join(map(_advice, missing))
                written = entry.quoted(path, pattern)
                yield entry.finding(path, "folded-away", f"{written} asks for {asked}")
            if dead:
                written = entry.quoted(path, pattern)
                yield entry.finding(path, "never-matches", f"{written}: {_why_dead(pattern)}")


def _advice(chars: Chars) -> str:
    """What becomes of characters that no folded text holds."""
    char = min(chars.members)
    plain = matchable(printable(f"x{char}x"))[1:-1]
    if not plain:
        return f"{chars.source}, which is dropped before patterns look at a block"
    return f"{chars.source}, which stands as {plain!r} when patterns look at a block"


def _why_dead(pattern: str) -> str:
    bare = compile_pattern(f"(?:{pattern})")
    if any(bare.search(text) for text in (" ", "  ", "- x", "• x", "1. x")):
        return (
            "white space stands singly and never at a block's ends, and a bullet is dropped before matching"
        )
    return (
        "no text that was made from it matches once it is folded: a bullet or number at the start is "
        "dropped, white space stands singly and never at the ends, `^` and `$` hold at the block's ends alone"
    )
