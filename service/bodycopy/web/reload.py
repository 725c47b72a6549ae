"""SIGHUP: the packs are loaded again, by the process that the workers are forked from.

gunicorn forks new workers on SIGHUP and lets the old ones finish what they are at. Before it forks them,
this puts the packs as they now stand into the app that they inherit; where a pack is broken the app stays
as it is, and says so.
"""

from collections.abc import Sequence
from dataclasses import replace
from logging import Logger
from typing import Final

from flask import Flask

from bodycopy.cleaner import Cleaner
from bodycopy.errors import RuleError
from bodycopy.web.service import Reload, Service

#: So many problems are told to who asks for the service's health; the log holds all.
SHOWN_PROBLEMS: Final = 20


def reload_rules(app: object, log: Logger) -> None:
    """Loads the packs again and puts them in force in `app`, a Flask app that `create_app` made; where
    they are broken, those in force stay. Either is logged. Never raises: the service goes on."""
    if not isinstance(app, Flask) or "bodycopy" not in app.extensions:
        log.error("the packs are not loaded again: gunicorn does not run bodycopy's app itself")
        return
    service: Service = app.extensions["bodycopy"]
    try:
        cleaner = Cleaner(service.settings.rules or None, decider=service.settings.decider)
    except RuleError as error:
        problems: Sequence[str] = error.problems
    except Exception as error:  # whatever it is, it must not end the service
        log.exception("loading the packs failed")
        problems = [f"{type(error).__name__}: {error}"]
    else:
        app.extensions["bodycopy"] = replace(service, cleaner=cleaner, reload=Reload())
        service.metrics.reloads.labels("done").inc()
        log.info("reloaded: %d rules in force, hash %s", len(cleaner.ruleset.rules), cleaner.ruleset.hash)
        return
    for problem in problems:
        log.error("reload: %s", problem)
    log.error("reload failed: the rules of hash %s stay in force", service.cleaner.ruleset.hash)
    more = len(problems) - SHOWN_PROBLEMS
    shown = (*problems[:SHOWN_PROBLEMS], *((f"and {more} more, see the log",) if more > 0 else ()))
    app.extensions["bodycopy"] = replace(service, reload=Reload(failed=True, problems=shown))
    service.metrics.reloads.labels("failed").inc()
