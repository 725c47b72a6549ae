"""GET /v1/rules and /v1/rules/<id>."""

from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from bodycopy import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.app import create_app


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
    response = client.get("/v1/rules?label=caption&label=social")
    assert (response.status_code, response.get_json()["errors"][0]["field"]) == (400, "label")
    assert response.get_json()["detail"] == "query parameter label: stands twice"


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


def test_rules_of_a_site(client: FlaskClient) -> None:
    found = listed(client, site="orne.substack.com")
    assert found
    assert all(rule["sites"] == ["substack.com"] for rule in found)
    assert listed(client, site="substack.com", label="newsletter") == [
        rule for rule in found if rule["label"] == "newsletter"
    ]
    assert listed(client, site="example.com") == []
    response = client.get("/v1/rules?site=https://substack.com/")
    assert response.status_code == 400
    assert "site: 'https://substack.com/' is not a host name" in response.get_json()["detail"]
    one = client.get("/v1/rules/sites/substack-discussion").get_json()
    assert (one["sites"], one["replaces"]) == (["substack.com"], False)


def test_replaced_and_disabled_rules(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "language: en\ndisable: [en/copyright-line]\nrules:\n  - id: en/share-link\n    label: sponsor\n"
        "    why: A rule for this test.\n    certain: true\n    replaces: true\n    when: {equals: [share]}\n"
        "    examples: {match: [Share, share], pass: [Shared, Sharing]}\n"
    )
    client = create_app(Cleaner(tmp_path), Settings()).test_client()
    one = client.get("/v1/rules/en/share-link").get_json()
    assert (one["label"], one["replaces"], one["pack"]) == ("sponsor", True, "own")
    response = client.get("/v1/rules/en/copyright-line")
    assert response.status_code == 404
    assert f"is disabled by {tmp_path}/own.yaml:2" in response.get_json()["detail"]
    asked = client.post("/v1/clean", json={"text": "A line.", "disable": ["en/copyright-line"]})
    assert asked.status_code == 200
