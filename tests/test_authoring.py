"""The authoring guide is true: its files and commands, in order, in an empty folder, give what it shows."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

GUIDE = (Path(__file__).parents[1] / "docs" / "authoring.md").read_text("utf-8")
_FENCE = re.compile(r"^```(\w+)(?: (\w+)=\"?([^\"\n]+)\"?)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def steps() -> Iterator[tuple[str, str, str]]:
    """The guide's files (`file`, name, text) and commands (`run`, command, output shown), in order."""
    for language, key, value, text in _FENCE.findall(GUIDE):
        if key == "title":
            yield "file", value, text
        elif language == "console":
            for part in re.split(r"(?m)^\$ ", text)[1:]:
                command, _, shown = part.partition("\n")
                yield "run", command, shown


@pytest.mark.slow
def test_the_guide_can_be_followed(tmp_path: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    commands = []
    for kind, name, text in steps():
        if kind == "file":
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
            continue
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", name],
            cwd=tmp_path,
            env=environment | {"PATH": path},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), (name, done.stdout, done.stderr)
        if text:
            assert done.stdout == text, name
        commands.append(name)
    assert "bodycopy test --mutate" in commands
    assert (tmp_path / "report.xml").is_file()
