"""Line breaks inside a block: where they part it, and where a sentence only goes on in the next line."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bodycopy.folding import printable
from bodycopy.read.page.draft import Draft

#: Lines at least this long may be hard-wrapped; those of poems and addresses are shorter.
WRAPPED: Final = 40
#: Lines between these lengths, all but the last one, are hard-wrapped whatever they end with.
COLUMNS: Final = range(55, 101)
_STOPS: Final = frozenset('.!?:;…。！？"”“’»«)')


def pieces(draft: Draft) -> list[tuple[int, int]]:
    """The parts of the draft, from and to, that are a block each. Every line is one, but lines that
    are a sentence's go together."""
    groups: list[list[tuple[int, int, str]]] = [[]]
    for begin, end in draft.lines():
        text = printable("".join(draft.parts[begin:end]))
        if text:
            groups[-1].append((begin, end, text))
        elif groups[-1]:
            groups.append([])
    found: list[tuple[int, int]] = []
    for group in groups:
        if not group:
            continue
        found.append(group[0][:2])
        wrapped = _column([text for _, _, text in group])
        for (_, _, line), (begin, end, following) in pairwise(group):
            if wrapped or _goes_on(line, following):
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
    return found


def _column(lines: Sequence[str]) -> bool:
    return len(lines) > 3 and all(len(line) in COLUMNS for line in lines[:-1])


def _goes_on(line: str, following: str) -> bool:
    return len(line) >= WRAPPED and line[-1] not in _STOPS and following[0].islower()
