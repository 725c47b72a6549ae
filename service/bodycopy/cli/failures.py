"""How the command line fails: one line on stderr for each thing that is wrong, and exit code 2."""

import os
import sys
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from bodycopy.errors import BodycopyError, RuleError

#: What a shell gives a program that wrote to a closed pipe.
BROKEN_PIPE = 128 + 13
INTERRUPTED = 128 + 2


class OneLineGroup(click.Group):
    """A group of commands whose errors are lines, not pages of usage or stack traces."""

    def resolve_command(
        self, context: click.Context, words: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first of `words` names, and the other words. Raises UsageError."""
        name = words[0]
        if self.get_command(context, name) is None and not name.startswith("-"):
            accepted = ", ".join(self.list_commands(context))
            raise click.UsageError(f"there is no command {name!r}; commands are {accepted}", context)
        return super().resolve_command(context, words)

    def invoke(self, context: click.Context) -> Any:
        """Runs a command. One whose reader went away ends as a shell expects."""
        try:
            return super().invoke(context)
        except BrokenPipeError:
            _drop_stdout()
            raise click.exceptions.Exit(BROKEN_PIPE) from None

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Runs a command and exits. Its lines go out in UTF-8, whatever the locale says; a byte of a file's
        name that is none as `\\udcff`."""
        options["standalone_mode"] = False
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            code = super().main(*args, **options)
            if sys.stdout is not None:
                sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code = error.exit_code
        except click.ClickException as error:
            code = _say([error.format_message()])
        except RuleError as error:
            code = _say(error.problems)
        except BodycopyError as error:
            code = _say([str(error)])
        except OSError as error:
            _drop_stdout()
            name = "" if error.filename is None else f"{error.filename or repr('')}: "
            code = _say([f"{name}{error.strerror or error}"])
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        sys.exit(code)


def _say(lines: list[str]) -> int:
    for line in lines:
        click.echo(f"bodycopy: {' '.join(line.split())}", err=True)
    return 2


def _drop_stdout() -> None:
    """Sends what is left in stdout's buffer nowhere, so that the interpreter's end meets no error."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
