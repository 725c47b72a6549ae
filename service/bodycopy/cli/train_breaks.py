"""`bodycopy train-breaks`: fits the network that finds lost line breaks."""

import json
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from bodycopy.arrays import write_array
from bodycopy.cli.streams import ensure_writable
from bodycopy.cli.terminal import progress_bar
from bodycopy.cli.training import (
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
from bodycopy.read.breaks import FILE

NEEDED: Final = ("torch", "inscriptis", "html_text")


@click.command()
@data_option
@corpus_option
@licence_option
@out_option
@folds_option
@click.option("--passes", type=click.IntRange(1), default=8, help="Over all texts.")
@click.option("--seed", type=int, default=1)
@day_option
def train_breaks(
    data: Path,
    names: tuple[str, ...],
    licence: tuple[str, ...],
    out: Path | None,
    folds: int,
    passes: int,
    seed: int,
    day: datetime | None,
) -> None:
    """Cross-validates by site, then fits the network that tells where lines began in a text that has lost its
    line breaks, and writes it beside its module.

    The same corpora, seed and machine give the same file, bit for bit.
    """
    require(NEEDED)
    licences = licences_of(names, licence)
    path = out or FILE
    ensure_writable(path)

    from bodycopy.train.breaks import Words, read_words
    from bodycopy.train.corpora import read_pages
    from bodycopy.train.fit_breaks import cross_validate_breaks, fit_arrays

    pages = [page for name in names for page in read_pages(data, name)]
    texts: list[Words] = []
    with progress_bar("reading pages") as show:
        for number, page in enumerate(pages, 1):
            texts += read_words(page)
            show(number, len(pages))

    def say(line: str) -> None:
        click.echo(line, err=True)

    results = cross_validate_breaks(texts, folds, passes, seed, say)
    for result in results:
        click.echo(
            f"{result.corpus:<16} {result.pages:>4} pages  precision {result.precision:.3f}  "
            f"recall {result.recall:.3f}  {result.broken:.1f} of 1,000 words of articles break a sentence"
        )
    about = header("train-breaks", day, pages, licences) | {
        "seed": seed,
        "passes": passes,
        "cross_validated": [result.to_dict() for result in results],
    }
    network = {name: write_array(array) for name, array in fit_arrays(texts, passes, seed, say).items()}
    path.write_text(
        json.dumps({"header": about, "network": network}, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
    click.echo(f"{path}: {path.stat().st_size / 1_000:.0f} kB")
