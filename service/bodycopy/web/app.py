"""The app factory."""

from flask import Flask, Response

from bodycopy.cleaner import Cleaner
from bodycopy.settings import Settings
from bodycopy.web import clean, health, many, metrics, openapi, page, problems, rules, trial
from bodycopy.web.service import Service


def create_app(cleaner: Cleaner | None = None, settings: Settings | None = None) -> Flask:
    """A WSGI app that cleans with `cleaner` (default: the shipped rules and those of the settings).

    `settings` default to the environment's. Raises RuleError and SettingsError before anything is served.
    """
    settings = settings or Settings.from_environment()
    cleaner = cleaner or Cleaner(settings.rules or None, decider=settings.decider)
    app = Flask(__name__)
    app.extensions["bodycopy"] = Service(cleaner, settings, metrics.Metrics())
    problems.init_app(app)
    metrics.init_app(app)
    app.after_request(_guard)
    for module in (clean, many, rules, trial, health, metrics, openapi, page):
        app.register_blueprint(module.blueprint)
    return app


def _guard(response: Response) -> Response:
    """Headers that keep a browser from making more of an answer than it is."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    return response
