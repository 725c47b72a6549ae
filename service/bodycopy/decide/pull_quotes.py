"""Pull quotes: lines set large in the article that say again what a paragraph near by says."""

from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.match.conditions import Scene

#: How many blocks away the paragraph stands at most, and how many words a pull quote has.
NEAR: Final = 8
LEAST_WORDS: Final = 8
MOST_WORDS: Final = 50
_QUOTES: Final = "\"'«»„“”‘’‚‹›…. "


def drop_pull_quotes(scene: Scene, verdicts: list[Verdict], disabled: frozenset[str]) -> None:
    """Labels them duplicate, in place."""
    for index, verdict in enumerate(verdicts):
        shape = scene.shapes[index]
        if verdict.label != "body" or not shape.ends_sentence or not LEAST_WORDS <= shape.words <= MOST_WORDS:
            continue
        if scene.blocks[index].kind == "list_item" or shape.folded.endswith("?"):
            continue  # of a list, of which it would be missed, or a question that its answer says again
        said = shape.folded.strip(_QUOTES)
        near = range(max(0, index - NEAR), min(index + NEAR + 1, len(verdicts)))
        if any(
            verdicts[other].label == "body"
            and scene.shapes[other].prose
            and scene.shapes[other].words > shape.words
            and said in scene.shapes[other].folded
            for other in near
        ):
            rename(verdicts, index, "duplicate", disabled)
