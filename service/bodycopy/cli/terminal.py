"""Tables and lines on stdout, progress on stderr: live and in colour on a terminal, plain where piped."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Final

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from bodycopy.cli.streams import stdout

#: Columns of a table that is written to a file.
WIDTH: Final = 100


def plain(table: RenderableType) -> str:
    """`table` without colour, WIDTH columns wide."""
    out = StringIO()
    Console(file=out, width=WIDTH, highlight=False, emoji=False, markup=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def show(table: RenderableType) -> None:
    """Writes `table` to stdout in UTF-8, whatever the locale says."""
    out = stdout()
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(table)
    lines = (line.rstrip() for line in captured.get().splitlines())
    out.write(("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
    out.flush()


def show_lines(lines: Iterable[Text]) -> None:
    """Writes `lines` to stdout as long as they are."""
    console = Console(file=sys.stdout, soft_wrap=True, highlight=False, emoji=False, markup=False)
    for line in lines:
        console.print(line)


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A function that shows how many of how many are done; it shows nothing where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def counting_bar(unit: str) -> Progress:
    """A bar on stderr that counts its `done` beside how far it is, drawn only on a terminal and only when it
    is told to refresh."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.fields[done]} " + unit),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        auto_refresh=False,
        transient=True,
    )
