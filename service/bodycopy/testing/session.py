"""Runs a suite with pytest inside this process, untouched by whatever pytest settings stand around it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Final

import pytest

from bodycopy.errors import OptionError
from bodycopy.testing.collect import CaseFailed, CaseItem, Collecting
from bodycopy.testing.outcomes import Outcome
from bodycopy.testing.suite import Suite

#: No settings, plugins or conftest.py of the user's, no cache, nothing captured or rewritten.
_ISOLATED: Final = (
    *("-c", os.devnull, "--noconftest", "--assert=plain", "--capture=no"),
    *("-p", "no:cacheprovider", "-p", "no:doctest", "-p", "no:faulthandler", "-p", "no:unraisableexception"),
    *("-p", "no:threadexception", "-p", "no:warnings", "-p", "no:logging"),
)
_ENVIRONMENT: Final = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}
Progress = Callable[[int, int], None]
"""Told how many cases are done, and of how many."""


class _Session:
    """Collects the suite, and nothing from the disk; keeps the outcomes."""

    def __init__(self, suite: Suite, progress: Progress) -> None:
        self._collecting = Collecting((*suite.rules, *suite.fixtures), lambda: suite)
        self._progress = progress
        self.outcomes: list[Outcome] = []
        self.chosen = 0
        self.usage = ""
        self.bug: BaseException | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        items = session.items
        for node in self._collecting.nodes(session):
            items.extend(session.genitems(node))
        hooks = session.config.hook
        try:
            hooks.pytest_collection_modifyitems(session=session, config=session.config, items=items)
        except pytest.UsageError as error:
            self.usage = str(error)
            raise
        hooks.pytest_collection_finish(session=session)
        self.chosen = session.testscollected = len(items)
        return True

    def pytest_exception_interact(self, call: pytest.CallInfo[object]) -> None:
        if call.excinfo and not isinstance(call.excinfo.value, CaseFailed):
            self.bug = call.excinfo.value

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        done = yield
        if isinstance(item, CaseItem) and item.outcome:
            self.outcomes.append(item.outcome)
            self._progress(len(self.outcomes), self.chosen)
        return done


def run_suite(suite: Suite, choose: str | None, junit: Path | None, progress: Progress) -> list[Outcome]:
    """The outcomes of the cases that `choose` (pytest's -k; None for all) names; `junit` is written.

    Raises OptionError where `choose` can't be read or names no case.
    """
    session = _Session(suite, progress)
    arguments = [*_ISOLATED, "--rootdir", os.getcwd()]
    arguments += ["-k", choose] if choose else []
    arguments += ["--junitxml", str(junit), "-o", "junit_suite_name=bodycopy"] if junit else []
    said = StringIO()
    with _environment(), redirect_stdout(said), redirect_stderr(said):
        code = pytest.main(arguments, plugins=[session])
    if session.bug:
        raise session.bug
    if session.usage:
        raise OptionError(f"-k: {session.usage}")
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        raise OptionError(f"-k: {choose!r} names none of {len(suite.cases)} cases")
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError(f"pytest ended with {code}:\n{said.getvalue()}")
    return session.outcomes


@contextmanager
def _environment() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _ENVIRONMENT}
    os.environ.update(_ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
