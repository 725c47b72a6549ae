"""Markdown over HTTP: in as a raw body or a JSON field, out beside the text or alone."""

import pytest
from flask.testing import FlaskClient

from tests.inputs import ARTICLE, HTML_ARTICLE, MARKDOWN_ARTICLE, MARKDOWN_CLEAN, PARAGRAPHS

CLEAN = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("media_type", ["text/markdown", "text/markdown; charset=utf-8", "text/x-markdown"])
def test_a_raw_body(client: FlaskClient, media_type: str) -> None:
    response = client.post("/v1/clean?include=blocks", data=MARKDOWN_ARTICLE, content_type=media_type)
    body = response.get_json()
    assert (response.status_code, body["text"]) == (200, CLEAN)
    assert "markdown" not in body
    assert [MARKDOWN_ARTICLE[one["start"] : one["end"]] for one in body["blocks"]] == MARKDOWN_ARTICLE.split(
        "\n\n"
    )


def test_a_json_field_and_the_format(client: FlaskClient) -> None:
    response = client.post("/v1/clean", json={"markdown": MARKDOWN_ARTICLE, "format": "markdown"})
    assert (response.get_json()["text"], response.get_json()["markdown"]) == (CLEAN, MARKDOWN_CLEAN)
    again = client.post("/v1/clean?format=markdown", json={"markdown": MARKDOWN_ARTICLE, "format": "text"})
    assert again.get_json() == response.get_json()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(ARTICLE, "text/plain"), (HTML_ARTICLE, "text/html"), (MARKDOWN_ARTICLE, "text/markdown")],
)
def test_the_format_of_each_input(client: FlaskClient, data: str, media_type: str) -> None:
    body = client.post("/v1/clean?format=markdown", data=data, content_type=media_type).get_json()
    assert body["text"] == CLEAN
    assert body["markdown"].replace("**", "") == CLEAN


def test_markdown_alone(client: FlaskClient) -> None:
    headers = {"Accept": "text/markdown", "Content-Type": "text/markdown"}
    response = client.post("/v1/clean", data=MARKDOWN_ARTICLE, headers=headers)
    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert response.headers["Vary"] == "Accept"
    assert response.text == MARKDOWN_CLEAN


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("format=pdf", "should be 'text' or 'markdown'"),
        ("format=", "should be 'text' or 'markdown'"),
        ("format=markdown&format=text", "stands twice"),
    ],
)
def test_a_format_that_there_is_not(client: FlaskClient, query: str, says: str) -> None:
    response = client.post(f"/v1/clean?{query}", data=ARTICLE, content_type="text/plain")
    assert response.status_code == 400
    assert response.get_json()["detail"] == f"query parameter format: {says}"


def test_a_pack_tried_on_markdown(client: FlaskClient) -> None:
    pack = (
        "language: en\nrules:\n  - id: en/sharing-line\n    label: social\n    why: Asks to share.\n"
        "    certain: true\n"
        "    when: {regex: ['^share on \\w+$']}\n"
        "    examples: {match: [Share on Facebook, Share on Bluesky], pass: [They share it., Share on.]}\n"
    )
    body = client.post("/v1/rules/test", json={"rules": pack, "markdown": MARKDOWN_ARTICLE}).get_json()
    (rule,) = body["rules"]
    assert [match["text"] for match in rule["matches"]] == ["Share on Facebook"]
    (match,) = rule["matches"]
    assert MARKDOWN_ARTICLE[match["start"] : match["end"]].startswith("[Share on Facebook](")
