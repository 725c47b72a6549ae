"""Whether memory stays flat over many documents."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Final, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bodycopy.bench.charts import Curve, curve
from bodycopy.bench.documents import BenchError
from bodycopy.bench.memory import UNKNOWN, resident
from bodycopy.bench.runs import Watch
from bodycopy.wording import counted

POINTS: Final = 20
_BAR: Final = 40
HTML: Final = "text/html"
TEXT: Final = "text/plain"
_FILES: Final = {HTML: "input.html", TEXT: "input.txt"}

Clean = Callable[[bytes, str], object]
"""Cleans a document of a media type."""
Input = tuple[bytes, str]


class Point(NamedTuple):
    """After how many documents the process held how many megabytes."""

    documents: int
    memory: float


def endure(clean: Clean, inputs: Sequence[Input], documents: int, watch: Watch) -> list[Point]:
    """Cleans `documents` documents, `inputs` over and over, and reads the memory POINTS times in between.

    Raises BenchError where the system does not tell a process's memory.
    """
    marks = {max(1, documents * point // POINTS) for point in range(1, POINTS + 1)}
    found: list[Point] = []
    for done, (source, media_type) in enumerate(islice(cycle(inputs), documents), 1):
        clean(source, media_type)
        if done in marks:
            memory = resident()
            if memory is None:
                raise BenchError(f"memory: {UNKNOWN}")
            found.append(Point(done, memory))
            watch(done, documents)
    return found


def fixture_inputs(fixtures: Path) -> list[Input]:
    """The HTML and the plain text of the cases in turn; the fewer ones come again and again.

    Raises BenchError where the folder lacks either.
    """
    return list(_in_turn([case_inputs(fixtures, media_type) for media_type in _FILES]))


def case_inputs(fixtures: Path, media_type: str) -> list[Input]:
    """The cases' inputs of one media type. Raises BenchError where there are none."""
    name = _FILES[media_type]
    found = [(path.read_bytes(), media_type) for path in sorted(fixtures.rglob(name))]
    if not found:
        raise BenchError(f"{fixtures}: holds no {name}; name the repository's fixtures with --fixtures")
    return found


def _in_turn(sorts: Sequence[Sequence[Input]]) -> Iterator[Input]:
    rounds = max(map(len, sorts))
    for row in zip(*(islice(cycle(sort), rounds) for sort in sorts), strict=True):
        yield from row


def endurance_table(points: Sequence[Point]) -> RenderableType:
    """A row and a bar for each point, and the growth from the end of the first tenth to the last one."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("documents", justify="right")
    table.add_column("MB", justify="right")
    table.add_column("", no_wrap=True)
    most = max(point.memory for point in points)
    for point in points:
        table.add_row(f"{point.documents:,}", f"{point.memory:.1f}", "█" * round(_BAR * point.memory / most))
    return Group(table, Text(""), Text(_growth(points)))


def endurance_curve(points: Sequence[Point]) -> Curve:
    """Megabytes over documents."""
    title = "Resident memory while one process cleans HTML and text in turn"
    return curve(
        title, "documents", "MB", [("bodycopy", "own", [(one.documents, one.memory) for one in points])]
    )


def _growth(points: Sequence[Point]) -> str:
    last = points[-1]
    first = next(point for point in points if point.documents * 10 >= last.documents)
    return (
        f"resident memory from {counted(first.documents, 'document')} to {last.documents:,}: "
        f"{last.memory - first.memory:+.1f} MB"
    )
