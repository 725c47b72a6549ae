"""Bytes in and out of the command line."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from bodycopy.errors import InputError
from bodycopy.settings import variable


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


def read_document(source: BinaryIO, name: str, limit: int) -> bytes:
    """All of `source`. Raises InputError where it has more than `limit` bytes."""
    data = source.read(limit + 1)
    if len(data) > limit:
        setting = variable("max_bytes")
        raise InputError(f"{shown(name)}: has more than {limit} bytes; {setting} sets the limit")
    return data


def ensure_writable(file: Path) -> None:
    """Fails before a long piece of work, not after it. Raises OSError where `file` can't be written."""
    if file.is_fifo():  # its reader would see it end
        return
    new = not file.exists()
    with file.open("ab"):
        pass
    if new:
        file.unlink()


def shown(name: str) -> str:
    """How messages call a source."""
    return "stdin" if name == "-" else name
