"""How little rules may say of a block for its look and its neighbours to decide."""

from collections.abc import Sequence
from typing import Final

from bodycopy.match.evidence import Evidence

#: Weight up to which evidence is a hint only.
HINT: Final = 1.0


def is_hint(entries: Sequence[Evidence]) -> bool:
    """Whether no rule says more than a hint of the block."""
    return (
        not entries or sum([e.weight if not e.certain else HINT + 1 for e in entries if e.of is None]) <= HINT
    )
