"""`bodycopy serve`: what it refuses before it starts. tests/web/test_gunicorn.py starts it."""

import socket
from pathlib import Path

import pytest

from tests.cli.helpers import process, refused, run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--port", "70000"], "--port is 70000; accepted: "),
        (["--port", "http"], "'http'"),
        (["--workers", "0"], "--workers is 0; accepted: "),
        (["--host", ""], "--host is ''"),
    ],
)
def test_bad_options(arguments: list[str], says: str) -> None:
    refused(run("serve", *arguments), says)


@pytest.mark.parametrize(
    "wrong",
    [
        {"BODYCOPY_PORT": "tcp://10.0.0.1:80"},
        {"BODYCOPY_LOG_LEVEL": "loud"},
        {"BODYCOPY_WORKERS": "many"},
        {"BODYCOPY_MAX_BYTES": "-1"},
    ],
)
def test_bad_settings_are_named(wrong: dict[str, str]) -> None:
    [(name, value)] = wrong.items()
    refused(run("serve", **wrong), f"{name} is {value!r}; accepted: ")


def test_broken_packs_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("language: en\nrules: none\n")
    done = process("serve", BODYCOPY_RULES=str(tmp_path))
    assert done.returncode == 2
    assert b"own.yaml:2: rules:" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = process("serve", "--port", str(taken.getsockname()[1]), "--workers", "1")
    assert done.returncode != 0
    assert b"in use" in done.stdout + done.stderr
