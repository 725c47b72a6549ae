"""An explanation as a page: the document's text, coloured by label, the evidence behind each block."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bodycopy.explain.evidence import CutSpan, ExplainedBlock, Explanation
from bodycopy.explain.table import headline
from bodycopy.labels import ALL_LABELS, group_of
from bodycopy.pages import page


class Part(NamedTuple):
    """A stretch of a block's text, and the cut that takes it out, if one does."""

    text: str
    cut: CutSpan | None


def explanation_page(explanation: Explanation, name: str) -> str:
    """`explanation` of the document `name` as one HTML file."""
    blocks = explanation.blocks
    counts = Counter(block.label for block in blocks)
    counts.update(label for block in blocks for label in {cut.label for cut in block.cuts})
    return page(
        "explanation.html",
        {
            "name": name,
            "headline": headline(explanation, name),
            "explanation": explanation,
            "rows": [(block, group_of(block.label, block.kept), list(parts(block))) for block in blocks],
            "counts": [(label, counts[label]) for label in ALL_LABELS if counts[label]],
        },
    )


def parts(block: ExplainedBlock) -> Iterator[Part]:
    """The text of `block` in order, what is cut apart from what stays."""
    at = 0
    for cut in sorted(block.cuts, key=lambda cut: (cut.start, -cut.end)):
        start, end = max(at, cut.start + _spaces(cut.text)), cut.end - _spaces(cut.text[::-1])
        if end <= start:
            continue
        if start > at:
            yield Part(block.text[at:start], None)
        yield Part(block.text[start:end], cut)
        at = end
    if at < len(block.text):
        yield Part(block.text[at:], None)


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip())
