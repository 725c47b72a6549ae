"""`bodycopy clean`: one document."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bodycopy import Cleaner
from tests.cli.helpers import COMMAND, process, refused, run
from tests.inputs import (
    ARTICLE,
    HTML_ARTICLE,
    ONLY_BOILERPLATE,
    PARAGRAPHS,
    TITLE,
    UNREADABLE,
    long_line,
    many_lines,
)

CLEAN = "\n\n".join(PARAGRAPHS) + "\n"


def test_from_a_file_and_from_stdin(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(ARTICLE.encode())
    for result in (run("clean", file), run("clean", "-", stdin=ARTICLE), run("clean", stdin=ARTICLE)):
        assert result.exit_code == 0
        assert result.stdout == CLEAN
        assert result.stderr == ""


def test_utf8_goes_out_whatever_the_locale_says() -> None:
    done = process("clean", stdin=ARTICLE.encode())
    assert (done.returncode, done.stdout.decode("utf-8"), done.stderr) == (0, CLEAN, b"")


def test_json(cleaner: Cleaner) -> None:
    result = run("clean", "--json", stdin=ARTICLE)
    assert json.loads(result.stdout) == json.loads(json.dumps(cleaner.clean(ARTICLE).to_dict()))
    blocks = json.loads(run("clean", "--json", "--blocks", stdin=ARTICLE).stdout)["blocks"]
    assert all(ARTICLE[block["start"] : block["end"]] == block["text"] for block in blocks)


def test_html_and_url() -> None:
    url = "https://example.com/bridge"
    result = run("clean", "--html", "--json", "--url", url, stdin=HTML_ARTICLE)
    body = json.loads(result.stdout)
    assert body["text"] + "\n" == CLEAN
    assert body["metadata"]["url"] == url


def test_keep_and_disable() -> None:
    assert run("clean", "--keep", "title", stdin=ARTICLE).stdout == TITLE + "\n\n" + CLEAN
    body = json.loads(run("clean", "--json", "--disable", "social", stdin=ARTICLE).stdout)
    assert "social" not in [part["label"] for part in body["removed"]]


@pytest.mark.parametrize(("data", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_documents(data: bytes, says: str) -> None:
    refused(run("clean", stdin=data), says, "stdin")
    refused(run("clean", "--html", stdin=data))


def test_only_boilerplate_is_no_error() -> None:
    result = run("clean", stdin=ONLY_BOILERPLATE)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "warning: no article was found" in result.stderr


def test_latin_1_is_detected_and_said() -> None:
    data = ARTICLE.replace("“", "«").replace("”", "»").encode("latin-1")
    result = run("clean", stdin=data)
    assert "«We have waited long enough,»" in result.stdout
    assert "warning: the bytes are not UTF-8" in result.stderr


def test_bytes_that_are_not_what_their_mark_says() -> None:
    refused(run("clean", stdin=b"\xef\xbb\xbfcaf\xe9 au lait"), "byte 6 is not utf-8")


def test_nul_bytes_and_surrogates_in_bytes() -> None:
    result = run("clean", stdin=ARTICLE.replace("spring", "spr\x00ing"))
    assert result.exit_code == 0
    assert "warning" in result.stderr
    result = run("clean", stdin=ARTICLE.encode().replace(b"mayor", b"may\xed\xa0\x80or"))
    assert result.exit_code in (0, 2)
    assert "Traceback" not in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "make", [partial(long_line, 5_000_000), partial(many_lines, 200_000)], ids=["one line", "many lines"]
)
def test_what_is_long_is_cleaned_whole(make: Callable[[], str]) -> None:
    text = make()
    result = run("clean", "--json", "--blocks", stdin=text)
    assert result.exit_code == 0
    blocks = json.loads(result.stdout)["blocks"]
    assert [word for block in blocks for word in block["text"].split()] == text.split()


def test_over_the_limit(tmp_path: Path) -> None:
    refused(run("clean", stdin="a" * 11, BODYCOPY_MAX_BYTES="10"), "10 bytes", "BODYCOPY_MAX_BYTES")
    assert run("clean", stdin="A sentence.", BODYCOPY_MAX_BYTES="11").exit_code == 0


def test_files_that_can_not_be_read(tmp_path: Path) -> None:
    refused(run("clean", tmp_path / "absent.txt"), "absent.txt", "No such file")
    refused(run("clean", tmp_path), str(tmp_path), "directory")
    refused(run("clean", ""), "'': No such file")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--keep", "captoin"], "'captoin'"),
        (["--disable", "en/no-such-rule"], "'en/no-such-rule'"),
        (["--no-such-option"], "--no-such-option"),
        (["--jsonl", "--json"], "--jsonl"),
        (["--jsonl", "--html"], "--jsonl"),
        (["--jsonl", "--url", "http://a.example"], "--jsonl"),
        (["--blocks"], "--blocks"),
        (["one", "two"], "two"),
    ],
)
def test_bad_options(arguments: list[str], says: str) -> None:
    refused(run("clean", *arguments, stdin=ARTICLE), says)


def test_bad_settings() -> None:
    refused(run("clean", stdin=ARTICLE, BODYCOPY_MAX_BYTES="ten"), "BODYCOPY_MAX_BYTES is 'ten'", "accepted")
    refused(run("clean", stdin=ARTICLE, BODYCOPY_RULES="/no/such/folder"), "/no/such/folder")


def test_each_problem_of_a_broken_pack_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("language: english\nrules: []\nextra: 1\n")
    result = run("clean", stdin=ARTICLE, BODYCOPY_RULES=str(tmp_path))
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) >= 3
    assert all("own.yaml:" in line for line in lines)


def test_unknown_command_and_version() -> None:
    refused(run("claen"), "'claen'", "bench, clean, explain")
    refused(run("rules", "lits"), "'lits'", "check, diff, list, show")
    assert run("--version").stdout.startswith("bodycopy ")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    with subprocess.Popen(
        [*COMMAND, "clean", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        line = json.dumps({"text": ARTICLE}).encode() + b"\n"
        running.stdin.write(line)
        running.stdin.flush()
        assert running.stdout.readline()
        running.stdout.close()
        running.stdin.write(line)
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 141


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "clean"], input=ARTICLE.encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"bodycopy: No space left on device\n"


def test_closed_stdout_is_said() -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *COMMAND, "clean"],
        input=ARTICLE.encode(),
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"bodycopy: ")
    assert done.stderr.count(b"\n") == 1


def test_flask_and_gunicorn_are_loaded_for_the_service_alone() -> None:
    code = (
        "import sys, bodycopy.cli, bodycopy; bodycopy.clean('A sentence of some words stands here.');"
        "print(sorted({'flask', 'gunicorn', 'prometheus_client', 'bodycopy.web'} & set(sys.modules)))"
    )
    done = subprocess.run([COMMAND[0], "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
