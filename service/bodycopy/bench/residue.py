"""Text that an extractor has already cleaned: how much better bodycopy makes it, and how much better a
choice of its lines could.

The ideal choice keeps exactly the lines of whose shingles more than half stand in the gold text. A line too
short for a shingle is kept where its words stand one after another in the gold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bodycopy.bench.quality import Input, scored
from bodycopy.bench.runs import Done, Output, Run, Watch, run_all
from bodycopy.bench.scores import SHINGLE, f1, ngrams, tokens
from bodycopy.bench.tools import OWN, Tool, shown_lines
from bodycopy.bench.totals import PageScore, total

#: A page whose F1 changes less than this is as good as before.
CHANGE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Residue:
    """An extractor on the HTML of a corpus: the scores of its output, of what bodycopy makes of that, and of
    the ideal choice of its lines, a page each; `failed` counts the pages on which the extractor raised. One
    without scores is not installed. `died` is what a process said at an early end."""

    corpus: str
    tool: str
    before: tuple[PageScore, ...] = ()
    after: tuple[PageScore, ...] = ()
    ideal: tuple[PageScore, ...] = ()
    failed: int = 0
    died: str | None = None

    @property
    def reached(self) -> float | None:
        """Which share of what the ideal choice adds to F1 bodycopy adds; None where it adds nothing."""
        before, after, ideal = (total(scores).f1 for scores in (self.before, self.after, self.ideal))
        if before is None or after is None or ideal is None or ideal <= before:
            return None
        return (after - before) / (ideal - before)

    @property
    def better(self) -> int:
        """The pages whose F1 rises by CHANGE or more."""
        return sum(change >= CHANGE for change in self._changes())

    @property
    def worse(self) -> int:
        """The pages whose F1 falls by CHANGE or more."""
        return sum(change <= -CHANGE for change in self._changes())

    def _changes(self) -> Iterator[float]:
        for before, after in zip(self.before, self.after, strict=True):
            yield (f1(*after.shingles) or 0.0) - (f1(*before.shingles) or 0.0)


def residues(inputs: Sequence[Input], tools: Sequence[Tool], jobs: int, watch: Watch) -> list[Residue]:
    """A row for each corpus of pages and extractor, in that order."""
    found = {(one.corpus, tool.name): Residue(one.corpus, tool.name) for one in inputs for tool in tools}
    extracting = {
        Run("html", tool.name, one.file, one.file.with_name(f"{one.file.name}.{tool.name}")): one
        for one in inputs
        for tool in tools
        if tool.installed
    }
    extracted = dict(run_all(extracting, jobs, watch))
    cleaning = {
        Run("text", OWN, run.target, run.target.with_name(f"{run.target.name}.clean")): run
        for run in extracted
    }
    for cleaned, done in run_all(cleaning, jobs, watch):
        run = cleaning[cleaned]
        one = extracting[run]
        found[one.corpus, run.name] = _residue(one, run.name, extracted[run], done)
    return list(found.values())


def ideal_choice(text: str, gold: str) -> str:
    """The lines of `text` that an ideal choice keeps."""
    known = [set(ngrams(gold, size)) for size in range(1, SHINGLE + 1)]

    def stands(line: str) -> bool:
        size = min(SHINGLE, len(tokens(line)))
        if not size:
            return False
        found = ngrams(line, size)
        inside = sum(count for shingle, count in found.items() if shingle in known[size - 1])
        return 2 * inside > found.total()

    return "\n".join(line for line in shown_lines(text) if stands(line))


def _residue(one: Input, tool: str, extracted: Done, cleaned: Done) -> Residue:
    ideal = [
        Output(ideal_choice(output.text, gold), output.lang, None)
        for (_, gold), output in zip(one.pages, extracted.outputs, strict=True)
    ]
    before, after, best = (
        tuple(scored(one.pages, outputs)) for outputs in (extracted.outputs, cleaned.outputs, ideal)
    )
    failed = sum(output.error is not None for output in extracted.outputs)
    return Residue(one.corpus, tool, before, after, best, failed, extracted.died or cleaned.died)
