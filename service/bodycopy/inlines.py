"""Inline stretches when the text around them changes: cut, split, joined or folded."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bodycopy.document import Inline


def shifted(inlines: Iterable[Inline], kept: Sequence[int]) -> tuple[Inline, ...]:
    """`inlines` of a text as they stand in what is left of it.

    `kept` has the old index of each character of the new text, -1 for one that is new. A stretch of which
    nothing is left goes; an image that has no text stays where it stands.
    """
    at = [index for index, old in enumerate(kept) if old >= 0]
    olds = [old for old in kept if old >= 0]
    found = []
    for inline in inlines:
        first, last = bisect_left(olds, inline.start), bisect_left(olds, inline.end)
        if first < last:
            found.append(inline._replace(start=at[first], end=at[last - 1] + 1))
        elif inline.kind == "image" and inline.start == inline.end:
            place = at[first] if first < len(at) else len(kept)
            found.append(inline._replace(start=place, end=place))
    return tuple(found)


def moved(inlines: Iterable[Inline], by: int) -> list[Inline]:
    """`inlines` of a text as they stand where `by` characters come before it."""
    return [one._replace(start=one.start + by, end=one.end + by) for one in inlines]


def clipped(inlines: Iterable[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """`inlines` of a text as they stand in its part from `start` to `end`."""
    found = []
    for inline in inlines:
        first, last = max(inline.start, start) - start, min(inline.end, end) - start
        if first < last or (first == last and inline.start == inline.end):
            found.append(inline._replace(start=first, end=last))
    return tuple(found)
