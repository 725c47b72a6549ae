"""`bodycopy train`: fits the learned decider's weights to pages."""

from datetime import datetime
from itertools import count
from os import cpu_count
from pathlib import Path
from typing import Final

import click

from bodycopy.cli.streams import ensure_writable
from bodycopy.cli.terminal import progress_bar
from bodycopy.cli.training import (
    TrainingError,
    corpus_option,
    data_option,
    day_option,
    folds_option,
    header,
    licence_option,
    licences_of,
    out_option,
    require,
)
from bodycopy.decide.weights import FORMAT, NAME, write_weights
from bodycopy.rules.load import shipped_folder

NEEDED: Final = ("torch", "inscriptis", "html_text", "readability", "boilerpy3", "resiliparse")


@click.command()
@data_option
@corpus_option
@licence_option
@out_option
@folds_option
@click.option("--passes", type=click.IntRange(1), default=3, help="Over all samples of text.")
@click.option("--page-passes", type=click.IntRange(1), default=7, help="Over all pages with markup.")
@click.option(
    "--threshold", type=click.FloatRange(0.01, 0.99), default=0.5, help="Kept from this probability."
)
@click.option("--seed", type=int, default=1)
@day_option
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
    day: datetime | None,
) -> None:
    """Cross-validates by site, then fits the weights to all pages and writes them beside the rules.

    The same corpora, seed and machine give the same file, bit for bit.
    """
    require(NEEDED)
    licences = licences_of(names, licence)
    path = out or shipped_folder() / NAME
    ensure_writable(path)

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
    about = header("train", day, pages, licences) | {
        "format": FORMAT,
        "seed": seed,
        "passes": [passes, page_passes],
        "threshold": threshold,
        "cross_validated": [result.to_dict() for result in results],
    }
    write_weights(path, about, networks)
    click.echo(f"{path}: {path.stat().st_size / 1_000:.0f} kB")
