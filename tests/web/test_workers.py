"""What is done in each worker before it answers."""

import subprocess
import sys

#: In a process of its own: to load gunicorn's settings makes a folder and names it in the environment.
FORKED = """
import gc
from bodycopy.settings import Settings
from bodycopy.web.server import Server

server = Server(Settings.from_environment())
before = gc.get_freeze_count()
server.cfg.post_fork(server, None)
print(gc.get_freeze_count() - before)
"""


def test_what_a_worker_inherits_is_not_looked_at_for_garbage() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, check=True, text=True)
    assert int(done.stdout) > 1_000
