"""SIGHUP under load, to the real thing: no request is lost, and broken packs change nothing."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bodycopy import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.app import create_app
from bodycopy.web.reload import SHOWN_PROBLEMS, reload_rules
from tests.inputs import ARTICLE, PARAGRAPHS
from tests.web.test_gunicorn import Service, free_port, wait_until_ready

PACK = """\
language: en
rules:
  - id: own/opponents
    label: sponsor
    why: A line for this test and for nothing else.
    certain: true
    when: {regex: ['^%s']}
    examples: {match: [One line, Two lines], pass: [Three lines, Four lines]}
"""
STARTS = {
    "bodycopy serve": ["-m", "bodycopy", "serve", "--port", "{port}", "--workers", "2", "--rules", "{rules}"],
    "gunicorn": [
        "-m",
        "gunicorn",
        "-c",
        "python:bodycopy.web.gunicorn_conf",
        "bodycopy.web.app:create_app()",
    ],
}


@pytest.fixture(params=STARTS)
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    rules, port, log = tmp_path / "packs", free_port(), tmp_path / "log"
    rules.mkdir()
    (rules / "own.yaml").write_text(PACK % "nothing at all")
    environment = {"TMPDIR": str(tmp_path)}
    if request.param == "gunicorn":
        environment |= {"BODYCOPY_RULES": str(rules), "BODYCOPY_PORT": str(port), "BODYCOPY_WORKERS": "2"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, *(word.format(port=port, rules=rules) for word in STARTS[request.param])],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | environment,
        )
    running = Service(port, process, log, rules)
    try:
        wait_until_ready(running)
        yield running
    finally:
        process.terminate()
        process.wait(60)


def readiness(service: Service) -> dict[str, Any]:
    status, body = service.ask("GET", "/readyz")
    assert status == 200
    found: dict[str, Any] = json.loads(body)
    return found


def hang_up(service: Service, until: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Sends SIGHUP and waits until the workers, whichever answers, say what `until` asks for."""
    service.process.send_signal(signal.SIGHUP)
    give_up = time.monotonic() + 60
    agreed = 0
    while agreed < 20:
        found = readiness(service)
        agreed = agreed + 1 if until(found) else 0
        assert time.monotonic() < give_up, service.log.read_text()
        time.sleep(0.02)
    return found


@pytest.mark.slow
def test_reload_under_load(service: Service) -> None:
    answers: Counter[object] = Counter()
    stop = threading.Event()

    def hammer() -> None:
        while not stop.is_set():
            try:
                status, body = service.ask(
                    "POST", "/v1/clean", ARTICLE.encode(), {"Content-Type": "text/plain"}
                )
                answers[status if json.loads(body)["text"].startswith(PARAGRAPHS[0]) else "wrong"] += 1
            except (OSError, http.client.HTTPException, ValueError) as error:
                answers[repr(error)] += 1

    threads = [threading.Thread(target=hammer) for _ in range(6)]
    for thread in threads:
        thread.start()
    try:
        pack = service.folder / "own.yaml"
        first = readiness(service)
        assert first["reload"] == {"failed": False, "problems": []}
        assert service.clean(ARTICLE)["text"] == "\n\n".join(PARAGRAPHS)

        pack.write_text(PACK % "opponents of the plan")
        second = hang_up(service, lambda found: found["ruleset"] != first["ruleset"])
        assert service.clean(ARTICLE)["text"] == "\n\n".join(PARAGRAPHS[:-1])

        pack.write_text(PACK.replace("why:", "reason:") % "work on the(")
        third = hang_up(service, lambda found: found["reload"]["failed"])
        assert (third["ruleset"], third["status"]) == (second["ruleset"], "ready")
        for says in (f"{pack}:3: rules.0.why: ", f"{pack}:7: rules.0.when.regex.0: not a pattern"):
            assert any(problem.startswith(says) for problem in third["reload"]["problems"])
            assert f"reload: {says}" in service.log.read_text()
        assert service.clean(ARTICLE)["text"] == "\n\n".join(PARAGRAPHS[:-1])

        pack.write_text(PACK % "nothing at all")
        fourth = hang_up(service, lambda found: not found["reload"]["failed"])
        assert fourth["ruleset"] == first["ruleset"]
        assert service.clean(ARTICLE)["text"] == "\n\n".join(PARAGRAPHS)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert set(answers) == {200}, answers
    assert answers[200] > 50
    metrics = service.ask("GET", "/metrics")[1].decode()
    assert 'bodycopy_rule_reloads_total{outcome="done"} 2.0' in metrics
    assert 'bodycopy_rule_reloads_total{outcome="failed"} 1.0' in metrics
    assert "Traceback" not in service.log.read_text()


class Log:
    """What a reload logs."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def info(self, message: str, *values: object) -> None:
        self.lines.append(message % values)

    error = info


def test_a_folder_that_is_gone_leaves_the_rules_in_force(cleaner: Cleaner, tmp_path: Path) -> None:
    app = create_app(cleaner, Settings(rules=(tmp_path / "absent",)))
    log = Log()
    reload_rules(app, log)  # type: ignore[arg-type]
    found = app.test_client().get("/readyz").get_json()
    assert found["ruleset"]["hash"] == cleaner.ruleset.hash
    assert found["reload"] == {"failed": True, "problems": [f"{tmp_path}/absent: is not a folder of rules"]}
    assert log.lines[0] == f"reload: {tmp_path}/absent: is not a folder of rules"
    assert cleaner.ruleset.hash in log.lines[1]


def test_health_tells_a_few_of_many_problems(cleaner: Cleaner, tmp_path: Path) -> None:
    for number in range(SHOWN_PROBLEMS + 5):
        (tmp_path / f"{number}.yaml").write_text("")
    app = create_app(cleaner, Settings(rules=(tmp_path,)))
    log = Log()
    reload_rules(app, log)  # type: ignore[arg-type]
    problems = app.test_client().get("/readyz").get_json()["reload"]["problems"]
    assert len(problems) == SHOWN_PROBLEMS + 1
    assert problems[-1] == "and 5 more, see the log"
    assert len(log.lines) == SHOWN_PROBLEMS + 5 + 1


def test_another_app_is_left_alone() -> None:
    log = Log()
    reload_rules(object(), log)  # type: ignore[arg-type]
    assert "not loaded again" in log.lines[0]
