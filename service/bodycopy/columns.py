"""What the learned decider sees of a block by its text alone: told once a text, whatever its surroundings."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy.characters import Lines

#: A line of so few words without a full stop looks like a link.
LINK_WORDS: Final = 6
#: So many words of a paragraph count as prose; a longer one says no more.
PROSE_CAP: Final = 80
#: Of a row, the first are features of the block as they are; the others are what its neighbours see of it.
FEATURES: Final = 22
ENDS, SENTENCES, PROSE, MARKS, LINKS, LIST_ITEM, COMMAS, QUOTED, PROSE_WORDS, ENDS_WORDS = (
    3, 4, 5, 8, 9, 10, 18, 19, 22, 23,
)  # fmt: skip
_WIDTH: Final = 24
_QUOTES: Final = "\"'「『"
_COMMAS: Final = ",、،"


class Counts(NamedTuple):
    """What is counted in each of several blocks: words, the share of those in lower case, whether it ends
    like a sentence, how many sentences it has, whether it is prose; its characters without white space, and
    those that are digits, capitals and marks (neither letter nor digit)."""

    words: NDArray[np.int64]
    lower: NDArray[np.float64]
    stops: NDArray[np.bool_]
    sentences: NDArray[np.int64]
    prose: NDArray[np.bool_]
    characters: NDArray[np.int64]
    digits: NDArray[np.int64]
    capitals: NDArray[np.int64]
    marks: NDArray[np.int64]


def text_columns(texts: Sequence[str], lines: Lines, counts: Counts) -> list[bytes]:
    """A row for each of `texts`, as matched and without their bullets; `lines` are the same. Whether it is a
    list item is left open."""
    rows = np.zeros((len(texts), _WIDTH))
    words, characters = counts.words, counts.characters
    logs = np.log1p(words)
    rows[:, 0], rows[:, 1], rows[:, 2], rows[:, ENDS] = logs, np.log1p(characters), counts.lower, counts.stops
    rows[:, SENTENCES], rows[:, PROSE] = np.log(counts.sentences), counts.prose
    size = np.maximum(1.0, characters)
    for at, count in enumerate((counts.digits, counts.capitals, counts.marks), start=6):
        rows[:, at] = count / size
    rows[:, LINKS] = (words <= LINK_WORDS) & ~counts.stops
    _add_edges(rows, texts, lines)
    _add_marks(rows, texts, lines.text)
    rows[:, COMMAS] /= np.maximum(1, words)
    rows[:, FEATURES - 1] = words == 1
    rows[:, PROSE_WORDS] = counts.prose * np.minimum(words, PROSE_CAP)
    rows[:, ENDS_WORDS] = counts.stops * logs
    whole, step = rows.tobytes(), rows.strides[0]
    return [whole[at : at + step] for at in range(0, len(whole), step)]


def read_columns(rows: Sequence[bytes]) -> NDArray[np.float64]:
    """Rows that `text_columns` made, each a column now."""
    return np.frombuffer(b"".join(rows)).reshape(len(rows), _WIDTH).T


def _add_edges(rows: NDArray[np.float64], texts: Sequence[str], lines: Lines) -> None:
    """How each text begins and ends."""
    first, last = lines.codes[lines.starts], lines.codes[lines.breaks - 1]
    empty = first == ord("\n")
    rows[:, 11] = last == ord(":")
    rows[:, 12] = (last == ord("?")) | (last == ord("!"))
    rows[:, 13] = [text.endswith(("…", "...")) for text in texts]
    rows[:, 14] = empty  # the weights were learned with it
    for quote in _QUOTES:
        rows[:, 14] += first == ord(quote)
    rows[:, 15] = [text[:1].islower() for text in texts]
    rows[:, 16] = [text[:1].isdigit() for text in texts]


def _add_marks(rows: NDArray[np.float64], texts: Sequence[str], whole: str) -> None:
    """What stands in each text; most of it stands in none, which is seen in the `whole`."""
    if "|" in whole:
        rows[:, 17] = ["|" in text for text in texts]
    for comma in _COMMAS:
        if comma in whole:
            rows[:, COMMAS] += [text.count(comma) for text in texts]
    if '"' in whole or "「" in whole:
        rows[:, QUOTED] = ['"' in text or "「" in text for text in texts]
    if "@" in whole or "http" in whole or "www." in whole:
        rows[:, 20] = ["@" in text or "http" in text or "www." in text for text in texts]
