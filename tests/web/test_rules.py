"""GET /v1/rules and /v1/rules/<id>."""

from typing import Any

from flask.testing import FlaskClient

from bodycopy import Cleaner


def listed(client: FlaskClient, **filters: str) -> list[dict[str, Any]]:
    response = client.get("/v1/rules", query_string=filters)
    assert response.status_code == 200
    rules: list[dict[str, Any]] = response.get_json()["rules"]
    return rules


def test_every_rule_is_listed(client: FlaskClient, cleaner: Cleaner) -> None:
    assert [rule["id"] for rule in listed(client)] == [rule.id for rule in cleaner.ruleset.rules]


def test_filters(client: FlaskClient) -> None:
    everything = listed(client)
    some = everything[0]
    for name in ("label", "language", "pack"):
        found = listed(client, **{name: some[name]})
        assert found == [rule for rule in everything if rule[name] == some[name]]
    assert some in listed(client, label=some["label"], language=some["language"], pack=some["pack"])
    assert listed(client, pack="no/such-pack") == []


def test_wrong_filters(client: FlaskClient) -> None:
    response = client.get("/v1/rules?label=captoin")
    assert response.status_code == 400
    assert "'captoin'" in response.get_json()["detail"]
    assert "lable" in client.get("/v1/rules?lable=caption").get_json()["detail"]


def test_every_rule_can_be_looked_at(client: FlaskClient, cleaner: Cleaner) -> None:
    for rule in cleaner.ruleset.rules:
        response = client.get(f"/v1/rules/{rule.id}")
        assert response.status_code == 200
        body = response.get_json()
        assert body["why"] == rule.why
        assert body["examples"] == {"match": rule.examples.match, "pass": rule.examples.pass_}
        assert client.get("/v1/rules/" + rule.id.replace("/", "%2F")).get_json() == body


def test_unknown_rule(client: FlaskClient) -> None:
    response = client.get("/v1/rules/en/no-such-rule")
    assert response.status_code == 404
    assert response.mimetype == "application/problem+json"
    assert "'en/no-such-rule'" in response.get_json()["detail"]
