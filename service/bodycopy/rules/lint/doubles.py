"""What a rule says twice: phrases that fold to the same, patterns that another of the list covers."""

from collections.abc import Iterator
from typing import Final

from bodycopy.folding import phrase
from bodycopy.rules.lint.examples import match_texts
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.places import KeyPath
from bodycopy.rules.lint.subject import Entry, Subject
from bodycopy.rules.lint.syntax import OpaqueError
from bodycopy.rules.lint.witness import witnesses
from bodycopy.rules.patterns import compile_pattern

#: So many texts that were made from a pattern must be covered before it is called so.
ENOUGH: Final = 12
#: Longer lists are not compared, pattern by pattern.
COMPARED: Final = 200


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
    seen: dict[str, int] = {}
    for at, text in enumerate(compared):
        first = seen.setdefault(text, at)
        if first != at:
            here = entry.quoted((*path, at), texts[at])
            message = f"{here} says the same as {'.'.join(map(str, (*path, first)))}"
            yield entry.finding((*path, at), "said-twice", message)


def _patterns(entry: Entry, path: KeyPath, patterns: list[str]) -> Iterator[Finding]:
    yield from _twice(entry, path, patterns, patterns)
    if not 1 < len(patterns) <= COMPARED:
        return
    examples = match_texts(entry)
    covers = [_covering(at, patterns, examples) for at in range(len(patterns))]
    for at, others in enumerate(covers):
        # Where each of two covers the other, the later one is named.
        wider = [other for other in others if other < at or at not in covers[other]]
        if wider:
            here = entry.quoted((*path, at), patterns[at])
            message = f"{here} finds nothing that {'.'.join(map(str, (*path, wider[0])))} does not find"
            yield entry.finding((*path, at), "covered", message)


def _covering(at: int, patterns: list[str], examples: list[str]) -> list[int]:
    """The patterns that are found wherever the one at `at` is, as far as examples and made texts tell."""
    here = compile_pattern(patterns[at]).search
    left = [other for other, pattern in enumerate(patterns) if pattern != patterns[at]]
    # examples first: nearly all patterns are told apart by one, and making texts takes long
    for text in filter(here, examples):
        left = [other for other in left if compile_pattern(patterns[other]).search(text)]
    made = 0
    try:
        for text in witnesses(patterns[at]) if left else ():
            made += 1
            left = [other for other in left if compile_pattern(patterns[other]).search(text)]
            if not left:
                break
    except OpaqueError:
        return []
    return left if made >= ENOUGH else []
