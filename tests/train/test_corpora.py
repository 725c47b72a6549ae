"""Reading the pages to learn from, and what is said of files that are none."""

import gzip
import json
from pathlib import Path

import pytest

from bodycopy.train.corpora import CorpusError, read_pages


def written(folder: Path, text: str) -> Path:
    (folder / "pages.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    return folder


def test_a_page_with_all_that_is_known_of_it_and_one_with_its_html_alone(tmp_path: Path) -> None:
    rows: list[dict[str, str]] = [
        {
            "id": "a",
            "url": "https://a.example/1",
            "title": "T",
            "html": "<p>x</p>",
            "text": "x",
        },
        {"html": "<p>y</p>"},
    ]
    full, bare = read_pages(written(tmp_path, "\n".join(map(json.dumps, rows))), "pages")
    assert full == ("pages", "a", "https://a.example/1", "T", "<p>x</p>", "x")
    assert bare == ("pages", "2", None, "", "<p>y</p>", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"html": "<p>"}\n{"text": "x"}', ":2: a JSON object with `html` is needed"),
        ('{"html": 3}', ":1: a JSON object with `html` is needed"),
        ("[1]", ":1: a JSON object with `html` is needed"),
        ("<html>", "is no gzipped JSON lines"),
    ],
)
def test_a_row_that_is_no_page_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        list(read_pages(written(tmp_path, text), "pages"))


def test_files_that_are_missing_or_cut_are_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"pages\.jsonl\.gz: No such file"):
        list(read_pages(tmp_path, "pages"))
    path = written(tmp_path, '{"html": "<p>"}') / "pages.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(CorpusError, match="is no gzipped JSON lines"):
        list(read_pages(tmp_path, "pages"))
