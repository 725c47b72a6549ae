"""Lines of a stream of bytes, of bounded length."""

from collections.abc import Iterator
from typing import BinaryIO


def read_lines(source: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines without their ends; of a line over the limit its beginning, one or two bytes more."""
    while line := source.readline(limit + 2):
        rest = line
        while not rest.endswith(b"\n") and (rest := source.readline(1 << 16)):
            pass
        yield line.removesuffix(b"\n").removesuffix(b"\r")
