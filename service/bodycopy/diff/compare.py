"""One line of a corpus under two rulesets."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bodycopy.bench.scores import Score, score
from bodycopy.cleaner import Cleaner
from bodycopy.diff.align import Line, align
from bodycopy.diff.changes import Change, Counts, count, largest_changes
from bodycopy.diff.corpus import Row, RowReader
from bodycopy.errors import InputError


class Scores(NamedTuple):
    """A document's score against its gold text under the old and the new rules."""

    old: Score
    new: Score


@dataclass(frozen=True, slots=True)
class Compared:
    """A document under both rulesets. `changed` says that a label is another, `counts` and `changes` what
    that does to its text; `scores` is None without gold text."""

    line: int
    name: str
    url: str | None
    lang: str | None
    words: int
    changed: bool
    counts: Counts
    changes: list[Change]
    scores: Scores | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that could not be read, and why."""

    line: int
    error: str


class Comparer:
    """Cleans a document with two cleaners and compares. Picklable."""

    def __init__(self, old: Cleaner, new: Cleaner, reader: RowReader) -> None:
        self._old, self._new, self._reader = old, new, reader

    def compare(self, numbered: tuple[int, bytes]) -> Compared | Refused:
        """What the change of rules does to the document of a line, which its number comes with."""
        number, line = numbered
        try:
            row = self._reader.read(number, line)
            document = self._old.read(row.source, row.media_type, row.url)
        except InputError as error:
            return Refused(number, str(error))
        lines = list(align(self._old.judge(document, row.url), self._new.judge(document, row.url)))
        changed = any(one.changed for one in lines)
        return Compared(
            number,
            row.name,
            row.url,
            row.lang,
            sum(len(one.words) for one in lines),
            changed,
            count(lines),
            largest_changes(lines) if changed else [],
            _scores(lines, row),
        )


def _scores(lines: Iterable[Line], row: Row) -> Scores | None:
    if row.gold is None:
        return None
    words = [word for line in lines for word in line.words]
    old = " ".join(word.text for word in words if word.old.kept)
    new = " ".join(word.text for word in words if word.new.kept)
    before = score(old, row.gold)
    return Scores(before, before if new == old else score(new, row.gold))
