"""The files of a rules folder: found without running in circles, read without running out of memory."""

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Final

MAX_PACK_BYTES: Final = 1 << 20
#: Files and folders that are looked at below one rules folder, packs or not.
MAX_ENTRIES: Final = 20_000
ENDING: Final = ".yaml"


class UnreadableError(Exception):
    """A file or folder can't be read; the message is `path: why`."""


def find_packs(root: Path) -> Iterator[Path]:
    """Every `*.yaml` of `find_files`. Raises UnreadableError."""
    return (path for path in find_files(root) if path.name.endswith(ENDING))


def find_files(root: Path) -> Iterator[Path]:
    """Every file below `root` in a fixed order. Links are followed; what begins with a dot is passed by
    (a mounted Kubernetes ConfigMap holds each file twice, the second time below such a folder).

    Raises UnreadableError for a folder that can't be read, that a link leads back to, or that holds more
    than MAX_ENTRIES.
    """
    left = MAX_ENTRIES
    waiting: list[tuple[Path, frozenset[str]]] = [(root, frozenset((os.path.realpath(root),)))]
    while waiting:
        folder, above = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                names = sorted((entry.name, _is_folder(entry)) for entry in entries)
        except OSError as error:
            raise UnreadableError(f"{folder}: can't be read: {error.strerror}") from None
        left -= len(names)
        if left < 0:
            raise UnreadableError(f"{root}: holds more than {MAX_ENTRIES} files; name a folder of packs")
        inner = []
        for name, is_folder in names:
            path = folder / name
            if name.startswith("."):
                continue
            if is_folder:
                real = os.path.realpath(path)
                if real in above:
                    raise UnreadableError(f"{path}: is a link back to {real}, which it stands in")
                inner.append((path, above | {real}))
            else:
                yield path
        waiting += reversed(inner)


def read_text(path: Path, shown: str) -> str:
    """The text of a pack; `shown` is its name in messages. Raises UnreadableError."""
    try:
        # What is no plain file is not opened: a named pipe would be waited for.
        if not S_ISREG(path.stat().st_mode):
            raise UnreadableError(f"{shown}: is not a plain file")
        with path.open("rb") as file:
            data = file.read(MAX_PACK_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"{shown}: can't be read: {error.strerror}") from None
    if len(data) > MAX_PACK_BYTES:
        raise UnreadableError(f"{shown}: is too large; a pack has at most {MAX_PACK_BYTES} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"{shown}:{line}: byte {error.start} is not UTF-8; a pack is text in UTF-8"
        ) from None


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself; reading it says so
        return False
