"""What a supervisor and a collector of metrics ask."""

from flask.testing import FlaskClient

from bodycopy import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.app import create_app
from tests.inputs import ARTICLE


def test_alive_and_ready(client: FlaskClient, cleaner: Cleaner) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}
    assert client.get("/readyz").get_json() == {
        "status": "ready",
        "ruleset": {"version": cleaner.ruleset.version, "hash": cleaner.ruleset.hash},
        "rules": len(cleaner.ruleset.rules),
        "reload": {"failed": False, "problems": []},
    }


def test_metrics_count_requests_and_characters(cleaner: Cleaner) -> None:
    client = create_app(cleaner, Settings()).test_client()
    text = client.post("/v1/clean", data=ARTICLE, content_type="text/plain").get_json()["text"]
    client.post("/v1/clean", data=b"", content_type="text/plain")
    client.get("/no/such/address")
    client.open("/v1/rules", method="BREW")
    lines = client.get("/metrics").text.splitlines()
    assert 'bodycopy_requests_total{method="POST",route="/v1/clean",status="200"} 1.0' in lines
    assert 'bodycopy_requests_total{method="POST",route="/v1/clean",status="400"} 1.0' in lines
    assert 'bodycopy_requests_total{method="GET",route="none",status="404"} 1.0' in lines
    assert any(line.startswith('bodycopy_requests_total{method="other"') for line in lines)
    assert f'bodycopy_characters_total{{direction="out"}} {len(text)}.0' in lines
    assert 'bodycopy_request_seconds_count{route="/v1/clean"} 2.0' in lines
    assert 'bodycopy_blocks_total{label="body"} 4.0' in lines


def test_metrics_in_the_format_that_is_asked_for(client: FlaskClient) -> None:
    assert client.get("/metrics").mimetype == "text/plain"
    response = client.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert response.mimetype == "application/openmetrics-text"
    assert response.text.endswith("# EOF\n")
