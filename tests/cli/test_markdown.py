"""`bodycopy clean` and `explain` with Markdown in and out."""

import json

import pytest

from tests.cli.helpers import process, refused, run
from tests.inputs import ARTICLE, HTML_ARTICLE, MARKDOWN_ARTICLE, MARKDOWN_CLEAN, PARAGRAPHS, UNREADABLE

CLEAN = "\n\n".join(PARAGRAPHS)


def test_in_and_out_in_a_process() -> None:
    done = process("clean", "--markdown", "--format", "markdown", stdin=MARKDOWN_ARTICLE.encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, MARKDOWN_CLEAN + "\n", b"")


def test_markdown_in_text_out() -> None:
    assert run("clean", "--markdown", stdin=MARKDOWN_ARTICLE).stdout == CLEAN + "\n"
    assert "**" in run("clean", stdin=MARKDOWN_ARTICLE).stdout


def test_text_and_html_in_markdown_out() -> None:
    assert run("clean", "--format", "markdown", stdin=ARTICLE).stdout == CLEAN + "\n"
    assert run("clean", "--html", "--format", "markdown", stdin=HTML_ARTICLE).stdout == CLEAN + "\n"


def test_json_has_it_beside_the_text() -> None:
    body = json.loads(
        run("clean", "--markdown", "--json", "--format", "markdown", stdin=MARKDOWN_ARTICLE).stdout
    )
    assert (body["text"], body["markdown"]) == (CLEAN, MARKDOWN_CLEAN)
    assert "markdown" not in json.loads(run("clean", "--markdown", "--json", stdin=MARKDOWN_ARTICLE).stdout)


def test_lines() -> None:
    lines = [
        {"id": 1, "markdown": MARKDOWN_ARTICLE},
        {"id": 2, "text": ARTICLE},
        {"id": 3, "text": "a", "markdown": "b"},
    ]
    result = run("clean", "--jsonl", "--format", "markdown", stdin="\n".join(map(json.dumps, lines)))
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["text"], first["markdown"]) == (1, CLEAN, MARKDOWN_CLEAN)
    assert second["markdown"] == CLEAN
    assert third["error"] == "exactly one of text, html and markdown is needed; text and markdown are given"


def test_explain() -> None:
    blocks = json.loads(run("explain", "--markdown", "--json", stdin=MARKDOWN_ARTICLE).stdout)["blocks"]
    assert [block["text"] for block in blocks][2:-1] == PARAGRAPHS
    assert blocks[1]["kind"] == "heading"


@pytest.mark.parametrize(("data", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_documents(data: bytes, says: str) -> None:
    refused(run("clean", "--markdown", stdin=data), says, "stdin")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["clean", "--html", "--markdown"], "--html does not go with --markdown"),
        (["explain", "--html", "--markdown"], "--html does not go with --markdown"),
        (["clean", "--jsonl", "--markdown"], "--jsonl does not go with"),
        (["clean", "--format", "pdf"], "'pdf'"),
    ],
)
def test_bad_options(arguments: list[str], says: str) -> None:
    refused(run(*arguments, stdin=ARTICLE), says)
