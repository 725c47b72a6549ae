"""GET /v1/rules and /v1/rules/<id>: the rules in force."""

from flask import Blueprint, Response, abort, request
from pydantic import BaseModel, ConfigDict

from bodycopy.payload import read_payload
from bodycopy.rules.describe import detail, find, select, summary
from bodycopy.web.answers import answer, ruleset_name
from bodycopy.web.service import service

blueprint = Blueprint("rules", __name__)


class RulesQuery(BaseModel):
    """The filters of the listing."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    label: str | None = None
    language: str | None = None
    pack: str | None = None


@blueprint.get("/v1/rules")
def listing() -> Response:
    """The rules that meet the filters."""
    query = read_payload(RulesQuery, request.args.to_dict(), "query parameter ")
    ruleset = service().cleaner.ruleset
    found = [summary(*pair) for pair in select(ruleset, query.label, query.language, query.pack)]
    return answer({"ruleset": ruleset_name(ruleset), "rules": found})


@blueprint.get("/v1/rules/<path:rule_id>")
def one(rule_id: str) -> Response:
    """One rule with its conditions and examples."""
    found = find(service().cleaner.ruleset, rule_id)
    if found is None:
        abort(404, f"there is no rule {rule_id!r}; /v1/rules lists the rules")
    return answer(detail(*found))
