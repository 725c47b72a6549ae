"""`in_order`: work in several processes, with the results in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bodycopy.processes import AHEAD, ProcessDiedError, in_order


def squared(number: int) -> int:
    time.sleep(0.02 if number % 2 else 0.0)  # so that even numbers are done before odd ones
    return number * number


def refused(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def dies(number: int) -> int:
    os._exit(number)


def test_results_keep_the_order_whichever_is_done_first() -> None:
    assert list(in_order(squared, range(20), 2)) == [number * number for number in range(20)]
    assert list(in_order(squared, [], 2)) == []


def test_few_items_are_read_ahead() -> None:
    read: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            read.append(number)
            yield number

    results = in_order(squared, items(), 2)
    assert next(results) == 0
    assert len(read) == 2 * AHEAD + 1
    results.close()  # type: ignore[attr-defined]


def test_what_the_task_raises_is_raised() -> None:
    results = in_order(refused, range(5), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(results)


def test_a_process_that_dies_is_an_error() -> None:
    with pytest.raises(ProcessDiedError, match="want of memory"):
        list(in_order(dies, [1], 2))


def pids(number: int) -> int:
    return os.getpid()


def test_they_end_with_the_process_that_began_them() -> None:
    code = (
        "import time\n"
        "from bodycopy.processes import in_order\n"
        "from tests.test_processes import pids\n"
        "results = in_order(pids, range(1_000_000), 2)\n"
        "print(next(results), flush=True)\n"
        "time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as running:
        assert running.stdout
        worker = int(running.stdout.readline())
        os.kill(worker, 0)
        running.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while _runs(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(process: int) -> bool:
    """Whether there is such a process, one that nobody buries left out."""
    try:
        os.kill(process, 0)
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except ProcessLookupError:
        return False
    except OSError:  # no /proc here, or it ended meanwhile
        return not Path("/proc").exists()
