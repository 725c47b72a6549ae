"""POST /v1/rules/test: a pack on one document."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bodycopy import Cleaner
from tests.cli.helpers import run
from tests.inputs import ARTICLE, HTML_ARTICLE, ONLY_BOILERPLATE, PARAGRAPHS
from tests.web.test_openapi import check, described

__all__ = ["described"]

PACK = """\
language: en
disable: [en/share-link]
rules:
  - id: own/opponents
    label: sponsor
    why: A line for this test and for nothing else.
    certain: true
    when: {regex: ['^opponents of']}
    examples: {match: [Opponents of it, Opponents of her], pass: [An opponent of it, Opposing it]}
  - id: own/said
    label: sponsor
    why: A span for this test and for nothing else.
    certain: true
    span: {regex: ['officials said, ']}
    examples: {match: ["a, officials said, b", "officials said, c"], pass: [a, b]}
"""


def ask(client: FlaskClient, rules: str, text: str = ARTICLE, **fields: Any) -> Any:
    return client.post("/v1/rules/test", json={"rules": rules, "text": text} | fields)


def test_matches_and_changes(client: FlaskClient, described: dict[str, Any]) -> None:
    response = ask(client, PACK)
    assert response.status_code == 200
    body = response.get_json()
    check(described, body, "TrialAnswer")
    last, said = PARAGRAPHS[-1], "officials said, "
    at = ARTICLE.index(last)
    place = {"text": last, "start": at, "end": at + len(last)}
    cut = {"text": said, "start": ARTICLE.index(said), "end": ARTICLE.index(said) + len(said)}
    labels = {"label_before": "body", "label_after": "sponsor"}
    assert [(rule["id"], rule["matches"], rule["examples"]) for rule in body["rules"]] == [
        ("own/opponents", [place | labels], []),
        ("own/said", [cut | labels], []),
    ]
    changed = [(change["text"], change["before"]) for change in body["changes"]]
    assert changed == [(last, "body"), ("Share on Facebook", "social")]
    assert body["changes"][0] == place | {"before": "body", "after": "sponsor"}


def test_a_weak_rule_that_changes_nothing_still_matches(client: FlaskClient) -> None:
    weak = PACK.replace("certain: true", "weight: 0.1", 1).replace("disable: [en/share-link]\n", "")
    body = ask(client, weak).get_json()
    [match] = body["rules"][0]["matches"]
    assert (match["label_before"], match["label_after"]) == ("body", "body")
    assert body["changes"] == []


def test_examples_that_do_not_hold_are_told(client: FlaskClient) -> None:
    body = ask(client, PACK.replace("Opposing it", "Opponents of the plan")).get_json()
    assert body["rules"][0]["examples"] == [
        "rules:4: own/opponents: examples.pass: should pass and matches: 'Opponents of the plan'"
    ]


def test_html_and_other_documents(client: FlaskClient) -> None:
    body = client.post("/v1/rules/test", json={"rules": PACK, "html": HTML_ARTICLE}).get_json()
    [match] = body["rules"][0]["matches"]
    assert (match["text"], match["start"], match["end"]) == (PARAGRAPHS[-1], None, None)
    assert ask(client, PACK, ONLY_BOILERPLATE).status_code == 200
    line = ask(client, PACK, " ".join(PARAGRAPHS)).get_json()
    assert [rule["id"] for rule in line["rules"] if rule["matches"]] == ["own/said"]


def test_many_matches_are_counted(client: FlaskClient) -> None:
    rule = PACK.replace("^opponents of", r"^item \d")
    body = ask(client, rule, "\n".join(f"Item {number}" for number in range(600))).get_json()
    assert (len(body["rules"][0]["matches"]), body["rules"][0]["more_matches"]) == (500, 100)
    assert len(body["changes"]) + body["more_changes"] == 600


@pytest.mark.parametrize(("language", "asked"), [("en", True), ("de-AT", False), ("ro", False)])
def test_a_pack_of_another_language_is_as_silent_as_when_it_is_in_force(
    client: FlaskClient, tmp_path: Path, language: str, asked: bool
) -> None:
    pack = PACK.replace("language: en", f"language: {language}")
    tried = ask(client, pack).get_json()
    (tmp_path / "own.yaml").write_text(pack)
    installed = Cleaner(tmp_path).clean(ARTICLE)
    assert bool(tried["rules"][0]["matches"]) is asked
    assert any("own/opponents" in block.rules for block in installed.blocks) is asked


def test_a_pack_of_sites(client: FlaskClient) -> None:
    pack = PACK.replace("language: en", "language: en\nsites: [example.com]")
    silent = ask(client, pack, url="https://example.org/").get_json()
    assert (silent["changes"], silent["rules"][0]["matches"]) == ([], [])
    assert "example.com" in silent["warnings"][0]
    assert ask(client, pack, url="https://www.example.com/").get_json()["rules"][0]["matches"]


@pytest.mark.parametrize(
    "broken",
    [
        PACK.replace("why:", "wy:", 1),
        PACK.replace("^opponents of", "^opponents (of"),
        PACK.replace("own/said", "own/opponents"),
        PACK.replace("own/said", "en/title-with-site-name"),
        PACK.replace("en/share-link", "en/share-lnk"),
        PACK.replace("label: sponsor", "label: advert\n    label: sponsor"),
        PACK.replace("rules:", "rules: ["),
        "a: &a [x]\nb: [*a, *a]\n",
        "[" * 5_000,
        "",
    ],
)
def test_a_broken_pack_says_what_the_command_line_says(
    client: FlaskClient, tmp_path: Path, broken: str
) -> None:
    response = ask(client, broken)
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")
    errors = response.get_json()["errors"]
    assert {error["field"] for error in errors} == {"rules"}
    (tmp_path / "own.yaml").write_text(broken)
    lines = run("rules", "list", "--rules", tmp_path).stderr.splitlines()
    there = [line.removeprefix("bodycopy: ").replace(f"{tmp_path}/own.yaml", "rules") for line in lines]
    assert [error["detail"] for error in errors] == there


def test_a_lone_surrogate_is_refused_where_it_stands(client: FlaskClient) -> None:
    response = ask(client, PACK.replace("A span for", "A \ud800 span for"))
    assert response.status_code == 400
    assert response.get_json()["errors"] == [
        {"field": "rules", "detail": "rules:12: not YAML: lone surrogates are not accepted"}
    ]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"rules": PACK}, "exactly one of text, html and markdown"),
        ({"text": ARTICLE}, "rules: "),
        ({"rules": [], "text": ARTICLE}, "rules: "),
        ({"rules": PACK, "text": ARTICLE, "keep": []}, "keep: unknown"),
        ({"rules": PACK, "text": " "}, "empty"),
        ({"rules": "# " + "x" * (256 << 10), "text": ARTICLE}, "at most 262144"),
    ],
)
def test_bad_requests(client: FlaskClient, fields: dict[str, Any], says: str) -> None:
    response = client.post("/v1/rules/test", json=fields)
    assert response.status_code == 400
    assert says in response.get_json()["detail"]


def test_other_bodies(client: FlaskClient, small_app: Flask) -> None:
    assert client.post("/v1/rules/test", data=PACK, content_type="text/plain").status_code == 415
    assert ask(small_app.test_client(), PACK).status_code == 413
    assert client.get("/v1/rules/test").status_code == 404


def test_it_changes_nothing(client: FlaskClient, cleaner: Cleaner) -> None:
    ask(client, PACK)
    assert client.post("/v1/clean", json={"text": ARTICLE}).get_json()["text"] == cleaner.clean(ARTICLE).text
