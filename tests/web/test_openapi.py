"""/openapi.json tells the truth: about which addresses there are, and about what they answer."""

import dataclasses
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from bodycopy import Cleaner
from bodycopy.result import Metadata
from bodycopy.web import answers
from tests.inputs import ARTICLE, ONLY_BOILERPLATE


@pytest.fixture(scope="module")
def described(app: Flask) -> dict[str, Any]:
    description: dict[str, Any] = app.test_client().get("/openapi.json").get_json()
    return description


def check(described: dict[str, Any], body: object, schema: str) -> None:
    """`body` is what the schema says."""
    Draft202012Validator({"$ref": f"#/components/schemas/{schema}", **described}).validate(body)


def test_it_is_valid_openapi(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    validate(described)


def test_every_route_is_described_and_no_other(app: Flask, described: dict[str, Any]) -> None:
    routes = {
        (re.sub(r"<(?:path:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    assert routes == {(path, method) for path, methods in described["paths"].items() for method in methods}


def test_clean_answers_are_as_described(client: FlaskClient, described: dict[str, Any]) -> None:
    for text in (ARTICLE, ONLY_BOILERPLATE):
        for query in ("", "?include=blocks", "?format=markdown"):
            response = client.post("/v1/clean" + query, data=text, content_type="text/plain")
            check(described, response.get_json(), "CleanAnswer")


def test_problems_are_as_described(client: FlaskClient, described: dict[str, Any]) -> None:
    for response in (
        client.post("/v1/clean", json={"text": 1}),
        client.post("/v1/clean", data=b"", content_type="text/plain"),
        client.post("/v1/clean", data=b"a", content_type="image/png"),
        client.post("/v1/clean", headers={"Accept": "image/png"}),
    ):
        assert str(response.status_code) in described["paths"]["/v1/clean"]["post"]["responses"]
        check(described, response.get_json(), "Problem")


def test_rules_and_health_are_as_described(
    client: FlaskClient, described: dict[str, Any], cleaner: Cleaner
) -> None:
    check(described, client.get("/v1/rules").get_json(), "RulesAnswer")
    for rule in cleaner.ruleset.rules:
        check(described, client.get(f"/v1/rules/{rule.id}").get_json(), "RuleDetail")
    check(described, client.get("/healthz").get_json(), "Health")
    check(described, client.get("/readyz").get_json(), "Readiness")


def test_no_metadata_field_is_forgotten() -> None:
    assert list(answers.Metadata.model_fields) == [field.name for field in dataclasses.fields(Metadata)]


def test_the_bodies_that_clean_takes(described: dict[str, Any]) -> None:
    content = described["paths"]["/v1/clean"]["post"]["requestBody"]["content"]
    markdown = {"text/markdown", "text/x-markdown"}
    assert set(content) == {"text/plain", "text/html", "application/xhtml+xml", "application/json"} | markdown
    body = described["components"]["schemas"]["CleanBody"]
    assert set(body["properties"]) == {
        "text",
        "html",
        "markdown",
        "url",
        "keep",
        "disable",
        "include",
        "format",
        "rules",
    }
