"""Options that several commands share."""

from pathlib import Path

import click

HTML = click.option("--html", is_flag=True, help="The input is HTML.")
MARKDOWN = click.option("--markdown", is_flag=True, help="The input is Markdown.")
RULES = click.option(
    "--rules",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder of packs over the shipped ones, a later one over those before it; may be given "
    "several times. (Default: the folders that BODYCOPY_RULES names.)",
)


def media_type(html: bool, markdown: bool) -> str:
    """What the input is. Raises UsageError where it is said to be two things."""
    if html and markdown:
        raise click.UsageError("--html does not go with --markdown: the input is one of them")
    return "text/html" if html else "text/markdown" if markdown else "text/plain"
