"""Work on many things in several processes, with the results in order."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, Final, TypeVar

from bodycopy.errors import BodycopyError

T = TypeVar("T")
R = TypeVar("R")

#: Things that wait for a process or for their turn, for each process.
AHEAD: Final = 4


class ProcessDiedError(BodycopyError):
    """A process ended before it had done its work."""


def in_order(task: Callable[[T], R], items: Iterable[T], processes: int) -> Iterator[R]:
    """What `task` makes of each of `items`, in their order, in so many processes. Holds a few of them at a
    time: AHEAD items are read before the first result comes, for each process.

    `task` is given to each process once, items and results go to and fro: all must be picklable. Raises what
    `task` raises, and ProcessDiedError.
    """
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(task,))
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            if len(waiting) >= processes * AHEAD:
                yield waiting.popleft().result()
            waiting.append(pool.submit(_work, item))
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise ProcessDiedError("a process died at its work, perhaps for want of memory") from None
    finally:
        pool.shutdown(cancel_futures=True)


_task: Callable[[Any], Any] | None = None
"""That of a process of the pool, which `_begin` sets."""


def _begin(task: Callable[[Any], Any]) -> None:
    global _task
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it answers an interrupt
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process where the one that began it was killed: it would wait for work forever."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _work(item: Any) -> Any:
    assert _task is not None
    return _task(item)
