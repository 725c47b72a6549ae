"""POST /v1/rules/test: a pack tried on one document before anybody deploys it."""

from dataclasses import asdict

from flask import Blueprint, Response, request
from pydantic import Field

from bodycopy.errors import RuleError
from bodycopy.payload import MAX_ERRORS, Payload, PayloadError, read_payload
from bodycopy.trial import read_trial_pack, try_pack
from bodycopy.web.answers import answer, ruleset_name
from bodycopy.web.request import read_json_alone
from bodycopy.web.service import service

blueprint = Blueprint("trial", __name__)


class TrialBody(Payload):
    """A pack, and the document that it is tried on: exactly one of `text`, `html` and `markdown`."""

    rules: str = Field(description="The text of a pack, in YAML, as it would stand in a file.")


@blueprint.post("/v1/rules/test")
def test() -> Response:
    """Tries a pack over the rules in force."""
    body = read_payload(TrialBody, read_json_alone(request, service().settings.max_bytes))
    cleaner = service().cleaner
    try:
        pack = read_trial_pack(body.rules, cleaner.ruleset)
    except RuleError as error:
        problems = error.problems[:MAX_ERRORS]
        raise PayloadError("; ".join(problems), tuple(("rules", problem) for problem in problems)) from None
    trial = try_pack(cleaner, pack, body.source, body.media_type, body.url)
    return answer({"ruleset": ruleset_name(cleaner.ruleset)} | asdict(trial))
