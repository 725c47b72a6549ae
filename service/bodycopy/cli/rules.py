"""`bodycopy rules`: list, show and check."""

from pathlib import Path

import click
import yaml

from bodycopy.cli.options import RULES
from bodycopy.errors import OptionError, RuleError
from bodycopy.rules.describe import as_written, find, select, why_silent
from bodycopy.rules.examples import check_examples
from bodycopy.rules.load import Ruleset, load, load_over_shipped, shipped_folder
from bodycopy.settings import Settings


@click.group()
def rules() -> None:
    """Looks at the rules in force, or checks your own."""


@rules.command("list")
@click.option("--label", help="Only rules for this label.")
@click.option("--language", help="Only rules of packs in this language, or any.")
@click.option("--pack", help="Only rules of this pack.")
@click.option("--site", metavar="HOST", help="Only rules that speak on this host and not everywhere.")
@click.option("--silenced", is_flag=True, help="The rules that packs disabled or replaced, and which did.")
@RULES
def list_rules(
    label: str | None,
    language: str | None,
    pack: str | None,
    site: str | None,
    silenced: bool,
    folders: tuple[Path, ...],
) -> None:
    """Lists the rules in force: id, label, kind, strength, reason, and the hosts where there are some."""
    ruleset = _in_force(folders)
    if silenced:
        for gone in ruleset.silenced:
            what = "replaced" if gone.replaced else "disabled"
            click.echo(f"{gone.rule.id}  {gone.source.file}:{gone.source.line}  {what} by {gone.by}")
        return
    found = list(select(ruleset, label, language, pack, site))
    width = max((len(rule.id) for rule, _ in found), default=0)
    for rule, source in found:
        strength = "certain" if rule.certain else f"{rule.weight:g}"
        hosts = f"  [{', '.join(source.sites)}]" if source.sites else ""
        click.echo(f"{rule.id:<{width}}  {rule.label:<14}  {rule.kind:<7}  {strength:<7}  {rule.why}{hosts}")


@rules.command()
@click.argument("rule_id", metavar="ID")
@RULES
def show(rule_id: str, folders: tuple[Path, ...]) -> None:
    """Shows one rule as its pack gives it, with its examples."""
    ruleset = _in_force(folders)
    found = find(ruleset, rule_id)
    if found is None:
        gone = why_silent(ruleset, rule_id)
        raise OptionError(gone or f"there is no rule {rule_id!r}; `bodycopy rules list` lists the rules")
    rule, source = found
    click.echo(f"# {source.file}:{source.line} (language: {source.language})")
    if source.sites:
        click.echo(f"# speaks on {', '.join(source.sites)}")
    for before in ruleset.silenced:
        if before.rule.id == rule_id:
            click.echo(f"# replaces {before.source.file}:{before.source.line}")
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


def _in_force(folders: tuple[Path, ...] = ()) -> Ruleset:
    return load_over_shipped(Settings.from_environment(rules=folders or None).rules)


def _of_folder(folder: Path) -> Ruleset:
    """The rules of `folder`, as they stand over the shipped ones."""
    if not folder.is_dir():
        raise click.UsageError(f"{folder}: is not a folder")
    if folder.resolve() == shipped_folder().resolve():
        return load(folder)
    return load_over_shipped([folder]).only(folder)
