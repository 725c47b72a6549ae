"""Tools run over files of documents, each run in a process of its own, several at a time."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

from bodycopy.bench.worker import Figures, RunKind

Watch = Callable[[int, int], None]
"""Told how many of how many runs are done."""


class Run(NamedTuple):
    """What is to be run over which file: a renderer, or a tool on text, on HTML or for metadata."""

    kind: RunKind
    name: str
    source: Path
    target: Path


class Output(NamedTuple):
    """What a tool made of one document; `error` says why that is nothing."""

    text: str
    lang: str | None
    error: str | None


class Done(NamedTuple):
    """The outputs of a run, one for each document, and what it cost. `died` says how its process ended where
    that was before its time: the documents it did not reach have an error."""

    outputs: list[Output]
    figures: Figures
    died: str | None


def run_all(runs: Iterable[Run], jobs: int, watch: Watch) -> Iterator[tuple[Run, Done]]:
    """Every run, `jobs` at a time, as they end; the others go on while the caller looks at one."""
    with ThreadPoolExecutor(jobs) as pool:
        waiting = {pool.submit(_run, run): run for run in runs}
        try:
            for number, future in enumerate(as_completed(waiting)):
                watch(number, len(waiting))
                yield waiting[future], future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    watch(len(waiting), len(waiting))


def write_rows(target: Path, rows: Iterable[tuple[str, str | None]]) -> None:
    """A file that a run can take: each document's text or HTML, and its language."""
    with target.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"text": text, "lang": lang}) + "\n" for text, lang in rows)


def _run(run: Run) -> Done:
    figures = run.target.with_name(run.target.name + ".figures")
    words = [run.kind, run.name, str(run.source), str(run.target), str(figures)]
    ended = subprocess.run(
        [sys.executable, "-m", "bodycopy.bench.worker", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # peers may print
        stderr=subprocess.PIPE,
        check=False,
    )
    outputs = _outputs(run.target) if run.target.exists() else []
    if figures.exists():
        return Done(outputs, Figures(**json.loads(figures.read_text("utf-8"))), None)
    said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
    died = f"its process ended with {ended.returncode}" + (f": {said[-1][:200]}" if said else "")
    with run.source.open("rb") as rows:
        missing = sum(1 for _ in rows) - len(outputs)
    return Done(outputs + [Output("", None, died)] * missing, Figures(None, None), died)


def _outputs(target: Path) -> list[Output]:
    with target.open(encoding="utf-8") as rows:
        # a process that died may have left half a line
        return [Output(**json.loads(row)) for row in rows if row.endswith("\n")]
