"""The rules are compiled once for each different pack that the tests here write."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bodycopy import Cleaner
from bodycopy.decide.names import DeciderName
from bodycopy.testing import suite

_COMPILED: dict[tuple[bytes, ...], Cleaner] = {}


@pytest.fixture(autouse=True)
def compiled(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(rules: Iterable[Path] | None, decider: DeciderName) -> Cleaner:
        if decider != "learned":
            return Cleaner(rules, decider=decider)
        packs = tuple(path.read_bytes() for folder in rules or () for path in sorted(folder.rglob("*.yaml")))
        if packs and packs not in _COMPILED:
            _COMPILED[packs] = Cleaner(rules)
        return _COMPILED[packs] if packs else cleaner

    monkeypatch.setattr(suite, "Cleaner", make)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
