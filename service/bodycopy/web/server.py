"""Runs the app under gunicorn in this process."""

from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from bodycopy.settings import Settings
from bodycopy.web import gunicorn_conf


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, set up by `gunicorn_conf` with `settings` on top."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Takes every gunicorn setting that `gunicorn_conf` names."""
        chosen: dict[str, Any] = {
            name: value for name, value in vars(gunicorn_conf).items() if name in self.cfg.settings
        }
        chosen["bind"] = gunicorn_conf.bind_to(self.settings)
        chosen["workers"] = self.settings.workers
        chosen["logconfig_dict"] = gunicorn_conf.logging_to_stdout(self.settings.log_level)
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app; called once, before the workers are forked."""
        from bodycopy.web.app import create_app  # after gunicorn_conf has named the metrics' folder

        return create_app(settings=self.settings)
