"""POST /v1/clean-many."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bodycopy import Cleaner
from bodycopy.web.many import MAX_DOCUMENTS
from tests.batch.pages import APPEAL, site
from tests.inputs import ARTICLE, HTML_ARTICLE, PARAGRAPHS
from tests.web.test_openapi import check
from tests.web.test_problems import problem

PAGES: list[dict[str, Any]] = [
    {"id": at, "text": one.source, "url": one.url} for at, one in enumerate(site(0, 1, 2, 3, 4))
]


def cleaned(client: FlaskClient, **body: object) -> list[dict[str, Any]]:
    response = client.post("/v1/clean-many", json=body)
    assert response.status_code == 200, response.text
    answer = json.loads(response.data)
    described = client.get("/openapi.json").get_json()
    check(described, body, "ManyBody")
    check(described, answer, "ManyAnswer")
    found: list[dict[str, Any]] = answer["results"]
    return found


def test_pages_of_one_site_are_seen_beside_each_other(client: FlaskClient) -> None:
    grouped = cleaned(client, documents=PAGES)
    assert [one["id"] for one in grouped] == [0, 1, 2, 3, 4]
    assert not [one for one in grouped if APPEAL in one["text"]]
    assert ["shape/template"] in [one["rules"] for one in grouped[0]["removed"] if one["text"] == APPEAL]
    assert cleaned(client, documents=PAGES, group_by="site") == grouped
    assert all(APPEAL in one["text"] for one in cleaned(client, documents=PAGES, group_by=None))


def test_a_document_alone_is_cleaned_as_by_itself(client: FlaskClient, cleaner: Cleaner) -> None:
    for document in ({"text": ARTICLE, "url": "https://a.example/"}, {"html": HTML_ARTICLE}):
        [found] = cleaned(client, documents=[document], include=["blocks"])
        alone = client.post("/v1/clean?include=blocks", json=document).get_json()
        assert found == {name: value for name, value in alone.items() if name != "ruleset"} | {"id": None}


def test_each_error_stands_in_its_place(client: FlaskClient) -> None:
    response = client.post(
        "/v1/clean-many",
        json={
            "documents": [
                {"id": "a", "text": ""},
                {"id": "b"},
                7,
                {"text": "x", "colour": 1},
                {"text": ARTICLE},
            ]
        },
    )
    empty, neither, number, unknown, good = response.get_json()["results"]
    assert (empty["id"], "empty" in empty["error"]) == ("a", True)
    assert (neither["id"], "exactly one of text, html and markdown" in neither["error"]) == ("b", True)
    assert number == {"id": None, "error": "a JSON object is accepted, nothing else"}
    assert "colour: unknown; accepted are text, html, markdown, url, id" in unknown["error"]
    assert good["text"] == "\n\n".join(PARAGRAPHS)


def test_options_hold_for_all(client: FlaskClient) -> None:
    results = cleaned(client, documents=PAGES, keep=["other"], disable=["title"])
    assert len(results) == len(PAGES)
    for found in results:
        assert APPEAL in found["text"]
        assert found["metadata"]["title"] is None
        assert "blocks" not in found


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "documents"),
        ({"documents": []}, "documents: List should have at least 1 item, not 0"),
        ({"documents": {"text": "x"}}, "documents"),
        ({"documents": [{"text": "x"}] * (MAX_DOCUMENTS + 1)}, f"at most {MAX_DOCUMENTS}"),
        ({"documents": [{"text": "x"}], "group_by": "host"}, "group_by"),
        ({"documents": [{"text": "x"}], "keep": ["nonsense"]}, "nonsense"),
        ({"documents": [{"text": "x"}], "rules": []}, "rules: unknown"),
        ([], "a JSON object is accepted"),
    ],
)
def test_bad_batches(client: FlaskClient, body: object, says: str) -> None:
    assert says in problem(client.post("/v1/clean-many", json=body), 400)["detail"]


def test_bodies_that_are_too_large_or_no_json(small_app: Flask, client: FlaskClient) -> None:
    body = {"documents": [{"text": "a" * 2_000}]}
    problem(small_app.test_client().post("/v1/clean-many", json=body), 413)
    problem(client.post("/v1/clean-many", data=b"A story.", content_type="text/plain"), 415)
    problem(client.get("/v1/clean-many"), 405)


def test_metrics_count_each_document(client: FlaskClient) -> None:
    def bodies() -> float:
        lines = client.get("/metrics").text.splitlines()
        return float(next(line.split()[-1] for line in lines if 'blocks_total{label="body"}' in line))

    cleaned(client, documents=[{"text": ARTICLE}])
    before = bodies()
    cleaned(client, documents=[{"text": ARTICLE}] * 3)
    assert bodies() == before + 12


def test_an_id_that_no_answer_could_carry(client: FlaskClient) -> None:
    data = b'{"documents": [{"text": "a", "id": 1e999}]}'
    response = client.post("/v1/clean-many", data=data, content_type="application/json")
    assert response.status_code == 400
    assert "1e999" in response.get_json()["detail"]


@pytest.mark.parametrize("path", ["/v1/clean-many", "/v1/rules/test"])
def test_a_query_is_not_passed_over(client: FlaskClient, path: str) -> None:
    response = client.post(f"{path}?include=blocks", json={"documents": [{"text": "a"}]})
    assert problem(response, 400)["errors"][0]["field"] == "include"
