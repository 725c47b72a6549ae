"""What quality is measured on: the fixtures, whole pages written for this, and a sample of corpora."""

import os
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bodycopy.bench.corpora import pages, survey
from bodycopy.bench.renderers import RENDERERS, renderer
from bodycopy.testing.cases import FixtureCase
from bodycopy.testing.fixtures import find_cases

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = Path(__file__).parent / "pages"
#: What begins the lines of a page that are its article's.
ARTICLE: Final = "+ "
#: Where the corpora stand, seen from the repository, unless the environment says otherwise.
CORPORA: Final = ROOT / os.environ.get("CORPORA", "../shared/corpora")
#: How many pages of each corpus are measured: those whose ids have the smallest hashes.
SAMPLED: Final = {"fundus-dev": 40, "wcxb-dev": 60}
LIMIT: Final = 64 << 20
#: The column at which pages are wrapped, and the lines of a sheet.
COLUMN: Final = 76
SHEET: Final = 48


class Sample(NamedTuple):
    """One text, as it may come, and the article in it."""

    name: str
    text: str | bytes
    gold: str


def own_pages() -> Iterator[Sample]:
    """The whole pages beside this module."""
    for path in sorted(PAGES.glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        gold = [line.removeprefix(ARTICLE) for line in lines if line.startswith(ARTICLE)]
        yield Sample(path.stem, "\n".join(line.removeprefix(ARTICLE) for line in lines), "\n\n".join(gold))


def pages_in_one_line() -> Iterator[Sample]:
    """The same pages without their line breaks."""
    for sample in own_pages():
        yield sample._replace(text=" ".join(str(sample.text).split()))


def wrapped_pages() -> Iterator[Sample]:
    """The same pages, wrapped as mail programs and text browsers do it."""
    for sample in own_pages():
        yield sample._replace(text="\n".join(_wrapped(str(sample.text))))


def printed_pages() -> Iterator[Sample]:
    """The same pages, wrapped, on sheets with a running head and foot."""
    for sample in own_pages():
        lines = _wrapped(str(sample.text))
        sheets = [lines[at : at + SHEET] for at in range(0, len(lines), SHEET)]
        head = f"12/03/2025, 18:40   {sample.name}"
        printed = [
            "\n".join([head, "", *sheet, "", f"{number}/{len(sheets)}", ""])
            for number, sheet in enumerate(sheets, 1)
        ]
        yield sample._replace(text="\f".join(printed))


def _wrapped(text: str) -> list[str]:
    """The lines of `text`, each of them wrapped, with an empty line behind it."""
    return [part for line in text.split("\n") for part in (*textwrap.wrap(line, COLUMN), "")]


def fixtures() -> Iterator[Sample]:
    """The fixtures in plain text that hold an article."""
    for case in find_cases(ROOT / "fixtures"):
        if isinstance(case, FixtureCase) and case.text and case.input.endswith(".txt"):
            yield Sample(case.id, (case.path / case.input).read_bytes(), case.text)


def corpus(name: str, form: str) -> Iterator[Sample]:
    """The sampled pages of a corpus, rendered as text."""
    [found] = [one for one in survey(CORPORA, SAMPLED[name], LIMIT) if one.name == name]
    render = renderer(form)
    for page in pages(found, LIMIT):
        yield Sample(page.name, render(page.html), page.gold)


#: Each set of texts that is always there, by name.
OWN: Final[dict[str, Callable[[], Iterator[Sample]]]] = {
    "fixtures": fixtures,
    "pages": own_pages,
    "pages, one line": pages_in_one_line,
    "pages, printed": printed_pages,
    "pages, wrapped": wrapped_pages,
}
#: The corpora and how they are rendered.
RENDERED: Final = tuple((name, form) for name in SAMPLED for form in RENDERERS)
