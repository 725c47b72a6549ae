"""Options that several commands share."""

from pathlib import Path

import click

RULES = click.option(
    "--rules",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder of packs over the shipped ones, a later one over those before it; may be given "
    "several times. (Default: the folders that BODYCOPY_RULES names.)",
)
