"""How much of one core a document takes, here and in a peer."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final, NamedTuple

#: The seconds of a core that went by. The system's, so that a busy machine does not count.
clock: Final = time.process_time


class Speed(NamedTuple):
    """Medians: milliseconds for one document, and documents in a second of one core."""

    milliseconds: float
    per_second: float


def measure(clean: Callable[[str], object], documents: Sequence[str], rounds: int) -> Speed:
    """The speed of `clean`; a round before the first one counted warms up."""
    for document in documents:
        clean(document)
    each: list[float] = []
    whole: list[float] = []
    for _ in range(rounds):
        taken: list[float] = []
        for document in documents:
            began = clock()
            clean(document)
            taken.append(clock() - began)
        each += taken
        whole.append(len(documents) / max(sum(taken), 1e-9))
    return Speed(median(each) * 1_000, median(whole))
