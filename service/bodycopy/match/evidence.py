"""What rules say of blocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Evidence(NamedTuple):
    """One rule's word on one block: the label it speaks for, and how surely.

    `of` is the index of the earlier block that this one repeats, for repeat rules only. `member` says that
    the rule knows the line that opens the section in which the block stands, not the block.
    """

    rule: str
    label: str
    weight: float
    certain: bool
    of: int | None = None
    member: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of a block's text that a rule takes out: `text[start:end]` of the block."""

    rule: str
    label: str
    start: int
    end: int


def without_overlap(cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts in order; of those that overlap the first, the longest where several begin together."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end, cut.rule)):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept
