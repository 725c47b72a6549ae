"""Groups of features: every column is in one, and hiding one says what it moved."""

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.rulesets import PROSE, blocks, rule, ruleset

from bodycopy.decide.decider import BY_RULES, by_weights
from bodycopy.decide.features import features
from bodycopy.decide.groups import COLUMNS, GROUPS, MARKS, MARKUP_COLUMNS, PROSE_AROUND, RULES
from bodycopy.decide.moves import columns_of
from bodycopy.decide.weights import NAME, read_weights
from bodycopy.match.engine import Engine, Matched
from bodycopy.rules.load import shipped_folder

NAMES = [name for _, names in COLUMNS for name in names]
MARKUP = [name for _, names in MARKUP_COLUMNS for name in names]
LINES = ["Home", "- News today:", *PROSE, PROSE[0], "Related", "www.skarrow.example | 12, 13 and 14"]
LEARNED = by_weights(read_weights(shipped_folder() / NAME))


@pytest.fixture(scope="module")
def matched() -> Matched:
    rules = ruleset(
        rule("own/home", "navigation", when={"equals": ["home"]}),
        rule("own/related", "related", weight=1.5, when={"equals": ["related"]}),
        rule("own/again", "duplicate", weight=1.0, repeat={}),
    )
    return Engine(rules).match(blocks(LINES), frozenset(), {})


@pytest.fixture(scope="module")
def seen(matched: Matched) -> NDArray[np.float32]:
    return features(matched.scene, matched.evidence)


def test_every_column_is_in_one_group(seen: NDArray[np.float32]) -> None:
    weights = read_weights(shipped_folder() / NAME)
    assert len(set(NAMES + MARKUP)) == len(NAMES + MARKUP)
    assert len(NAMES) == seen.shape[1] == len(weights.text.mean)
    assert len(NAMES + MARKUP) == len(weights.page.mean)
    assert {group for group, _ in COLUMNS + MARKUP_COLUMNS} == set(GROUPS)
    assert sorted(np.concatenate([columns_of(group) for group in GROUPS])) == list(range(len(NAMES + MARKUP)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("words", [float(np.log1p(len(line.removeprefix("- ").split()))) for line in LINES]),
        ("prose", [0, 0, 1, 1, 1, 1, 1, 0, 0]),
        ("link_like", [1, 1, 0, 0, 0, 0, 0, 1, 1]),
        ("list_item", [0, 1, 0, 0, 0, 0, 0, 0, 0]),
        ("ends_colon", [0, 1, 0, 0, 0, 0, 0, 0, 0]),
        ("bar", [0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ("address", [0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ("one_word", [1, 0, 0, 0, 0, 0, 0, 1, 0]),
        ("repeats", [0, 0, 0, 0, 0, 0, 1, 0, 0]),
        ("repeated", [0, 0, 1, 0, 0, 0, 0, 0, 0]),
        ("taken", [1, 0, 0, 0, 0, 0, 0, 0, 0]),
        ("near_after", [0.333, 0.5, 1, 1, 1, 1, 1, 0, 0]),
        ("near_before", [0, 0, 1, 1, 1, 1, 1, 0.5, 0.333]),
        ("none_before", [1, 1, 1, 0, 0, 0, 0, 0, 0]),
        ("none_after", [0, 0, 0, 0, 0, 0, 1, 1, 1]),
        ("position", [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]),
        ("prose_share", [round(5 / 9, 3)] * 9),
        ("certain_navigation", [1, 0, 0, 0, 0, 0, 0, 0, 0]),
        ("weighed_related", [0, 0, 0, 0, 0, 0, 0, 0.75, 0]),
    ],
)
def test_columns_are_what_their_names_say(
    seen: NDArray[np.float32], name: str, expected: list[float]
) -> None:
    assert seen[:, NAMES.index(name)].tolist() == pytest.approx(expected, abs=0.001)


def test_a_hidden_group_moves_what_it_should(matched: Matched) -> None:
    scores = LEARNED.score(matched.scene, matched.evidence)
    moves = LEARNED.moves(matched.scene, matched.evidence)
    assert list(moves) == list(GROUPS)
    assert {len(moved) for moved in moves.values()} == {len(scores)}
    assert moves[RULES][0] < -1.0, "a certain rule speaks against the first line"
    silent = Matched(matched.scene, [[] for _ in LINES])
    unsaid = LEARNED.moves(silent.scene, silent.evidence)
    assert abs(unsaid[RULES][0]) < abs(moves[RULES][0])
    assert any(abs(move) > 0.05 for move in moves[MARKS])


def test_the_parts_of_the_score_by_hand_add_up_to_it(matched: Matched) -> None:
    scores = BY_RULES.score(matched.scene, matched.evidence)
    parts = BY_RULES.moves(matched.scene, matched.evidence)
    assert set(parts) < set(GROUPS)
    for index, score in enumerate(scores):
        assert sum(values[index] for values in parts.values()) == pytest.approx(score)
    assert parts[PROSE_AROUND][3] > parts[PROSE_AROUND][0]


@pytest.mark.parametrize("decider", [LEARNED, BY_RULES], ids=["learned", "rules"])
def test_a_document_without_blocks(decider: object) -> None:
    empty = Engine(ruleset(rule(when={"equals": ["home"]}))).match([], frozenset(), {})
    assert decider.moves(empty.scene, empty.evidence) == {}  # type: ignore[attr-defined]
    assert decider.score(empty.scene, empty.evidence) == []  # type: ignore[attr-defined]
