"""The `bodycopy` command."""

import click

from bodycopy.cli.bench import bench
from bodycopy.cli.clean import clean
from bodycopy.cli.diff import diff
from bodycopy.cli.explain import explain
from bodycopy.cli.failures import OneLineGroup
from bodycopy.cli.rules import rules
from bodycopy.cli.serve import serve
from bodycopy.cli.test import test
from bodycopy.cli.train import train


@click.group(cls=OneLineGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bodycopy", message="bodycopy %(version)s")
def main() -> None:
    """Cleans article text: the article's own words on stdout, the rest dropped with a reason."""


for command in (clean, explain, serve, rules, test, bench, train):
    main.add_command(command)
rules.add_command(diff)
