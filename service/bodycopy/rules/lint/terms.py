"""Terms that nobody uses. Those that are shipped are there for everybody's packs, so they are not judged."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from bodycopy.rules.files import find_packs
from bodycopy.rules.lint.codes import CODES
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.load import TERMS, shipped_folder
from bodycopy.rules.patterns import TERM
from bodycopy.rules.strict_yaml import compose


def check_terms(subject: Subject) -> Iterator[Finding]:
    """Each term of `terms.yaml` is used by a pattern below a folder of one's own, or by another term."""
    for folder in subject.folders:
        path = folder / TERMS
        if folder == shipped_folder() or not path.is_file():
            continue
        node = compose(path.read_text("utf-8"))
        if not isinstance(node, yaml.MappingNode):
            continue
        used = set(_named(folder))
        severity = CODES["unused-term"]
        for key, _ in node.value:
            if key.value not in used:
                line = key.start_mark.line + 1
                message = "no pattern and no other term uses it"
                yield Finding(str(path), line, "", key.value, severity, "unused-term", message)


def _named(folder: Path) -> Iterator[str]:
    for path in find_packs(folder):
        yield from TERM.findall(path.read_text("utf-8"))
