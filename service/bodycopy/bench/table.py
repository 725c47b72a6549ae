"""What was measured, as plain columns."""

from collections.abc import Sequence

from bodycopy.bench.memory import UNKNOWN
from bodycopy.bench.service import Service
from bodycopy.bench.speed import Speed
from bodycopy.bench.tools import NOT_INSTALLED

Row = tuple[str, str, int, float, Speed | None]
"""What cleaned, what, how many documents, of how many kB (median), how fast (None: not installed)."""

_HEAD = ("cleaner", "documents", "number", "kB", "ms a document", "documents a core-second")


def speeds(rows: Sequence[Row]) -> str:
    """A line for each row, under a heading."""
    lines = [_HEAD]
    for cleaner, documents, number, size, speed in rows:
        shown = (f"{speed.milliseconds:.2f}", f"{speed.per_second:.0f}") if speed else (NOT_INSTALLED, "")
        lines.append((cleaner, documents, str(number), f"{size:.1f}", *shown))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def service(measured: Service, requests: int) -> str:
    """The two figures of a running service."""
    memory = UNKNOWN if measured.memory is None else f"{measured.memory:.0f} MB"
    return f"start to ready   {measured.ready:.2f} s\na worker's memory after {requests} requests   {memory}"
