"""The kinds of rule: block, section, run, span, repeat. tests/match/test_conditions.py has conditions."""

import pytest
from tests.rulesets import PROSE, blocks, cut, match, rule, ruleset, spoken

from bodycopy.match.engine import Engine

MENU = ["Home", "News", "Sport"]
SHORT = {"max_words": 3, "ends_sentence": False}


def test_evidence_carries_the_rules_word() -> None:
    [[*found]] = match(
        ["Comments"],
        rule("own/sure", "comment_prompt", when={"equals": ["comments"]}),
        rule("own/weak", "related", weight=1.5, when={"max_words": 2}),
    ).evidence
    found.sort()
    assert [(e.rule, e.label, e.certain) for e in found] == [
        ("own/sure", "comment_prompt", True),
        ("own/weak", "related", False),
    ]
    assert found[1].weight == 1.5


@pytest.mark.parametrize("name", ["own/rule", "navigation"])
def test_disabled_rules_and_labels_are_silent(name: str) -> None:
    assert spoken(MENU, rule(when=SHORT)) == [0, 1, 2]
    assert spoken(MENU, rule(when=SHORT), disabled=[name]) == []


def section(**keys: object) -> dict[str, object]:
    return rule("own/section", "related", when={"equals": ["Related"]}, section=keys)


def test_a_section_runs_until_the_article_resumes() -> None:
    lines = [PROSE[0], "Related:", "One teaser", "Two teaser", PROSE[1], "A line"]
    assert spoken(lines, section(until="prose")) == [1, 2, 3]


def test_a_section_runs_to_the_end() -> None:
    lines = [PROSE[0], "Related:", "One teaser", PROSE[1], "A line"]
    assert spoken(lines, section(until="end")) == [1, 2, 3, 4]


def test_a_section_has_so_many_blocks_at_most() -> None:
    assert spoken(["Related", "a", "b", "c", "d"], section(max_blocks=2)) == [0, 1, 2]
    assert spoken(["Related", *"abcdefghijklmnopqrstuvwxyz"], section()) == list(range(21))


def test_a_section_ends_where_another_opens() -> None:
    other = rule("own/other", "tags", when={"equals": ["Topics"]}, section={})
    evidence = match(["Related", "a", "Topics", "b"], section(until="end"), other).evidence
    assert [[e.rule for e in entries] for entries in evidence] == [
        ["own/section"],
        ["own/section"],
        ["own/other"],
        ["own/other"],
    ]


def test_the_opening_is_as_sure_as_the_rule_and_members_have_its_weight() -> None:
    evidence = match(["Related", "a"], section(member_weight=1.25)).evidence
    [opening], [member] = evidence
    assert opening.certain
    assert (member.certain, member.weight) == (False, 1.25)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (MENU, [0, 1, 2]),
        (MENU[:2], []),
        ([*MENU, PROSE[0], *MENU[:2]], [0, 1, 2]),
        ([*MENU[:2], PROSE[0], *MENU], [3, 4, 5]),
        ([*MENU, PROSE[0], *MENU], [0, 1, 2, 4, 5, 6]),
    ],
)
def test_a_run_is_so_many_blocks_in_a_row(lines: list[str], expected: list[int]) -> None:
    assert spoken(lines, rule(when=SHORT, run={"min_blocks": 3})) == expected


@pytest.mark.parametrize(
    ("pattern", "line", "expected"),
    [
        (r"^([A-Z]+ \(Reuters\) - ?)", "MOSCOW (Reuters) - It rained.", ["MOSCOW (Reuters) - "]),
        (r"^([A-Z]+ \(Reuters\) - ?)", "MOSCOW (Reuters) — It rained.", ["MOSCOW (Reuters) — "]),
        (r"\bADVERTISEMENT\b", "It rained. ADVERTISEMENT It poured.", ["ADVERTISEMENT"]),
        (r"\bAD\b", "AD It rained. AD It poured.", ["AD", "AD"]),
        (r"rained\. (AD)\b", "It rained. AD It poured.", ["AD"]),
        (r"(?:rained|(poured))", "It rained. It poured.", ["rained", "poured"]),
        (r"\bAD\b", "It rained.", []),
    ],
)
def test_a_span_is_the_first_group_or_the_match(pattern: str, line: str, expected: list[str]) -> None:
    span = rule("own/span", "sponsor", span={"regex": [f"(?-i:{pattern})"]})
    assert [text for _, text in cut(line, span)] == expected
    assert spoken([line], span) == []


def test_spans_do_not_overlap_and_the_first_and_longest_wins() -> None:
    one = rule("own/one", "sponsor", span={"regex": ["rained hard"]})
    two = rule("own/two", "social", span={"regex": ["hard today"]})
    three = rule("own/three", "related", span={"regex": ["rained"]})
    assert cut("It rained hard today.", three, two, one) == [("sponsor", "rained hard")]
    assert cut("It rained hard today.", one, two, disabled=["sponsor"]) == [("social", "hard today")]
    assert cut("It rained hard today.", one, disabled=["own/one"]) == []


def test_a_span_may_be_narrowed_by_conditions() -> None:
    span = rule(
        "own/span", "sponsor", span={"regex": ["AD"]}, when={"min_words": 3}, unless={"regex": ["^no"]}
    )
    assert cut("AD it rained", span) == [("sponsor", "AD")]
    assert cut("AD rained", span) == []
    assert cut("No AD it rained", span) == []


def test_an_exact_repeat_names_the_block_that_it_repeats() -> None:
    again = rule("own/again", "duplicate", weight=2, repeat={"similarity": 1, "min_words": 3})
    evidence = match(["It rained today", PROSE[0], "It rained today", "so so", "so so"], again).evidence
    assert [[e.of for e in entries] for entries in evidence] == [[], [], [0], [], []]


def test_a_near_repeat_is_as_similar_as_asked() -> None:
    line = PROSE[0].replace("Monday", "Tuesday")
    for similarity, expected in ((0.6, [1]), (0.95, [])):
        again = rule("own/again", "duplicate", weight=2, repeat={"similarity": similarity})
        assert spoken([PROSE[0], line], again) == expected


def test_matching_twice_gives_the_same() -> None:
    engine = Engine(ruleset(rule(when=SHORT), section(), rule("own/run", when=SHORT, run={})))
    lines = blocks([*MENU, PROSE[0], "Related", "One", "Two"])
    first, second = (engine.match(lines, frozenset(), {}).evidence for _ in range(2))
    assert first == second
