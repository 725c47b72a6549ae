"""What the decider says of a block."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """One label, how sure it is (0..1), and the ids of the rules that spoke for it."""

    label: str
    confidence: float
    rules: tuple[str, ...]
