"""Lints a pack that a test writes, alone or beside another."""

import textwrap
from collections.abc import Mapping
from pathlib import Path

from bodycopy.rules.lint.check import lint
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.load import load

RULE = """\
language: en
rules:
  - id: own/house-line
    label: sponsor
    why: The line with which our own site asks for money.
    certain: true
    when:
      equals: [keep our presses running]
    examples:
      match: ["Keep our presses running", "KEEP OUR PRESSES RUNNING"]
      pass: ["They keep our presses running.", "Keep the presses running"]
"""
"""A rule without a fault."""


def write(folder: Path, packs: Mapping[str, str]) -> Path:
    """Writes each pack under its path below `folder`."""
    for name, text in packs.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), "utf-8")
    return folder


def findings(folder: Path, packs: Mapping[str, str] | str, beside: str | None = None) -> list[Finding]:
    """What the linter says of the packs (one text: own.yaml); `beside` is a pack that it does not judge."""
    own = write(folder / "own", {"own.yaml": packs} if isinstance(packs, str) else packs)
    folders = (own,) if beside is None else (write(folder / "other", {"other.yaml": beside}), own)
    judged = {rule.id for rule in load(own).rules}
    return lint(Subject(load(*folders), judged, (own,)))


def pack(
    when: str, match: str, pass_: str = '["Nothing of the kind", "Neither is this"]', rest: str = ""
) -> str:
    """A pack of one certain rule, whose `when` stands on line 8."""
    return (
        "language: en\nrules:\n  - id: own/rule\n    label: sponsor\n    why: A rule for this test.\n"
        f"    certain: true\n    when:\n      {when}\n{rest}"
        f"    examples:\n      match: {match}\n      pass: {pass_}\n"
    )


def codes(found: list[Finding]) -> list[str]:
    """The codes of errors and warnings."""
    return [finding.code for finding in found if finding.severity != "notice"]
