"""GET /v1/rules and /v1/rules/<id>: the rules in force."""

from flask import Blueprint, Response, abort, request
from pydantic import BaseModel, ConfigDict, Field

from bodycopy.payload import PayloadError, read_payload
from bodycopy.rules.describe import detail, find, select, summary, why_absent
from bodycopy.web.answers import answer, ruleset_name
from bodycopy.web.service import service

blueprint = Blueprint("rules", __name__)


class RulesQuery(BaseModel):
    """The filters of the listing."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    label: str | None = None
    language: str | None = Field(None, description="the tag of the packs' language, or any")
    pack: str | None = None
    site: str | None = Field(None, description="a host: rules that speak on it and not everywhere")


@blueprint.get("/v1/rules")
def listing() -> Response:
    """The rules that meet the filters."""
    for name, values in request.args.lists():
        if len(values) > 1:
            raise PayloadError(f"query parameter {name}: stands twice", ((name, "stands twice"),))
    query = read_payload(RulesQuery, request.args.to_dict(), "query parameter ")
    ruleset = service().cleaner.ruleset
    found = select(ruleset, query.label, query.language, query.pack, query.site)
    return answer({"ruleset": ruleset_name(ruleset), "rules": [summary(*pair) for pair in found]})


@blueprint.get("/v1/rules/<path:rule_id>")
def one(rule_id: str) -> Response:
    """One rule with its conditions and examples."""
    ruleset = service().cleaner.ruleset
    found = find(ruleset, rule_id)
    if found is None:
        abort(404, why_absent(ruleset, rule_id, "/v1/rules"))
    return answer(detail(*found))
