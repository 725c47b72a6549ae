"""What the decider sees of markup: each column by the name that it has in the groups."""

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.rulesets import PROSE, rule, ruleset

from bodycopy.decide.features import features
from bodycopy.decide.groups import COLUMNS, MARKUP_COLUMNS
from bodycopy.match.engine import Engine
from bodycopy.read.html import read_html

NAMES = [name for _, names in COLUMNS + MARKUP_COLUMNS for name in names]
PAGE = f"""<body>
<nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article class="story"><h1>Oats</h1><div class="articleBody"><p>{PROSE[0]}</p><p>{PROSE[1]}</p>
<p>{PROSE[2]}</p></div></article></main>
<aside id="relatedStories"><p hidden>{PROSE[3]}</p><p>See <a href="/x">all of the stories</a></p></aside>
</body>"""
HOME = rule("own/home", "navigation", when={"equals": ["home"]})
MENU, SPORT, HEADLINE, FIRST, SECOND, THIRD, HIDDEN, ALL = range(8)


@pytest.fixture(scope="module")
def seen() -> NDArray[np.float32]:
    blocks = read_html(PAGE).blocks
    assert len(blocks) == ALL + 1
    matched = Engine(ruleset(HOME)).match(blocks, frozenset(), {})
    return features(matched.scene, matched.evidence)


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("hidden", {HIDDEN}),
        ("kind_heading", {HEADLINE}),
        ("kind_list_item", {MENU, SPORT}),
        ("tag_h1", {HEADLINE}),
        ("tag_paragraph", {FIRST, SECOND, THIRD, HIDDEN, ALL}),
        ("in_nav", {MENU, SPORT}),
        ("in_article", {HEADLINE, FIRST, SECOND, THIRD}),
        ("in_aside", {HIDDEN, ALL}),
        ("around_related", {HIDDEN, ALL}),
        ("near_body", {FIRST, SECOND, THIRD}),
        ("own_body", set()),
        ("around_navigation", {MENU, SPORT}),
    ],
)
def test_what_is_so_of_some_blocks(seen: NDArray[np.float32], name: str, blocks: set[int]) -> None:
    assert set(np.flatnonzero(seen[:, NAMES.index(name)])) == blocks


def test_links_are_a_share_of_the_characters(seen: NDArray[np.float32]) -> None:
    density = seen[:, NAMES.index("link_density")]
    assert density[MENU] == 1.0
    assert density[FIRST] == 0.0
    assert 0.5 < density[ALL] < 1.0


def test_distances_are_to_the_element_with_most_prose(seen: NDArray[np.float32]) -> None:
    up, down = seen[:, NAMES.index("up_to_prose")], seen[:, NAMES.index("down_to_prose")]
    assert up[FIRST] == up[SECOND] == 1
    assert down[FIRST] == 0
    assert up[MENU] > up[HEADLINE] == 1
    assert down[HEADLINE] == 1


def test_prose_is_summed_over_the_elements_around(seen: NDArray[np.float32]) -> None:
    share = seen[:, NAMES.index("parent_prose_share")]
    assert share[FIRST] > 0.6
    assert share[MENU] == 0.0
    assert seen[FIRST, NAMES.index("looks_blocks")] == np.float32(np.log1p(3))
