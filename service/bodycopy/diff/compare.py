"""One line of a corpus under two rulesets, and a whole corpus on all cores."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Final, NamedTuple

from bodycopy.bench.scores import Score, score
from bodycopy.cleaner import Cleaner
from bodycopy.diff.align import Line, align
from bodycopy.diff.changes import Change, Counts, count, largest_changes
from bodycopy.diff.corpus import CorpusError, Row, RowReader
from bodycopy.errors import InputError

#: Documents that wait for a process or for their turn, for each process.
AHEAD: Final = 4


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

    def compare(self, number: int, line: bytes) -> Compared | Refused:
        """What the change of rules does to the document of a line."""
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


def compare_all(
    comparer: Comparer, lines: Iterable[tuple[int, bytes]], processes: int
) -> Iterator[Compared | Refused]:
    """Each line compared, in order, in so many processes. Holds a few lines at a time."""
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(comparer,))
    waiting: deque[Future[Compared | Refused]] = deque()
    try:
        for number, line in lines:
            if len(waiting) >= processes * AHEAD:
                yield waiting.popleft().result()
            waiting.append(pool.submit(_compare, number, line))
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise CorpusError("a process that compared documents died, perhaps for want of memory") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _scores(lines: Iterable[Line], row: Row) -> Scores | None:
    if row.gold is None:
        return None
    words = [word for line in lines for word in line.words]
    old = " ".join(word.text for word in words if word.old.kept)
    new = " ".join(word.text for word in words if word.new.kept)
    before = score(old, row.gold)
    return Scores(before, before if new == old else score(new, row.gold))


_comparer: Comparer | None = None
"""That of a process of the pool, which `_begin` sets."""


def _begin(comparer: Comparer) -> None:
    global _comparer
    _comparer = comparer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it answers an interrupt


def _compare(number: int, line: bytes) -> Compared | Refused:
    assert _comparer is not None
    return _comparer.compare(number, line)
