"""`bodycopy serve`: the HTTP service."""

from pathlib import Path

import click

from bodycopy.cli.options import RULES
from bodycopy.settings import Settings


@click.command()
@click.option("--host", help="The address to listen on (default 127.0.0.1).")
@click.option("--port", type=int, help="The port to listen on (default 8080).")
@click.option("--workers", type=int, help="Worker processes (default one a core, at most 8).")
@RULES
def serve(host: str | None, port: int | None, workers: int | None, folders: tuple[Path, ...]) -> None:
    """Serves HTTP with gunicorn until it is told to stop. SIGHUP loads the packs again."""
    settings = Settings.from_environment(host=host, port=port, workers=workers, rules=folders or None)
    from bodycopy.web.server import Server  # Flask and gunicorn load for this command alone

    Server(settings).run()
