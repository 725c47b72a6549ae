"""`bodycopy bench`: how fast it is on this machine."""

from pathlib import Path
from statistics import median

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--fixtures", type=FOLDER, help="The repository's fixtures (default: those of this checkout).")
@click.option("--data", type=FOLDER, help="Also a folder of *.jsonl.gz with `html`, rendered to text.")
@click.option("--documents", type=click.IntRange(1), default=100, help="At most so many of each kind.")
@click.option("--rounds", type=click.IntRange(1), default=5, help="How often each document is cleaned.")
@click.option("--requests", type=click.IntRange(0), default=100, help="How many the service answers.")
def bench(fixtures: Path | None, data: Path | None, documents: int, rounds: int, requests: int) -> None:
    """Measures cleaning beside a peer, start-up and memory. Times are of one core, not of the wall."""
    from bodycopy.bench import service, speed, table  # nothing else needs them
    from bodycopy.bench.documents import articles, corpora, pages
    from bodycopy.cleaner import Cleaner

    folder = fixtures or Path(__file__).resolve().parents[3] / "fixtures"
    kinds = [("articles", articles(folder)), ("pages", pages(folder))]
    if data:
        kinds += corpora(data, documents)
    rows: list[table.Row] = []
    for cleaner, clean in (("bodycopy", Cleaner().clean), ("jusText", speed.justext())):
        for kind, texts in kinds:
            chosen = texts[:documents]
            size = median(len(text.encode()) for text in chosen) / 1_000
            measured = speed.measure(clean, chosen, rounds) if clean else None
            rows.append((cleaner, kind, len(chosen), size, measured))
    click.echo(table.speeds(rows))
    click.echo()
    click.echo(table.service(service.measure(kinds[0][1], requests), requests))
