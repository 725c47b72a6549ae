"""The parts of a run over corpora, against sums done by hand."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bodycopy.bench.labelled import Labels, given_labels
from bodycopy.bench.quality import Row
from bodycopy.bench.residue import Residue, ideal_choice
from bodycopy.bench.runs import Output, Run, run_all, write_rows
from bodycopy.bench.scores import Score, word_f1
from bodycopy.bench.tools import EXTRACTORS, TOOLS, Tool, ToolError, load, named
from bodycopy.bench.totals import (
    Measured,
    PageScore,
    by_language,
    by_length,
    each_language,
    score_page,
    total,
)
from bodycopy.bench.worker import Figures, work
from bodycopy.errors import InputError
from bodycopy.result import ResultBlock
from tests.inputs import PARAGRAPHS

LINES = "Home\nThe bridge was opened on Monday.\nIt is long.\nThe mayor came to see it"


def scored(
    lang: str | None, words: int, precision: float | None, recall: float, name: str = "p"
) -> PageScore:
    return PageScore(Measured(name, lang, words), Score(precision, recall), recall)


def test_word_f1() -> None:
    assert word_f1("The cat, the DOG", "the dog sat") == pytest.approx(2 * 2 / (4 + 3))
    assert word_f1("", "the dog") == 0.0
    assert word_f1("", "—") is None


def test_totals() -> None:
    scores = [scored("en", 100, 0.5, 1.0), scored("en", 300, None, 0.0), scored("de", 2_000, 1.0, 0.5)]
    found = total(scores)
    assert found.pages == 3
    assert (found.precision, found.recall) == (0.75, 0.5)
    assert found.f1 == pytest.approx(0.6)
    assert found.word_f1 == pytest.approx(0.5)
    assert {name: one.pages for name, one in by_language(scores).items()} == {"English": 2, "the rest": 1}
    assert list(by_length(scores)) == ["under 200", "200–499", "2,000 and more"]
    assert total([]).f1 is None


def test_a_language_is_shown_from_three_pages_on() -> None:
    pages = [scored("de", 9, 1.0, 1.0, f"p{number}") for number in range(3)]
    pages += [scored("fr", 9, 1.0, 1.0, "q")] * 3 + [scored(None, 9, 1.0, 1.0, f"r{at}") for at in range(5)]
    assert list(each_language(pages)) == ["de"]


def test_a_page_in_no_known_language_is_of_the_rest() -> None:
    assert list(by_language([scored(None, 1, 1.0, 1.0)])) == ["the rest"]


def test_the_line_filter() -> None:
    assert load("line-filter", "text")(LINES, "en") == "The bridge was opened on Monday."


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool.text], ids=lambda tool: tool.name)
def test_every_tool_takes_text(tool: Tool) -> None:
    if not tool.installed:
        pytest.skip("not installed")
    extract = load(tool.name, "text")
    paragraph = (
        "The bridge was opened on Monday, and the mayor came to see it with all of the town's people. "
    )
    text = "\n".join(
        [paragraph * 3, "if a < b & c > d then all of this is still text, said the mayor. " * 3] * 3
    )
    assert isinstance(extract(text, "en"), str)
    assert "<p>" not in extract(text, None)


def test_residue_is_of_six_extractors_and_more() -> None:
    six = {"trafilatura", "readability-lxml", "boilerpy3", "resiliparse", "jusText", "turbohtml"}
    assert six < {tool.name for tool in EXTRACTORS}
    assert all(tool.html for tool in EXTRACTORS)


@pytest.mark.parametrize("tool", EXTRACTORS, ids=lambda tool: tool.name)
def test_every_extractor_takes_html(tool: Tool) -> None:
    if not tool.installed:
        pytest.skip("not installed")
    long = "".join(
        f"<p>{' '.join(PARAGRAPHS)} Part {part}.</p>" for part in "abc"
    )  # jusText drops short ones
    found = load(tool.name, "html")(f"<html><body><article>{long}</article></body></html>", "en")
    assert PARAGRAPHS[0][:40] in found
    assert "<p>" not in found


def test_named_tools_come_in_order() -> None:
    assert [tool.name for tool in named(["trafilatura", " BODYCOPY"], TOOLS)] == ["bodycopy", "trafilatura"]
    assert "bodycopy" not in [tool.name for tool in named([], EXTRACTORS)]
    with pytest.raises(ToolError, match="accepted are bodycopy, line-filter"):
        named(["grep"], TOOLS)


def test_a_tool_that_raises_gives_no_text_and_is_counted(tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    write_rows(source, [("good", "en"), ("bad", None), ("good", None)])

    class Panic(BaseException):
        pass

    def extract(text: str, lang: str | None) -> str:
        if text == "bad":
            raise Panic("a page like that")
        return text.upper()

    figures = work(extract, source, target)
    assert figures.seconds is not None
    rows = [Output(**row) for row in map(json.loads, target.read_text().splitlines())]
    assert rows == [
        Output("GOOD", "en", None),
        Output("", None, "Panic: a page like that"),
        Output("GOOD", None, None),
    ]


def test_a_process_that_dies_leaves_empty_outputs(tmp_path: Path) -> None:
    source = tmp_path / "in"
    write_rows(source, [("a", None), ("b", None)])
    runs = [
        Run("text", "no-such-tool", source, tmp_path / "out"),
        Run("text", "line-filter", source, tmp_path / "2"),
    ]
    told: list[tuple[int, int]] = []
    done = dict(run_all(runs, 2, lambda *numbers: told.append(numbers)))
    died = done[runs[0]]
    assert died.died is not None
    assert "KeyError" in died.died
    assert [(output.text, output.error) for output in died.outputs] == [("", died.died)] * 2
    assert died.figures == Figures(None, None)
    assert done[runs[1]].died is None
    assert told[-1] == (2, 2)


def test_the_rate_of_a_row() -> None:
    scores = (scored("en", 1, 1.0, 1.0),) * 3
    assert Row("c", "bs4", "t", scores, 0, Figures(1.5, None)).rate == pytest.approx(2.0)
    assert Row("c", "bs4", "t").rate is None


def test_the_ideal_choice_of_lines() -> None:
    gold = "The bridge was opened on Monday. It is long. The mayor came to see the bridge that he wanted."
    chosen = ideal_choice(LINES + "\nlong is It", gold)
    # "The mayor came to see it": 2 of its 3 shingles stand in the gold
    assert chosen.splitlines() == LINES.splitlines()[1:]
    assert ideal_choice("one two three four five", "one two three four six") == ""
    assert ideal_choice("• —\n", gold) == ""


def test_the_share_of_what_the_ideal_choice_adds() -> None:
    page = Measured("p", "en", 8)
    gold = "a b c d e f g h"

    def one(text: str) -> tuple[PageScore, ...]:
        return (score_page(page, text, gold),)

    before, ideal = one(gold + " w x y z"), one(gold)
    assert Residue("c", "t", before, ideal, ideal).reached == pytest.approx(1.0)
    assert Residue("c", "t", before, before, ideal).reached == 0.0
    assert Residue("c", "t", ideal, ideal, ideal).reached is None
    assert Residue("c", "t").reached is None


def test_pages_that_residue_makes_better_or_worse_are_counted() -> None:
    gold = [" ".join(f"{letter}{number}" for number in range(400)) for letter in "abcde"]
    junk = " j1 j2 j3 j4 j5 j6 j7 j8 j9 j10 j11"

    def scores(*texts: str) -> tuple[PageScore, ...]:
        pages = zip(texts, gold, strict=True)
        return tuple(score_page(Measured("p", "en", 400), text, one) for text, one in pages)

    before = scores(gold[0] + junk, gold[1], gold[2], "", gold[4])
    after = scores(gold[0], gold[1] + junk, gold[2] + " j1", "", "")
    found = Residue("c", "t", before, after, before)
    assert (found.better, found.worse) == (1, 2)


def test_a_line_has_the_block_that_most_of_it_lies_in() -> None:
    text = "Menu\nA long line. Two sentences of it.\nwrapped\nlines"
    spans = [(0, 4, "navigation"), (5, 17, "body"), (18, 38, "related"), (39, 52, "heading")]
    blocks = [ResultBlock(text[a:b], label, False, a, b, (), 1.0) for a, b, label in spans]
    given = [block.label if block else None for block in given_labels(text, text.splitlines(), blocks)]
    assert given == ["navigation", "related", "heading", "heading"]
    assert list(given_labels("Menu", ["Menu"], [])) == [None]
    with pytest.raises(InputError, match="does not stand"):
        list(given_labels(text, ["lines", "Menu"], blocks))


def test_label_scores() -> None:
    confusion = Counter({("body", "body"): 12, ("body", "related"): 3, ("related", "body"): 4})
    confusion["related", "related"] = 11
    confusion["title", "body"] = 2
    found = Labels("own", 1, confusion, 100, 5, 40, 10)
    scores = found.scores
    assert list(scores) == ["body", "title", "related"]
    assert scores["body"] == (15, 18, 12 / 18, 12 / 15, pytest.approx(24 / 33))
    assert scores["title"] == (2, 0, None, 0.0, 0.0)
    assert found.macro_f1 == pytest.approx((24 / 33 + 22 / 29) / 2)
    assert (found.body_lost_share, found.junk_left_share) == (0.05, 0.25)
    assert Labels("none").macro_f1 is None
