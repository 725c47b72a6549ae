"""`bodycopy train` and `train-breaks` say what they miss before they read anything."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.helpers import refused, run

COMMANDS = pytest.mark.parametrize("command", ["train", "train-breaks"])


def need(monkeypatch: pytest.MonkeyPatch, command: str, *libraries: str) -> None:
    module = import_module(f"bodycopy.cli.{command.replace('-', '_')}")
    monkeypatch.setattr(module, "NEEDED", libraries)


@COMMANDS
def test_missing_libraries_are_named(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need(monkeypatch, command, "numpy", "no_such_library")
    refused(run(command, "--data", tmp_path), "no_such_library: not installed", "bodycopy[train]")


@COMMANDS
def test_a_corpus_without_a_licence_is_refused(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need(monkeypatch, command)
    refused(run(command, "--data", tmp_path, "--corpus", "ours"), "--licence ours=", "header")
    refused(run(command, "--data", tmp_path, "--licence", "ours"), "--licence 'ours'", "NAME=TEXT")


@COMMANDS
def test_a_file_that_can_not_be_written_is_said_before_the_work(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need(monkeypatch, command)
    refused(run(command, "--data", tmp_path, "--out", tmp_path / "no" / "file.json"), "file.json", "No such")


@COMMANDS
def test_a_corpus_that_is_not_there_is_refused_and_nothing_written(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    need(monkeypatch, command)
    refused(run(command, "--data", tmp_path, "--out", tmp_path / "new.json"), "wcxb-dev.jsonl.gz")
    assert list(tmp_path.iterdir()) == []
