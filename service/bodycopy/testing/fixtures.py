"""From a folder to cases: every folder below it that holds an `input.txt`, `input.html` or
`input.md`.

A folder that can't be used becomes a BrokenCase, so that one bad case hides no other.
"""

import os
import stat
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bodycopy.testing.cases import BrokenCase, FixtureCase
from bodycopy.testing.expectations import WrongExpectations, parse_expected

INPUTS: Final = {"input.txt": "text/plain", "input.html": "text/html", "input.md": "text/markdown"}
TEXT: Final = "expected.txt"
JSON: Final = "expected.json"
MAX_BYTES: Final = 10 << 20
#: A folder with more folders than this is no folder of fixtures.
MAX_FOLDERS: Final = 50_000


def find_cases(root: Path) -> Iterator[FixtureCase | BrokenCase]:
    """The cases in and below `root`, in the order of their paths."""
    yield from sorted(_walk(root), key=lambda case: case.id)


def _walk(root: Path) -> Iterator[FixtureCase | BrokenCase]:
    # Links to folders come last and each folder is read once, so links in circles end.
    waiting, links = deque([root]), deque[Path]()
    read: set[str] = set()
    while waiting or links:
        folder = waiting.popleft() if waiting else links.popleft()
        real = os.path.realpath(folder)
        if real in read:
            yield _broken(root, folder, "a link to a folder that stands here already; each is read once")
            continue
        read.add(real)
        if len(read) > MAX_FOLDERS:
            yield _broken(root, root, f"more than {MAX_FOLDERS} folders; name one that holds fixtures alone")
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield _broken(root, folder, error.strerror or str(error))
            continue
        for entry in entries:
            if _is_folder(entry):
                (links if entry.is_symlink() else waiting).append(folder / entry.name)
        names = [entry.name for entry in entries if entry.name.startswith(("input.", "expected."))]
        if any(name.startswith("input.") or name in (TEXT, JSON) for name in names):
            yield _read_case(root, folder, names)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _read_case(root: Path, folder: Path, names: list[str]) -> FixtureCase | BrokenCase:
    inputs = [name for name in names if name.startswith("input.")]
    if len(inputs) != 1 or inputs[0] not in INPUTS:
        found = " and ".join(inputs) or "no input"
        return _broken(root, folder, f"has {found}; one file is accepted, {' or '.join(INPUTS)}")
    problems: list[str] = []
    text, data = None, None
    if _usable(folder / inputs[0], problems) and TEXT in names and _usable(folder / TEXT, problems):
        try:
            text = (folder / TEXT).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
        except UnicodeDecodeError as error:
            problems.append(f"{folder / TEXT}: byte {error.start} is not UTF-8")
        except OSError as error:
            problems.append(f"{folder / TEXT}: {error.strerror}")
    expected = None
    if JSON in names and _usable(folder / JSON, problems):
        try:
            data = (folder / JSON).read_bytes()
            expected = parse_expected(data, str(folder / JSON))
        except WrongExpectations as wrong:
            problems += wrong.problems
        except OSError as error:
            problems.append(f"{folder / JSON}: {error.strerror}")
    if problems:
        return BrokenCase(_id(root, folder), folder.absolute(), str(folder), tuple(problems))
    return FixtureCase(_id(root, folder), folder.absolute(), str(folder), inputs[0], expected, text)


def _usable(path: Path, problems: list[str]) -> bool:
    """Whether `path` can be read at all; a pipe would be waited for, a huge file fill the memory."""
    try:
        found = path.stat()
    except OSError as error:
        problems.append(f"{path}: {error.strerror}")
        return False
    if not stat.S_ISREG(found.st_mode):
        problems.append(f"{path}: is not a regular file")
    elif found.st_size > MAX_BYTES:
        problems.append(f"{path}: has {found.st_size} bytes; at most {MAX_BYTES} are accepted")
    else:
        return True
    return False


def _broken(root: Path, folder: Path, problem: str) -> BrokenCase:
    return BrokenCase(_id(root, folder), folder.absolute(), str(folder), (f"{folder}: {problem}",))


def _id(root: Path, folder: Path) -> str:
    return folder.absolute().name if folder == root else folder.relative_to(root).as_posix()
