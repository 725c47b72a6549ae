"""The curves of `bodycopy bench`: cost by size, memory over many documents. No time is judged."""

import re
from pathlib import Path

import pytest

from bodycopy.bench import endurance, growth
from bodycopy.bench.charts import curve
from bodycopy.bench.documents import BenchError
from bodycopy.bench.report import curves_page
from tests.cli.helpers import refused, run

FIXTURES = Path(__file__).parents[2] / "fixtures"
SIZE = 0.2


def test_growth_is_printed_and_drawn(tmp_path: Path) -> None:
    page = tmp_path / "curves.html"
    options = ("--growth", "0.03", "--endurance", "3", "--html-report", page)
    result = run("bench", *options, BODYCOPY_DECIDER="rules")
    assert result.exit_code == 0, (result.output, result.exception)
    sizes = re.findall(r"^(plain text|HTML) +(\d\.\d\d) +\d", result.stdout, re.MULTILINE)
    assert [kind for kind, _ in sizes] == ["plain text"] * 8 + ["HTML"] * 8
    assert sizes[7][1] == sizes[15][1] == "0.03"
    assert len(re.findall(r"times as much in 0\.03 MB as in 0\.\d\d MB", result.stdout)) == 2
    written = page.read_text()
    assert written.count("<polyline") == 3
    assert written.count("<circle") == 3 + 16 + 3  # points, and the keys of the legends
    for words in ("Resident memory", ">documents</text>", ">seconds of a core</text>", "plain text: 0.0"):
        assert words in written
    assert "<script" not in written


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_documents_grow_up_to_the_size_and_do_not_repeat(media_type: str) -> None:
    found = [source for source, kind in growth.documents_up_to(FIXTURES, SIZE) if kind == media_type]
    for source, share in zip(found, growth.SHARES, strict=True):
        size = share * SIZE * growth.MEGABYTE
        assert len(source) <= size or share == growth.SHARES[0]
        assert len(source) > 0.9 * size or share < 0.1
    lines = [line for line in found[-1].decode().splitlines() if len(re.findall(r"\w{7,}", line)) > 6]
    assert len(set(lines)) > 0.95 * len(lines) > 40


def test_long_words_move_on_and_tags_stay() -> None:
    text = '<p class="paragraph">Nothing is forever, as the captain told Margarethe.</p>'
    moved = growth.moved_on(text, 1)
    assert moved == '<p class="paragraph">forever is captain, as the Margarethe told Nothing.</p>'
    assert growth.moved_on(text, 4) == growth.moved_on(text, 0) == text
    assert growth.moved_on("All of it is short.", 3) == "All of it is short."


def test_what_a_megabyte_costs() -> None:
    sizes = [growth.Size(kind, share, share * 2) for kind, _, _ in growth.KINDS for share in growth.SHARES]
    sizes[-1] = growth.Size("text/html", 1.0, 5.0)
    drawn = growth.growth_curve(sizes)
    assert [name for _, name in drawn.legend] == ["plain text", "HTML"]
    assert [len(one.points) for one in drawn.series] == [8, 8]
    assert drawn.series[1].points[-1] == (1.0, 1.0, "HTML: 1 MB, 5 seconds of a core")
    assert sizes[-1].rate == 5.0


@pytest.mark.parametrize(
    ("most", "figures"),
    [
        (5.0, ["0", "1", "2", "3", "4", "5"]),
        (7.3, ["0", "2", "4", "6", "8"]),
        (10_000, ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]),
        (0.03, ["0", "0.005", "0.01", "0.015", "0.02", "0.025", "0.03"]),
        (0.0, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_axes_have_round_marks_and_hold_everything(most: float, figures: list[str]) -> None:
    drawn = curve("t", "MB", "s", [("a", "own", [(most, most), (0.0, 0.0)])])
    assert [figure for _, figure in drawn.across.ticks] == figures
    assert drawn.up.ticks[0][0] == 0.0
    assert drawn.up.ticks[-1][0] == 1.0
    assert all(0.0 <= at <= 1.0 for one in drawn.series for point in one.points for at in point[:2])


def test_a_curve_cannot_speak_html() -> None:
    drawn = curve("<b>t</b>", "<i>", "s", [("<u>", "own", [(1.0, 1.0)])])
    assert not re.search(r"<[biu]>", curves_page([drawn], "0"))


def test_growth_needs_both_kinds_of_cases(tmp_path: Path) -> None:
    (tmp_path / "input.txt").write_text("A case.")
    with pytest.raises(BenchError, match=r"input\.html"):
        growth.documents_up_to(tmp_path, 1)
    assert endurance.case_inputs(tmp_path, "text/plain") == [(b"A case.", "text/plain")]
    refused(run("bench", "--growth", "1", "--fixtures", tmp_path), str(tmp_path), "input.html")


@pytest.mark.parametrize("option", [("--rounds", "2"), ("--json",), ("--documents", "5"), ("--residue",)])
def test_growth_measures_nothing_else(option: tuple[str, ...]) -> None:
    refused(run("bench", "--growth", "1", *option), option[0], "--growth")


@pytest.mark.parametrize("size", ["0", "-1", "11"])
def test_sizes_that_are_not_accepted(size: str) -> None:
    refused(run("bench", "--growth", size), "--growth")
