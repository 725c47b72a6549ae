"""Judges a document until nothing changes, so that cleaning its own output changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bodycopy.decide.decide import decide
from bodycopy.decide.decider import Decider
from bodycopy.decide.features import has_markup
from bodycopy.decide.verdict import Verdict
from bodycopy.document import Block, Document
from bodycopy.folding import cut_out, join_kept
from bodycopy.labels import KEPT
from bodycopy.match.evidence import Cut
from bodycopy.match.looks import Memory
from bodycopy.match.matcher import Matcher
from bodycopy.read.plain import split_block

#: How much is judged again: so many times the document's blocks and some more, so that the time stays in
#: proportion to the document. Pages settle after two to a dozen rounds.
ROUNDS: Final = 8
MORE_BLOCKS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Judged:
    """A block with its final verdict and the spans cut from it (offsets into `block.text`)."""

    block: Block
    verdict: Verdict
    cuts: tuple[Cut, ...] = ()


@dataclass(slots=True)
class _State:
    """A block on its way: what is left of its text, and which characters of it those are."""

    block: Block
    verdict: Verdict
    text: str
    origin: list[int] | None = None
    cuts: list[Cut] = field(default_factory=list)

    def cut(self, cuts: Sequence[Cut]) -> None:
        origin = self.origin or list(range(len(self.text)))
        kept = cut_out(self.text, [(cut.start, cut.end) for cut in cuts])
        self.cuts += [replace(cut, start=origin[cut.start], end=origin[cut.end - 1] + 1) for cut in cuts]
        self.text = join_kept(self.text, kept)
        self.origin = [
            origin[index] if index >= 0 else origin[kept[at - 1]] + 1 for at, index in enumerate(kept)
        ]


def judge(document: Document, engine: Matcher, disabled: frozenset[str], decider: Decider) -> list[Judged]:
    """A verdict for each block of `document`.

    The kept blocks are judged again on their own, until all of them are kept: whatever the decider
    does, the text that comes out is then one that it leaves as it is; a document of thousands of blocks that
    loses a few of them each time is left at that before. What is kept of a page with markup is judged once:
    its text is no page, and without the rest its markup would say something else.
    """
    memory: Memory = {}
    states = [_State(block, _UNJUDGED, block.text) for block in document.blocks]
    live = states
    first = True
    left = ROUNDS * len(live) + MORE_BLOCKS
    while True:
        left -= len(live)
        matched = engine.match([_current(state) for state in live], disabled, memory)
        changed = False
        headline = not first and any(state.verdict.label == "title" for state in states)
        for index, (state, verdict) in enumerate(
            zip(live, decide(matched, disabled, decider, document.opinion), strict=True)
        ):
            if verdict.label not in KEPT:
                changed = True
                state.verdict = _second(verdict, disabled) if headline else verdict
                continue
            if first:
                state.verdict = verdict
            cuts = engine.cuts(matched.scene, index, disabled)
            if cuts:
                changed = True
                state.cut(cuts)
                if not state.text:
                    state.verdict = verdict._replace(label=cuts[0].label, rules=(cuts[0].rule,))
        if not changed or has_markup(matched.scene) or left < 0:
            break
        live = [state for state in live if state.verdict.label in KEPT and state.text]
        first = False
    if len(live) == 1:
        parts = split_block(document.source, live[0].block)
        if len(parts) > 1:
            at = next(i for i, state in enumerate(states) if state is live[0])
            blocks = (*document.blocks[:at], *parts, *document.blocks[at + 1 :])
            return judge(replace(document, blocks=blocks), engine, disabled, decider)
    return [Judged(state.block, state.verdict, tuple(state.cuts)) for state in states]


_UNJUDGED = Verdict("other", 0.0, ())


def _current(state: _State) -> Block:
    return state.block if state.origin is None else state.block._replace(text=state.text)


def _second(verdict: Verdict, disabled: frozenset[str]) -> Verdict:
    """`verdict`; where the head of what was kept is taken for one more title, it is a deck."""
    if verdict.label != "title":
        return verdict
    return verdict._replace(label="subtitle" if "subtitle" not in disabled else "other")
