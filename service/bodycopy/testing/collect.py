"""Cases as pytest's items. The folders of a suite are collected from the suite, not from the disk."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from bodycopy.errors import RuleError
from bodycopy.testing.cases import Case, ExampleCase, FixtureCase
from bodycopy.testing.outcomes import Outcome, Status
from bodycopy.testing.run import run_case
from bodycopy.testing.show import as_ansi, as_plain, describe
from bodycopy.testing.suite import Suite


class CaseFailed(Exception):
    """A case did not get what it expects."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        super().__init__(outcome.case.id)


class CaseBroken(CaseFailed):
    """A case can't be used."""


class Failure:
    """What pytest prints of a failure: in colour on a terminal, plain in files."""

    def __init__(self, outcome: Outcome) -> None:
        self._lines = list(describe(outcome))

    def toterminal(self, out: Any) -> None:
        """Called by pytest's reports."""
        text = as_ansi(self._lines) if out.hasmarkup else as_plain(self._lines)
        out.line(text.rstrip("\n"))

    def __str__(self) -> str:
        return as_plain(self._lines).rstrip("\n")


class CaseItem(pytest.Item):
    """One case. Keeps its outcome."""

    def __init__(self, *, case: Case, suite: Suite, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.case = case
        self.outcome: Outcome | None = None
        self._suite = suite
        self.extra_keyword_matches |= {case.id, case.where}  # what -k looks at
        gap = case.expected.gap if isinstance(case, FixtureCase) and case.expected else None
        if gap:
            self.add_marker(pytest.mark.xfail(reason=gap, strict=True, raises=CaseFailed))

    def runtest(self) -> None:
        """Runs the case."""
        self.outcome = run_case(self.case, self._suite.cleaner)
        if self.outcome.status in (Status.FAILED, Status.GAP):
            raise CaseFailed(self.outcome)
        if self.outcome.status is Status.ERROR:
            raise CaseBroken(self.outcome)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The difference, line by line; a traceback only for a bug in bodycopy."""
        if isinstance(excinfo.value, CaseFailed):
            return Failure(excinfo.value.outcome)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the case stands: file, line (from nought) and name."""
        if isinstance(self.case, ExampleCase):
            return self.path, int(self.case.where.rpartition(":")[2]) - 1, self.name
        return self.path, None, self.name


class Pack(pytest.File):
    """A file of rules."""

    def __init__(self, *, suite: Suite, cases: list[ExampleCase], **keywords: Any) -> None:
        super().__init__(**keywords)
        self._suite, self._cases = suite, cases

    def collect(self) -> Iterable[CaseItem]:
        """The examples of its rules."""
        for case in self._cases:
            yield CaseItem.from_parent(self, name=case.id, case=case, suite=self._suite)


class Folder(pytest.Directory):
    """A folder of rules or fixtures, or one below it."""

    def __init__(self, *, suite: Suite, cases: list[Case], **keywords: Any) -> None:
        super().__init__(**keywords)
        self._suite, self._cases = suite, cases

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """What stands in it: packs, cases, folders."""
        below: dict[Path, list[Case]] = {}
        for case in self._cases:
            if case.path == self.path:
                if self.parent is None or not isinstance(self.parent, Folder):
                    yield self._item(case)
                continue
            below.setdefault(self.path / case.path.relative_to(self.path).parts[0], []).append(case)
        for path, cases in below.items():
            examples = [case for case in cases if isinstance(case, ExampleCase)]
            if path.suffix == ".yaml" and examples:
                yield Pack.from_parent(self, path=path, suite=self._suite, cases=examples)
                continue
            for case in cases:
                if case.path == path:
                    yield self._item(case)
            if any(case.path != path for case in cases):
                yield Folder.from_parent(self, path=path, suite=self._suite, cases=cases)

    def _item(self, case: Case) -> CaseItem:
        return CaseItem.from_parent(self, name=case.path.name, path=case.path, case=case, suite=self._suite)


class Unreadable(pytest.Directory):
    """A folder of a suite whose rules are broken."""

    def __init__(self, *, error: RuleError, **keywords: Any) -> None:
        super().__init__(**keywords)
        self._error = error

    def collect(self) -> Iterable[pytest.Item]:
        """Says what is wrong with the rules."""
        raise self.CollectError("\n".join(self._error.problems))


class Collecting:
    """The hooks with which pytest finds the folders of a suite. It is built when the first is met."""

    def __init__(self, folders: Iterable[Path], build: Callable[[], Suite]) -> None:
        self._folders = list(dict.fromkeys(map(Path.absolute, folders)))
        self._build = build

    @cached_property
    def _suite(self) -> Suite | RuleError:
        try:
            return self._build()
        except RuleError as error:
            return error

    def nodes(self, parent: pytest.Collector) -> Iterable[pytest.Collector]:
        """A collector for each folder of the suite."""
        return (self._node(folder, parent) for folder in self._folders)

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """A folder that was named is collected, whatever its own name."""
        return False if collection_path in self._folders else None

    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """The suite's folders, and those below them where pytest was started for one of them alone."""
        inside = any(path == folder or folder in path.parents for folder in self._folders)
        return self._node(path, parent) if inside else None

    def _node(self, path: Path, parent: pytest.Collector) -> pytest.Collector:
        suite = self._suite
        if isinstance(suite, RuleError):
            return Unreadable.from_parent(parent, path=path, error=suite)
        here = [case for case in suite.cases if case.path == path or path in case.path.parents]
        return Folder.from_parent(parent, path=path, suite=suite, cases=here)
