"""`bodycopy bench`: how fast it is on this machine, and over corpora how good beside its peers."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

from bodycopy.cli.options import Place
from bodycopy.cli.streams import ensure_writable, stdout
from bodycopy.payload import dump_json
from bodycopy.settings import Settings

if TYPE_CHECKING:
    from bodycopy.bench.findings import Findings
    from bodycopy.bench.runs import Watch
    from bodycopy.bench.tools import Extract

FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
#: Documents of each kind that speed is measured on, where --documents says nothing.
DOCUMENTS: Final = 100
#: Rows that could not be read and are named on stderr.
NAMED: Final = 10
_SPEED: Final = ("fixtures", "rounds", "requests")
_QUALITY: Final = ("tools", "residue", "jobs", "save", "html_report", "as_json")
_COSTS: Final = ("data", "documents", "tools", "residue", "jobs", "save", "as_json", "rounds", "requests")


@click.command()
@click.option("--data", type=FOLDER, help="A folder of corpora: *.jsonl.gz with `html` and gold `text`.")
@click.option("--documents", type=click.IntRange(1), help="At most so many of each corpus or kind.")
@click.option("--tools", metavar="NAMES", help="Only these, with commas between them (default: all).")
@click.option("--residue", is_flag=True, help="Clean what the extractors make of the HTML.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Tools at a time.")
@click.option("--save", metavar="DIR", type=Place(), help="Write tables and scores there.")
@click.option("--html-report", metavar="OUT", type=Place(), help="Also write a page.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of tables.")
@click.option("--fixtures", type=FOLDER, help="Without --data: the fixtures (default: this checkout's).")
@click.option(
    "--rounds", type=click.IntRange(1), default=5, help="Without --data: how often each is cleaned."
)
@click.option("--requests", type=click.IntRange(0), default=100, help="Without --data: how many are served.")
@click.option(
    "--endurance", type=click.IntRange(1), help="Only memory, over so many of the fixtures' documents."
)
@click.option(
    "--growth",
    metavar="MB",
    type=click.FloatRange(0, 10, min_open=True),
    help="Only the cost of documents by their size, up to so many megabytes.",
)
@click.pass_context
def bench(
    context: click.Context,
    data: Path | None,
    documents: int | None,
    tools: str | None,
    residue: bool,
    jobs: int,
    save: Path | None,
    html_report: Path | None,
    as_json: bool,
    fixtures: Path | None,
    rounds: int,
    requests: int,
    endurance: int | None,
    growth: float | None,
) -> None:
    """Measures cleaning; times are of one core, not of the wall.

    Without --data: speed, start-up and memory on the fixtures. With it: how well bodycopy and its peers tell
    the articles of each corpus in raw text and in HTML, which metadata they find, and what that costs. With
    --endurance: whether memory stays flat while one process cleans HTML and text in turn. With --growth:
    whether cost stays linear in a document's size.
    """
    if endurance is not None or growth is not None:
        _refuse(context, _COSTS, "does not go with --endurance or --growth")
        if html_report:
            ensure_writable(html_report)
        _curves(fixtures or _ours(), endurance, growth, html_report)
        return
    if data is None:
        _refuse(context, _QUALITY, "needs --data")
        _speed(fixtures, documents or DOCUMENTS, rounds, requests)
        return
    _refuse(context, _SPEED, "measures the fixtures and does not go with --data")
    from bodycopy.bench.measure import Plan, measure  # nothing else needs it
    from bodycopy.bench.tools import EXTRACTORS, TOOLS, named

    chosen = named(filter(None, (tools or "").split(",")), EXTRACTORS if residue else TOOLS)
    limit = Settings.from_environment().max_bytes
    if save:
        save.mkdir(parents=True, exist_ok=True)
    if html_report:
        ensure_writable(html_report)
    found = measure(Plan(data, documents, tuple(chosen), residue, jobs, limit), _watched)
    for line in found.refused[:NAMED]:
        click.echo(f"bodycopy: {line}", err=True)
    if len(found.refused) > NAMED:
        click.echo(f"bodycopy: {len(found.refused) - NAMED} more rows could not be read", err=True)
    _write(found, save, html_report, as_json)


def _speed(fixtures: Path | None, documents: int, rounds: int, requests: int) -> None:
    from bodycopy.bench import service, speed, table  # nothing else needs them
    from bodycopy.bench.documents import articles, pages
    from bodycopy.bench.tools import TOOLS, load, named

    folder = fixtures or _ours()
    kinds = [("articles", articles(folder)), ("pages", pages(folder))]
    rows: list[table.Row] = []
    for tool in named(("bodycopy", "jusText"), TOOLS):
        clean = _english(load(tool.name, "text")) if tool.installed else None
        for kind, texts in kinds:
            chosen = texts[:documents]
            size = median(len(text.encode()) for text in chosen) / 1_000
            measured = speed.measure(clean, chosen, rounds) if clean else None
            rows.append((tool.name, kind, len(chosen), size, measured))
    click.echo(table.speeds(rows))
    click.echo()
    click.echo(table.service(service.measure(kinds[0][1], requests), requests))


def _curves(fixtures: Path, documents: int | None, megabytes: float | None, html_report: Path | None) -> None:
    import bodycopy  # nothing else needs these
    from bodycopy.bench.endurance import endurance_curve, endurance_table, endure, fixture_inputs
    from bodycopy.bench.growth import documents_up_to, grow, growth_curve, growth_table
    from bodycopy.bench.report import curves_page
    from bodycopy.cleaner import Cleaner
    from bodycopy.cli.terminal import show

    cleaner = Cleaner(decider=Settings.from_environment().decider)
    curves = []
    if documents is not None:  # first: large documents would leave memory behind
        inputs = fixture_inputs(fixtures)
        with _watched("documents") as watch:
            points = endure(cleaner.clean, inputs, documents, watch)
        show(endurance_table(points))
        curves.append(endurance_curve(points))
    if megabytes is not None:
        large = documents_up_to(fixtures, megabytes)
        with _watched("sizes") as watch:
            sizes = grow(cleaner.clean, large, watch)
        show(growth_table(sizes))
        curves.append(growth_curve(sizes))
    if html_report:
        html_report.write_text(curves_page(curves, bodycopy.__version__), "utf-8")


def _ours() -> Path:
    return Path(__file__).resolve().parents[3] / "fixtures"


def _english(extract: "Extract") -> "Callable[[str], str]":
    return lambda text: extract(text, "en")


def _write(found: "Findings", save: Path | None, html_report: Path | None, as_json: bool) -> None:
    from bodycopy.bench.report import findings_page  # rich and jinja2 load for the commands that draw
    from bodycopy.bench.tables import findings_tables
    from bodycopy.cli.terminal import plain, show

    tables = findings_tables(found)
    if save:
        (save / "tables.txt").write_text(plain(tables), "utf-8", "backslashreplace")
        (save / "findings.json").write_bytes(dump_json(found.to_dict()) + b"\n")
        with (save / "pages.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(page) + "\n" for page in found.pages())
    if html_report:
        html_report.write_text(findings_page(found), "utf-8", "backslashreplace")
    if as_json:
        answer = stdout()
        answer.write(dump_json(found.to_dict()) + b"\n")
        answer.flush()
    else:
        show(tables)


@contextmanager
def _watched(stage: str) -> "Iterator[Watch]":
    from bodycopy.cli.terminal import progress_bar

    with progress_bar(stage) as watch:
        yield watch


def _refuse(context: click.Context, names: tuple[str, ...], why: str) -> None:
    """Raises UsageError where one of these options was given."""
    for option in context.command.params:
        if option.name in names and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"{option.opts[0]} {why}")
