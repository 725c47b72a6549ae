"""What the charts of a page are made of; `templates/charts.html` draws them."""

from collections.abc import Sequence
from math import floor, log10
from typing import Final, NamedTuple

#: Marks of an axis, at most.
_TICKS: Final = 6


class Mark(NamedTuple):
    """A bar or a dot: what it is of, how it is drawn (a class of the template), how far it reaches (0 to 1),
    and the figure beside it."""

    name: str
    style: str
    at: float
    figure: str


class Line(NamedTuple):
    """A line of a chart: its name, its marks and what is said behind them."""

    name: str
    marks: list[Mark]
    said: str = ""


class Chart(NamedTuple):
    """A chart of bars or dots, and its legend: a style and what it stands for each."""

    title: str
    lines: list[Line]
    legend: list[tuple[str, str]]


class Axis(NamedTuple):
    """An axis from 0 on: what it measures, and its marks as shares of its length, with their figures."""

    name: str
    ticks: list[tuple[float, str]]


class Series(NamedTuple):
    """A measured line: its style, and its points as shares of the axes, each with what it says."""

    style: str
    points: list[tuple[float, float, str]]


class Curve(NamedTuple):
    """A chart of one quantity over another, both from 0 on."""

    title: str
    across: Axis
    up: Axis
    series: list[Series]
    legend: list[tuple[str, str]]


def curve(
    title: str, across: str, up: str, measured: Sequence[tuple[str, str, Sequence[tuple[float, float]]]]
) -> Curve:
    """The chart of `measured` points, a name and a style each, over axes that hold all of them."""
    points = [point for _, _, found in measured for point in found]
    right, widths = _scale(max(x for x, _ in points))
    top, heights = _scale(max(y for _, y in points))
    series = [
        Series(style, [(x / right, y / top, f"{name}: {x:,.6g} {across}, {y:,.4g} {up}") for x, y in found])
        for name, style, found in measured
    ]
    legend = [(style, name) for name, style, _ in measured]
    return Curve(title, Axis(across, widths), Axis(up, heights), series, legend)


def _scale(most: float) -> tuple[float, list[tuple[float, str]]]:
    """Where an axis for values up to `most` ends, and its marks: round numbers."""
    most = most or 1.0
    power = 10.0 ** floor(log10(most / _TICKS))
    step = next(power * size for size in (1, 2, 5, 10, 20) if power * size * _TICKS >= most)
    count = next(number for number in range(1, _TICKS + 2) if step * number >= most * (1 - 1e-9))
    return step * count, [(number / count, f"{step * number:,.6g}") for number in range(count + 1)]
