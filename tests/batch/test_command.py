"""`bodycopy clean --jsonl --group-by site`: a batch on the command line."""

import json
from pathlib import Path
from typing import Any

from tests.batch.pages import APPEAL, site
from tests.cli.helpers import process, refused, run


def lines(*changes: dict[str, Any]) -> bytes:
    """A line for each of five pages of one site, with these changes, and a last one that is no document."""
    found: list[dict[str, Any]] = [
        {"id": at, "text": one.source, "url": one.url} for at, one in enumerate(site(0, 1, 2, 3, 4))
    ]
    for line, change in zip(found, changes, strict=False):
        line |= change
    return b"\n".join(json.dumps(line).encode() for line in [*found, {"id": 5}])


def test_pages_of_one_site_are_seen_beside_each_other(tmp_path: Path) -> None:
    alone = process("clean", "--jsonl", stdin=lines()).stdout.splitlines()
    done = process("clean", "--jsonl", "--group-by", "site", stdin=lines())
    assert (done.returncode, done.stderr) == (0, b"bodycopy: 5 cleaned, 1 refused\n")
    found = done.stdout.splitlines()
    several = process("clean", "--jsonl", "--group-by", "site", "--jobs", "2", stdin=lines())
    assert several.stdout == done.stdout
    file = tmp_path / "batch.jsonl"
    file.write_bytes(lines())
    assert process("clean", "--jsonl", "--group-by", "site", str(file)).stdout.splitlines() == found
    assert [json.loads(line)["id"] for line in found] == [0, 1, 2, 3, 4, 5]
    assert all(APPEAL in json.loads(line)["text"] for line in alone[:5])
    for line in found[:5]:
        result = json.loads(line)
        assert APPEAL not in result["text"]
        assert ["shape/template"] in [one["rules"] for one in result["removed"] if one["text"] == APPEAL]
    assert found[5] == alone[5]
    assert "exactly one of text, html and markdown" in json.loads(found[5])["error"]


def test_lines_with_options_of_their_own() -> None:
    broken = [{"id": "x/y"}]
    data = lines({"keep": ["other"]}, {"disable": ["other"]}, {"rules": broken}, {"keep": ["none such"]})
    result = run("clean", "--jsonl", "--group-by", "site", stdin=data)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert APPEAL in found[0]["text"]
    assert APPEAL in found[1]["text"]
    assert "rules" in found[2]["error"]
    assert "none such" in found[3]["error"]
    assert found[4]["text"]


def test_it_is_for_many_documents() -> None:
    refused(run("clean", "--group-by", "site", stdin=b"A story."), "--group-by needs --jsonl")
    refused(run("clean", "--jsonl", "--group-by", "host", stdin=b""), "'host' is not 'site'")
