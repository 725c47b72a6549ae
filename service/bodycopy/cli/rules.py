"""`bodycopy rules`: list, show and check."""

from pathlib import Path

import click
import yaml

from bodycopy.errors import OptionError, RuleError
from bodycopy.rules.describe import as_written, find, select
from bodycopy.rules.examples import check_examples
from bodycopy.rules.load import Ruleset, load, shipped_folder
from bodycopy.settings import Settings


@click.group()
def rules() -> None:
    """Looks at the rules in force, or checks your own."""


@rules.command("list")
@click.option("--label", help="Only rules for this label.")
@click.option("--language", help="Only rules of packs in this language, or any.")
@click.option("--pack", help="Only rules of this pack.")
def list_rules(label: str | None, language: str | None, pack: str | None) -> None:
    """Lists the rules in force: id, label, kind, strength and reason."""
    found = list(select(_in_force(), label, language, pack))
    width = max((len(rule.id) for rule, _ in found), default=0)
    for rule, _ in found:
        strength = "certain" if rule.certain else f"{rule.weight:g}"
        click.echo(f"{rule.id:<{width}}  {rule.label:<14}  {rule.kind:<7}  {strength:<7}  {rule.why}")


@rules.command()
@click.argument("rule_id", metavar="ID")
def show(rule_id: str) -> None:
    """Shows one rule as its pack gives it, with its examples."""
    found = find(_in_force(), rule_id)
    if found is None:
        raise OptionError(f"there is no rule {rule_id!r}; `bodycopy rules list` lists the rules")
    rule, source = found
    click.echo(f"# {source.file}:{source.line} (language: {source.language})")
    click.echo(yaml.safe_dump(as_written(rule), sort_keys=False, allow_unicode=True, width=100), nl=False)


@rules.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.pass_context
def check(context: click.Context, folder: str | None) -> None:
    """Checks the packs of DIR, or the rules in force: their keys, and each rule's own examples.

    Exit code 1 and a line a problem where something is wrong.
    """
    try:
        ruleset = _of_folder(Path(folder)) if folder else _in_force()
        problems = list(check_examples(ruleset))
    except RuleError as error:
        problems = error.problems
    for problem in problems:
        click.echo(problem)
    if problems:
        context.exit(1)
    packs = len({source.file for source in ruleset.sources})
    click.echo(f"{len(ruleset.rules)} rules in {packs} packs, all examples hold")


def _in_force() -> Ruleset:
    extra = Settings.from_environment().rules
    return load(shipped_folder(), *extra) if extra else load()


def _of_folder(folder: Path) -> Ruleset:
    """The rules of `folder`, which must be able to stand beside the shipped ones."""
    if not folder.is_dir():
        raise click.UsageError(f"{folder}: is not a folder")
    ruleset = load(folder)
    if folder.resolve() != shipped_folder().resolve():
        load(shipped_folder(), folder)
    return ruleset
