"""Options that several commands share."""

import os
from pathlib import Path
from typing import Any

import click


class Place(click.Path):
    """A file or folder by its name. The empty name, which a shell gives for a variable that is not set, is
    refused: it would be the folder where the command runs."""

    def __init__(self, **options: Any) -> None:
        super().__init__(path_type=Path, **options)

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        if not os.fspath(value):
            self.fail("'' names no file and no folder", parameter, context)
        return super().convert(value, parameter, context)


HTML = click.option("--html", is_flag=True, help="The input is HTML.")
MARKDOWN = click.option("--markdown", is_flag=True, help="The input is Markdown.")
RULES = click.option(
    "--rules",
    "folders",
    metavar="DIR",
    multiple=True,
    type=Place(),
    help="A folder of packs over the shipped ones, a later one over those before it; may be given "
    "several times. (Default: the folders that BODYCOPY_RULES names.)",
)


def media_type(html: bool, markdown: bool) -> str:
    """What the input is. Raises UsageError where it is said to be two things."""
    if html and markdown:
        raise click.UsageError("--html does not go with --markdown: the input is one of them")
    return "text/html" if html else "text/markdown" if markdown else "text/plain"
