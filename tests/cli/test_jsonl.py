"""`bodycopy clean --jsonl`: many documents, one a line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bodycopy import Cleaner
from tests.cli.helpers import COMMAND, process, refused, run
from tests.inputs import ARTICLE, HTML_ARTICLE, ONLY_BOILERPLATE, PARAGRAPHS


def results(*lines: object, **environment: str) -> list[dict[str, Any]]:
    """One result for each line; a line that is not bytes is written as JSON."""
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    result = run("clean", "--jsonl", stdin=data + b"\n", **environment)
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(found) == len(lines)
    bad = sum("error" in one for one in found)
    assert result.stderr == f"bodycopy: {len(lines) - bad} cleaned, {bad} refused\n"
    return found


def test_results_in_order_with_their_ids(cleaner: Cleaner) -> None:
    found = results(
        {"id": "a", "text": ARTICLE},
        {"id": 7, "html": HTML_ARTICLE, "url": "https://example.com/a"},
        {"text": ONLY_BOILERPLATE},
        {"id": {"site": 1}, "text": ARTICLE},
    )
    assert found[0] == {"id": "a"} | json.loads(json.dumps(cleaner.clean(ARTICLE).to_dict()))
    assert found[1]["id"] == 7
    assert found[1]["metadata"]["url"] == "https://example.com/a"
    assert "id" not in found[2]
    assert (found[2]["text"], bool(found[2]["warnings"])) == ("", True)
    assert found[3] == found[0] | {"id": {"site": 1}}


@pytest.mark.parametrize(
    ("line", "identity", "says"),
    [
        (b'{"id": 1, "text": ', None, "malformed JSON at line 1, column"),
        (b"", None, "the line is empty"),
        (b"[" * 100_000, None, "nested"),
        (b'{"id": 1, "text": "caf\xe9"}', None, "UTF-8"),
        ([], None, "a JSON object"),
        ({"id": 1}, 1, "exactly one of text, html and markdown"),
        ({"id": 1, "text": "a", "html": "b"}, 1, "exactly one of text, html and markdown"),
        ({"id": 1, "text": 5}, 1, "text: "),
        ({"id": 1, "text": "a", "kept": []}, 1, "kept: unknown"),
        ({"id": "e", "text": ""}, "e", "empty"),
        ({"id": "e", "text": " \n\u00a0"}, "e", "empty"),
        ({"id": "e", "html": ""}, "e", "empty"),
        ({"id": "b", "text": "\x00\x01\x02" * 50}, "b", "binary"),
    ],
)
def test_a_bad_line_says_why_and_the_run_goes_on(line: object, identity: object, says: str) -> None:
    good = {"id": "good", "text": ARTICLE}
    before, bad, after = results(good, line, good)
    assert before["text"] == after["text"] == "\n\n".join(PARAGRAPHS)
    assert bad["id"] == identity
    assert says in bad["error"]
    assert bad["line"] == 2
    assert set(bad) == {"id", "error", "line"}


def test_a_line_over_the_limit_is_refused_and_the_next_is_read() -> None:
    limit = len(json.dumps({"text": ARTICLE}))
    over, exact = results({"text": ARTICLE + "a" * 300_000}, {"text": ARTICLE}, BODYCOPY_MAX_BYTES=str(limit))
    assert f"more than {limit} bytes" in over["error"]
    assert exact["text"]


def test_lone_surrogates() -> None:
    [found] = results(b'{"id": "\\ud800", "text": ' + json.dumps(ARTICLE).encode()[:-1] + b'\\udfff"}')
    assert found["id"] == "\ud800"
    assert found["warnings"]


def test_crlf_and_a_missing_last_line_end() -> None:
    line = json.dumps({"text": ARTICLE}).encode()
    result = run("clean", "--jsonl", stdin=line + b"\r\n" + line)
    assert [json.loads(one)["text"] for one in result.stdout.splitlines()] == ["\n\n".join(PARAGRAPHS)] * 2


def test_options_hold_for_every_line() -> None:
    data = json.dumps({"text": ARTICLE}) + "\n"
    result = run("clean", "--jsonl", "--blocks", "--keep", "title", "--disable", "social", stdin=data * 2)
    bodies = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(bodies) == 2
    for body in bodies:
        assert body["blocks"]
        assert body["text"].startswith("Town council")


def test_several_processes_give_the_same_lines() -> None:
    lines = [json.dumps({"id": at, "text": f"{ARTICLE}\n\nNo. {at} of all."}) for at in range(12)]
    data = "\n".join([*lines[:5], "no JSON", *lines[5:]]).encode()
    alone = process("clean", "--jsonl", "--blocks", stdin=data)
    several = process("clean", "--jsonl", "--blocks", "--jobs", "3", stdin=data)
    assert several.returncode == 0
    assert (several.stdout, several.stderr) == (alone.stdout, alone.stderr)
    assert json.loads(several.stdout.splitlines()[5])["line"] == 6


def test_jobs_are_for_many_documents() -> None:
    refused(run("clean", "--jobs", "2", stdin=b"A story."), "--jobs needs --jsonl")
    refused(run("clean", "--jsonl", "--jobs", "0", stdin=b""), "--jobs", "1<=x<=256")


def test_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"text": ARTICLE}) + "\n")
    assert json.loads(run("clean", "--jsonl", file).stdout)["text"]


def test_no_lines_give_no_results() -> None:
    result = run("clean", "--jsonl", stdin=b"")
    assert (result.exit_code, result.stdout) == (0, "")


def test_each_result_comes_before_the_next_line_is_read() -> None:
    with subprocess.Popen(
        [*COMMAND, "clean", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin
        assert running.stdout
        for number in range(3):
            running.stdin.write(json.dumps({"id": number, "text": ARTICLE}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait(60) == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's peak memory from /proc")
def test_memory_does_not_grow_with_the_number_of_lines() -> None:
    def peak(lines: int) -> int:
        code = (
            "import resource, bodycopy.cli, sys\n"
            "try: bodycopy.cli.main(['clean', '--jsonl'])\n"
            "except SystemExit: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        done = subprocess.run(
            [COMMAND[0], "-c", code],
            input=(json.dumps({"text": ARTICLE}).encode() + b"\n") * lines,
            capture_output=True,
            check=True,
        )
        return int(done.stderr.split()[-1])

    assert peak(3_000) < peak(300) + 10_000  # kB
