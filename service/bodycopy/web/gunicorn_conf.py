"""How gunicorn runs the service: `bodycopy serve`, or `gunicorn -c python:bodycopy.web.gunicorn_conf
'bodycopy.web.app:create_app()'`.

Rules are compiled once, before the workers are forked, and shared between them; SIGHUP loads the packs
again and replaces the workers without dropping a request. Loading this file
makes the folder in which the workers share their metrics; the process that made it removes it when it
ends.
"""

import atexit
import ctypes
import gc
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from bodycopy.settings import Settings

FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
#: The number of that option in glibc's malloc.h.
_M_ARENA_MAX = -8


def bind_to(settings: Settings) -> str:
    """Where gunicorn listens; an IPv6 address stands in brackets."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{host}:{settings.port}"


def logging_to_stdout(level: str) -> dict[str, Any]:
    """Every log, one line an event, on stdout."""
    to_stdout = {"level": level.upper(), "handlers": ["stdout"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"}},
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "stream": "ext://sys.stdout",
            }
        },
        "root": {"level": level.upper(), "handlers": ["stdout"]},
        "loggers": {"gunicorn.error": to_stdout, "gunicorn.access": to_stdout},
    }


def _share_metrics() -> None:
    if os.environ.get(FOLDER_VARIABLE):
        return
    folder = tempfile.mkdtemp(prefix="bodycopy-metrics-")
    os.environ[FOLDER_VARIABLE] = folder
    atexit.register(_remove, folder, os.getpid())


def _remove(folder: str, owner: int) -> None:
    if os.getpid() == owner:  # a worker is a fork and runs this too when it ends
        shutil.rmtree(folder, ignore_errors=True)


_settings = Settings.from_environment()
_share_metrics()

bind = bind_to(_settings)
workers = _settings.workers
worker_class = "gthread"  # a slow client holds a thread, not a worker
threads = 4
preload_app = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
timeout = 60
graceful_timeout = 30
keepalive = 5
limit_request_line = 8190  # a ?url= can be long
control_socket_disable = True
logconfig_dict = logging_to_stdout(_settings.log_level)
access_log_format = '%(h)s "%(r)s" %(s)s %(b)s %(L)ss'


def on_reload(server: Any) -> None:
    """SIGHUP: the app that the new workers will inherit takes the packs as they now stand."""
    from bodycopy.web.reload import reload_rules

    reload_rules(server.app.wsgi(), server.log.error_log)


def post_fork(_server: Any, _worker: Any) -> None:
    """What a worker inherits lives as long as it does: the garbage collector need not look at it again and
    again, which takes a twentieth of the time of large pages."""
    gc.freeze()
    _share_one_heap()


def _share_one_heap() -> None:
    """glibc's malloc gives each thread a heap of its own, and what one of them frees no other uses: a worker
    holds a tenth more. Other C libraries do not."""
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def child_exit(_server: Any, worker: Any) -> None:
    """A worker that ended keeps its counts, and its live values go."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
