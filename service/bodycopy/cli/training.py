"""What the commands that train have in common: corpora and their licences, and what a file they write says of
itself."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import click

from bodycopy.errors import BodycopyError
from bodycopy.train.corpora import Page

#: Of the corpora that the shipped weights come from.
LICENCES: Final = {
    "wcxb-dev": "WCXB development split, CC-BY-4.0",
    "fundus-dev": "flairNLP/fundus parser tests, MIT",
    "unlabelled-news": "postlight/parser fixtures, MIT or Apache-2.0; gold marked in train/marked.json",
}

data_option = click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of NAME.jsonl.gz: a JSON object a line, with html, url and the gold text if there is one.",
)
corpus_option = click.option(
    "--corpus", "names", multiple=True, default=tuple(LICENCES), help="A NAME; may be repeated."
)
licence_option = click.option(
    "--licence", multiple=True, metavar="NAME=TEXT", help="Source and licence of a corpus."
)
out_option = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
folds_option = click.option(
    "--folds", type=click.IntRange(0, 20), default=4, help="Of the cross-validation by site; 0: none."
)
day_option = click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="For the file's header (default: today)."
)


class TrainingError(BodycopyError):
    """The weights can't be trained here; the message says what is missing."""


def require(libraries: Sequence[str]) -> None:
    """Raises TrainingError where one of `libraries` is not installed."""
    missing = [name for name in libraries if find_spec(name) is None]
    if missing:
        raise TrainingError(f"{', '.join(missing)}: not installed; pip install 'bodycopy[train]' brings them")


def licences_of(names: Sequence[str], given: Sequence[str]) -> dict[str, str]:
    """The licence of each corpus in `names`: those of LICENCES and those `given` as NAME=TEXT. Raises
    UsageError where one is missing or can't be read."""
    licences = dict(LICENCES)
    for option in given:
        name, sign, text = option.partition("=")
        if not (name and sign and text):
            raise click.UsageError(f"--licence {option!r}: NAME=TEXT is accepted")
        licences[name] = text
    unnamed = [name for name in names if name not in licences]
    if unnamed:
        raise click.UsageError(f"--licence {unnamed[0]}=… is needed: the weights' header names it")
    return {name: licences[name] for name in names}


def header(
    command: str, day: datetime | None, pages: Sequence[Page], licences: Mapping[str, str]
) -> dict[str, Any]:
    """What a file made by `command` on that day (default: today) from `pages` says of itself."""
    return {
        "made": f"by `bodycopy {command}`; not to be edited",
        "date": (day.date() if day else date.today()).isoformat(),
        "corpora": [
            {"name": name, "pages": sum(page.corpus == name for page in pages), "source": source}
            for name, source in licences.items()
        ],
    }
