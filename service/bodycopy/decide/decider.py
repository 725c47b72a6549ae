"""Who says how much a block looks like the article's: hand-set weights, or learned ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from bodycopy.decide.features import has_markup
from bodycopy.decide.learned import score_learned
from bodycopy.decide.moves import Moves, moves_learned
from bodycopy.decide.score import body_parts, score_body
from bodycopy.decide.weights import Weights
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence

#: Texts with fewer words are notes and single paragraphs, of which training has none.
SHORT_WORDS: Final = 60

Score = Callable[[Scene, Sequence[Sequence[Evidence]]], list[float]]
Move = Callable[[Scene, Sequence[Sequence[Evidence]]], Moves]


@dataclass(frozen=True, slots=True)
class Decider:
    """`score` gives log-odds that each block is body or heading; above `threshold` it is kept. A rule's
    weight for another label counts `rules_speak` times against the score, and a paragraph right behind a
    kept one is kept down to `runs_on`. `moves` says what the scores are made of. `short` judges instead where
    a text is shorter than what this one knows."""

    score: Score
    moves: Move
    threshold: float
    rules_speak: float
    runs_on: float
    short: "Decider | None" = None

    def of(self, scene: Scene) -> "Decider":
        """The decider for the blocks of `scene`."""
        if self.short is None or has_markup(scene):
            return self
        return self if sum(shape.words for shape in scene.shapes) >= SHORT_WORDS else self.short


#: A text of a sentence or two is kept where in doubt: there is little to compare it with.
SHORT: Final = Decider(score_body, body_parts, threshold=-0.5, rules_speak=2.0, runs_on=-1.5)
#: Shape and context by hand, which know nothing of words: a rule's weight counts twice.
BY_RULES: Final = replace(SHORT, threshold=0.1, short=SHORT)


def by_weights(weights: Weights) -> Decider:
    """The learned decider, which has seen what rules say."""
    return Decider(
        partial(score_learned, weights=weights),
        partial(moves_learned, weights=weights),
        threshold=0.0,
        rules_speak=0.5,
        runs_on=-1.25,
        short=SHORT,
    )
