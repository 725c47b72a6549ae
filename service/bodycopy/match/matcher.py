"""What judges blocks by rules: an Engine, or several that speak as one."""

from collections.abc import Sequence
from typing import Protocol

from bodycopy.document import Block
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Matched
from bodycopy.match.evidence import Cut
from bodycopy.match.looks import Memory


class Matcher(Protocol):
    """The two things that are asked of rules; see Engine."""

    def match(self, blocks: Sequence[Block], disabled: frozenset[str], memory: Memory) -> Matched:
        """The evidence for each of `blocks` of all rules whose id and label are not in `disabled`."""

    def cuts(self, scene: Scene, index: int, disabled: frozenset[str]) -> list[Cut]:
        """The spans that rules cut from the block at `index`, in order and without overlap."""
