"""`python -m tests.quality [--lower]`, which `make floor` runs: measures anew and records."""

import sys

import click

from bodycopy import Cleaner
from bodycopy.decide.names import DECIDERS
from tests.quality.floor import FILE, Measured, fallen, measure, read_floors, settle, write_floors
from tests.quality.samples import CORPORA, OWN, RENDERED, corpus


@click.command()
@click.option("--lower", is_flag=True, help="Record what is measured, even where it is lower.")
def main(lower: bool) -> None:
    """Raises the floors that were surpassed; exit code 1 where a score lies under its floor."""
    floors = read_floors()
    failed = False
    for name, found, named in _measured():
        floor = floors.get(name)
        problem = fallen(name, found, floor) if floor and not lower else None
        if problem:
            click.echo(problem, err=True)
            failed = True
            continue
        floors[name] = settle(name, found, floor, Cleaner().ruleset.hash, lower=lower, named=named)
        before = f"{floor.f1:.4f} / {floor.recall:.4f}" if floor else "none"
        after = f"{floors[name].f1:.4f} / {floors[name].recall:.4f}"
        click.echo(f"{name}: F1 / recall {found.f1:.4f} / {found.recall:.4f}; floor {before} -> {after}")
    write_floors(floors)
    click.echo(f"{FILE.name}: written")
    sys.exit(failed)


def _measured() -> "list[tuple[str, Measured, bool]]":
    found = [
        (f"{name}, {decider}", measure(Cleaner(decider=decider), samples()), True)
        for name, samples in OWN.items()
        for decider in DECIDERS
    ]
    if not CORPORA.is_dir():
        click.echo(f"{CORPORA}: is not there, so its floors stay as they are", err=True)
        return found
    cleaner = Cleaner()
    return found + [
        (f"{name}, {form}", measure(cleaner, corpus(name, form)), False) for name, form in RENDERED
    ]


if __name__ == "__main__":
    main()
