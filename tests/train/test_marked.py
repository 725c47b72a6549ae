"""Gold that was marked: stretches of words of pages that are named by a digest."""

import hashlib
from pathlib import Path

import pytest

from bodycopy.train import marked
from bodycopy.train.corpora import read_pages
from bodycopy.train.marked import DIGITS, MarksError, marked_text

PAGE = (
    "<nav>Home News</nav><p>The ferry sails again.</p><aside>Read more</aside><p>It is, they say, late.</p>"
)


@pytest.fixture
def marks(monkeypatch: pytest.MonkeyPatch) -> None:
    name = hashlib.sha256(PAGE.encode()).hexdigest()[:DIGITS]
    found = {name: {"words": 13, "article": [(2, 6), (8, 13)]}}
    monkeypatch.setattr(marked, "_marks", lambda: found)


@pytest.mark.usefixtures("marks")
def test_the_words_that_were_marked() -> None:
    assert marked_text(PAGE) == "The ferry sails again\nIt is, they say, late"
    assert marked_text(PAGE + " ") is None


def test_a_page_that_reads_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    name = hashlib.sha256(PAGE.encode()).hexdigest()[:DIGITS]
    monkeypatch.setattr(marked, "_marks", lambda: {name: {"words": 12, "article": [(2, 6)]}})
    with pytest.raises(MarksError, match=f"{name}: was marked with 12 words, but has 13"):
        marked_text(PAGE)


def test_the_marks_that_are_shipped() -> None:
    pages = marked._marks()
    assert len(pages) > 100
    for name, marks in pages.items():
        assert len(name) == DIGITS
        ends = [0, *(end for stretch in marks["article"] for end in stretch), marks["words"]]
        assert ends == sorted(ends)


def test_the_corpus_that_was_marked() -> None:
    corpora = Path(__file__).parents[3] / "shared" / "corpora"
    if not (corpora / "unlabelled-news.jsonl.gz").is_file():
        pytest.skip(f"{corpora} is not here")
    golds = [page.gold for page in read_pages(corpora, "unlabelled-news")]
    assert sum(gold is not None for gold in golds) == len(marked._marks())
    assert all(gold is None or len(gold) >= 50 for gold in golds)
