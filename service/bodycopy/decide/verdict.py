"""What the decider says of a block."""

from typing import NamedTuple


class Verdict(NamedTuple):
    """One label, how sure it is (0..1), and the ids of the rules that spoke for it."""

    label: str
    confidence: float
    rules: tuple[str, ...]
