"""One thing that the linter found, and how it reads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bodycopy.rules.lint.codes import CODES, Severity

_PROBLEM: Final = re.compile(
    r"(?P<file>.*?)(?::(?P<line>\d+))?: (?:(?P<key>[a-z_]+(?:\.\w+)*): )?(?P<message>.+)"
)
SHOWN_TEXT: Final = 70


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong, and where. `line` is that of `key` inside the rule."""

    file: str
    line: int
    rule: str
    key: str
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        """`file:line: rule-id: key: message [code]`, marked where it is no error."""
        where = [f"{self.file}:{self.line}", self.rule, self.key]
        marked = self.message if self.severity == "error" else f"{self.severity}: {self.message}"
        return ": ".join([*filter(None, where), f"{marked} [{self.code}]"])


def from_problem(problem: str) -> Finding:
    """A problem of the loader (`file:line: key: message`) as a finding."""
    found = _PROBLEM.fullmatch(problem)
    if found is None:
        return Finding("", 1, "", "", "error", "schema", problem)
    line, key = int(found["line"] or 1), found["key"] or ""
    return Finding(found["file"], line, "", key, CODES["schema"], "schema", found["message"])


def quote(text: str) -> str:
    """`text` in quotes for a message, shortened."""
    return repr(text if len(text) <= SHOWN_TEXT else text[: SHOWN_TEXT - 1] + "…")


def audible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings less the notices."""
    return [finding for finding in findings if finding.severity != "notice"]


def raised(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, notices too, with warnings as errors."""
    return [replace(f, severity="error") if f.severity == "warning" else f for f in findings]
