"""`bodycopy rules diff`: what a rule change does to a corpus."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import click

from bodycopy.bench.renderers import RENDERERS
from bodycopy.cleaner import Cleaner
from bodycopy.cli.options import Place
from bodycopy.cli.streams import ensure_writable, stdout
from bodycopy.diff.compare import Compared, Comparer, Refused
from bodycopy.diff.corpus import Columns, Corpus, CorpusError, RowReader
from bodycopy.diff.rulesets import named_ruleset
from bodycopy.diff.summary import Summary, summarize
from bodycopy.payload import dump_json
from bodycopy.processes import in_order
from bodycopy.settings import Settings, cpus

#: Lines that could not be read and are named on stderr.
NAMED = 10


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--corpus", required=True, type=Place(), metavar="FILE", help="JSON lines, *.gz if gzipped.")
@click.option("--text-key", default="text", show_default=True, help="The key of a line's document.")
@click.option("--gold-key", default="gold", show_default=True, help="The key of its gold text.")
@click.option("--as", "take", type=click.Choice(["html", "text"]), help="Take `html`, as it is or rendered.")
@click.option("--renderer", type=click.Choice(RENDERERS), default="inscriptis", show_default=True)
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: one a core).")
@click.option("--html-report", type=Place(), metavar="OUT", help="Also write a page.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of tables.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where a document changed.")
@click.pass_context
def diff(
    context: click.Context,
    old: str,
    new: str,
    corpus: Path,
    text_key: str,
    gold_key: str,
    take: Literal["html", "text"] | None,
    renderer: str,
    jobs: int | None,
    html_report: Path | None,
    as_json: bool,
    exit_code: bool,
) -> None:
    """Cleans every document of a corpus with the rules OLD and the rules NEW, and says what changes.

    OLD and NEW are each the word `shipped`, a folder of packs that are laid over the shipped ones, or a
    folder with a file VERSION, whose packs stand alone. A line of the corpus is a JSON object with `text`
    or `html`, and may have `id`, `url`, `lang` and gold text.
    """
    from bodycopy.cli.terminal import show  # rich and jinja2 load for the commands that draw
    from bodycopy.diff.report import summary_page
    from bodycopy.diff.table import summary_table

    settings = Settings.from_environment()
    reader = RowReader(Columns(text_key, gold_key, take, renderer), settings.max_bytes)
    with Corpus(corpus, settings.max_bytes) as lines:
        before, after = (Cleaner(named_ruleset(name), decider=settings.decider) for name in (old, new))
        comparer = Comparer(before, after, reader)
        if html_report:
            ensure_writable(html_report)
        summary = summarize(_watched(in_order(comparer.compare, lines, jobs or cpus()), lines))
    _refuse_empty(summary, corpus)
    for line in summary.refused_lines[:NAMED]:
        click.echo(f"bodycopy: {corpus}:{line.line}: {line.error}", err=True)
    if summary.refused > NAMED:
        click.echo(f"bodycopy: {corpus}: {summary.refused - NAMED} more lines could not be read", err=True)
    if html_report:
        page = summary_page(summary, old, new, str(corpus))
        html_report.write_text(page, "utf-8", "backslashreplace")
    if as_json:
        out = stdout()
        out.write(dump_json({"old": old, "new": new, "corpus": str(corpus)} | summary.to_dict()) + b"\n")
        out.flush()
    else:
        show(summary_table(summary, old, new, str(corpus)))
    if exit_code and summary.changed:
        context.exit(1)


def _watched(results: Iterator[Compared | Refused], corpus: Corpus) -> Iterator[Compared | Refused]:
    """`results`, with a bar that follows how much of the corpus was read."""
    from bodycopy.cli.terminal import counting_bar

    with counting_bar("documents") as bar:
        task = bar.add_task("", total=corpus.size or None, done=0)
        for number, result in enumerate(results, 1):
            yield result
            bar.update(task, completed=corpus.position, done=number)
            bar.refresh()


def _refuse_empty(summary: Summary, corpus: Path) -> None:
    if summary.documents:
        return
    if not summary.refused:
        raise CorpusError(f"{corpus}: holds no document; a JSON object a line is accepted")
    first = summary.refused_lines[0]
    raise CorpusError(
        f"{corpus}: none of its lines can be read ({summary.refused}); line {first.line}: {first.error}"
    )
