"""Tables on stdout, progress on stderr: in colour and live on a terminal, plain where they are piped."""

from io import StringIO
from typing import Final

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

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


def progress(unit: str) -> Progress:
    """A bar on stderr, drawn only on a terminal and only when it is told to refresh."""
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
