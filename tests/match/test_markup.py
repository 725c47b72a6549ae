"""Conditions on markup: each alone, on pages that meet it and pages that nearly do."""

from typing import Any

import pytest
from tests.pages import FILLER
from tests.rulesets import load_text, rule, ruleset, spoken

from bodycopy.match.engine import Engine
from bodycopy.read.page.page import blocks_of


def heard(source: str, **keys: Any) -> list[str]:
    """The texts of the blocks for which a rule with these keys speaks."""
    blocks = blocks_of(source)
    evidence = Engine(ruleset(rule(**keys))).match(blocks, frozenset(), {}).evidence
    return [block.text for block, entries in zip(blocks, evidence, strict=True) if entries]


PAGE = (
    "<body class='related-open'><nav><ul><li><a href=/a>Town</a></ul></nav><article class=share-bar>"
    "<h1>Lamps</h1><figure><figcaption>A <b>lamp</b> <span class=x>by Roe</span></figcaption></figure>"
    "<div class='shareBar__inner big'><a href=x>Mail</a></div>"
    "<div id=share><p>Two <a href=y>of three</a></p></div>"
    f"<p hidden>Gone</p></article><aside role=complementary>Beside</aside>{FILLER}"
)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"tag": "figcaption"}, ["A lamp by Roe"]),
        ({"tag": ["h1", "h2"]}, ["Lamps"]),
        ({"tag": "li"}, ["Town"]),
        ({"tag": "a"}, ["Town", "Mail"]),
        ({"tag": "nav"}, []),
        ({"within": "nav"}, ["Town"]),
        ({"within": ["figure", "aside"]}, ["A lamp by Roe", "Beside"]),
        ({"css": ".share-bar"}, ["Mail"]),
        ({"css": ".bar.share"}, ["Mail"]),
        ({"css": ".share"}, ["Mail", "Two of three"]),
        ({"css": "div.share-bar"}, ["Mail"]),
        ({"css": "p.share-bar"}, []),
        ({"css": "article.share", "max_words": 1}, ["Lamps", "Mail", "Gone"]),
        ({"css": ".related"}, []),
        ({"css": ".complementary"}, ["Beside"]),
        ({"css": ["nav", "figure"]}, ["Town", "A lamp by Roe"]),
        ({"link_density": 0.9}, ["Town", "Mail"]),
        ({"link_density": {"min": 0.1, "max": 0.8}}, ["Two of three"]),
        ({"link_density": {"max": 0.0}, "max_words": 1}, ["Lamps", "Gone", "Beside"]),
        ({"hidden": True}, ["Gone"]),
        ({"hidden": False, "max_words": 1}, ["Town", "Lamps", "Mail", "Beside"]),
        ({"within": "article", "regex": ["^m"]}, ["Mail"]),
        ({"within": "article", "tag": "p"}, ["Two of three", "Gone"]),
        ({"next": {"tag": "figcaption"}}, ["Lamps"]),
        ({"previous": {"within": "nav"}}, ["Lamps"]),
    ],
)
def test_conditions(conditions: dict[str, Any], expected: list[str]) -> None:
    assert heard(PAGE, when=conditions) == expected


def test_unless() -> None:
    assert heard(PAGE, when={"max_words": 1}, unless={"within": "article"}) == ["Town", "Beside"]
    assert heard(PAGE, when={"tag": "a"}, unless={"css": ".share", "regex": ["^x"]}) == ["Town"]


def test_sections_and_runs_by_markup() -> None:
    page = "<h2 class=more-stories>Now</h2><ul><li class=teaser>a<li class=teaser>b<li>c</ul>"
    section = {"when": {"css": ".more-stories"}, "section": {"until": "end", "max_blocks": 2}}
    assert heard(page, **section) == ["Now", "a", "b"]
    assert heard(page, when={"css": ".teaser"}, run={"min_blocks": 2}) == ["a", "b"]
    assert heard(page, when={"css": ".teaser"}, run={"min_blocks": 3}) == []


@pytest.mark.parametrize(
    "conditions",
    [{"tag": "p"}, {"within": "p"}, {"css": ".related"}, {"link_density": {"max": 1}}, {"hidden": False}],
)
def test_plain_text_meets_none(conditions: dict[str, Any]) -> None:
    assert spoken(["one", "two"], rule(when=conditions)) == []
    assert spoken(["one", "two"], rule(when={"min_words": 1}, unless=conditions)) == [0, 1]


PACK = """\
    language: en
    rules:
      - id: own/rule
        label: navigation
        why: A rule for a test.
        certain: true
        when:
          {condition}
        examples: {{match: ["<p>a</p>", "<p>b</p>"], pass: ["c", "d"]}}
"""


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("css: 'div > p'", "'div > p' is not a selector that rules know"),
        ("css: '#main'", "'#main' is not a selector that rules know"),
        ("css: '.shareBar'", "'.shareBar' is not a selector that rules know"),
        ("css: '.x1'", "'.x1' is not a selector that rules know"),
        ("css: ''", "'' is not a selector that rules know"),
        ("css: []", "at least 1 item"),
        ("tag: Figcaption", "'Figcaption' is not a tag"),
        ("within: .nav", "'.nav' is not a tag"),
        ("link_density: 2", "less than or equal to 1"),
        ("link_density: many", "an object of keys"),
        ("link_density: {}", "a number, or `min` and `max`"),
        ("link_density: {min: 0.5, max: 0.2}", "a number, or `min` and `max`"),
        ("hidden: 1", "boolean"),
    ],
)
def test_what_is_no_condition(condition: str, problem: str) -> None:
    _, _, _, problems = load_text(PACK.format(condition=condition))
    assert len(problems) == 1
    assert problem in problems[0]
    assert problems[0].startswith("own.yaml:8: rules.0.when")
