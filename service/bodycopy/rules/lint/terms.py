"""Terms that nobody uses. Those that are shipped are there for everybody's packs, so they are not judged."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from bodycopy.rules.lint.codes import CODES
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.load import TERMS, shipped_folder


def check_terms(subject: Subject) -> Iterator[Finding]:
    """Each term of `terms.yaml` is used by a pattern below a folder of one's own, or by another term."""
    for folder in subject.folders:
        path = folder / TERMS
        if folder == shipped_folder() or not path.is_file():
            continue
        node = yaml.compose(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if not isinstance(node, yaml.MappingNode):
            continue
        used = set(_named(folder))
        severity = CODES["unused-term"].severity
        for key, _ in node.value:
            if key.value not in used:
                line = key.start_mark.line + 1
                message = "no pattern and no other term uses it"
                yield Finding(str(path), line, "", key.value, severity, "unused-term", message)


def _named(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.yaml"):
        yield from re.findall(r"\{([a-z][a-z_]+)\}", path.read_text("utf-8"))
