"""How the command line fails: one line on stderr for each thing that is wrong, and exit code 2."""

import os
import sys
from typing import Any, NoReturn

import click

from bodycopy.errors import BodycopyError, RuleError

#: What a shell gives a program that wrote to a closed pipe.
BROKEN_PIPE = 128 + 13
INTERRUPTED = 128 + 2


class OneLineGroup(click.Group):
    """A group of commands whose errors are lines, not pages of usage or stack traces."""

    def invoke(self, context: click.Context) -> Any:
        """Runs a command. One whose reader went away ends as a shell expects."""
        try:
            return super().invoke(context)
        except BrokenPipeError:
            _drop_stdout()
            raise click.exceptions.Exit(BROKEN_PIPE) from None

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Runs a command and exits."""
        options["standalone_mode"] = False
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
            name = f"{error.filename}: " if error.filename else ""
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
