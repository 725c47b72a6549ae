"""`bodycopy explain`: in this process and in one of its own."""

import json
import os
from pathlib import Path

import pytest

from bodycopy.explain.table import MAX_BLOCKS
from tests.cli.helpers import process, refused, run
from tests.cli.test_rules import PACK, pack
from tests.inputs import ARTICLE, HTML_ARTICLE, TITLE, UNREADABLE, long_line, many_lines

LONG_ID = "own/" + "-".join(["word"] * 15)


def test_the_table_of_a_real_process_is_plain_and_fits_80_columns(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, "utf-8")
    done = process("explain", str(file), "--html-report", str(tmp_path / "out.html"), COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode("utf-8")
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "7 blocks: 4 kept, 1 moved into the metadata, 2 dropped" in " ".join(shown.split())
    for words in (TITLE, "navigation", "en/share-link (certain)", "shape and place speak for it"):
        assert words in shown
    assert "moved by rules -" in " ".join(shown.split())
    assert (tmp_path / "out.html").read_text("utf-8").startswith("<!doctype html>")


def test_colours_where_they_are_asked_for() -> None:
    assert b"\x1b[" in process("explain", stdin=ARTICLE.encode(), FORCE_COLOR="1").stdout


def test_ids_are_never_shortened_and_markup_is_text(tmp_path: Path) -> None:
    own = pack(tmp_path, PACK.replace("own/house-line", LONG_ID))
    text = ARTICLE + "\nKeep the lights on at the Gazette\n\n[red]Not[/red] :smile: [/]\n"
    for columns in ("80", "200"):
        shown = run("explain", "--rules", own, stdin=text, COLUMNS=columns).stdout
        assert LONG_ID in shown.replace("\n", "").replace(" ", "")
        assert "[red]Not[/red] :smile: [/]" in shown
    assert LONG_ID in shown


def test_rules_of_the_environment_and_disabled_ones(tmp_path: Path) -> None:
    text = ARTICLE + "\nKeep the lights on at the Gazette\n"
    own = str(pack(tmp_path, PACK))
    assert "own/house-line" in run("explain", stdin=text, BODYCOPY_RULES=own).stdout
    assert "own/house-line" not in run("explain", stdin=text).stdout
    without = run("explain", "--rules", own, "--disable", "own/house-line", stdin=text)
    assert "own/house-line" not in without.stdout
    assert "en/share-link" not in run("explain", "--disable", "social", stdin=text).stdout


def test_json() -> None:
    body = json.loads(run("explain", "--json", stdin=ARTICLE).stdout)
    assert [block["number"] for block in body["blocks"]] == [1, 2, 3, 4, 5, 6, 7]
    assert body["blocks"][1]["label"] == "title"
    for block in body["blocks"]:
        assert ARTICLE[block["start"] : block["end"]] == block["text"]


def test_html() -> None:
    body = json.loads(
        run("explain", "--html", "--json", "--url", "https://a.example/", stdin=HTML_ARTICLE).stdout
    )
    assert [block["kept"] for block in body["blocks"]].count(True) == 4


def test_a_warning_goes_to_stderr() -> None:
    result = run("explain", stdin=ARTICLE.encode("cp1252"))
    assert result.exit_code == 0
    assert result.stderr.startswith("bodycopy: warning: ")


def test_of_a_very_long_document_the_terminal_shows_the_beginning() -> None:
    shown = run("explain", stdin=many_lines(MAX_BLOCKS + 7)).stdout
    assert shown.rstrip().endswith("7 more blocks; the JSON and the page hold all")
    assert "…" in run("explain", stdin=long_line(900)).stdout


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_input(name: str) -> None:
    data, says = UNREADABLE[name]
    refused(run("explain", stdin=data), "stdin: ", says)


def test_bad_arguments(tmp_path: Path) -> None:
    refused(run("explain", tmp_path / "absent.txt"), "absent.txt", "No such file")
    refused(run("explain", tmp_path), "directory")
    refused(run("explain", "--rules", tmp_path / "absent", stdin=ARTICLE), "absent", "folder")
    refused(run("explain", "--disable", "en/no-such", stdin=ARTICLE), "'en/no-such'")
    refused(run("explain", stdin="a" * 11, BODYCOPY_MAX_BYTES="10"), "10 bytes")
    refused(run("explain", "--html-report", tmp_path / "no" / "out.html", stdin=ARTICLE), "out.html")
    refused(run("explain", "--json", "--html-report", tmp_path, stdin=ARTICLE), os.fspath(tmp_path))
