"""GET /healthz and /readyz, for whoever watches over the process."""

from flask import Blueprint, Response

from bodycopy.web.answers import answer, ruleset_name
from bodycopy.web.service import service

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return answer({"status": "ok"})


@blueprint.get("/readyz")
def ready() -> Response:
    """Documents can be cleaned: an app exists only once its rules are compiled. A reload that failed
    leaves it ready, with the rules that were in force before."""
    ruleset, reload = service().cleaner.ruleset, service().reload
    return answer(
        {
            "status": "ready",
            "ruleset": ruleset_name(ruleset),
            "rules": len(ruleset.rules),
            "reload": {"failed": reload.failed, "problems": list(reload.problems)},
        }
    )
