"""Patterns as trees: just enough of RE2's syntax to tell what a match of a pattern is made of.

Which characters a class holds is not worked out here; RE2 itself is asked, over a set of samples.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import re2

from bodycopy.folding import matchable, printable
from bodycopy.rules.patterns import compile_pattern

#: The characters that classes are asked about, besides those that they name.
SAMPLES: Final = "".join(map(chr, range(0x20, 0x7F))) + "\t\n\u00a0éßñçÄÉÞž©®°•·…’‘“”«»–—→›×€жЖ年म"
MAX_DEPTH: Final = 60
_FLAGS: Final = re.compile(r"\?([imsU]*)(?:-([imsU]+))?([:)])")
_GROUP_NAME: Final = re.compile(r"\?P?<\w+>")
_TIMES: Final = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_ESCAPE: Final = re.compile(
    r"\\(?:[pP](?:\{[^}]*\}|.)|x(?:\{[0-9A-Fa-f]+\}|[0-9A-Fa-f]{2})|[0-7]{1,3}|.)", re.DOTALL
)
_NAMED: Final = re.compile(r"\[:\^?\w+:\]")


class OpaqueError(ValueError):
    """The pattern can't be looked into: it is nested too deeply, or spelled as nobody spells."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character, of a few or of many. `source` is what the pattern says; `seen` holds those of its
    characters that stand in text that was folded."""

    source: str
    members: frozenset[str]
    seen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A place without width: `^`, `$`, or a word's edge, `\\b`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """Parts, one behind the other."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part, `least` to `most` times; without an upper bound where `most` is None."""

    part: "Node"
    least: int
    most: int | None


Node = Chars | Edge | Row | Choice | Repeat


@lru_cache(maxsize=1 << 14)
def parse(pattern: str) -> Node:
    """The tree of a pattern that RE2 accepts, its terms replaced. Raises OpaqueError."""
    try:
        return _Parser(pattern).whole()
    except re2.error as error:
        raise OpaqueError(pattern) from error


class _Parser:
    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0
        self._fold = True

    def whole(self) -> Node:
        return self._choice(0)

    def _choice(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise OpaqueError(self._text)
        folds = self._fold
        rows = [self._row(depth)]
        while self._take("|"):
            rows.append(self._row(depth))
        self._fold = folds
        return rows[0] if len(rows) == 1 else Choice(tuple(rows))

    def _row(self, depth: int) -> Node:
        parts: list[Node] = []
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            parts.append(self._times(self._part(depth)))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _times(self, part: Node) -> Node:
        while True:
            if self._take("*"):
                part = Repeat(part, 0, None)
            elif self._take("+"):
                part = Repeat(part, 1, None)
            elif self._take("?"):
                part = Repeat(part, 0, 1)
            elif found := _TIMES.match(self._text, self._at):
                self._at = found.end()
                least = int(found[1])
                part = Repeat(part, least, least if not found[2] else int(found[3]) if found[3] else None)
            else:
                return part
            self._take("?")  # lazy: finds the same

    def _part(self, depth: int) -> Node:
        """The next atom; an empty one for flags that hold for the rest of the group."""
        char = self._text[self._at]
        if char == "(":
            return self._group(depth)
        if char == "[":
            return self._atom(self._class_end())
        if char in "^$":
            self._at += 1
            return Edge(char)
        if char == "\\":
            return self._escape()
        return self._atom(self._at + 1)

    def _group(self, depth: int) -> Node:
        self._at += 1
        folds = self._fold
        if flags := _FLAGS.match(self._text, self._at):
            self._at = flags.end()
            if "i" in flags[1]:
                self._fold = True
            if "i" in (flags[2] or ""):
                self._fold = False
            if flags[3] == ")":
                return Row(())
        elif name := _GROUP_NAME.match(self._text, self._at):
            self._at = name.end()
        inside = self._choice(depth + 1)
        self._take(")")
        self._fold = folds
        return inside

    def _escape(self) -> Node:
        if self._text.startswith("\\Q", self._at):
            end = self._text.find("\\E", self._at)
            literal = self._text[self._at + 2 : end if end >= 0 else len(self._text)]
            self._at = end + 2 if end >= 0 else len(self._text)
            return Row(tuple(_chars(re.escape(char), self._fold) for char in literal))
        found = _ESCAPE.match(self._text, self._at)
        if found is None:
            return self._atom(len(self._text))
        edge = {"\\A": "^", "\\z": "$", "\\b": "b", "\\B": "b"}.get(found.group())
        if edge:
            self._at = found.end()
            return Edge(edge)
        return self._atom(found.end())

    def _class_end(self) -> int:
        at = self._at + 1
        at += self._text.startswith("^", at)
        at += self._text.startswith("]", at)
        while at < len(self._text) and self._text[at] != "]":
            found = _ESCAPE.match(self._text, at) or _NAMED.match(self._text, at)
            at = found.end() if found else at + 1
        return at + 1

    def _atom(self, end: int) -> Node:
        source = self._text[self._at : end]
        self._at = end
        return _chars(source, self._fold)

    def _take(self, char: str) -> bool:
        found = self._text.startswith(char, self._at)
        self._at += found
        return found


@lru_cache(maxsize=1 << 12)
def _chars(source: str, fold: bool) -> Chars:
    test = compile_pattern(f"(?{'i' if fold else '-i'}:{source})")
    members = frozenset(char for char in {*SAMPLES, *source} if test.fullmatch(char))
    return Chars(source, members, frozenset(filter(survives, members)))


@lru_cache(maxsize=1 << 12)
def survives(char: str) -> bool:
    """Whether `char` can stand inside a text that was folded for matching."""
    return char in matchable(printable(f"x{char}x"))
