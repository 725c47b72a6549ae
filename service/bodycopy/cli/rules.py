"""`bodycopy rules`: list, show and check."""

from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import click
import yaml

from bodycopy.cli.diff import diff
from bodycopy.cli.failures import OneLineGroup
from bodycopy.cli.options import RULES
from bodycopy.cli.streams import stdout
from bodycopy.errors import OptionError, RuleError
from bodycopy.payload import dump_json
from bodycopy.rules.checked import record
from bodycopy.rules.describe import as_written, find, select, why_absent
from bodycopy.rules.lint.check import lint, rules_in_force, rules_of
from bodycopy.rules.lint.codes import Severity
from bodycopy.rules.lint.finding import audible, from_problem, raised
from bodycopy.rules.load import load_over_shipped, shipped_folder
from bodycopy.rules.ruleset import Ruleset
from bodycopy.settings import Settings


@click.group(cls=OneLineGroup)
def rules() -> None:
    """Looks at the rules in force, or checks your own."""


rules.add_command(diff)


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
        known = replace(
            ruleset,
            rules=tuple(gone.rule for gone in ruleset.silenced),
            sources=tuple(gone.source for gone in ruleset.silenced),
        )
        wanted = {rule.id for rule, _ in select(known, label, language, pack, site)}
        for gone in ruleset.silenced:
            if gone.rule.id not in wanted:
                continue
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
        raise OptionError(why_absent(ruleset, rule_id, "`bodycopy rules list`"))
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
@click.option("--strict", is_flag=True, help="Warnings count as errors, and notices are shown.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option(
    "--record", "to_record", is_flag=True, help="Notes that the shipped packs are as they should be."
)
@click.pass_context
def check(context: click.Context, folder: str | None, strict: bool, as_json: bool, to_record: bool) -> None:
    """Checks the packs of DIR beside the shipped ones, or the rules in force.

    A line a finding, `file:line: rule: key: message [code]`; docs/linting.md explains the codes. Exit code 1
    where one is an error. Packs that were changed since they were recorded take half a second longer to load.
    """
    if folder is not None and not (folder and Path(folder).is_dir()):
        raise click.UsageError(f"{folder or repr('')}: is not a folder")
    if to_record and folder and Path(folder).resolve() != shipped_folder().resolve():
        raise click.UsageError("--record is for the shipped packs; it goes without DIR")
    try:
        subject = rules_of(Path(folder)) if folder else rules_in_force(*Settings.from_environment().rules)
        rules, packs = len(subject.own), len({entry.source.file for entry in subject.own})
        findings = raised(lint(subject)) if strict else audible(lint(subject))
    except RuleError as error:
        rules = packs = 0
        findings = sorted(map(from_problem, error.problems))
    count = Counter(finding.severity for finding in findings)
    if as_json:
        report = {"rules": rules, "packs": packs, "findings": list(map(asdict, findings))}
        stdout().write(dump_json(report) + b"\n")
    else:
        for finding in findings:
            click.echo(finding)
        click.echo(_summary(rules, packs, count), err=bool(count["error"]))
    if count["error"]:
        context.exit(1)
    if to_record:
        record(shipped_folder())


def _summary(rules: int, packs: int, count: Counter[Severity]) -> str:
    found = [f"{number} {name}{'s' * (number != 1)}" for name, number in count.items()]
    if count["error"]:
        return f"bodycopy: {', '.join(found)}"
    return ", ".join([f"{rules} rules in {packs} packs, all examples hold", *found])


def _in_force(folders: tuple[Path, ...] = ()) -> Ruleset:
    return load_over_shipped(Settings.from_environment(rules=folders or None).rules)
