"""The second opinion on pages: asked where there are doubts, and heard for the blocks that it keeps."""

from collections.abc import Sequence

import pytest
import turbohtml
from tests.rulesets import PROSE, blocks, rule, ruleset

from bodycopy import Cleaner
from bodycopy.decide.decider import Decider
from bodycopy.decide.opinion import SECOND_OPINION, with_opinion
from bodycopy.explain.evidence import explain
from bodycopy.match.conditions import Scene
from bodycopy.match.engine import Engine, Matched
from bodycopy.match.evidence import Evidence
from bodycopy.read.page.second_opinion import second_opinion

LINES = ["Home and garden news", *PROSE]
HOME = rule("own/home", "navigation", when={"equals": ["home"]})


def doubts(scene: Scene, evidence: Sequence[Sequence[Evidence]]) -> list[float]:
    return [0.1] * len(scene.blocks)


def matched() -> Matched:
    return Engine(ruleset(HOME)).match(blocks(LINES), frozenset(), {})


def test_it_is_not_asked_about_a_page_without_doubts() -> None:
    def never() -> str:
        raise AssertionError("asked")

    assert with_opinion(matched(), [-8.0] + [8.0] * len(PROSE), never).aside is None


def test_it_speaks_for_the_blocks_that_it_keeps() -> None:
    found = with_opinion(matched(), [-1.0] + [0.2] * len(PROSE), lambda: "\n".join(PROSE[:2])).aside
    assert found is not None
    said = [[(entry.rule, entry.label) for entry in entries] for entries in found]
    assert said == [[], [(SECOND_OPINION, "body")], [(SECOND_OPINION, "body")], *[[]] * (len(PROSE) - 2)]


def test_an_extractor_that_finds_nothing_says_nothing() -> None:
    assert with_opinion(matched(), [0.1] * len(LINES), lambda: "").aside is None


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{number}='>'" for number in range(500)) + f">{PROSE[0]}</p>",
        "<p>x</p>" * 15_001,
        f"<p>{'x' * 1_500_001}</p>",
    ],
)
def test_pages_that_would_take_too_long_get_none(page: str) -> None:
    assert second_opinion(turbohtml.parse(page), page) == ""


def test_explain_says_that_it_was_asked(cleaner: Cleaner) -> None:
    page = "<body>" + "".join(f"<div><a href='/{n}'>{line}</a> {line}</div>" for n, line in enumerate(PROSE))
    document = cleaner.read(page, "text/html")
    look = cleaner.look(document.blocks)
    found = explain(
        cleaner.judge(document), look, Decider(doubts, lambda *_: {}, 0.0, 0.5, -1.0), lambda: PROSE[0],
        cleaner.ruleset, frozenset(), (),
    )  # fmt: skip
    assert found.blocks[0].speaks_for or found.blocks[0].speaks_against
    spoken = [*found.blocks[0].speaks_for, *found.blocks[0].speaks_against]
    assert SECOND_OPINION in {one.rule for one in spoken}
