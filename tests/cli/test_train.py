"""`bodycopy train` says what it misses before it reads anything."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.helpers import refused, run


def test_missing_libraries_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("bodycopy.cli.train"), "NEEDED", ("numpy", "no_such_library"))
    refused(run("train", "--data", tmp_path), "no_such_library: not installed", "bodycopy[train]")


def test_a_corpus_without_a_licence_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("bodycopy.cli.train"), "NEEDED", ())
    refused(run("train", "--data", tmp_path, "--corpus", "ours"), "--licence ours=", "header")
    refused(run("train", "--data", tmp_path, "--licence", "ours"), "--licence 'ours'", "NAME=TEXT")
