"""The real thing: one gunicorn process, started as the README says, spoken to over a socket."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.inputs import ARTICLE, PARAGRAPHS

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
LIMIT = 1 << 20
WORKERS = 2


class Service:
    """A running service."""

    def __init__(self, port: int, process: subprocess.Popen[bytes], log: Path, folder: Path) -> None:
        self.port, self.process, self.log, self.folder = port, process, log, folder

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None, **options: Any
    ) -> tuple[int, bytes]:
        """Status and body of the answer, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {}, **options)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def clean(self, text: str, query: str = "") -> dict[str, Any]:
        """The JSON answer for a plain text."""
        status, body = self.ask(
            "POST", "/v1/clean" + query, text.encode(), {"Content-Type": "text/plain; charset=utf-8"}
        )
        assert status == 200, body
        answer: dict[str, Any] = json.loads(body)
        return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("service")
    port = free_port()
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "bodycopy", "serve", "--port", str(port), "--workers", str(WORKERS)],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"BODYCOPY_MAX_BYTES": str(LIMIT), "TMPDIR": str(folder)},
        )
    running = Service(port, process, log, folder)
    try:
        wait_until_ready(running)
        yield running
    finally:
        process.terminate()
        process.wait(60)


def wait_until_ready(service: Service) -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up and service.process.poll() is None:
        try:
            if service.ask("GET", "/readyz")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the service did not start:\n{service.log.read_text()}")


def test_an_article(service: Service) -> None:
    assert service.clean(ARTICLE)["text"] == "\n\n".join(PARAGRAPHS)


def seeds() -> list[Path]:
    return sorted(SEEDS.glob("*.txt"))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="there is no ../shared/seeds beside this checkout")
@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.stem)
def test_seeds(service: Service, seed: Path) -> None:
    expected = json.loads(seed.with_suffix(".expected.json").read_text("utf-8"))
    answer = service.clean(seed.read_text("utf-8"), "?include=blocks")
    labels = [(block["label"], block["text"]) for block in answer["blocks"]]
    assert labels == [(line["label"], line["text"].strip()) for line in expected["lines"]]
    assert answer["text"] == expected["text"]
    found = answer["metadata"] | {"captions": [caption["text"] for caption in answer["metadata"]["captions"]]}
    assert {name: found[name] for name in expected["metadata"]} == expected["metadata"]


def test_a_chunked_body(service: Service) -> None:
    def parts() -> Iterator[bytes]:
        for start in range(0, len(ARTICLE.encode()), 100):
            yield ARTICLE.encode()[start : start + 100]

    headers = {"Content-Type": "text/plain", "Accept": "text/plain", "Transfer-Encoding": "chunked"}
    status, body = service.ask("POST", "/v1/clean", parts(), headers, encode_chunked=True)
    assert (status, body.decode()) == (200, "\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("size", [LIMIT + 1, 5 * LIMIT])
def test_over_the_limit(service: Service, size: int, chunked: bool) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(0, size, 1 << 16):
            yield b"a" * (1 << 16)

    headers = {"Content-Type": "text/plain"} | ({"Transfer-Encoding": "chunked"} if chunked else {})
    body = parts() if chunked else b"a" * size
    status, answer = service.ask("POST", "/v1/clean", body, headers, encode_chunked=chunked)
    assert status == 413
    assert str(LIMIT) in json.loads(answer)["detail"]


@pytest.mark.parametrize(
    ("head", "sent", "says"),
    [
        (b"Content-Length: 400", ARTICLE.encode()[:300], "ends after 300 bytes; Content-Length says 400"),
        (b"Transfer-Encoding: chunked", b"zz\r\n" + ARTICLE.encode(), "chunked"),
        (b"Transfer-Encoding: chunked", b"200\r\n" + ARTICLE.encode()[:300], "broke off"),
    ],
)
def test_a_body_that_breaks_off_is_not_cleaned(service: Service, head: bytes, sent: bytes, says: str) -> None:
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        connection.sendall(
            b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n" + head + b"\r\n\r\n" + sent
        )
        connection.shutdown(socket.SHUT_WR)
        response = http.client.HTTPResponse(connection)
        response.begin()
        assert response.status == 400
        assert says in json.loads(response.read())["detail"]


def test_errors_are_problems(service: Service) -> None:
    for method, path, status in (
        ("GET", "/nowhere", 404),
        ("GET", "/v1/clean", 405),
        ("POST", "/v1/clean", 415),
    ):
        found, body = service.ask(method, path)
        assert (found, json.loads(body)["status"]) == (status, status)


def test_metrics_are_those_of_all_workers(service: Service) -> None:
    def count() -> float:
        text = service.ask("GET", "/metrics")[1].decode()
        found = re.search(
            r'bodycopy_requests_total\{method="GET",route="/healthz",status="200"\} (\S+)', text
        )
        return float(found[1]) if found else 0

    before = count()
    for _ in range(40):
        assert service.ask("GET", "/healthz")[0] == 200
    assert count() == before + 40


def test_logs_say_what_happened_and_hold_no_trace(service: Service) -> None:
    service.ask("GET", "/healthz")
    log = service.log.read_text()
    assert '"GET /healthz HTTP/1.1" 200' in log
    assert "Traceback" not in log


def test_it_ends_when_told_to_and_leaves_nothing(tmp_path: Path) -> None:
    port = free_port()
    log = tmp_path / "log"
    folder = tmp_path / "tmp"
    folder.mkdir()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "bodycopy", "serve", "--port", str(port), "--workers", str(WORKERS)],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"TMPDIR": str(folder)},
        )
    service = Service(port, process, log, folder)
    try:
        wait_until_ready(service)
        service.clean(ARTICLE)
        assert list(folder.iterdir())
        while log.read_text().count("Booting worker") < WORKERS:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0  # a worker that is told while it boots is given gunicorn's 30 s
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    assert list(folder.iterdir()) == []
