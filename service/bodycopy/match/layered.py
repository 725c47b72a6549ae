"""A few rules of one request over the shared ones, which are not compiled again.

Two engines look at a document, each with its own rules, and their evidence is put together before
anything is decided. One difference to a single engine remains: a section that a rule of the one opens is
not ended by an opening of the other.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from bodycopy.document import Block
from bodycopy.errors import TooMuchWorkError
from bodycopy.folding import matchable
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Engine, Matched
from bodycopy.match.evidence import Cut, without_overlap
from bodycopy.match.looks import Memory
from bodycopy.rules.inline import Overlay
from bodycopy.rules.patterns import compile_pattern

#: What the rules of a request may take, in steps of patterns times characters of text: in the worst case
#: RE2 tries every step at every character, some fifty million times a second.
MAX_WORK: Final = 1_000_000_000
#: What finding one span counts.
SPAN_WORK: Final = 4_000
#: A document is judged two or three times until nothing changes. Rules that take away one thing after the
#: other go on; then a look at a block with all shared rules counts as well, and at a character of new text.
FREE_PASSES: Final = 4
BLOCK_WORK: Final = 20_000
LETTER_WORK: Final = 150
#: How many spans a pattern may find in one block.
MAX_SPANS: Final = 5_000


class Layered:
    """The rules of one request, compiled as `small`, over those of `shared`; made for one document.

    Raises TooMuchWorkError where they would take too long, or cut without end.
    """

    def __init__(self, shared: Engine, small: Engine, overlay: Overlay) -> None:
        self._shared, self._small, self._overlay = shared, small, overlay
        self._spans = [
            (rule, [compile_pattern(pattern) for pattern in rule.span.regex])
            for rule in overlay.ruleset.rules
            if rule.span
        ]
        self._memory: Memory = {}
        self._scene: Scene | None = None
        self._seen: set[str] = set()
        self._passes = 0
        self._work = 0

    def match(self, blocks: Sequence[Block], disabled: frozenset[str], memory: Memory) -> Matched:
        """The evidence for each of `blocks` of all rules whose id and label are not in `disabled`."""
        new = {block.text for block in blocks} - self._seen
        self._seen |= new
        letters = sum(map(len, new))
        self._spend(self._overlay.steps * letters)
        self._passes += 1
        if self._passes > FREE_PASSES:
            self._spend(BLOCK_WORK * len(blocks) + LETTER_WORK * letters)
        beneath = self._shared.match(blocks, disabled | self._overlay.silenced, memory)
        above = self._small.match(blocks, disabled, self._memory)
        self._scene = above.scene
        evidence = [one + two for one, two in zip(beneath.evidence, above.evidence, strict=True)]
        return Matched(beneath.scene, evidence)

    def cuts(self, scene: Scene, index: int, disabled: frozenset[str]) -> list[Cut]:
        """The spans that rules cut from the block at `index` of the scene that `match` gave last, in order
        and without overlap."""
        found = self._shared.cuts(scene, index, disabled | self._overlay.silenced)
        if not self._spans or self._scene is None:
            return found
        self._count_spans(scene.blocks[index].text)
        return without_overlap(found + self._small.cuts(self._scene, index, disabled))

    def _count_spans(self, block: str) -> None:
        """Refuses what would find spans by the hundred thousand, before they are all held in memory."""
        text = matchable(block)
        for rule, patterns in self._spans:
            for pattern in patterns:
                count = sum(1 for _ in islice(pattern.finditer(text), MAX_SPANS + 1))
                if count > MAX_SPANS:
                    raise TooMuchWorkError(
                        f"rules: {rule.id!r} finds more than {MAX_SPANS} spans in one block of the document"
                    )
                self._spend(SPAN_WORK * count)

    def _spend(self, work: int) -> None:
        self._work += work
        if self._work > MAX_WORK:
            raise TooMuchWorkError(
                f"rules: they are too much work on this document: their patterns have {self._overlay.steps} "
                f"steps in all (steps times characters may be {MAX_WORK}), or they take away one piece after "
                "the other; a shorter document, or fewer or simpler rules are accepted"
            )
