"""`bodycopy train` says what it misses before it reads anything."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.helpers import refused, run


def test_missing_libraries_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("bodycopy.cli.train"), "NEEDED", ("numpy", "no_such_library"))
    refused(run("train", "--data", tmp_path), "no_such_library: not installed", "bodycopy[train]")


@pytest.mark.parametrize("command", ["train", "train-breaks"])
def test_a_file_that_can_not_be_written_is_said_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(import_module(f"bodycopy.cli.{command.replace('-', '_')}"), "NEEDED", ())
    refused(run(command, "--data", tmp_path, "--out", tmp_path / "no" / "file.json"), "file.json", "No such")
    refused(run(command, "--data", tmp_path, "--out", tmp_path / "new.json"), "wcxb-dev.jsonl.gz")
    assert list(tmp_path.iterdir()) == []


def test_a_corpus_without_a_licence_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("bodycopy.cli.train"), "NEEDED", ())
    refused(run("train", "--data", tmp_path, "--corpus", "ours"), "--licence ours=", "header")
    refused(run("train", "--data", tmp_path, "--licence", "ours"), "--licence 'ours'", "NAME=TEXT")
