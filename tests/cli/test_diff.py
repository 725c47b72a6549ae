"""`bodycopy rules diff`: in this process and in one of its own."""

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bodycopy.bench import renderers
from tests.cli.helpers import process, refused, run
from tests.inputs import ARTICLE, HTML_ARTICLE, PARAGRAPHS, TITLE
from tests.rulesets import PROSE, rule

GOLD = "\n\n".join(PROSE)
AD = "Lorries are cheap at Brandt's this week"
DOCUMENT = f"{GOLD}\n\n{AD}\n"
SILENT = rule("own/silent", when={"equals": ["nothing says this"]})
DROPS = rule("own/lorries", "sponsor", when={"regex": ["^Lorries"]})
BETTER = rule("own/lorries-are", "sponsor", when={"regex": ["^Lorries are"]})


def rules(folder: Path, *found: dict[str, Any], alone: bool = True) -> Path:
    """A folder with these rules; alone, they are a whole ruleset."""
    folder.mkdir()
    (folder / "own.yaml").write_text(json.dumps({"language": "en", "rules": list(found)}))
    if alone:
        (folder / "VERSION").write_text("1\n")
    return folder


def corpus(file: Path, rows: Iterable[object]) -> Path:
    """A corpus of these rows, gzipped if it is called so; a row of bytes stands as it is."""
    data = b"".join((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows)
    file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
    return file


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return rules(tmp_path / "old", SILENT)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return rules(tmp_path / "new", SILENT, DROPS)


def diffed(old: Path, new: Path, file: Path, *options: str) -> dict[str, Any]:
    result = run("rules", "diff", old, new, "--corpus", file, "--json", *options)
    assert result.exit_code == 0, (result.output, result.exception)
    body: dict[str, Any] = json.loads(result.stdout)
    return body


def test_a_real_process_over_the_shipped_rules(tmp_path: Path) -> None:
    own = rules(tmp_path / "own", DROPS, alone=False)
    file = corpus(tmp_path / "corpus.jsonl.gz", [{"id": "a", "lang": "en", "text": DOCUMENT, "gold": GOLD}])
    report = tmp_path / "out.html"
    done = process("rules", "diff", "shipped", str(own), "--corpus", str(file), "--html-report", str(report))
    assert (done.returncode, done.stderr) == (0, b"")
    shown = " ".join(done.stdout.decode("utf-8").split())
    assert "\x1b" not in shown
    for words in (
        "1 document, 1 changed, 1 of them",
        "own/lorries",
        "sponsor",
        "recall",
        "a (en), corpus line 1",
    ):
        assert words in shown
    page = report.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "own/lorries" in page


def test_words_documents_and_scores(tmp_path: Path, old: Path, new: Path) -> None:
    rows = [
        {"id": "a", "text": DOCUMENT, "gold": GOLD},
        {"id": 2, "text": GOLD.replace("Lorries", "Cars"), "gold": GOLD.replace("Lorries", "Cars")},
        {"text": "\n\n".join([PROSE[0], PROSE[2], PROSE[3]])},
    ]
    body = diffed(old, new, corpus(tmp_path / "c.jsonl", rows))
    assert (body["documents"], body["changed"], body["text_changed"]) == (3, 1, 1)
    line = len(PROSE[1].split())
    assert body["dropped"]["by_rule"]["own/lorries"]["documents"] == 1
    assert body["dropped"]["by_rule"]["own/lorries"]["words"] >= line
    assert body["dropped"]["words"] == sum(tally["words"] for tally in body["dropped"]["by_label"].values())
    assert body["kept"]["words"] == 0
    quality = body["quality"]
    assert (quality["documents"], quality["better"], quality["worse"]) == (2, 0, 1)
    assert quality["old"]["recall"] == 1.0
    assert quality["new"]["recall"] < 1.0
    assert body["largest"][0]["name"] == "a"
    assert body["refused"] == {"lines": 0, "first": []}
    backwards = diffed(new, old, tmp_path / "c.jsonl")
    assert backwards["kept"] == body["dropped"]
    assert backwards["quality"]["old"] == quality["new"]


def test_a_better_rule_scores_better(tmp_path: Path, new: Path) -> None:
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT, "gold": GOLD}])
    better = rules(tmp_path / "better", SILENT, BETTER)
    quality = diffed(new, better, file)["quality"]
    assert (quality["better"], quality["worse"]) == (1, 0)
    assert quality["new"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_the_same_rules_change_nothing(tmp_path: Path, new: Path) -> None:
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT, "gold": GOLD}, {"html": HTML_ARTICLE}])
    body = diffed(new, new, file)
    assert (body["documents"], body["changed"], body["largest"], body["relabelled"]) == (2, 0, [], [])
    assert body["quality"]["old"] == body["quality"]["new"]
    shown = run("rules", "diff", new, new, "--corpus", file, "--exit-code")
    assert shown.exit_code == 0
    assert "0 changed" in shown.stdout
    assert "largest" not in shown.stdout


