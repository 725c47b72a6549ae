"""`rules` in a request, over HTTP and in JSON lines."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.cli.helpers import run
from tests.inputs import ARTICLE, PARAGRAPHS

RULE = {
    "id": "own/opponents",
    "label": "sponsor",
    "why": "A line for this test and for nothing else.",
    "certain": True,
    "when": {"regex": ["^opponents of"]},
}


def clean(client: FlaskClient, *rules: object, **fields: Any) -> Any:
    return client.post("/v1/clean", json={"text": ARTICLE, "rules": list(rules)} | fields)


def test_a_rule_for_one_request(client: FlaskClient) -> None:
    plain = clean(client)
    body = clean(client, RULE).get_json()
    assert body["text"] == "\n\n".join(PARAGRAPHS[:-1])
    assert ("sponsor", ["own/opponents"]) in [(one["label"], one["rules"]) for one in body["removed"]]
    assert body["ruleset"]["version"] == plain.get_json()["ruleset"]["version"]
    assert body["ruleset"]["hash"] != plain.get_json()["ruleset"]["hash"]
    assert clean(client).get_json() == plain.get_json()


def test_replaces_keep_and_disable(client: FlaskClient) -> None:
    mine = RULE | {"id": "en/share-link", "label": "player", "replaces": True, "when": {"regex": ["^share"]}}
    assert clean(client, mine).get_json()["removed"][-1]["label"] == "player"
    assert clean(client, mine, keep=["player"]).get_json()["text"].endswith("Share on Facebook")
    assert clean(client, mine, disable=["en/share-link"]).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        (RULE | {"when": {"regex": ["a+b", "("]}}, "rules.1.when.regex.1", "not a pattern that RE2 can run"),
        (RULE | {"when": None, "span": {"regex": [r"\\\C"]}}, "rules.1.span.regex.0", "one byte"),
        (RULE | {"when": {"regx": []}}, "rules.1.when.regx", "not known here; did you mean 'regex'?"),
        (RULE | {"id": "en/share-link"}, "rules.1.id", "is taken by a rule in force"),
        (RULE, "rules.1.id", "is the id of rules.0 too"),
        (RULE | {"id": "own/b", "replaces": True}, "rules.1.replaces", "no rule 'own/b' is in force"),
        (RULE | {"label": "spnsor"}, "rules.1.label", "'spnsor' is not one of"),
        ("a rule", "rules.1", "should be an object of keys and values"),
    ],
)
def test_problems_name_the_field(client: FlaskClient, wrong: object, field: str, says: str) -> None:
    response = clean(client, RULE, wrong)
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")
    [error] = response.get_json()["errors"]
    assert error["field"] == field
    assert says in error["detail"]


@pytest.mark.parametrize(
    "rules", [[RULE] * 1_000, [RULE] * 51, "rules", {"id": 1}, [RULE | {"why": "x" * 70_000}]]
)
def test_too_many_and_no_list(client: FlaskClient, rules: object) -> None:
    response = client.post("/v1/clean", json={"text": ARTICLE, "rules": rules})
    assert response.status_code == 400
    assert response.get_json()["errors"][0]["field"].startswith("rules")
    assert len(response.data) < 20_000


def test_rules_that_would_never_end_are_a_clients_mistake(client: FlaskClient) -> None:
    response = clean(client, RULE | {"when": {"regex": ["a[ab]{900}c"] * 10}}, text="abba" * 40_000)
    assert response.status_code == 400
    assert "too much work" in response.get_json()["detail"]


def test_rules_do_not_stand_in_a_query(client: FlaskClient) -> None:
    response = client.post("/v1/clean?rules=x", data=ARTICLE, content_type="text/plain")
    assert response.status_code == 400
    assert "rules: unknown" in response.get_json()["detail"]


def test_requests_with_rules_do_not_meet(app: Flask) -> None:
    def ask(number: int) -> bool:
        silenced = PARAGRAPHS[(0, 1, 3)[number % 3]]
        rule = RULE | {"id": f"own/r{number}", "when": {"regex": [f"^{silenced[:30]}"]}}
        body = clean(app.test_client(), *([rule] if number % 5 else [])).get_json()
        left = [one for one in PARAGRAPHS if one != silenced or not number % 5]
        return bool(body["text"] == "\n\n".join(left))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(80)))


def test_json_lines() -> None:
    lines = [
        {"id": 1, "text": ARTICLE, "rules": [RULE]},
        {"id": 2, "text": ARTICLE, "rules": [RULE | {"when": {"regex": ["("]}}]},
        {"id": 3, "text": ARTICLE, "rules": [RULE | {"id": "en/share-link"}]},
        {"id": 4, "text": ARTICLE, "keep": ["social"]},
        {"id": 5, "text": ARTICLE, "disable": ["en/share-lnk"]},
        {"id": 6, "text": ARTICLE, "disable": ["en/share-link"]},
    ]
    done = run("clean", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    one, two, three, four, five, six = map(json.loads, done.stdout.splitlines())
    assert one["text"] == "\n\n".join(PARAGRAPHS[:-1])
    assert two["error"].startswith("rules.0.when.regex.0: not a pattern")
    assert three["error"].startswith("rules.0.id: 'en/share-link' is taken")
    assert four["text"].endswith("Share on Facebook")
    assert "did you mean 'en/share-link'?" in five["error"]
    assert "en/share-link" not in six["removed"][-1]["rules"]
    assert done.stderr.endswith("3 cleaned, 3 refused\n")
