"""Outcomes as lines for people: coloured on a terminal, plain in files."""

import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from bodycopy.folding import printable
from bodycopy.testing.outcomes import (
    BlockDifference,
    Difference,
    ExampleDifference,
    MetadataDifference,
    Outcome,
    Status,
    TextDifference,
    count,
)

#: Characters of a text that are shown, and how many of them stand before the first difference.
SHOWN: Final = 100
BEFORE: Final = 30
#: Differences of one kind that are shown of one case.
MOST: Final = 40
_COLOURS: Final = {
    Status.PASSED: "green",
    Status.FAILED: "bold red",
    Status.GAP: "yellow",
    Status.CLOSED: "bold red",
    Status.ERROR: "bold red",
}
_WORDS: Final = {
    Status.FAILED: "FAILED",
    Status.GAP: "GAP",
    Status.CLOSED: "PASSES NOW",
    Status.ERROR: "ERROR",
    Status.PASSED: "PASSED",
}


def describe(outcome: Outcome) -> Iterator[Text]:
    """What there is to say of a case: a line with its name, and one or two for each difference."""
    yield Text.assemble(
        (_WORDS[outcome.status], _COLOURS[outcome.status]),
        " ",
        (outcome.case.id, "bold"),
        (f"  {outcome.case.where}", "dim"),
    )
    if outcome.status is Status.CLOSED:
        yield Text(f"  the gap is closed; remove the line: {printable(outcome.gap or '')}")
    for problem in outcome.problems:
        yield Text(f"  {printable(problem)}", style="red")
    for kind, heading in (
        (ExampleDifference, None),
        (BlockDifference, "  blocks"),
        (MetadataDifference, "  metadata"),
        (TextDifference, "  text (- expected, + got)"),
    ):
        found = [one for one in outcome.differences if isinstance(one, kind)]
        if found and heading:
            yield Text(heading, style="dim")
        for at, one in enumerate(found[:MOST]):
            yield from _difference(one, found, at)
        if len(found) > MOST:
            yield Text(f"    … and {len(found) - MOST} more", style="dim")


def summary(outcomes: Sequence[Outcome], updated: int = 0) -> Text:
    """One line: how many cases, and what became of them; `updated` cases come on top."""
    counts = count(outcomes)
    words = {"closed": "closed gaps", "gap": "known gaps", "error": "can't be used"}
    parts = [
        Text(f"{number} {words.get(status, status)}", style=_COLOURS[Status(status)])
        for status, number in counts.items()
        if number or status == "passed"
    ]
    parts += [Text(f"{updated} updated", style="yellow")] if updated else []
    total = len(outcomes) + updated
    return Text.assemble(f"{total} case{'s' * (total != 1)}: ", Text(", ").join(parts))


def as_plain(lines: Iterable[Text]) -> str:
    """The lines without colour."""
    return "".join(f"{line.plain}\n" for line in lines)


def as_ansi(lines: Iterable[Text]) -> str:
    """The lines as a terminal takes them."""
    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=1_000)
    for line in lines:
        console.print(line, soft_wrap=True)
    return out.getvalue()


def _difference(one: Difference, siblings: Sequence[Difference], at: int) -> Iterator[Text]:
    if isinstance(one, ExampleDifference):
        verb = "should match and does not" if one.should_match else "should pass and matches"
        for number, line in enumerate(one.text.split("\n")):
            yield Text.assemble(f"  {verb}: " if not number else " " * (len(verb) + 4), excerpt(line))
    elif isinstance(one, BlockDifference):
        yield Text(f"    {excerpt(one.text)}")
        yield Text.assemble("      expected ", _label(one.expected, "green"), ", got ", _got(one))
    elif isinstance(one, MetadataDifference):
        expected, got = _value(one.expected), _value(one.got)
        yield Text(f"    {one.field}")
        yield Text(f"    - {excerpt(expected, got)}", style="green")
        yield Text(f"    + {excerpt(got, expected)}", style="red")
    else:
        beside = siblings[at + 1 if one.sign == "-" and at + 1 < len(siblings) else at - 1]
        other = beside.paragraph if isinstance(beside, TextDifference) and beside.sign != one.sign else ""
        style = "green" if one.sign == "-" else "red"
        yield Text(f"    {one.sign} {excerpt(one.paragraph, other)}", style=style)


def _got(one: BlockDifference) -> Text:
    if one.got is None:
        return _label(None, "red")
    rules = ", ".join(one.rules) or f"no rule spoke for {one.got}"
    return Text.assemble((one.got, "red"), f" ({rules})")


def _label(label: str | None, style: str) -> Text:
    return Text(label, style=style) if label else Text("no such block", style=style)


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def excerpt(text: str, other: str = "") -> str:
    """`text` for one line, so that the first place where it differs from `other` shows."""
    text, other = printable(text), printable(other)
    if len(text) <= SHOWN:
        return text
    start = 0
    if other:
        same = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), len(other))
        start = max(0, min(same - BEFORE, len(text) - SHOWN))
    end = start + SHOWN
    return f"{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}"