def test_the_exit_code_says_whether_anything_changed_where_asked(
    tmp_path: Path, old: Path, new: Path
) -> None:
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT}])
    assert run("rules", "diff", old, new, "--corpus", file).exit_code == 0
    assert run("rules", "diff", old, new, "--corpus", file, "--exit-code").exit_code == 1


def test_in_order_whatever_the_number_of_processes(tmp_path: Path, old: Path, new: Path) -> None:
    choose = random.Random(3)
    rows = [
        {"id": str(number), "text": "\n\n".join([*choose.sample(PROSE, 3), AD]), "gold": GOLD}
        for number in range(50)
    ]
    file = corpus(tmp_path / "c.jsonl.gz", rows)
    one, three = (diffed(old, new, file, "--jobs", jobs) for jobs in ("1", "3"))
    assert one == three
    assert len(one["largest"]) == 20


def test_html_as_it_is_and_rendered(tmp_path: Path, old: Path, new: Path) -> None:
    pytest.importorskip("inscriptis", reason="the bench extra is not installed")
    drops = rules(tmp_path / "drops", rule("own/opponents", "other", when={"regex": ["^Opponents"]}))
    file = corpus(
        tmp_path / "c.jsonl",
        [{"html": HTML_ARTICLE, "text": "\n\n".join(PARAGRAPHS), "url": "https://a.example/"}],
    )
    gold = ("--gold-key", "text")
    for options in (
        gold,
        ("--as", "html", *gold),
        ("--as", "text", *gold),
        ("--as", "text", "--renderer", "bs4", *gold),
    ):
        body = diffed(old, drops, file, *options)
        assert body["dropped"]["by_rule"]["own/opponents"]["words"] == len(PARAGRAPHS[3].split())
        assert body["quality"]["old"]["recall"] == 1.0
    rendered = json.dumps(
        diffed(
            old, rules(tmp_path / "t", rule("own/t", "other", when={"equals": [TITLE]})), file, "--as", "text"
        )
    )
    assert TITLE in rendered


def test_a_renderer_that_is_not_installed(
    tmp_path: Path, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderers, "find_spec", lambda _: None)
    file = corpus(tmp_path / "c.jsonl", [{"html": HTML_ARTICLE}])
    refused(
        run("rules", "diff", old, new, "--corpus", file, "--as", "text"),
        "inscriptis",
        "pip install 'bodycopy[bench]'",
    )


def test_other_keys(tmp_path: Path, old: Path, new: Path) -> None:
    file = corpus(tmp_path / "c.jsonl", [{"raw": DOCUMENT, "clean": GOLD}])
    body = diffed(old, new, file, "--text-key", "raw", "--gold-key", "clean")
    assert (body["changed"], body["quality"]["documents"]) == (1, 1)


