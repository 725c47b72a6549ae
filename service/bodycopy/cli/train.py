"""`bodycopy train`: fits the learned decider's weights to pages."""

from collections import Counter
from datetime import date
from importlib.util import find_spec
from itertools import count
from os import cpu_count
from pathlib import Path
from typing import Any, Final

import click

from bodycopy.cli.terminal import progress_bar
from bodycopy.decide.weights import FORMAT, NAME, write_weights
from bodycopy.errors import BodycopyError
from bodycopy.rules.load import shipped_folder

NEEDED: Final = ("torch", "inscriptis", "html_text", "readability", "boilerpy3", "resiliparse")
#: Of the corpora that the shipped weights come from.
LICENCES: Final = {
    "wcxb-dev": "WCXB development split, CC-BY-4.0",
    "fundus-dev": "flairNLP/fundus parser tests, MIT",
    "unlabelled-news": "postlight/parser fixtures, MIT or Apache-2.0; gold marked in train/marked.json",
}
DAY: Final = click.DateTime(["%Y-%m-%d"])


class TrainingError(BodycopyError):
    """The weights can't be trained here; the message says what is missing."""


@click.command()
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of NAME.jsonl.gz: a JSON object a line, with html, url and the gold text if there is one.",
)
@click.option("--corpus", "names", multiple=True, default=tuple(LICENCES), help="A NAME; may be repeated.")
@click.option("--licence", multiple=True, metavar="NAME=TEXT", help="Source and licence of a corpus.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@click.option(
    "--folds", type=click.IntRange(0, 20), default=4, help="Of the cross-validation by site; 0: none."
)
@click.option("--passes", type=click.IntRange(1), default=3, help="Over all samples of text.")
@click.option("--page-passes", type=click.IntRange(1), default=7, help="Over all pages with markup.")
@click.option(
    "--threshold", type=click.FloatRange(0.01, 0.99), default=0.5, help="Kept from this probability."
)
@click.option("--seed", type=int, default=1)
@click.option("--date", "day", type=DAY, help="For the file's header (default: today).")
def train(
    data: Path,
    names: tuple[str, ...],
    licence: tuple[str, ...],
    out: Path | None,
    folds: int,
    passes: int,
    page_passes: int,
    threshold: float,
    seed: int,
    day: Any,
) -> None:
    """Cross-validates by site, then fits the weights to all pages and writes them beside the rules.

    The same corpora, seed and machine give the same file, bit for bit.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise TrainingError(f"{', '.join(missing)}: not installed; pip install 'bodycopy[train]' brings them")
    licences = LICENCES | _pairs(licence)
    unnamed = [name for name in names if name not in licences]
    if unnamed:
        raise click.UsageError(f"--licence {unnamed[0]}=… is needed: the weights' header names it")

    from bodycopy.train.corpora import read_pages
    from bodycopy.train.distil import distil
    from bodycopy.train.samples import HTML, make_samples
    from bodycopy.train.validate import cross_validate

    pages = [page for name in names for page in read_pages(data, name)]
    with progress_bar("reading pages") as show:
        done = count(1)
        made = list(make_samples(pages, folds, cpu_count() or 1, lambda: show(next(done), len(pages))))
    texts = [sample for sample in made if sample.kind != HTML]
    whole = [sample for sample in made if sample.kind == HTML]
    if not texts or not whole:
        raise TrainingError(f"{data}: {', '.join(names)}: no page has an article to learn from")

    def say(line: str) -> None:
        click.echo(line, err=True)

    results = cross_validate(texts, whole, folds, (passes, page_passes), seed, threshold, say)
    for result in results:
        click.echo(
            f"{result.corpus:<14} {result.kind:<16} {result.heard:<8} "
            f"{result.pages:>4} pages  F1 {result.f1:.3f}  "
            f"precision {result.precision:.3f}  recall {result.recall:.3f}  before {result.before:.3f}"
        )
    networks = {
        "text": distil(texts, passes, seed, say).arrays(),
        "page": distil(whole, page_passes, seed, say).arrays(),
    }
    counts = Counter(page.corpus for page in pages)
    header = {
        "format": FORMAT,
        "made": "by `bodycopy train`; not to be edited",
        "date": (day.date() if day else date.today()).isoformat(),
        "corpora": [{"name": name, "pages": counts[name], "source": licences[name]} for name in names],
        "seed": seed,
        "passes": [passes, page_passes],
        "threshold": threshold,
        "cross_validated": [result.to_dict() for result in results],
    }
    path = out or shipped_folder() / NAME
    write_weights(path, header, networks)
    click.echo(f"{path}: {path.stat().st_size / 1_000:.0f} kB")


def _pairs(options: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for option in options:
        name, sign, text = option.partition("=")
        if not (name and sign and text):
            raise click.UsageError(f"--licence {option!r}: NAME=TEXT is accepted")
        found[name] = text
    return found
