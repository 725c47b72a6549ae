"""What a rule change does to one document: counts of words, and the places where it shows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bodycopy.decide.judge import Judged
from bodycopy.diff.align import Fate, Line
from bodycopy.labels import KEPT
from bodycopy.wording import shorten

#: Lines shown before and after a change; changes no further apart are shown together.
CONTEXT: Final = 2
#: Lines, characters of a line and characters of a cut that one change holds, so that memory stays small.
MAX_LINES: Final = 14
MAX_CHARACTERS: Final = 400
MAX_CUT: Final = 60
#: Changes of one document that may be among the largest of a corpus.
MOST: Final = 20
#: Stands for a rule where none spoke.
NO_RULE: Final = "(shape and place)"


@dataclass(slots=True)
class Moved:
    """Words that came or went, under the labels and the rules that dropped them. A word counts for each
    rule that speaks for its label."""

    words: int = 0
    by_label: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[str] = field(default_factory=Counter)

    def add(self, fate: Fate) -> None:
        """Counts a word; `fate` is the one by which it was or is dropped."""
        self.words += 1
        self.by_label[fate.label] += 1
        self.by_rule.update(fate.rules or (NO_RULE,))


@dataclass(slots=True)
class Counts:
    """Words whose fate changed: newly dropped, newly kept, or kept or dropped as before with another
    label (old, new)."""

    dropped: Moved = field(default_factory=Moved)
    kept: Moved = field(default_factory=Moved)
    relabelled: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Side:
    """A line under one ruleset. `cuts` are label, rule and text of the spans cut from it."""

    label: str
    kept: bool
    rules: tuple[str, ...]
    cuts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line of a change, or of its context, where `changed` is False. `number` counts from 1."""

    number: int
    text: str
    changed: bool
    old: Side
    new: Side


@dataclass(frozen=True, slots=True)
class Change:
    """Changed lines close together. `dropped` and `kept` count words newly dropped and newly kept,
    `relabelled` those with another label only; `left_out` lines are not among `lines`."""

    dropped: int
    kept: int
    relabelled: int
    lines: tuple[ChangedLine, ...]
    left_out: int

    @property
    def size(self) -> tuple[int, int]:
        """By which changes are ranked: words that came or went, then words with another label."""
        return self.dropped + self.kept, self.relabelled


def count(lines: Sequence[Line]) -> Counts:
    """The words of `lines` whose fate changed."""
    counts = Counts()
    for word in (word for line in lines for word in line.words):
        if word.relabelled:
            counts.relabelled[word.old.label, word.new.label] += 1
        elif word.flipped and word.old.kept:
            counts.dropped.add(word.new)
        elif word.flipped:
            counts.kept.add(word.old)
    return counts


def largest_changes(lines: Sequence[Line]) -> list[Change]:
    """The largest changes, at most MOST, each with the lines around it; the largest first."""
    changes = [_change(lines, first, last) for first, last in _rows(lines)]
    return sorted(changes, key=lambda change: change.size, reverse=True)[:MOST]


def _rows(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last index of changed lines that stand close together."""
    first = last = None
    for index, line in enumerate(lines):
        if not line.changed:
            continue
        if first is not None and last is not None and index - last > CONTEXT:
            yield first, last
            first = None
        first, last = (index if first is None else first), index
    if first is not None and last is not None:
        yield first, last


def _change(lines: Sequence[Line], first: int, last: int) -> Change:
    words = [word for line in lines[first : last + 1] for word in line.words]
    begin, end = max(0, first - CONTEXT), min(len(lines), last + 1 + CONTEXT)
    shown = [_shown(lines[index], index) for index in range(begin, min(end, begin + MAX_LINES))]
    return Change(
        sum(word.flipped and word.old.kept for word in words),
        sum(word.flipped and word.new.kept for word in words),
        sum(word.relabelled for word in words),
        tuple(shown),
        end - begin - len(shown),
    )


def _shown(line: Line, index: int) -> ChangedLine:
    return ChangedLine(
        index + 1, shorten(line.text, MAX_CHARACTERS), line.changed, _side(line.old), _side(line.new)
    )


def _side(one: Judged) -> Side:
    verdict, text = one.verdict, one.block.text
    kept = verdict.label in KEPT
    cuts = tuple((c.label, c.rule, shorten(text[c.start : c.end].strip(), MAX_CUT)) for c in one.cuts if kept)
    return Side(verdict.label, kept, verdict.rules, cuts)
