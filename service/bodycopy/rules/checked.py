"""What was checked before: compiling thousands of patterns, only to see that each of them compiles, takes
half a second and 35 MB of each start. Who changes the shipped packs writes the record anew with `bodycopy
rules check --record`; until then they are checked at each start, as packs of one's own are."""

import hashlib
from pathlib import Path
from typing import Final

from bodycopy.rules.files import UnreadableError, find_packs

#: Beside the packs: the fingerprint of those whose patterns were compiled without a problem.
RECORD: Final = "CHECKED"


def fingerprint(root: Path) -> str:
    """What identifies the packs and terms below `root`, byte for byte. Raises UnreadableError."""
    found = hashlib.sha256()
    for path in find_packs(root):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableError(f"{path}: can't be read: {error.strerror}") from None
        found.update(f"{path.relative_to(root).as_posix()} {len(data)}\n".encode() + data)
    return found.hexdigest()


def is_checked(root: Path) -> bool:
    """Whether the packs below `root` are those of its record."""
    try:
        return (root / RECORD).read_text("ascii").strip() == fingerprint(root)
    except (OSError, ValueError, UnreadableError):  # no record, or packs of which `load` says what is wrong
        return False


def record(root: Path) -> Path:
    """Writes the record of the packs below `root`, which a linter has found to be as they should; returns the
    file. Raises OSError where it can't be written, UnreadableError."""
    path = root / RECORD
    path.write_text(fingerprint(root) + "\n", "ascii")
    return path
