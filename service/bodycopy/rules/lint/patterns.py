"""Patterns that can never match, because of how text is folded before they see it."""

from collections.abc import Iterator
from typing import Final

from bodycopy.folding import matchable, printable
from bodycopy.rules.lint.examples import match_texts, shown
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.measures import lost
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.lint.syntax import Chars, OpaqueError, parse
from bodycopy.rules.lint.witness import witnesses

DEAD: Final = (
    "no text that was made from it matches once it is folded: a bullet or number at the start is dropped, "
    "white space stands singly and never at the ends, `^` and `$` hold at the block's ends alone"
)


def check_patterns(subject: Subject) -> Iterator[Finding]:
    """Each pattern asks for characters that folded text holds, and some folded text matches it."""
    for entry in subject.own:
        texts = match_texts(entry)
        for path, pattern in entry.patterns():
            try:
                missing = dict.fromkeys(lost(parse(pattern)))
                dead = not shown(pattern, texts) and not missing and next(witnesses(pattern), None) is None
            except OpaqueError:
                continue
            written = entry.quoted(path, pattern) if missing or dead else ""
            if missing:
                asked = ", ".join(map(_folded, missing))
                message = f"{written} asks for {asked}, which no text holds once it is folded"
                yield entry.finding(path, "folded-away", message)
            if dead:
                yield entry.finding(path, "never-matches", f"{written}: {DEAD}")


def _folded(chars: Chars) -> str:
    """The characters, and what stands for them in folded text."""
    char = min(chars.members)
    plain = matchable(printable(f"x{char}x"))[1:-1]
    return f"{chars.source} (there {plain!r})" if plain else f"{chars.source} (there nothing)"
