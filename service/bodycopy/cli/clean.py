"""`bodycopy clean`: a document's own words, or its JSON result; or many documents, one a line."""

from pathlib import Path
from typing import Literal

import click

from bodycopy.batch.inputs import GROUPINGS
from bodycopy.cleaner import Cleaner
from bodycopy.cli.jsonl import clean_lines
from bodycopy.cli.options import HTML, MARKDOWN, RULES, media_type
from bodycopy.cli.streams import open_source, read_document, shown, stdout
from bodycopy.errors import InputError
from bodycopy.payload import dump_json
from bodycopy.settings import Settings


@click.command()
@click.argument("file", default="-")
@click.option("--json", "as_json", is_flag=True, help="Write the JSON result instead of the text alone.")
@click.option("--jsonl", is_flag=True, help="Read a JSON document a line, write a result a line.")
@click.option(
    "--group-by",
    type=click.Choice(GROUPINGS),
    help="With --jsonl: what stands on several pages of one site counts against it. All lines are read "
    "before the first result comes.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="With --jsonl: processes that clean at once. Results keep the order of the lines; with several "
    "processes they come a few lines later.",
)
@HTML
@MARKDOWN
@click.option("--url", help="Where the article stood. It is never fetched.")
@click.option("--keep", multiple=True, metavar="LABEL", help="Leave what has this label in the text.")
@click.option("--disable", multiple=True, metavar="ID", help="Silence a rule, or all rules of a label.")
@RULES
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    help="Write Markdown instead of the text; with --json or --jsonl, beside it.",
)
@click.option("--blocks", is_flag=True, help="With --json or --jsonl: add every block and its label.")
def clean(
    file: str,
    as_json: bool,
    jsonl: bool,
    group_by: Literal["site"] | None,
    jobs: int,
    html: bool,
    markdown: bool,
    url: str | None,
    keep: tuple[str, ...],
    disable: tuple[str, ...],
    folders: tuple[Path, ...],
    form: str,
    blocks: bool,
) -> None:
    """Cleans FILE, or stdin where FILE is - or missing."""
    _refuse_senseless(as_json, jsonl, html or markdown, url, blocks)
    if group_by and not jsonl:
        raise click.UsageError("--group-by needs --jsonl: a single document has no others beside it")
    if jobs > 1 and not jsonl:
        raise click.UsageError("--jobs needs --jsonl: a single document is cleaned by one process")
    kind = media_type(html, markdown)
    settings = Settings.from_environment(rules=folders or None)
    include = ("removed", *(("blocks",) if blocks else ()), *(("markdown",) if form == "markdown" else ()))
    out = stdout()
    with open_source(file) as source:
        cleaner = Cleaner(settings.rules or None, disable=disable, keep=keep, decider=settings.decider)
        if jsonl:
            limit = settings.max_bytes
            cleaned, refused = clean_lines(source, out, cleaner, limit, include, group_by, jobs)
            click.echo(f"bodycopy: {cleaned} cleaned, {refused} refused", err=True)
            return
        data = read_document(source, file, settings.max_bytes)
    try:
        result = cleaner.clean(data, kind, url)
    except InputError as error:
        raise InputError(f"{shown(file)}: {error}") from None
    if as_json:
        out.write(dump_json(result.to_dict(include)) + b"\n")
    else:
        for warning in result.warnings:
            click.echo(f"bodycopy: warning: {warning}", err=True)
        if result.text:
            written = result.markdown if form == "markdown" else result.text
            out.write(written.encode() + b"\n")
    out.flush()


def _refuse_senseless(as_json: bool, jsonl: bool, typed: bool, url: str | None, blocks: bool) -> None:
    if jsonl and (as_json or typed or url is not None):
        raise click.UsageError(
            "--jsonl does not go with --json, --html, --markdown or --url: each line says it"
        )
    if blocks and not (as_json or jsonl):
        raise click.UsageError("--blocks needs --json or --jsonl")
