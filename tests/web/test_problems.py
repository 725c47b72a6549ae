"""Bad requests: each gets a problem that says what is wrong and what is accepted, never a 500."""

import gzip
import io
import json
import logging
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bodycopy import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.app import create_app
from tests.inputs import ARTICLE, UNREADABLE


def problem(response: TestResponse, status: int) -> dict[str, Any]:
    """The problem in `response`, which must have this status."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = json.loads(response.data.decode("utf-8"))
    assert {"type", "title", "status", "detail"} <= set(body)
    assert body["status"] == status
    return body


@pytest.mark.parametrize(("data", "says"), UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "text/markdown"])
def test_unreadable_documents(client: FlaskClient, data: bytes, says: str, media_type: str) -> None:
    detail = problem(client.post("/v1/clean", data=data, content_type=media_type), 400)["detail"]
    if media_type != "text/html":
        assert says in detail


def test_declared_charset_that_the_bytes_are_not_in(client: FlaskClient) -> None:
    data = "A café au lait costs more today.".encode("latin-1")
    response = client.post("/v1/clean", data=data, content_type="text/plain; charset=utf-8")
    assert "byte 5 is not utf-8" in problem(response, 400)["detail"]


@pytest.mark.parametrize("charset", ["klingon", "rot13", "hex", "undefined", "idna", "x" * 500, "utf-8\\0"])
def test_unknown_charset(client: FlaskClient, charset: str) -> None:
    response = client.post("/v1/clean", data=b"Some text.", content_type=f"text/plain; charset={charset}")
    assert "charset" in problem(response, 400)["detail"]


@pytest.mark.parametrize("media_type", ["application/pdf", "text/x-rst", "image/png", "nonsense", ";", None])
def test_wrong_media_type(client: FlaskClient, media_type: str | None) -> None:
    headers = {} if media_type is None else {"Content-Type": media_type}
    detail = problem(client.post("/v1/clean", data=b"Some text.", headers=headers), 415)["detail"]
    for accepted in ("text/plain", "text/html", "text/markdown", "application/json"):
        assert accepted in detail


def test_compressed_body(client: FlaskClient) -> None:
    response = client.post(
        "/v1/clean",
        data=gzip.compress(ARTICLE.encode()),
        content_type="text/plain",
        headers={"Content-Encoding": "gzip"},
    )
    assert "uncompressed" in problem(response, 415)["detail"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "line 1, column 1"),
        (b'{"text": "a",\n  "url": }', "line 2, column 10"),
        (b'{"text": "a"} {}', "column 15"),
        (b'{"text": "a\nb"}', "column 12"),
        (b'{"text": NaN}', "NaN"),
        (b'{"text": -1e999}', "the number -1e999 is too large"),
        (b'{"text": ' + b"1" * 5_000 + b"}", "more digits than"),
        (b'{"text": "caf\xe9"}', "byte 13"),
        (b"\xff\xfe{\x00}\x00", "byte 0"),
        (b"[" * 100_000, "nested"),
        (b'{"text":' * 100_000, "nested"),
        (b'{"text": "a", "text": "b"}', "text: the key stands twice"),
        (b'{"text": "a", "\\ud800": 1}', "a key holds a lone surrogate"),
        (b'["text"]', "a JSON object"),
        (b"null", "a JSON object"),
        (b"{}", "exactly one of text, html and markdown"),
        (b'{"text": "a", "html": "b"}', "exactly one of text, html and markdown"),
        (b'{"html": "a", "markdown": "b"}', "needed; html and markdown are given"),
        (b'{"text": "a", "format": "pdf"}', "format"),
        (b'{"text": null}', "exactly one of text, html and markdown"),
    ],
)
def test_malformed_json(client: FlaskClient, data: bytes, says: str) -> None:
    detail = problem(client.post("/v1/clean", data=data, content_type="application/json"), 400)["detail"]
    assert says in detail


@pytest.mark.parametrize(
    "body",
    [
        {"text": "a", "x" * 100_000: 1},
        {"text": "a", "keep": ["x" * 100_000]},
        {"text": "a", "disable": ["x" * 100_000]},
        '{"text": "a", "' + "x" * 100_000 + '": 1, "' + "x" * 100_000 + '": 2}',
    ],
)
def test_a_long_name_is_not_said_again_whole(client: FlaskClient, body: dict[str, Any] | str) -> None:
    data = body if isinstance(body, str) else json.dumps(body)
    response = client.post("/v1/clean", data=data, content_type="application/json")
    assert "xxxx …" in problem(response, 400)["detail"]
    assert len(response.data) < 2_000


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": 1}, "text"),
        ({"html": ["a"]}, "html"),
        ({"text": "a", "url": 7}, "url"),
        ({"text": "a", "url": "\ud800"}, "url"),
        ({"text": "a", "keep": "caption"}, "keep"),
        ({"text": "a", "keep": [1]}, "keep.0"),
        ({"text": "a", "disable": {}}, "disable"),
        ({"text": "a", "include": ["all"]}, "include.0"),
        ({"text": "a", "txet": "b"}, "txet"),
    ],
)
def test_wrong_fields_are_named(client: FlaskClient, wrong: dict[str, Any], field: str) -> None:
    response = client.post("/v1/clean", data=json.dumps(wrong), content_type="application/json")
    body = problem(response, 400)
    assert [error["field"] for error in body["errors"]] == [field]
    assert field in body["detail"]


def test_an_answer_about_a_lone_surrogate_is_valid_utf8(client: FlaskClient) -> None:
    for body in (
        b'{"text": "a", "\\ud800": 1}',
        b'{"\\ud800": 1, "\\ud800": 2}',
        b'{"text": "a", "keep": ["\\ud800"]}',
    ):
        problem(client.post("/v1/clean", data=body, content_type="application/json"), 400)


def test_all_wrong_fields_are_named_at_once(client: FlaskClient) -> None:
    response = client.post("/v1/clean", json={"text": 1, "url": 2, "keep": 3, "other": 4})
    assert {error["field"] for error in problem(response, 400)["errors"]} == {"text", "url", "keep", "other"}


@pytest.mark.parametrize("option", ["keep", "disable"])
def test_unknown_label_or_rule(client: FlaskClient, option: str) -> None:
    in_body = client.post("/v1/clean", json={"text": ARTICLE, option: ["en/no-such-rule"]})
    in_query = client.post(
        "/v1/clean", query_string={option: "en/no-such-rule"}, data=ARTICLE, content_type="text/plain"
    )
    for response in (in_body, in_query):
        assert "en/no-such-rule" in problem(response, 400)["detail"]


@pytest.mark.parametrize(
    ("query", "field"), [("?inclde=blocks", "inclde"), ("?include=all", "include.0"), ("?url=a&url=b", "url")]
)
def test_wrong_query_parameters_are_named(client: FlaskClient, query: str, field: str) -> None:
    body = problem(client.post("/v1/clean" + query, data=ARTICLE, content_type="text/plain"), 400)
    assert [error["field"] for error in body["errors"]] == [field]
    assert body["detail"].startswith(f"query parameter {field}")


def test_url_in_body_and_query(client: FlaskClient) -> None:
    response = client.post("/v1/clean?url=http://a.example", json={"text": "a", "url": "http://b.example"})
    assert problem(response, 400)["errors"][0]["field"] == "url"


def test_json_in_another_charset(client: FlaskClient) -> None:
    response = client.post("/v1/clean", data=b"{}", content_type="application/json; charset=latin-1")
    assert "UTF-8" in problem(response, 400)["detail"]


@pytest.mark.parametrize("accept", ["application/xml", "text/html", "image/*"])
def test_no_acceptable_answer(client: FlaskClient, accept: str) -> None:
    response = client.post("/v1/clean", data=ARTICLE, content_type="text/plain", headers={"Accept": accept})
    assert "application/json, text/plain" in problem(response, 406)["detail"]


@pytest.mark.parametrize("media_type", ["text/plain", "application/json"])
def test_over_the_limit(small_app: Flask, media_type: str) -> None:
    response = small_app.test_client().post("/v1/clean", data=b"a" * 1_001, content_type=media_type)
    assert "1000 bytes" in problem(response, 413)["detail"]


def test_over_the_limit_without_a_length(small_app: Flask) -> None:
    response = small_app.test_client().post(
        "/v1/clean",
        input_stream=io.BytesIO(b"a" * 1_001),
        content_type="text/plain",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert "1000 bytes" in problem(response, 413)["detail"]


def test_exactly_the_limit(small_app: Flask) -> None:
    text = b"A sentence. " * 83 + b"End."
    assert len(text) == 1_000
    client = small_app.test_client()
    with_length = client.post("/v1/clean", data=text, content_type="text/plain")
    chunked = client.post(
        "/v1/clean",
        input_stream=io.BytesIO(text),
        content_type="text/plain",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert with_length.status_code == 200
    assert chunked.data == with_length.data


def test_unknown_address(client: FlaskClient) -> None:
    assert "/v2/clean" in problem(client.get("/v2/clean"), 404)["detail"]


def test_wrong_method(client: FlaskClient) -> None:
    response = client.get("/v1/clean")
    assert problem(response, 405)["detail"] == "GET is not accepted at /v1/clean; accepted: OPTIONS, POST"
    assert set(response.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}


def test_options_and_head(client: FlaskClient) -> None:
    assert "POST" in client.options("/v1/clean").headers["Allow"]
    head = client.head("/healthz")
    assert (head.status_code, head.data) == (200, b"")


def test_an_error_of_its_own_is_logged_and_shows_nothing(
    cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret")

    broken = cleaner.adjusted()
    monkeypatch.setattr(broken, "clean", fail)
    client = create_app(broken, Settings()).test_client()
    with caplog.at_level(logging.ERROR):
        response = client.post("/v1/clean", data=ARTICLE, content_type="text/plain")
    problem(response, 500)
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    assert "a secret" in caplog.text
