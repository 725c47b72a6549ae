"""`bodycopy explain`: every block of a document with its label and the evidence for and against it."""

from pathlib import Path

import click

from bodycopy.cleaner import Cleaner
from bodycopy.cli.options import HTML, MARKDOWN, RULES, Place, media_type
from bodycopy.cli.streams import open_source, read_document, shown, stdout
from bodycopy.errors import InputError
from bodycopy.payload import dump_json
from bodycopy.settings import Settings


@click.command()
@click.argument("file", default="-")
@HTML
@MARKDOWN
@click.option("--url", help="Where the article stood. It is never fetched.")
@RULES
@click.option("--disable", multiple=True, metavar="ID", help="Silence a rule, or all rules of a label.")
@click.option("--html-report", metavar="OUT", type=Place(), help="Also write a page.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of the table.")
def explain(
    file: str,
    html: bool,
    markdown: bool,
    url: str | None,
    folders: tuple[Path, ...],
    disable: tuple[str, ...],
    html_report: Path | None,
    as_json: bool,
) -> None:
    """Says why each block of FILE is kept or not; stdin where FILE is - or missing.

    A line with + speaks for the label, one with - against it, one with x cuts a span.
    """
    from bodycopy.cli.terminal import show  # rich and jinja2 load for the commands that draw
    from bodycopy.explain.report import explanation_page
    from bodycopy.explain.table import explanation_table

    kind = media_type(html, markdown)
    settings = Settings.from_environment(rules=folders or None)
    with open_source(file) as source:
        cleaner = Cleaner(settings.rules or None, disable=disable, decider=settings.decider)
        data = read_document(source, file, settings.max_bytes)
    try:
        explanation = cleaner.explain(data, kind, url)
    except InputError as error:
        raise InputError(f"{shown(file)}: {error}") from None
    for warning in explanation.warnings:
        click.echo(f"bodycopy: warning: {warning}", err=True)
    if html_report:
        html_report.write_text(explanation_page(explanation, shown(file)), "utf-8", "backslashreplace")
    if as_json:
        out = stdout()
        out.write(dump_json(explanation.to_dict()) + b"\n")
        out.flush()
    else:
        show(explanation_table(explanation, shown(file)))
