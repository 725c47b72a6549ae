"""Pull quotes: lines set large in the article that say again what a paragraph near by says."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

#: How many blocks away the paragraph stands at most, and how many words a pull quote has.
NEAR: Final = 8
LEAST_WORDS: Final = 8
MOST_WORDS: Final = 50
#: What has more words is a copy of the whole article rather than a paragraph of it.
PARAGRAPH: Final = 500
_QUOTES: Final = "\"'«»„“”‘’‚‹›…. "


def drop_pull_quotes(
    scene: Scene, evidence: Sequence[Sequence[Evidence]], verdicts: list[Verdict], disabled: frozenset[str]
) -> None:
    """Labels them duplicate, in place. What itself repeats what stands above it is no such paragraph."""
    kept = [index for index, verdict in enumerate(verdicts) if verdict.label == "body"]
    paragraphs = [
        index
        for index in kept
        if scene.shapes[index].prose and all(entry.of is None for entry in evidence[index])
    ]
    for index in kept:
        shape = scene.shapes[index]
        if not shape.ends_sentence or not LEAST_WORDS <= shape.words <= MOST_WORDS:
            continue
        if scene.blocks[index].kind == "list_item" or shape.folded.endswith("?"):
            continue  # of a list, of which it would be missed, or a question that its answer says again
        said = shape.folded.strip(_QUOTES)
        near = slice(bisect_left(paragraphs, index - NEAR), bisect_right(paragraphs, index + NEAR))
        for other in paragraphs[near]:
            paragraph = scene.shapes[other]
            if (
                shape.words < paragraph.words <= PARAGRAPH
                and said in paragraph.folded
                and verdicts[other].label == "body"
            ):
                rename(verdicts, index, "duplicate", disabled)
                break
