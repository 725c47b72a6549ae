"""`judge`: documents are judged until they settle, within bounds."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.inputs import many_lines

from bodycopy import Cleaner
from bodycopy.decide.decider import BY_RULES
from bodycopy.decide.judge import MORE_BLOCKS, ROUNDS, judge
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Engine
from bodycopy.match.evidence import Evidence
from bodycopy.rules.ruleset import Ruleset


@pytest.mark.parametrize(("lines", "settles"), [(80, True), (2_000, False)])
def test_a_decider_that_drops_line_by_line_takes_time_in_proportion(
    cleaner: Cleaner, lines: int, settles: bool
) -> None:
    judged: list[int] = []

    def but_the_first(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> list[float]:
        judged.append(len(evidence))
        return [-9.0, *[9.0] * len(evidence)][: len(evidence)]

    document = cleaner.read(many_lines(lines))
    blocks = len(document.blocks)
    decider = replace(BY_RULES, score=but_the_first, short=None)
    found = judge(document, Engine(Ruleset((), (), "", "")), frozenset(), decider)
    assert len(found) == blocks
    assert sum(judged) <= (ROUNDS + 1) * blocks + MORE_BLOCKS
    assert (judged[-1] == 0) == settles
