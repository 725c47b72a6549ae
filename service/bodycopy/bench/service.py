"""How soon a real service is ready, and how much memory its worker then holds."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bodycopy.bench.documents import BenchError
from bodycopy.bench.memory import resident

PATIENCE = 60


class Service(NamedTuple):
    """Seconds from its start to the first 200 of /readyz; the worker's resident memory in MB after the
    requests, None where there is no /proc."""

    ready: float
    memory: float | None


def measure(documents: Sequence[str], requests: int) -> Service:
    """Starts `bodycopy serve` with one worker, sends it `requests` documents in turn and stops it."""
    port = _free_port()
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bodycopy", "serve", "--port", str(port), "--workers", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"BODYCOPY_HOST": "127.0.0.1"},
    )
    try:
        while _ask(port, "GET", "/readyz") != 200:
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise BenchError("the service did not start; `bodycopy serve` says why")
            time.sleep(0.01)
        ready = time.perf_counter() - began
        for at in range(requests):
            _ask(port, "POST", "/v1/clean", documents[at % len(documents)])
        return Service(ready, _worker_memory(process.pid))
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _ask(port: int, method: str, path: str, body: str = "") -> int | None:
    """The answer's status, None where nobody listens yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body.encode(), {"Content-Type": "text/plain; charset=utf-8"})
        response = connection.getresponse()
        response.read()
        return response.status
    except OSError:
        return None
    finally:
        connection.close()


def _worker_memory(parent: int) -> float | None:
    """Resident megabytes of the largest child of `parent`."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    except OSError:
        return None
    return max(filter(None, map(resident, children)), default=None)
