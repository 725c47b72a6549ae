"""How well each tool finds the metadata of HTML pages: headline, authors, date.

Two titles are the same where their letters and digits are, without case; near where their word F1 is at
least NEAR. Two dates are the same where the calendar day is; a tool that tells publication from change is
asked for the first, else for the second. Names are compared as sets: without case, marks, degrees and forms
of address, several in one string taken apart. `names` counts agencies and organisations among them, as gold
texts do; `people` leaves out, of gold and tools alike, what bears an organisation's words or the name of the
page's host. A date or author is invented where the gold has none.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from bodycopy.bench.corpora import Gold
from bodycopy.bench.quality import HTML, Input
from bodycopy.bench.runs import Output, Run, Watch, run_all
from bodycopy.bench.scores import word_f1
from bodycopy.bench.tools import Tool
from bodycopy.bench.worker import Figures
from bodycopy.facts.agencies import is_agency
from bodycopy.facts.hosts import host_name
from bodycopy.facts.names import fold_name
from bodycopy.facts.roles import ORGANISATION
from bodycopy.facts.titles import fold

#: Word F1 from which on two titles are near.
NEAR: Final = 0.8
_ADDRESS_FORMS: Final = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms)\.?\s+)+", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&|und)\s+")
_NAME: Final = re.compile(r"\S+\s+\S+")


class Given(NamedTuple):
    """What a tool says of a page. A tool that does not tell agencies from people has them among `authors`."""

    title: str | None
    authors: list[str]
    agencies: list[str]
    date: str | None


@dataclass(slots=True)
class Counts:
    """Of how many pages or names is what true: `wanted` are in the gold, `given` by the tool, `right` both;
    `near` are titles that are nearly right, `invented` the pages where a tool gives what the gold lacks, of
    `without`."""

    wanted: int = 0
    given: int = 0
    right: int = 0
    near: int = 0
    invented: int = 0
    without: int = 0

    @property
    def recall(self) -> float | None:
        """The share of the gold that is found."""
        return self.right / self.wanted if self.wanted else None

    @property
    def precision(self) -> float | None:
        """The share of what is given where there is gold that is right; None where nothing is."""
        return self.right / self.given if self.given else None

    @property
    def near_share(self) -> float | None:
        """The share of the gold that is found or nearly so."""
        return self.near / self.wanted if self.wanted else None

    @property
    def invented_share(self) -> float | None:
        """How often something is given where the gold has nothing."""
        return self.invented / self.without if self.without else None


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """A tool on the pages of a corpus; without figures it is not installed."""

    corpus: str
    tool: str
    counts: Mapping[str, Counts]
    pages: int = 0
    failed: int = 0
    figures: Figures | None = None
    died: str | None = None

    @property
    def rate(self) -> float | None:
        """Documents a second of one core."""
        return self.figures.rate(self.pages) if self.figures else None


def metadata_rows(
    inputs: Sequence[Input], tools: Sequence[Tool], jobs: int, watch: Watch
) -> list[MetadataRow]:
    """A row for each corpus whose pages have gold metadata and each tool that gives any, in that order."""
    fit = [tool for tool in tools if tool.metadata]
    used = [one for one in inputs if one.form == HTML and any(map(_says, one.metadata))]
    rows = {(one.corpus, tool.name): MetadataRow(one.corpus, tool.name, {}) for one in used for tool in fit}
    runs = {
        Run("metadata", tool.name, one.file, one.file.with_name(f"{one.file.name}.{tool.name}.metadata")): one
        for one in used
        for tool in fit
        if tool.installed
    }
    for run, done in run_all(runs, jobs, watch):
        one = runs[run]
        failed = sum(output.error is not None for output in done.outputs)
        rows[one.corpus, run.name] = MetadataRow(
            one.corpus,
            run.name,
            compared(one.metadata, map(_given, done.outputs)),
            len(done.outputs),
            failed,
            done.figures,
            done.died,
        )
    return list(rows.values())


def compared(gold: Iterable[Gold], given: Iterable[Given]) -> dict[str, Counts]:
    """`title`, `date`, `names` and `people`, counted over the pages."""
    found = {name: Counts() for name in ("title", "date", "names", "people")}
    for page, said in zip(gold, given, strict=True):
        _count(found["title"], _set(fold(page.title or "")), _set(fold(said.title or "")))
        found["title"].near += bool(page.title) and _near(said.title, page.title)
        _count(found["date"], _set(page.date), _set((said.date or "")[:10]))
        wanted, names = named(page.authors), named([*said.authors, *said.agencies])
        _count(found["names"], wanted, names)
        people = {name for name in named(said.authors) if not organisation(name, page.url)}
        _count(found["people"], {name for name in wanted if not organisation(name, page.url)}, people)
    return found


def named(authors: Iterable[str]) -> set[str]:
    """Names as they are compared."""
    found: set[str] = set()
    for text in authors:
        parts = _SEVERAL.split(text)
        several = [part for part in parts if _NAME.search(part)]
        if not several:  # 'Ann and Ian', but not 'Quist, MD'
            several = parts if "," not in text else parts[:1]
        for part in several:
            found.add(fold_name(_ADDRESS_FORMS.sub("", part.strip())))
    return found - {""}


def organisation(name: str, url: str | None) -> bool:
    """Whether a folded name is an organisation's: by its words, or because the page's host has it."""
    host = host_name(url)
    own = {fold(host), *(fold(label) for label in host.split(".")[:-1] if len(label) > 2)}
    folded = fold(name)
    words = set(name.split())
    return is_agency(name) or bool(words & ORGANISATION) or folded in own or folded.removeprefix("the") in own


def _count(counts: Counts, wanted: set[str], given: set[str]) -> None:
    if not wanted:
        counts.without += 1
        counts.invented += bool(given)
        return
    counts.wanted += len(wanted)
    counts.given += len(given)
    counts.right += len(wanted & given)


def _near(title: str | None, gold: str | None) -> bool:
    return (word_f1(title or "", gold or "") or 0.0) >= NEAR or fold(title or "") == fold(gold or "")


def _set(text: str | None) -> set[str]:
    return {text} if text else set()


def _says(gold: Gold) -> bool:
    return bool(gold.title or gold.authors or gold.date)


def _given(output: Output) -> Given:
    return Given(**json.loads(output.text)) if output.text else Given(None, [], [], None)
