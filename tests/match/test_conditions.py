"""Each condition of a rule, alone, on blocks that meet it and blocks that nearly do."""

from typing import Any

import pytest
from tests.rulesets import PROSE, rule, spoken

LONE = "A line"


@pytest.mark.parametrize(
    ("conditions", "lines", "expected"),
    [
        ({"equals": ["Comments"]}, ["COMMENTS (12)", "• Comments »", "Comments on it", "12"], [0, 1]),
        ({"equals": ["Don't miss"]}, ["Don’t miss:", "Do not miss"], [0]),
        ({"regex": ["^by "]}, ["By Jane Roe", "• by Jane Roe", "Stand by me"], [0, 1]),
        ({"regex": ["(?-i:^BY )"]}, ["BY JANE ROE", "By Jane Roe"], [0]),
        ({"regex": ['^"it\'s" - ']}, ["“It’s” – yes", "It's - yes"], [0]),
        ({"regex": ["^one$", "^two$"]}, ["one", "two", "three", "one two"], [0, 1]),
        ({"min_words": 3}, ["one two", "one two three"], [1]),
        ({"max_words": 2}, ["one two", "one two three"], [0]),
        ({"min_words": 2, "max_words": 2}, ["one", "one two", "one two three"], [1]),
        ({"min_words": 3}, ["橋は来年まで閉鎖される", "橋は"], [0]),
        ({"ends_sentence": True}, ["It ends.", "“It ends.”", "It ends …", "It ends:", "It ends"], [0, 1, 2]),
        ({"ends_sentence": False}, ["It ends.", "It ends:"], [1]),
        (
            {"prose": True},
            [PROSE[0], LONE, "A B C D E F G H I J K L M"],
            [0],
        ),
        ({"prose": False}, [PROSE[0], LONE], [1]),
        ({"kind": "list_item"}, ["• one", "1. two", "three"], [0, 1]),
        ({"kind": ["paragraph", "quote"]}, ["• one", "three"], [1]),
        ({"position": "head"}, [LONE, *PROSE[:2], LONE, PROSE[2], LONE], [0]),
        ({"position": "tail"}, [LONE, *PROSE[:2], LONE, PROSE[2], LONE], [5]),
        ({"position": "middle"}, [LONE, PROSE[0], LONE, PROSE[1], LONE], [1, 2, 3]),
        ({"position": ["head", "tail"]}, [LONE, PROSE[0], LONE, PROSE[1], LONE], [0, 4]),
        ({"position": "head"}, [LONE, LONE], [0, 1]),
        ({"position": "tail"}, [LONE, LONE], [0, 1]),
        ({"max_words": 2, "previous": {"equals": ["Tags"]}}, ["a", "Tags:", "b", "c"], [2]),
        ({"max_words": 2, "next": {"equals": ["Tags"]}}, ["Tags", "b", "Tags", "c"], [1]),
        ({"max_words": 2, "next": {"prose": True}}, [LONE, PROSE[0], LONE], [0]),
    ],
    ids=str,
)
def test_when(conditions: dict[str, Any], lines: list[str], expected: list[int]) -> None:
    assert spoken(lines, rule(when=conditions)) == expected


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ({"regex": ["two"]}, [0, 2]),
        ({"equals": ["one"]}, [1, 2]),
        ({"max_words": 1}, [1, 2]),
        ({"ends_sentence": True}, [0, 1]),
        ({"regex": ["two"], "ends_sentence": True}, [0]),
        ({"previous": {"equals": ["one"]}}, [0, 2]),
        ({"next": {"ends_sentence": True}}, [0, 2]),
    ],
    ids=str,
)
def test_unless_is_any_of_its_conditions(unless: dict[str, Any], expected: list[int]) -> None:
    assert spoken(["one", "one two", "one three."], rule(when={"regex": ["^one"]}, unless=unless)) == expected


def test_all_conditions_of_when_must_hold() -> None:
    lines = ["one two", "one two three", "one two three."]
    assert spoken(lines, rule(when={"regex": ["^one"], "min_words": 3, "ends_sentence": False})) == [1]


def test_large_patterns_speak_as_small_ones_do() -> None:
    large = "|".join(f"{word}[a-z]{{0,60}}x" for word in ("share", "follow", "tweet", "print", "mail", "pin"))
    lines = ["share this fox", "nothing", "follow the ox", "mail"]
    engine_rules = [rule("own/large", when={"regex": [f"^(?:{large}|share this fox|follow the ox)$"]})]
    assert spoken(lines, *engine_rules) == [0, 2]
    assert spoken(lines * 2, *engine_rules) == [0, 2, 4, 6]
