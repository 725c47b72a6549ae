"""What is done in each worker before it answers."""

import gc
from collections.abc import Iterator

import pytest

from bodycopy.settings import Settings
from bodycopy.web.server import Server


@pytest.fixture
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_a_worker_inherits_is_not_looked_at_for_garbage() -> None:
    server = Server(Settings.from_environment())
    before = gc.get_freeze_count()
    server.cfg.post_fork(server, None)
    assert gc.get_freeze_count() > before
