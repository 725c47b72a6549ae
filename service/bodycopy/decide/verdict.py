"""What the decider says of a block."""

from typing import NamedTuple


class Verdict(NamedTuple):
    """One label, how sure it is (0..1), and the ids of the rules that spoke for it."""

    label: str
    confidence: float
    rules: tuple[str, ...]


def rename(verdicts: list[Verdict], index: int, label: str, disabled: frozenset[str]) -> None:
    """Gives the block at `index` a label that no rule gave, unless it is in `disabled`."""
    if label != verdicts[index].label and label not in disabled:
        verdicts[index] = Verdict(label, verdicts[index].confidence, ())
