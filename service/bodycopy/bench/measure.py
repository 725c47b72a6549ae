"""A run over a folder of corpora, from its files to the findings."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import bodycopy
from bodycopy.bench.corpora import Survey, pages, survey
from bodycopy.bench.costs import Cost, costs
from bodycopy.bench.documents import BenchError
from bodycopy.bench.findings import Findings
from bodycopy.bench.labelled import Labels, labelled
from bodycopy.bench.metadata import MetadataRow, metadata_rows
from bodycopy.bench.quality import Input, Row, as_html, measured, rendered
from bodycopy.bench.renderers import RENDERERS
from bodycopy.bench.residue import CHANGE, Residue, residues
from bodycopy.bench.runs import Watch
from bodycopy.bench.tools import NOT_INSTALLED, OWN, Tool
from bodycopy.cleaner import Cleaner
from bodycopy.wording import counted

Watcher = Callable[[str], AbstractContextManager[Watch]]
"""Makes what watches a stage of this name."""
ON_TEXT: Final = (
    "No peer reads plain text: each line is a <p> of a bare page for the HTML extractors, a paragraph for "
    "winnow-md. line-filter keeps the lines of five words or more that end in a full stop. "
    "docs/s: documents a second of one core."
)
ON_METADATA: Final = (
    "Metadata of HTML, without the page's address. R: share of the gold that is found, P: share of what is "
    "given that is right; near: titles with a word F1 of 0.8 or more; inv: share of the pages without gold "
    "where one is given. names: authors and agencies as the gold has them; people: without "
    "what bears an organisation's words or the host's name. Dates count by calendar day."
)
ON_RESIDUE: Final = (
    "The ideal choice keeps the lines of whose 4-grams more than half stand in the gold; the share is of the "
    f"F1 that it adds. better, worse: pages whose F1 changes by {CHANGE} or more."
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: `documents` is the most pages of a corpus (None: all), `limit` the most bytes of a
    row, `residue` says that extractors see the HTML and bodycopy their output."""

    data: Path
    documents: int | None
    tools: tuple[Tool, ...]
    residue: bool
    jobs: int
    limit: int


def measure(plan: Plan, watched: Watcher) -> Findings:
    """Carries out `plan`. Raises BenchError where its data can't be measured on, OSError where a file can't
    be read."""
    with TemporaryDirectory(prefix="bodycopy-bench-") as folder:
        notes: list[str] = []
        with watched("corpora") as watch:
            surveys, inputs = _inputs(plan, Path(folder), watch)
        rows: list[Row] = []
        stated: list[MetadataRow] = []
        left: list[Residue] = []
        worst: list[Cost] = []
        if plan.residue:
            with watched("extractors") as watch:
                left = residues(inputs, plan.tools, plan.jobs, watch)
            notes.append(ON_RESIDUE)
        else:
            here = [name for name in RENDERERS if find_spec(name)]
            with watched("renderings") as watch:
                texts, lacking = rendered(inputs, here, plan.jobs, watch)
            with watched("tools") as watch:
                rows = measured([*texts, *inputs], plan.tools, plan.jobs, watch)
            worst = costs(rows, texts)
            with watched("metadata") as watch:
                stated = metadata_rows(inputs, plan.tools, plan.jobs, watch)
            missing = [f"{name}: the renderer is {NOT_INSTALLED}" for name in RENDERERS if name not in here]
            notes += [ON_TEXT, *([ON_METADATA] if stated else []), *missing, *lacking]
    labels = _labels(plan)
    notes += [*_counted(surveys), *_ended(rows, left, stated)]
    refused = [line for one in surveys for line in one.refused] + [
        line for one in labels for line in one.refused
    ]
    return Findings(
        bodycopy.__version__,
        tuple(rows),
        tuple(stated),
        tuple(left),
        tuple(labels),
        tuple(notes),
        tuple(refused),
        tuple(worst),
    )


def _inputs(plan: Plan, folder: Path, watch: Watch) -> tuple[list[Survey], list[Input]]:
    surveys = survey(plan.data, plan.documents, plan.limit)
    used = [one for one in surveys if one.lines]
    if not used:
        refused = [line for one in surveys for line in one.refused]
        first = f"; {refused[0]}" if refused else ""
        raise BenchError(f"{plan.data}: no row of its corpora has `html` and gold `text`{first}")
    inputs: list[Input] = []
    for number, one in enumerate(used):
        watch(number, len(used))
        inputs.append(as_html(one.name, pages(one, plan.limit), folder))
    return surveys, inputs


def _labels(plan: Plan) -> list[Labels]:
    if plan.residue or not any(tool.name == OWN for tool in plan.tools):
        return []
    return labelled(plan.data, Cleaner().clean, plan.limit)


def _counted(surveys: list[Survey]) -> list[str]:
    notes: list[str] = []
    for one in surveys:
        if not one.lines:
            notes.append(f"{one.name}: passed over; none of its pages has gold text")
        else:
            unused = f", {one.without_gold} without gold text passed over" if one.without_gold else ""
            notes.append(f"{one.name}: {counted(len(one.lines), 'page')}{unused}")
        if one.refused:
            notes.append(f"{one.name}: {counted(len(one.refused), 'row')} could not be read")
    return notes


def _ended(rows: list[Row], left: list[Residue], stated: list[MetadataRow]) -> list[str]:
    ended = [(one.corpus, one.tool, one.died) for one in rows]
    ended += [(one.corpus, one.tool, one.died) for one in left]
    ended += [(one.corpus, one.tool, one.died) for one in stated]
    return [f"{corpus}: {tool}: {died}" for corpus, tool, died in ended if died]
