"""The rules are compiled once for all commands that run in this process."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pytest

from bodycopy import Cleaner
from bodycopy.decide.names import DeciderName


@pytest.fixture(autouse=True)
def compiled(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(
        rules: Any, disable: Iterable[str] = (), keep: Iterable[str] = (), decider: DeciderName = "learned"
    ) -> Cleaner:
        if rules or decider != "learned":
            return Cleaner(rules, disable, keep, decider)
        return cleaner.adjusted(disable, keep)

    for command in ("clean", "explain"):
        monkeypatch.setattr(import_module(f"bodycopy.cli.{command}"), "Cleaner", make)
