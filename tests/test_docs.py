"""The documentation is true: every command in the README runs, every name in the code stands there."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bodycopy.labels import ALL_LABELS
from bodycopy.rules.model import Conditions, Rule
from bodycopy.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
RULES_README = (ROOT / "rules" / "README.md").read_text("utf-8")


def console() -> list[tuple[str, str]]:
    """The README's commands, each with the output that the README shows for it ('' for none)."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"(?m)^\$ ", block)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown.strip()))
    return found


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a service started as `make serve` starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "bodycopy", "serve", "--port", str(free), "--workers", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{free}/readyz", timeout=2)
                break
            except OSError:
                time.sleep(0.1)
        yield free
    finally:
        process.terminate()
        process.wait(60)


def timed() -> list[Any]:
    """The commands; those that look at every shipped rule take longer."""
    return [
        pytest.param(command, shown, marks=[pytest.mark.slow] if "rules check" in command else [])
        for command, shown in console()
    ]


@pytest.mark.parametrize(("command", "shown"), timed(), ids=lambda value: value[:60])
def test_command(command: str, shown: str, port: int) -> None:
    if command.startswith("make "):  # the one serves for ever, the other runs this test
        command = "make --dry-run " + command.removeprefix("make ")
    command = command.replace("localhost:8080", f"127.0.0.1:{port}")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=os.environ | {"PATH": path}, capture_output=True, timeout=300
    )
    if run.returncode == 127 and command.startswith("curl "):
        pytest.skip("curl is not installed")
    assert run.returncode == 0, run.stderr.decode()
    output = run.stdout.decode().strip()
    assert "problem+json" not in output
    assert '"status": 4' not in output
    if shown:
        assert output == shown


def test_the_python_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {"print": lambda *_: None})


@pytest.mark.parametrize("label", ALL_LABELS)
def test_labels_stand_in_the_readme(label: str) -> None:
    assert f"`{label}`" in README


@pytest.mark.parametrize("name", Settings.model_fields)
def test_settings_stand_in_the_readme(name: str) -> None:
    assert f"`BODYCOPY_{name.upper()}`" in README


@pytest.mark.parametrize(
    "name", [*Conditions.model_fields, *(f for f in Rule.model_fields if f != "examples")]
)
def test_conditions_and_keys_stand_in_the_rules_readme(name: str) -> None:
    assert f"`{name}" in RULES_README


def test_dependencies_have_a_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    for requirement in (*project["dependencies"], *extras):
        name = re.split(r"[<>=\[]", requirement)[0]
        named = rf"^\|[^|]*\b{name}\b[^|]*\|"
        assert name == "bodycopy" or re.search(named, README, re.MULTILINE | re.IGNORECASE), name


def test_the_architecture_note_names_what_is_there() -> None:
    note = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    package = ROOT / "service" / "bodycopy"
    names = {path.name for path in package.rglob("*") if path.suffix == ".py" or path.is_dir()}
    for name in re.findall(r"`(?:\w+/)*(\w+\.py|\w+/)`", note):
        assert name.strip("/") in names | {"rules", "fixtures"}, name
