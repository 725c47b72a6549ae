"""Conditions that can never hold together, and `unless` that refuses whatever `when` accepts."""

from collections.abc import Iterator
from typing import Final

from bodycopy.folding import phrase
from bodycopy.rules.lint.finding import Finding, quote
from bodycopy.rules.lint.measures import MANY, last_chars, pinned, words_of
from bodycopy.rules.lint.places import KeyPath
from bodycopy.rules.lint.subject import Entry, Subject
from bodycopy.rules.lint.syntax import OpaqueError, parse
from bodycopy.rules.lint.witness import seen_as
from bodycopy.rules.model import Conditions, Neighbour
from bodycopy.rules.patterns import compile_pattern
from bodycopy.shape import PHRASE_WORDS, PROSE_WORDS, ends_like_sentence

#: Words that a block may have beside a phrase that it equals: a counter, an arrow.
BESIDE: Final = 2
#: Of longer lists of patterns not all are tried with each phrase.
TRIED: Final = 200
_AS_PRINTED: Final = (str, str.lower, str.upper, str.title, str.capitalize)


def check_holding(subject: Subject) -> Iterator[Finding]:
    """Each condition leaves room for the others, and for each phrase and pattern beside it."""
    for entry in subject.own:
        for path, conditions, together in entry.conditions():
            yield from _phrases(entry, path, conditions, together)
            if together:
                yield from _lengths(entry, path, conditions, conditions.regex, (*path, "regex"))
        when = entry.rule.when
        if entry.rule.span and when:
            yield from _lengths(entry, ("when",), when, entry.rule.span.regex, ("span", "regex"))
        if entry.rule.repeat and when and (when.max_words or MANY) < entry.rule.repeat.min_words:
            message = f"max_words is {when.max_words}, but repeat.min_words is {entry.rule.repeat.min_words}"
            yield entry.finding(("when", "max_words"), "contradiction", message)


def _phrases(entry: Entry, path: KeyPath, conditions: Neighbour, together: bool) -> Iterator[Finding]:
    least, most, why = _bounds(conditions) if together else (0, MANY, "")
    for at, text in enumerate(conditions.equals):
        here = (*path, "equals", at)
        words = len(phrase(text).split())
        if words > PHRASE_WORDS:
            message = (
                f"{quote(text)} has {words} words; blocks of at most {PHRASE_WORDS} are compared with phrases"
            )
            yield entry.finding(here, "never-compared", message)
        elif words > most or words + BESIDE < least:
            yield entry.finding(here, "contradiction", f"{quote(text)} has {words} words, but {why}")
        elif together and 0 < len(conditions.regex) <= TRIED and not any(_found(conditions.regex, text)):
            message = f"{quote(text)} matches no pattern of `regex`, and all conditions must hold"
            yield entry.finding(here, "contradiction", message)


def _lengths(
    entry: Entry, path: KeyPath, conditions: Neighbour, patterns: list[str], where: KeyPath
) -> Iterator[Finding]:
    least, most, why = _bounds(conditions)
    if least > most:
        yield entry.finding(path, "contradiction", f"{why}: no block meets both")
        return
    for at, pattern in enumerate(patterns):
        try:
            tree = parse(pattern)
        except OpaqueError:
            continue
        words = words_of(tree)
        if words.least > most or words.most < least:
            has = f"at least {words.least}" if words.least > most else f"at most {words.most}"
            written = entry.quoted((*where, at), pattern)
            message = f"{written} is found in blocks of {has} words, but {why}"
            yield entry.finding((*where, at), "contradiction", message)
        if conditions.ends_sentence is False and pinned(tree, "$") and _all_stopped(last_chars(tree)):
            written = entry.quoted((*where, at), pattern)
            message = f"{written} ends with a full stop or its kin, but ends_sentence is false"
            yield entry.finding((*where, at), "contradiction", message)


def _bounds(conditions: Neighbour) -> tuple[int, int, str]:
    """How many words a block has that meets the conditions, and which keys say so."""
    least, most = conditions.min_words or 0, MANY
    why = [f"min_words is {least}"] if least else []
    if conditions.max_words is not None:
        most = conditions.max_words
        why.append(f"max_words is {most}")
    if conditions.prose and least < PROSE_WORDS:
        least = PROSE_WORDS
        why.append(f"prose is true (a sure paragraph has {least} words or more)")
    return least, most, " and ".join(why)


def _all_stopped(ends: frozenset[str]) -> bool:
    """Whether a text that ends with any of these characters ends like a sentence. What closes a bracket
    or a quotation does not tell."""
    return bool(ends) and all(ends_like_sentence(f"a{end}") for end in ends)


def _found(patterns: list[str], text: str) -> Iterator[bool]:
    """For each way to print a block that says `text`, in small letters and capitals, whether one of the first
    patterns is found in it."""
    searches = [compile_pattern(pattern).search for pattern in patterns[:TRIED]]
    for print_ in _AS_PRINTED:
        seen = seen_as(print_(text))
        yield any(search(seen) is not None for search in searches)


def check_refused(subject: Subject) -> Iterator[Finding]:
    """`unless` leaves something of what `when` accepts."""
    for entry in subject.own:
        when, unless = entry.rule.when or Conditions.model_construct(set()), entry.rule.unless
        if unless is None:
            continue
        for key in sorted(unless.model_fields_set):
            if _swallows(key, when, unless):
                message = f"every block that meets `when` meets {key} too, so the rule never speaks"
                yield entry.finding(("unless", key), "refused", message)
        refused = {pattern: at for at, pattern in enumerate(unless.regex)}
        for at, pattern in enumerate(when.regex):
            if pattern in refused:
                message = f"the pattern stands as unless.regex.{refused[pattern]} too"
                yield entry.finding(("when", "regex", at), "refused", message)
        phrases = {phrase(text) for text in unless.equals}
        for at, text in enumerate(when.equals):
            if phrase(text) in phrases or all(_found(unless.regex, text)):
                message = f"{quote(text)} is refused by `unless`"
                yield entry.finding(("when", "equals", at), "refused", message)


def _swallows(key: str, when: Conditions, unless: Conditions) -> bool:
    """Whether each block that meets `when` meets this condition of `unless`."""
    least, most, _ = _bounds(when)
    if key == "max_words":
        return most <= (unless.max_words or 0)
    if key == "min_words":
        return max(least, 1) >= (unless.min_words or 0)
    if key == "prose" and unless.prose is False and most < PROSE_WORDS:
        return True
    asked, refused = getattr(when, key), getattr(unless, key)
    if key in ("kind", "position"):
        return bool(asked) and set(asked) <= set(refused)
    return key not in ("equals", "regex") and asked is not None and asked == refused
