"""Key points: the lines in the box below a heading that rules name so and that went with the headline."""

from collections.abc import Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.labels import KEPT
from bodycopy.match.conditions import Scene

#: A box has at most so many points, and a point so many words.
POINTS: Final = 6
POINT_WORDS: Final = 30
#: Fewer are a deck with a heading.
LEAST: Final = 2
#: A heading with more words is a deck of its own.
HEADING_WORDS: Final = 5
#: What stands between paragraphs too, and closes no box.
_INSERTED: Final = ("sponsor", "related", "newsletter", "player", "caption", "duplicate")


def name_key_points(scene: Scene, verdicts: list[Verdict], disabled: frozenset[str]) -> None:
    """Labels kept lines below such a heading subtitle, in place, where a dropped line closes their box."""
    for index, verdict in enumerate(verdicts):
        shape = scene.shapes[index]
        heading = shape.words <= HEADING_WORDS and not shape.ends_sentence
        if heading and verdict.label == "subtitle" and verdict.rules:
            for point in _points(scene, verdicts, index):
                rename(verdicts, point, "subtitle", disabled)


def _points(scene: Scene, verdicts: Sequence[Verdict], heading: int) -> list[int]:
    found: list[int] = []
    for index in range(heading + 1, min(heading + POINTS + 2, len(verdicts))):
        shape = scene.shapes[index]
        if verdicts[index].label not in KEPT:
            closed = len(found) >= LEAST and verdicts[index].label not in _INSERTED
            return found if closed else []
        if shape.words > POINT_WORDS or not shape.ends_sentence:
            return []
        found.append(index)
    return []
