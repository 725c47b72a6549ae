"""Ids: each begins with the folder of its pack, so that a reader of a verdict knows where to look."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.subject import Subject


def check_ids(subject: Subject) -> Iterator[Finding]:
    """A pack below a folder gives its rules ids that begin with it; one beside the folders may name any, and
    a rule that replaces another has that one's id."""
    for entry in subject.own:
        folder = PurePosixPath(entry.source.pack).parts[0]
        if entry.rule.replaces or folder == entry.source.pack:
            continue
        if not entry.rule.id.startswith(f"{folder}/"):
            rest = entry.rule.id.rpartition("/")[2]
            message = f"the pack stands in {folder}/; the id must begin with it ({folder}/{rest})"
            yield entry.finding(("id",), "id-folder", message)
