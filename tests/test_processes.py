"""`in_order`: work in several processes, with the results in order."""

import os
import time
from collections.abc import Iterator

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
