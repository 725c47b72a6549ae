"""Learning where lost line breaks were: what the texts hold, and that a fitted network finds the breaks."""

import numpy as np
import pytest

pytest.importorskip("inscriptis")
pytest.importorskip("html_text")
pytest.importorskip("torch")

from bodycopy.train.breaks import ARTICLE, RENDERED, Words, read_words
from bodycopy.train.corpora import Page
from bodycopy.train.fit_breaks import cross_validate_breaks, fit_arrays, fit_breaks
from bodycopy.train.samples import ALONE

GOLD = (
    "The ferry to the outer islands will sail again from the first of May, the council said.",
    "It has lain in dock since the storm of last autumn tore the ramp from the pier at Holm Point",
)
MENU = ("Log in", "Subscribe to us", "Share this")


def page(number: int = 0) -> Page:
    html = "".join(f"<p>{part}</p>" for part in (*MENU, *GOLD, *MENU))
    url = f"https://site-{number}.example/ferry"
    return Page("made", str(number), url, "Ferry", f"<html><body>{html}</body></html>", "\n\n".join(GOLD))


def begun(text: Words) -> list[str]:
    return [word for word, begins in zip(text.words, text.begins, strict=True) if begins]


def test_a_page_is_read_as_text_and_its_gold_alone() -> None:
    texts = list(read_words(page()))
    assert [text.kind for text in texts] == [*RENDERED, ALONE]
    for text in texts[:2]:
        assert begun(text) == ["Log", "Subscribe", "Share", "The", "It", "Log", "Subscribe", "Share"]
    assert begun(texts[-1]) == ["The", "It"]


def test_an_article_s_sentence_costs_more_and_a_place_behind_a_stop_nothing() -> None:
    text = next(read_words(page()))
    costs = dict(zip(text.words, text.costs.tolist(), strict=True))
    assert costs["ferry"] == costs["Holm"] == ARTICLE
    assert costs["in"] == 1.0 or text.words.count("in") > 1
    assert costs["It"] == 0.0
    assert text.costs[0] == 0.0


def test_a_text_without_line_breaks_teaches_nothing() -> None:
    one = Page("made", "0", "https://site.example/", None, "<p>One line</p>", "One line")
    assert not list(read_words(one))


def made(number: int) -> Words:
    """A text whose lines begin with capitals, all of them and no other words."""
    chance = np.random.default_rng(number)
    words, begins = [], []
    for _ in range(40):
        size = int(chance.integers(2, 7))
        line = ["".join(chance.choice(list("aeioklmnst"), 5)) for _ in range(size)]
        words += [line[0].capitalize(), *line[1:]]
        begins += [1.0, *[0.0] * (size - 1)]
    costs = np.ones(len(words), np.float32)
    return Words("made", f"site-{number}", RENDERED[0], words, np.array(begins, np.float32), costs)


def test_the_same_texts_give_the_same_network_and_it_finds_the_breaks() -> None:
    texts = [made(number) for number in range(24)]
    said: list[str] = []
    first, second = (fit_arrays(texts, 40, 1, said.append) for _ in range(2))
    assert all(np.array_equal(first[name], second[name]) for name in first)
    assert len(said) == 80
    other = made(99)
    found = fit_breaks(texts, 40, 1, said.append).odds(other.words) > 0.0
    assert (found == (other.begins > 0.0)).mean() > 0.99


def test_sites_are_judged_by_networks_that_have_not_seen_them() -> None:
    texts = [made(number) for number in range(24)]
    (found,) = cross_validate_breaks(texts, 2, 60, 1, lambda line: None)
    assert (found.corpus, found.pages) == ("made", 24)
    assert found.precision > 0.9
    assert found.recall > 0.9
    assert set(found.to_dict()) == {"corpus", "pages", "precision", "recall", "broken"}
