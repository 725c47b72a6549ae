"""Verdicts to results: the text, what was removed and why. A projection; nothing is decided here."""

from collections.abc import Sequence
from typing import Final

from bodycopy.decide.page import Settled
from bodycopy.document import Block, Document, Inline
from bodycopy.folding import cut_out, join_kept
from bodycopy.inlines import shifted
from bodycopy.labels import KEPT, LABELS, label_of_block
from bodycopy.match.evidence import Cut
from bodycopy.read.plain import source_span
from bodycopy.render.metadata import read_metadata
from bodycopy.result import CleanResult, KeptBlock, Removed, ResultBlock, RulesetName
from bodycopy.rules.ruleset import Ruleset

NO_ARTICLE: Final = "no article was found: every block is boilerplate or metadata"
"""The warning that goes with an empty text where it is not clear what the page is."""


def render(
    document: Document, settled: Settled, keep: frozenset[str], ruleset: Ruleset, url: str | None
) -> CleanResult:
    """The result of judging `document`; blocks and spans with a label in `keep` stay in the text."""
    judged = settled.judged
    staying = keep.union(KEPT)
    blocks: list[ResultBlock] = []
    removed: list[Removed] = []
    parts: list[KeptBlock] = []
    for one in judged:
        block = one.block
        label, confidence, rules = one.verdict
        said, start, end = block.text, block.start, block.end
        text, inlines = said, block.inlines
        cuts: Sequence[Cut] = ()
        kept = label in staying
        if kept and one.cuts:
            cuts = [cut for cut in one.cuts if cut.label not in keep]
            text, inlines = _without(block, cuts)
        if kept and text:
            parts.append(
                KeptBlock(text, label_of_block(label, kept), block.kind, block.level, block.marker, inlines)
            )
            removed += [_removed_span(document.source, block, cut) for cut in cuts]
        else:
            kept = False
            removed.append(Removed(said, label, rules, start, end, confidence))
        if kept and label not in LABELS:
            rules = ()  # they spoke for a span, which stays
        blocks.append(ResultBlock(said, label_of_block(label, kept), kept, start, end, rules, confidence))
    text = "\n\n".join([part.text for part in parts])
    datelines = [
        one.block.text[cut.start : cut.end] for one in judged for cut in one.cuts if cut.label == "dateline"
    ]
    labelled = [(one.verdict.label, one.block.text) for one in judged]
    metadata = read_metadata(labelled, datelines, text, document.hints, url)
    told = settled.warnings or (() if text else (NO_ARTICLE,))
    warnings = [*document.warnings, *told]
    name: RulesetName = {"version": ruleset.version, "hash": ruleset.hash}
    return CleanResult(text, metadata, tuple(blocks), tuple(removed), name, warnings, tuple(parts))


def _without(block: Block, cuts: Sequence[Cut]) -> tuple[str, tuple[Inline, ...]]:
    """The text of `block` without `cuts`, and what is left of its inline stretches."""
    if not cuts:
        return block.text, block.inlines
    left = cut_out(block.text, [(cut.start, cut.end) for cut in cuts])
    return join_kept(block.text, left), shifted(block.inlines, left) if block.inlines else ()


def _removed_span(source: str, block: Block, cut: Cut) -> Removed:
    text = block.text[cut.start : cut.end].strip()
    first = block.text.index(text, cut.start)
    start, end = source_span(source, block, first, first + len(text))
    return Removed(text, cut.label, (cut.rule,), start, end, 1.0)
