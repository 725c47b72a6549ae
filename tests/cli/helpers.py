"""Runs the command in this process, and in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from bodycopy.cli import main

COMMAND = [sys.executable, "-m", "bodycopy"]


def run(*arguments: str | Path, stdin: bytes | str = b"", **environment: str) -> Result:
    """What `bodycopy arguments` did."""
    return CliRunner(env=environment).invoke(main, [str(word) for word in arguments], input=stdin)


def process(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The same in a process of its own, in a plain locale."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        timeout=120,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"} | environment,
        check=False,
    )


def refused(result: Result, *says: str) -> None:
    """Exit code 2, nothing on stdout, and one line on stderr that says this."""
    assert result.exit_code == 2, (result.output, result.exception)
    assert result.stdout == ""
    assert result.stderr.startswith("bodycopy: ")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    for words in says:
        assert words in result.stderr
