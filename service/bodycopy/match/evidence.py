"""What rules say of blocks."""

from dataclasses import dataclass
from typing import NamedTuple


class Evidence(NamedTuple):
    """One rule's word on one block: the label it speaks for, and how surely.

    `of` is the index of the earlier block that this one repeats, for repeat rules only.
    """

    rule: str
    label: str
    weight: float
    certain: bool
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of a block's text that a rule takes out: `text[start:end]` of the block."""

    rule: str
    label: str
    start: int
    end: int
