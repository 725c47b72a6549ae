"""The rules are compiled once for all commands that run in this process."""

from collections.abc import Iterable
from importlib import import_module

import pytest

from bodycopy import Cleaner


@pytest.fixture(autouse=True)
def compiled(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(rules: object, disable: Iterable[str] = (), keep: Iterable[str] = ()) -> Cleaner:
        return Cleaner(rules, disable, keep) if rules else cleaner.adjusted(disable, keep)  # type: ignore[arg-type]

    for command in ("clean", "explain"):
        monkeypatch.setattr(import_module(f"bodycopy.cli.{command}"), "Cleaner", make)
