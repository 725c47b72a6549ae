"""The `bodycopy` command."""

from importlib import import_module
from typing import Final

import click

from bodycopy.cli.failures import OneLineGroup

#: Each is a function of a module of its name (`_` for `-`), loaded when it is asked for: a service needs no
#: tables.
COMMANDS: Final = ("bench", "clean", "explain", "rules", "serve", "test", "train", "train-breaks")


class _Commands(OneLineGroup):
    """The commands of COMMANDS."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """All names, in order."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of this name, or None."""
        if name not in COMMANDS:
            return None
        function = name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{__name__}.{function}"), function)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bodycopy", message="bodycopy %(version)s")
def main() -> None:
    """Cleans article text: the article's own words on stdout, the rest dropped with a reason."""
