"""What a rule says twice: phrases that fold to the same, patterns that another of the list covers."""

from collections.abc import Iterator
from typing import Final

from bodycopy.folding import phrase
from bodycopy.rules.lint.examples import match_texts
from bodycopy.rules.lint.finding import Finding, quote
from bodycopy.rules.lint.subject import Entry, KeyPath, Subject
from bodycopy.rules.lint.syntax import TooDeepError
from bodycopy.rules.lint.witness import witnesses
from bodycopy.rules.model import compile_pattern

#: So many texts that were made from a pattern must be covered before it is called so.
ENOUGH: Final = 12


def check_doubles(subject: Subject) -> Iterator[Finding]:
    """No phrase and no pattern stands twice in its list, and none finds only what another finds."""
    for entry in subject.own:
        for path, conditions, _ in entry.conditions():
            folded = [phrase(text) for text in conditions.equals]
            yield from _twice(entry, (*path, "equals"), conditions.equals, folded)
            yield from _patterns(entry, (*path, "regex"), conditions.regex)
        if entry.rule.span:
            yield from _patterns(entry, ("span", "regex"), entry.rule.span.regex)


def _twice(entry: Entry, path: KeyPath, texts: list[str], compared: list[str]) -> Iterator[Finding]:
    for at, text in enumerate(compared):
        first = compared.index(text)
        if first != at:
            here = entry.quoted((*path, at), texts[at])
            message = f"{here} says the same as {'.'.join(map(str, (*path, first)))}"
            yield entry.finding((*path, at), "said-twice", message)


def _patterns(entry: Entry, path: KeyPath, patterns: list[str]) -> Iterator[Finding]:
    yield from _twice(entry, path, patterns, patterns)
    texts = match_texts(entry)
    for at, pattern in enumerate(patterns):
        for other, wider in enumerate(patterns):
            if pattern != wider and _covers(wider, pattern, texts):
                if other > at and _covers(pattern, wider, texts):
                    continue  # each covers the other: the later one is named
                here = entry.quoted((*path, at), pattern)
                message = f"{here} finds nothing that {'.'.join(map(str, (*path, other)))} does not find"
                yield entry.finding((*path, at), "covered", message)
                break


def _covers(wider: str, pattern: str, texts: list[str]) -> bool:
    """Whether `wider` is found wherever `pattern` is, as far as examples and made texts tell."""
    here, there = compile_pattern(pattern).search, compile_pattern(wider).search
    if any(here(text) and not there(text) for text in texts):
        return False
    made = 0
    try:
        for text in witnesses(pattern):
            if not there(text):
                return False
            made += 1
    except TooDeepError:
        return False
    return made >= ENOUGH
