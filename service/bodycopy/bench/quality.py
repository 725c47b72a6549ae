"""How well each tool tells an article in its page's raw text, and what that costs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from bodycopy.bench.corpora import Gold, Page
from bodycopy.bench.runs import Output, Run, Watch, run_all, write_rows
from bodycopy.bench.scores import words
from bodycopy.bench.tools import Tool
from bodycopy.bench.totals import Measured, PageScore, score_page
from bodycopy.bench.worker import Figures
from bodycopy.wording import counted

#: The form of a corpus whose pages are given as they are.
HTML: Final = "html"


@dataclass(frozen=True, slots=True)
class Row:
    """A tool on a corpus in one rendering. `scores` has a page each, `failed` counts those on which the tool
    raised, `died` is what its process said at an early end. A tool without figures is not installed."""

    corpus: str
    form: str
    tool: str
    scores: tuple[PageScore, ...] = ()
    failed: int = 0
    figures: Figures | None = None
    died: str | None = None

    @property
    def rate(self) -> float | None:
        """Documents a second of one core."""
        return self.figures.rate(len(self.scores)) if self.figures else None


class Input(NamedTuple):
    """A corpus as the tools get it: a file, and for each row of it the page and its gold text, of HTML also
    the gold metadata. The form is the renderer that made the text, or HTML."""

    corpus: str
    form: str
    file: Path
    pages: list[tuple[Measured, str]]
    metadata: list[Gold]


def as_html(corpus: str, pages: Iterator[Page], folder: Path) -> Input:
    """The pages themselves, written into `folder`."""
    known: list[tuple[Measured, str]] = []
    stated: list[Gold] = []

    def rows() -> Iterator[tuple[str, str | None]]:
        for page in pages:
            known.append((Measured(page.name, page.lang, words(page.gold).total()), page.gold))
            stated.append(page.metadata)
            yield page.html, page.lang

    file = folder / f"{corpus}.html"
    write_rows(file, rows())
    return Input(corpus, HTML, file, known, stated)


def rendered(
    inputs: Sequence[Input], renderers: Sequence[str], jobs: int, watch: Watch
) -> tuple[list[Input], list[str]]:
    """Each corpus as each renderer makes text of it, and a sentence on each rendering that lacks pages."""
    runs = [
        Run("render", form, one.file, one.file.with_name(f"{one.corpus}.{form}"))
        for one in inputs
        for form in renderers
    ]
    done = dict(run_all(runs, jobs, watch))
    found: list[Input] = []
    lacking: list[str] = []
    for run, one in zip(runs, (one for one in inputs for _ in renderers), strict=True):
        outputs = done[run].outputs
        shown = [at for at, output in enumerate(outputs) if output.text.strip()]
        file = run.target.with_name(f"{run.target.name}.texts")
        write_rows(file, ((outputs[at].text, outputs[at].lang) for at in shown))
        found.append(Input(one.corpus, run.name, file, [one.pages[at] for at in shown], []))
        if lost := [output.error or "no text" for output in outputs if not output.text.strip()]:
            lacking.append(
                f"{one.corpus}: {run.name} made no text of {counted(len(lost), 'page')} ({lost[0]})"
            )
    return found, lacking


def measured(inputs: Sequence[Input], tools: Sequence[Tool], jobs: int, watch: Watch) -> list[Row]:
    """A row for each input and tool, in that order."""
    rows = {
        (one.corpus, one.form, tool.name): Row(one.corpus, one.form, tool.name)
        for one in inputs
        for tool in tools
        if getattr(tool, kind_of(one))
    }
    runs = {
        Run(kind, tool.name, one.file, one.file.with_name(f"{one.file.name}.{tool.name}")): one
        for one in inputs
        for tool in tools
        if tool.installed and (kind := kind_of(one)) and getattr(tool, kind)
    }
    for run, done in run_all(runs, jobs, watch):
        one = runs[run]
        scores = tuple(scored(one.pages, done.outputs))
        failed = sum(output.error is not None for output in done.outputs)
        row = Row(one.corpus, one.form, run.name, scores, failed, done.figures, done.died)
        rows[row.corpus, row.form, row.tool] = row
    return list(rows.values())


def read_texts(file: Path) -> list[str]:
    """The documents of an Input's file."""
    with file.open(encoding="utf-8") as rows:
        return [json.loads(row)["text"] for row in rows]


def kind_of(one: Input) -> Literal["text", "html"]:
    """What a tool is asked to read."""
    return "html" if one.form == HTML else "text"


def scored(pages: Iterable[tuple[Measured, str]], outputs: Iterable[Output]) -> Iterator[PageScore]:
    """The score of each output beside its page's gold."""
    for (page, gold), output in zip(pages, outputs, strict=True):
        yield score_page(page, output.text, gold)
