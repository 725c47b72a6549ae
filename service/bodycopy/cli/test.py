"""`bodycopy test`: the rules' own examples and the fixtures, compared line by line."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bodycopy.cli.options import Place
from bodycopy.rules.load import shipped_folder
from bodycopy.settings import Settings

if TYPE_CHECKING:
    from bodycopy.testing.suite import Suite

_FOLDER = Place()
_FILE = Place(dir_okay=False)


@click.command()
@click.option("--rules", multiple=True, type=_FOLDER, metavar="DIR", help="Your packs (default: ./rules).")
@click.option(
    "--fixtures", multiple=True, type=_FOLDER, metavar="DIR", help="Your cases (default: ./fixtures)."
)
@click.option("--shipped", is_flag=True, help="Run the examples of the shipped rules as well.")
@click.option(
    "-k", "choose", metavar="EXPR", help="Only cases whose names fit, as in pytest: 'news and not x'."
)
@click.option("--junit", type=_FILE, metavar="FILE", help="Also write JUnit XML.")
@click.option("--json", "as_json", is_flag=True, help="Write all outcomes as one JSON document.")
@click.option("--update", is_flag=True, help="Rewrite what failing cases expect, and show what changed.")
@click.option("--mutate", is_flag=True, help="Switch off each rule in turn: which ones does no case miss?")
@click.pass_context
def test(
    context: click.Context,
    rules: tuple[Path, ...],
    fixtures: tuple[Path, ...],
    shipped: bool,
    choose: str | None,
    junit: Path | None,
    as_json: bool,
    update: bool,
    mutate: bool,
) -> None:
    """Runs the examples of your rules, and every case of your fixtures on all rules in force.

    Exit code 1 where a case fails, 2 where one can't be used.
    """
    if mutate and (choose or junit or update):
        raise click.UsageError("--mutate does not go with -k, --junit or --update")
    suite = _suite(rules, fixtures, shipped)
    context.exit(_mutate(suite, as_json) if mutate else _test(suite, choose, junit, as_json, update))


def _suite(rules: tuple[Path, ...], fixtures: tuple[Path, ...], shipped: bool) -> "Suite":
    from bodycopy.testing.suite import build_suite

    settings = Settings.from_environment()
    rules = rules or tuple(filter(Path.is_dir, [Path("rules")])) or settings.rules
    fixtures = fixtures or tuple(filter(Path.is_dir, [Path("fixtures")]))
    for folder in (*rules, *fixtures):
        if not folder.is_dir():
            raise click.UsageError(f"{folder}: is not a folder")
    folders = (*rules, *([shipped_folder()] if shipped else []))
    suite = build_suite(folders, fixtures, settings.decider)
    if not suite.cases:
        raise click.UsageError(
            "there is nothing to test: no rules (./rules or --rules) and no cases (./fixtures or --fixtures)"
        )
    return suite


def _test(suite: "Suite", choose: str | None, junit: Path | None, as_json: bool, update: bool) -> int:
    from bodycopy.cli.terminal import progress_bar, show_lines  # rich and pytest: only where needed
    from bodycopy.testing.outcomes import Status, count
    from bodycopy.testing.session import run_suite
    from bodycopy.testing.show import describe, summary
    from bodycopy.testing.update import describe_update, update_case

    with progress_bar("cases") as progress:
        outcomes = run_suite(suite, choose, junit, progress)
    updates = [done for one in outcomes if (done := update_case(one, suite.cleaner))] if update else []
    updated = [done.case for done in updates]
    left = [one for one in outcomes if one.case not in updated]
    if as_json:
        body = {"counts": count(left), "updated": [case.id for case in updated]}
        _say_json(body | {"outcomes": [one.to_dict() for one in outcomes]})
    else:
        lines = [line for one in left if one.status in _FAILURES for line in describe(one)]
        lines += [line for done in updates for line in describe_update(done)]
        show_lines([*lines, summary(left, len(updated))])
    problems = [problem for one in left for problem in one.problems]
    for problem in problems:
        click.echo(f"bodycopy: {' '.join(problem.split())}", err=True)
    if problems:
        return 2
    return int(any(one.status in (Status.FAILED, Status.CLOSED) for one in left))


_FAILURES = ("failed", "closed")


def _mutate(suite: "Suite", as_json: bool) -> int:
    from bodycopy.cli.terminal import progress_bar
    from bodycopy.testing.mutate import mutate

    with progress_bar("rules") as progress:
        mutants = mutate(suite, progress)
    unnoticed = [mutant for mutant in mutants if mutant.noticed_by is None]
    if as_json:
        _say_json({"rules": [mutant.to_dict() for mutant in mutants], "unnoticed": len(unnoticed)})
    else:
        for mutant in unnoticed:
            click.echo(
                f"{mutant.rule.where}: {mutant.rule.rule.id}: nothing notices its absence: {mutant.why}"
            )
        click.echo(f"{len(mutants)} rules switched off in turn: {len(unnoticed)} that nothing notices")
    return int(bool(unnoticed))


def _say_json(body: object) -> None:
    click.echo(json.dumps(body, ensure_ascii=False))
