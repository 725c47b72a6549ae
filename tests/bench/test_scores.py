"""Shingle precision, recall and F1, against sums done by hand."""

import pytest

from bodycopy.bench.renderers import RENDERERS, renderer
from bodycopy.bench.scores import Mean, Score, f1, score, shingles


def test_shingles_are_counted() -> None:
    assert shingles("a b c d a b c d") == {
        ("a", "b", "c", "d"): 2,
        ("b", "c", "d", "a"): 1,
        ("c", "d", "a", "b"): 1,
        ("d", "a", "b", "c"): 1,
    }
    assert shingles("Wort für, Wort!\n\nfür") == {("Wort", "für", "Wort", "für"): 1}


@pytest.mark.parametrize(
    ("output", "gold", "expected"),
    [
        ("a b c d e", "a b c d e", (1.0, 1.0)),
        ("a b c d e f", "a b c d", (1 / 3, 1.0)),
        ("a b c d", "a b c d e f", (1.0, 1 / 3)),
        ("a b c d a b c d", "a b c d", (1 / 5, 1.0)),
        ("A b c d", "a b c d", (0.0, 0.0)),
        ("", "a b c d", (None, 0.0)),
        ("a b c d", "a b c", (0.0, None)),
        ("", "", (None, None)),
    ],
)
def test_score(output: str, gold: str, expected: tuple[float | None, float | None]) -> None:
    assert score(output, gold) == pytest.approx(expected)


def test_f1() -> None:
    assert f1(0.5, 1.0) == pytest.approx(2 / 3)
    assert f1(0.0, 0.0) == 0.0
    assert f1(None, 1.0) is None


def test_averages_are_of_the_pages_where_they_are_defined() -> None:
    mean = Mean()
    assert mean.score == Score(None, None)
    for page in (Score(1.0, 0.5), Score(None, 0.0), Score(0.5, None)):
        mean.add(page)
    assert mean.score == Score(0.75, 0.25)


@pytest.mark.parametrize("name", RENDERERS)
def test_a_page_as_raw_text(name: str) -> None:
    pytest.importorskip(name)
    head = "<html><head><title>T</title><style>b{}</style></head>"
    page = f"{head}<body><p>One.</p><script>x()</script><p>Two.</p></body></html>"
    lines = [line.strip() for line in renderer(name)(page).splitlines() if line.strip()]
    assert lines[-2:] == ["One.", "Two."]
