"""Files that stand among the packs, look like packs by their names, and are not read."""

from collections.abc import Iterator

from bodycopy.rules.files import ENDING, find_files
from bodycopy.rules.lint.codes import CODES
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.subject import Subject


def check_unread(subject: Subject) -> Iterator[Finding]:
    """No file has nearly the ending of a pack."""
    for folder in subject.folders:
        for path in find_files(folder):
            if path.name.lower().endswith((".yml", ENDING)) and not path.name.endswith(ENDING):
                message = f"is not read: the names of packs end in {ENDING}"
                yield Finding(str(path), 1, "", "", CODES["not-read"], "not-read", message)
