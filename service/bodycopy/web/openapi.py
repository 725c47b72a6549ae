"""GET /openapi.json: the service described in OpenAPI 3.1, its schemas taken from the models in use."""

from collections.abc import Iterable, Mapping
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from typing import Any, get_args

from flask import Blueprint, Response
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import WithDefaultSchema

from bodycopy.labels import ALL_LABELS
from bodycopy.rules.describe import RuleDetail
from bodycopy.web.answers import (
    JSON,
    PROBLEM_JSON,
    CleanAnswer,
    Health,
    ManyAnswer,
    Problem,
    Readiness,
    RulesAnswer,
    TrialAnswer,
    answer,
)
from bodycopy.web.many import ManyBody, ManyDocument
from bodycopy.web.request import BODY_TYPES, CleanBody, CleanQuery, Format, Include
from bodycopy.web.rules import RulesQuery
from bodycopy.web.trial import TrialBody

blueprint = Blueprint("openapi", __name__)

_REFERENCE = "#/components/schemas/{model}"
_WHEN = {
    400: "The document or an option can't be read; the detail says why and what is accepted.",
    404: "There is no such rule.",
    406: "Accept names none of the answers there are.",
    413: "The body is over the limit.",
    415: "The body's media type or content encoding is not read.",
    500: "An error of bodycopy's own.",
}
_LISTS: Mapping[str, tuple[str, ...]] = {"keep": ALL_LABELS, "include": get_args(Include)}
_CHOICES: Mapping[str, tuple[str, ...]] = {"format": get_args(Format)}


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description."""
    return answer(describe())


@cache
def describe() -> dict[str, Any]:
    """The whole description as plain data."""
    models = (
        CleanBody,
        ManyBody,
        ManyDocument,
        TrialBody,
        CleanAnswer,
        ManyAnswer,
        RulesAnswer,
        RuleDetail,
        TrialAnswer,
        Health,
        Readiness,
        Problem,
    )
    _, schemas = models_json_schema(
        [(model, "validation") for model in models],
        ref_template=_REFERENCE,
        schema_generator=_Schemas,
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "bodycopy",
            "version": version("bodycopy"),
            "summary": "Raw article text in; the article's own words and its metadata out.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(),
        "components": {"schemas": schemas["$defs"]},
    }


class _Schemas(GenerateJsonSchema):
    """An empty list as default says nothing, and is wrong where a list that is given may not be empty."""

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        if found.get("default") == []:
            del found["default"]
        return found


def _paths() -> dict[str, Any]:
    return {
        "/v1/clean": {"post": _clean()},
        "/v1/clean-many": {
            "post": _operation(
                "cleanMany",
                "Cleans a batch of documents, those of one site beside each other.",
                _model("A result or an error for each document, in order.", ManyAnswer),
                problems=(400, 413, 415),
            )
            | {"requestBody": {"required": True, "content": {JSON: {"schema": _reference(ManyBody)}}}}
        },
        "/v1/rules": {
            "get": _operation(
                "listRules",
                "The rules in force.",
                _model("The rules that meet the filters.", RulesAnswer),
                problems=(400,),
                parameters=_parameters(RulesQuery),
            )
        },
        "/v1/rules/{rule_id}": {
            "get": _operation(
                "showRule",
                "One rule with its conditions and examples.",
                _model("The rule.", RuleDetail),
                problems=(404,),
                parameters=[
                    {
                        "name": "rule_id",
                        "in": "path",
                        "required": True,
                        "description": "The rule's id; its slashes may stand as they are or as %2F.",
                        "schema": {"type": "string"},
                    }
                ],
            )
        },
        "/v1/rules/test": {
            "post": _operation(
                "testRules",
                "Tries a pack on one document, over the rules in force.",
                _model("For what each rule speaks, and which labels change.", TrialAnswer),
                problems=(400, 413, 415),
            )
            | {"requestBody": {"required": True, "content": {JSON: {"schema": _reference(TrialBody)}}}}
        },
        "/healthz": {"get": _operation("alive", "Whether the process answers.", _model("It does.", Health))},
        "/readyz": {
            "get": _operation("ready", "Whether documents can be cleaned.", _model("They can.", Readiness))
        },
        "/metrics": {
            "get": _operation(
                "metrics", "Prometheus metrics.", _content("The metrics.", {"text/plain": _string()})
            )
        },
        "/openapi.json": {
            "get": _operation(
                "openapi", "This description.", _content("It.", {JSON: {"schema": {"type": "object"}}})
            )
        },
        "/": {
            "get": _operation(
                "page", "A page to try the cleaner on.", _content("The page.", {"text/html": _string()})
            )
        },
    }


def _clean() -> dict[str, Any]:
    bodies: dict[str, Any] = {
        media_type: {"schema": {"type": "string"}} for media_type in BODY_TYPES if media_type != JSON
    }
    bodies[JSON] = {"schema": _reference(CleanBody)}
    success = _content(
        "The cleaned document, or with Accept: text/plain or text/markdown its clean text alone.",
        {JSON: {"schema": _reference(CleanAnswer)}, "text/plain": _string(), "text/markdown": _string()},
    )
    return _operation(
        "clean",
        "Cleans one document.",
        success,
        problems=(400, 406, 413, 415),
        parameters=_parameters(CleanQuery),
    ) | {"requestBody": {"required": True, "content": bodies}}


def _operation(
    name: str,
    summary: str,
    success: dict[str, Any],
    problems: Iterable[int] = (),
    parameters: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    failures = {
        str(status): _content(
            f"{HTTPStatus(status).phrase}. {_WHEN[status]}", {PROBLEM_JSON: {"schema": _reference(Problem)}}
        )
        for status in (*problems, 500)
    }
    operation = {"operationId": name, "summary": summary, "responses": {"200": success} | failures}
    return operation | ({"parameters": parameters} if parameters else {})


def _parameters(query: type[BaseModel]) -> list[dict[str, Any]]:
    """Query parameters from a model's fields: a list is repeated or separated by commas."""
    found = []
    for name, field in query.model_fields.items():
        parameter: dict[str, Any] = {"name": name, "in": "query", "schema": {"type": "string"}}
        if name in _CHOICES:
            parameter["schema"] = {"type": "string", "enum": list(_CHOICES[name])}
        if field.description:
            parameter["description"] = field.description
        if field.annotation is not None and getattr(field.annotation, "__origin__", None) is list:
            item: dict[str, Any] = {"type": "string"}
            if name in _LISTS:
                item["enum"] = list(_LISTS[name])
            parameter |= {"schema": {"type": "array", "items": item}, "style": "form", "explode": True}
        found.append(parameter)
    return found


def _model(description: str, model: type[BaseModel]) -> dict[str, Any]:
    return _content(description, {JSON: {"schema": _reference(model)}})


def _content(description: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": content}


def _reference(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=model.__name__)}


def _string() -> dict[str, Any]:
    return {"schema": {"type": "string"}}
