"""Products of matrices on this thread alone."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

#: From a million multiplications on OpenBLAS wakes a thread a core for a product. They wait spinning: a page
#: of a thousand blocks then costs ten times as much, and all cores where one worker a core runs already.
_AT_ONCE: Final = 500_000


def product(rows: NDArray[np.floating[Any]], weights: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """`rows @ weights`, so many rows at a time that one thread does it."""
    step = max(1, _AT_ONCE // weights.size)
    if len(rows) <= step:
        return rows @ weights
    found = np.empty((len(rows), weights.shape[1]), np.result_type(rows, weights))
    for at in range(0, len(rows), step):
        np.matmul(rows[at : at + step], weights, out=found[at : at + step])
    return found
