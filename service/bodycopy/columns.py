"""What the learned decider sees of a block by its text alone: told once a text, whatever its surroundings."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

LINK_WORDS: Final = 6
PROSE_CAP: Final = 80
#: Of a row, the first are features of the block as they are; the others are what its neighbours see of it.
FEATURES: Final = 22
ENDS, PROSE, LINKS, LIST_ITEM, COMMAS, PROSE_WORDS, ENDS_WORDS = 3, 5, 9, 10, 18, 22, 23
_WIDTH: Final = 24
_QUOTES: Final = "\"'"


def text_columns(
    texts: Sequence[str],
    words: NDArray[np.int64],
    said: NDArray[np.float64],
    counts: Sequence[NDArray[np.int64]],
) -> list[bytes]:
    """A row for each of `texts`, as matched and without their bullets. `said` holds for each its share of
    lower case, whether it ends like a sentence, how many sentences it has and whether it is prose; `counts`
    are its characters, digits, capitals and marks. Whether it is a list item is left open."""
    rows = np.zeros((len(texts), _WIDTH))
    lower, ends, sentences, prose = said.T
    characters = counts[0]
    logs = np.log1p(words)
    rows[:, 0], rows[:, 1], rows[:, 2], rows[:, ENDS] = logs, np.log1p(characters), lower, ends
    rows[:, 4], rows[:, PROSE] = np.log(sentences), prose
    size = np.maximum(1.0, characters)
    for at, count in enumerate(counts[1:], start=6):
        rows[:, at] = count / size
    rows[:, LINKS] = (words <= LINK_WORDS) & (ends == 0)
    rows[:, LIST_ITEM + 1 : FEATURES - 1] = [_marks(text) for text in texts]
    rows[:, COMMAS] /= np.maximum(1, words)
    rows[:, FEATURES - 1] = words == 1
    rows[:, PROSE_WORDS] = prose * np.minimum(words, PROSE_CAP)
    rows[:, ENDS_WORDS] = ends * logs
    whole, step = rows.tobytes(), rows.strides[0]
    return [whole[at : at + step] for at in range(0, len(whole), step)]


def read_columns(rows: Sequence[bytes]) -> NDArray[np.float64]:
    """Rows that `text_columns` made, each a column now."""
    return np.frombuffer(b"".join(rows)).reshape(len(rows), _WIDTH).T


def _marks(text: str) -> tuple[float, ...]:
    """How a text begins and ends, and what stands in it."""
    first, last = text[:1], text[-1:]
    return (
        last == ":",
        last in ("?", "!"),
        last == "…" or text.endswith("..."),
        first in _QUOTES,
        first.islower(),
        first.isdigit(),
        "|" in text,
        text.count(","),
        '"' in text,
        "@" in text or "http" in text or "www." in text,
    )