def test_bad_lines_are_counted_and_named_and_the_run_goes_on(tmp_path: Path, old: Path, new: Path) -> None:
    good = {"text": DOCUMENT}
    bad: dict[bytes | str, str] = {
        b'{"text": "a': "malformed JSON",
        b"[1]": "a JSON object",
        b'{"id": 1}': "neither 'text' nor 'html'",
        b'{"text": "a", "html": "b"}': "both",
        b'{"text": 5}': "text: a string is accepted, not 5",
        b'{"text": "a", "gold": []}': "gold: a string",
        b'{"text": " "}': "empty",
        b"\xff\xfe\x00": "UTF-8",
        b'{"text": "' + b"a" * 3_000 + b'"}': "more than 2000 bytes",
    }
    rows: list[object] = [good, b"", *(row for row in bad), good]
    file = corpus(tmp_path / "c.jsonl", rows)
    result = run("rules", "diff", old, new, "--corpus", file, "--json", BODYCOPY_MAX_BYTES="2000")
    assert result.exit_code == 0, result.output
    body = json.loads(result.stdout)
    assert body["documents"] == 2
    assert body["refused"]["lines"] == len(bad)
    for number, (line, said, shown) in enumerate(
        zip(body["refused"]["first"], bad.values(), result.stderr.splitlines(), strict=True), 3
    ):
        assert line["line"] == number
        assert said in line["error"]
        assert shown == f"bodycopy: {file}:{number}: {line['error']}"
    assert "9 lines could not be read" in " ".join(
        run("rules", "diff", old, new, "--corpus", file, BODYCOPY_MAX_BYTES="2000").stdout.split()
    )


def test_of_many_bad_lines_some_are_named(tmp_path: Path, old: Path) -> None:
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT}, *[b"{"] * 150])
    result = run("rules", "diff", old, old, "--corpus", file, "--json")
    assert result.stderr.count("\n") == 11
    assert result.stderr.splitlines()[-1].endswith("140 more lines could not be read")
    assert json.loads(result.stdout)["refused"]["lines"] == 150


def test_a_corpus_that_can_not_be_read(tmp_path: Path, old: Path) -> None:
    def refuse(file: Path, *says: str) -> None:
        refused(run("rules", "diff", old, old, "--corpus", file), *says)

    whole = corpus(
        tmp_path / "whole.jsonl.gz", [{"text": DOCUMENT, "id": random.Random(n).random()} for n in range(99)]
    )
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(whole.read_bytes()[:-40])
    damaged = tmp_path / "damaged.jsonl.gz"
    damaged.write_bytes(whole.read_bytes()[:60] + b"\xff" * 60 + whole.read_bytes()[120:])
    plain = tmp_path / "plain.jsonl.gz"
    plain.write_text(ARTICLE)
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(bytes(range(256)) * 20)
    for file in (cut, damaged, plain):
        refuse(file, file.name, "can't be unpacked as gzip")
    refuse(binary, "binary.jsonl: none of its lines can be read", "line 1: ")
    refuse(corpus(tmp_path / "empty.jsonl", []), "empty.jsonl: holds no document")
    refuse(corpus(tmp_path / "blank.jsonl", [b"", b"  "]), "blank.jsonl: holds no document")
    refuse(tmp_path / "absent.jsonl", "absent.jsonl", "No such file")
    refuse(tmp_path, "directory")


def test_rules_that_can_not_be_read(tmp_path: Path, old: Path) -> None:
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT}])
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "own.yaml").write_text("language: en\nrules: 1\n")
    refused(
        run("rules", "diff", old, tmp_path / "absent", "--corpus", file),
        "absent: is not a folder",
        "'shipped'",
    )
    refused(run("rules", "diff", broken, old, "--corpus", file), "own.yaml:2: rules")
    refused(run("rules", "diff", old, "", "--corpus", file), "'': is not a folder")
    refused(run("rules", "diff", old, "--corpus", file), "NEW")
    refused(run("rules", "diff", old, old), "--corpus")
    refused(run("rules", "diff", old, old, "--corpus", file, "--jobs", "0"), "--jobs")


def test_a_page_that_can_not_be_written_is_said_before_the_work(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("bodycopy.cli.diff.summarize")
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT}])
    page = tmp_path / "no" / "out.html"
    refused(
        run("rules", "diff", old, old, "--corpus", file, "--html-report", page), "out.html", "No such file"
    )


def test_an_interrupt_ends_it_quietly(tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bodycopy.diff.summary._MovedTable.add", stop)
    file = corpus(tmp_path / "c.jsonl", [{"text": DOCUMENT}] * 30)
    result = run("rules", "diff", old, old, "--corpus", file)
    assert result.exit_code == 130
    assert "Traceback" not in result.output
