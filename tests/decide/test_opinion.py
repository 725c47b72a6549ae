"""The second opinion on pages: asked where there are doubts, and heard for the blocks that it keeps."""

from tests.rulesets import PROSE, blocks, rule, ruleset

from bodycopy.decide.opinion import SECOND_OPINION, second_evidence
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Engine

LINES = ["Home and garden news", *PROSE]
HOME = rule("own/home", "navigation", when={"equals": ["home"]})


def scene() -> Scene:
    return Engine(ruleset(HOME)).match(blocks(LINES), frozenset(), {}).scene


def test_it_is_not_asked_about_a_page_without_doubts() -> None:
    def never() -> str:
        raise AssertionError("asked")

    assert second_evidence(scene(), [-8.0] + [8.0] * len(PROSE), never) is None


def test_it_speaks_for_the_blocks_that_it_keeps() -> None:
    found = second_evidence(scene(), [-1.0] + [0.2] * len(PROSE), lambda: "\n".join(PROSE[:2]))
    assert found is not None
    said = [[(entry.rule, entry.label) for entry in entries] for entries in found]
    assert said == [[], [(SECOND_OPINION, "body")], [(SECOND_OPINION, "body")], *[[]] * (len(PROSE) - 2)]


def test_an_extractor_that_finds_nothing_says_nothing() -> None:
    assert second_evidence(scene(), [0.1] * len(LINES), lambda: "") is None
