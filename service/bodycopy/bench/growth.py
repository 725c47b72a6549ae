"""How the cost of a document grows with its size.

The documents are the cases' inputs one behind another. From the second time on a case comes with its long
words moved on: it is as long and has the same shape, and its sentences are others.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

import turbohtml
from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bodycopy.bench.charts import Curve, curve
from bodycopy.bench.endurance import HTML, TEXT, Clean, Input, case_inputs
from bodycopy.bench.runs import Watch
from bodycopy.bench.speed import clock

#: The sizes that are measured, as shares of the largest.
SHARES: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
#: The size, as such a share, that the largest is compared with.
SMALL: Final = 0.1
#: How often each document is cleaned; the fastest time counts.
ROUNDS: Final = 2
MEGABYTE: Final = 1_000_000
KINDS: Final = ((TEXT, "plain text", "series-0"), (HTML, "HTML", "series-2"))
_BETWEEN: Final = "\n\n"
_LONG: Final = re.compile(r"(?<![^\s>])[^\W\d_]{7,}(?![^<>]*>)")


class Size(NamedTuple):
    """What a document of so many megabytes cost: seconds of a core."""

    media_type: str
    megabytes: float
    seconds: float

    @property
    def rate(self) -> float:
        """Seconds a megabyte."""
        return self.seconds / self.megabytes


def grow(clean: Clean, documents: Sequence[Input], watch: Watch) -> list[Size]:
    """What each of `documents` costs."""
    found: list[Size] = []
    for done, (source, media_type) in enumerate(documents, 1):
        found.append(Size(media_type, len(source) / MEGABYTE, _seconds(clean, source, media_type)))
        watch(done, len(documents))
    return found


def documents_up_to(fixtures: Path, megabytes: float) -> list[Input]:
    """Text and HTML of every size of SHARES, put together from the cases, up to `megabytes` large.

    Raises BenchError where the folder lacks either.
    """
    found: list[Input] = []
    for media_type, _, _ in KINDS:
        cases = [source.decode("utf-8", "replace") for source, _ in case_inputs(fixtures, media_type)]
        if media_type == HTML:
            cases = [_body(case) for case in cases]
        sizes = [share * megabytes * MEGABYTE - len(_whole("", media_type)) for share in SHARES]
        found += [
            (_whole(text, media_type).encode(), media_type) for text in _prefixes(_endless(cases), sizes)
        ]
    return found


def moved_on(text: str, places: int) -> str:
    """`text` with each long word in the place of the one `places` before it; tags stay as they are."""
    words = _LONG.findall(text)
    numbers = count(places)
    return _LONG.sub(lambda _: str(words[next(numbers) % len(words)]), text)


def growth_table(sizes: Sequence[Size]) -> RenderableType:
    """A row for each size, and how much more a megabyte costs in the largest than in a small one."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in ("document", "MB", "seconds", "seconds a MB"):
        table.add_column(heading, justify="left" if heading == "document" else "right")
    said: list[Text] = []
    for media_type, name, _ in KINDS:
        found = [size for size in sizes if size.media_type == media_type]
        for size in found:
            table.add_row(name, f"{size.megabytes:.2f}", f"{size.seconds:.3f}", f"{size.rate:.3f}")
        said.append(Text(f"{name}: {_ratio(found)}"))
    return Group(table, Text(""), *said)


def growth_curve(sizes: Sequence[Size]) -> Curve:
    """Seconds over megabytes."""
    measured = [
        (name, style, [(size.megabytes, size.seconds) for size in sizes if size.media_type == media_type])
        for media_type, name, style in KINDS
    ]
    return curve("Cost of a document by its size", "MB", "seconds of a core", measured)


def _ratio(sizes: Sequence[Size]) -> str:
    small, large = sizes[SHARES.index(SMALL)], sizes[-1]
    return (
        f"a megabyte costs {large.rate / small.rate:.2f} times as much in {large.megabytes:.2f} MB "
        f"as in {small.megabytes:.2f} MB"
    )


def _seconds(clean: Clean, source: bytes, media_type: str) -> float:
    taken: list[float] = []
    for _ in range(ROUNDS):
        began = clock()
        clean(source, media_type)
        taken.append(clock() - began)
    return max(min(taken), 1e-9)


def _endless(cases: Sequence[str]) -> Iterator[str]:
    return (moved_on(case, places) for places in count() for case in cases)


def _prefixes(pieces: Iterator[str], sizes: Sequence[float]) -> Iterator[str]:
    """The first pieces that together have no more bytes, for each of the rising sizes; at least one."""
    taken = [next(pieces)]
    length = len(taken[0].encode())
    following = next(pieces)
    for size in sizes:
        while (longer := length + len(_BETWEEN) + len(following.encode())) <= size:
            taken.append(following)
            length, following = longer, next(pieces)
        yield _BETWEEN.join(taken)


def _body(page: str) -> str:
    body = turbohtml.parse(page).find("body")
    return body.inner_html if body else page


def _whole(text: str, media_type: str) -> str:
    return f"<!doctype html><html><body>{text}</body></html>" if media_type == HTML else text
