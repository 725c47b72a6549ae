"""POST /v1/clean: what comes in, what goes out."""

import json
from collections.abc import Callable
from functools import partial

import pytest
from flask.testing import FlaskClient

from bodycopy import Cleaner
from tests.inputs import ARTICLE, HTML_ARTICLE, ONLY_BOILERPLATE, PARAGRAPHS, TITLE, long_line, many_lines

CLEAN = "\n\n".join(PARAGRAPHS)


def test_plain_text_gives_the_contracts_answer(client: FlaskClient, cleaner: Cleaner) -> None:
    response = client.post("/v1/clean", data=ARTICLE, content_type="text/plain; charset=utf-8")
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    body = response.get_json()
    assert body == json.loads(json.dumps(cleaner.clean(ARTICLE).to_dict()))
    assert set(body) == {"text", "metadata", "removed", "ruleset", "warnings"}
    assert body["text"] == CLEAN
    assert body["metadata"]["title"] == TITLE
    assert "Share on Facebook" in [part["text"] for part in body["removed"]]


def test_json_body_cleans_as_the_raw_one(client: FlaskClient) -> None:
    raw = client.post("/v1/clean", data=ARTICLE, content_type="text/plain").get_json()
    assert client.post("/v1/clean", json={"text": ARTICLE}).get_json() == raw


@pytest.mark.parametrize("way", ["raw", "json"])
def test_html(client: FlaskClient, way: str) -> None:
    if way == "raw":
        response = client.post("/v1/clean", data=HTML_ARTICLE, content_type="text/html")
    else:
        response = client.post("/v1/clean", json={"html": HTML_ARTICLE})
    assert response.status_code == 200
    assert response.get_json()["text"] == CLEAN


def test_answers_are_utf8_as_written(client: FlaskClient) -> None:
    response = client.post("/v1/clean", data=ARTICLE.encode(), content_type="text/plain")
    assert "“We have waited long enough,”" in response.data.decode("utf-8")


def test_charset_is_honoured(client: FlaskClient) -> None:
    text = ARTICLE.replace("“", "«").replace("”", "»")
    response = client.post(
        "/v1/clean", data=text.encode("latin-1"), content_type="text/plain; charset=latin-1"
    )
    assert "«We have waited long enough,»" in response.get_json()["text"]


def test_include_blocks_from_query_and_body(client: FlaskClient) -> None:
    raw = client.post("/v1/clean?include=blocks", data=ARTICLE, content_type="text/plain").get_json()
    both = client.post("/v1/clean", json={"text": ARTICLE, "include": ["blocks", "removed"]}).get_json()
    assert raw == both
    assert "removed" in raw
    for block in raw["blocks"]:
        assert ARTICLE[block["start"] : block["end"]] == block["text"]
        assert set(block) == {"text", "label", "kept", "start", "end", "rules", "confidence"}


def test_keep_and_disable_from_query_and_body(client: FlaskClient, cleaner: Cleaner) -> None:
    rule = cleaner.ruleset.rules[0].id
    query = f"?keep=title,caption&disable={rule}&disable=social"
    raw = client.post("/v1/clean" + query, data=ARTICLE, content_type="text/plain").get_json()
    body = {"text": ARTICLE, "keep": ["title", "caption"], "disable": [rule, "social"]}
    assert client.post("/v1/clean", json=body).get_json() == raw
    assert raw["text"].startswith(TITLE)
    assert "social" not in [part["label"] for part in raw["removed"]]


def test_url_from_query_and_body(client: FlaskClient) -> None:
    url = "https://example.com/a?b=c"
    raw = client.post("/v1/clean", query_string={"url": url}, data=ARTICLE, content_type="text/plain")
    assert raw.get_json()["metadata"]["url"] == url
    assert client.post("/v1/clean", json={"text": ARTICLE, "url": url}).get_json() == raw.get_json()


@pytest.mark.parametrize(
    "accept", ["text/plain", "text/*", "text/plain, application/json;q=0.5", "text/plain; charset=utf-8"]
)
def test_text_alone(client: FlaskClient, accept: str) -> None:
    response = client.post("/v1/clean", data=ARTICLE, content_type="text/plain", headers={"Accept": accept})
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text == CLEAN
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    "accept",
    [
        "*/*",
        "application/json",
        "application/*",
        "text/html, */*;q=0.1",
        "application/json;charset=utf-8",
        "text/plain;charset=utf-8;q=0.1, application/json",
    ],
)
def test_json_answer(client: FlaskClient, accept: str) -> None:
    response = client.post("/v1/clean", data=ARTICLE, content_type="text/plain", headers={"Accept": accept})
    assert response.mimetype == "application/json"


def test_only_boilerplate_is_no_error(client: FlaskClient) -> None:
    response = client.post("/v1/clean", data=ONLY_BOILERPLATE, content_type="text/plain")
    assert response.status_code == 200
    body = response.get_json()
    assert body["text"] == ""
    assert body["warnings"]


def test_nul_and_lone_surrogates(client: FlaskClient) -> None:
    text = ARTICLE.replace("spring", "spr\x00ing").replace("mayor", "may\ud800or")
    response = client.post(
        "/v1/clean?include=blocks", data=json.dumps({"text": text}), content_type="application/json"
    )
    assert response.status_code == 200
    body = json.loads(response.data.decode("utf-8"))
    assert "may\ufffdor" in body["text"]
    assert len(body["warnings"]) == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "make", [partial(long_line, 5_000_000), partial(many_lines, 200_000)], ids=["one line", "many lines"]
)
def test_what_is_long_is_cleaned_whole(client: FlaskClient, make: Callable[[], str]) -> None:
    text = make()
    response = client.post("/v1/clean?include=blocks", data=text, content_type="text/plain")
    assert response.status_code == 200
    body = response.get_json()
    assert [word for block in body["blocks"] for word in block["text"].split()] == text.split()
    assert body["text"] == "\n\n".join(block["text"] for block in body["blocks"] if block["kept"])
