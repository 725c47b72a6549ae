"""Bytes in and out of the command line."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

import click


def open_source(name: str) -> AbstractContextManager[BinaryIO]:
    """The file's bytes, or stdin's for `-`. Raises OSError."""
    if name != "-":
        return open(name, "rb")
    if sys.stdin is None:
        raise click.UsageError("stdin is closed; name a file")
    return nullcontext(sys.stdin.buffer)


def stdout() -> BinaryIO:
    """Where bytes go out, whatever the locale says."""
    if sys.stdout is None:
        raise click.UsageError("stdout is closed; there is nowhere to write to")
    return sys.stdout.buffer
