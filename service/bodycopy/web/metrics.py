"""GET /metrics: Prometheus counters, added up over the workers where gunicorn runs several.

prometheus_client decides when it is first imported whether values live in files that processes share;
`gunicorn_conf` names their folder before this module is loaded.
"""

import os
from time import perf_counter

from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector

from bodycopy.result import CleanResult

#: Names the folder of the values that processes share.
FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

blueprint = Blueprint("metrics", __name__)


class Metrics:
    """The counters of one app."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "bodycopy_requests", "Requests.", ["route", "method", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "bodycopy_request_seconds",
            "Time to answer.",
            ["route"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.characters = Counter(
            "bodycopy_characters",
            "Characters of documents that came in and of clean text that went out.",
            ["direction"],
            registry=self.registry,
        )
        self.reloads = Counter(
            "bodycopy_rule_reloads",
            "Times the packs were loaded again, by how it ended: done or failed.",
            ["outcome"],
            registry=self.registry,
        )
        self.blocks = Counter("bodycopy_blocks", "Blocks by label.", ["label"], registry=self.registry)

    def count_result(self, result: CleanResult) -> None:
        """Counts one cleaned document."""
        self.characters.labels("in").inc(sum(len(block.text) for block in result.blocks))
        self.characters.labels("out").inc(len(result.text))
        for block in result.blocks:
            self.blocks.labels(block.label).inc()


def init_app(app: Flask) -> None:
    """Counts and times every request of `app`."""
    app.before_request(_start)
    app.after_request(_count)


def _start() -> None:
    g.started = perf_counter()


def _count(response: Response) -> Response:
    metrics: Metrics = current_app.extensions["bodycopy"].metrics
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in _METHODS else "other"
    metrics.requests.labels(route, method, response.status_code).inc()
    if "started" in g:
        metrics.seconds.labels(route).observe(perf_counter() - g.started)
    return response


@blueprint.get("/metrics")
def metrics() -> Response:
    """All counters, in the text format that the client accepts."""
    registry = current_app.extensions["bodycopy"].metrics.registry
    if os.environ.get(FOLDER_VARIABLE):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    return Response(encode(registry), content_type=content_type)
