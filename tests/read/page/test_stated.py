"""The body that a page states for machines."""

import json

import pytest
from tests.pages import FILLER, around

from bodycopy.read.html import read_html

PARAGRAPHS = [
    "The last lamp makers of Aldmouth carried their benches across the square on Tuesday, and by "
    "nightfall the old dairy smelled of solder and linseed oil.",
    "For eleven years the four women had worked in a cellar that filled with water whenever the river rose.",
    "The dairy stands on higher ground, and its windows look to the north, which gives an even light.",
]
BODY = "\n\n".join(PARAGRAPHS)


def page(data: object, shown: str = "") -> str:
    script = data if isinstance(data, str) else json.dumps(data)
    return (
        f"<body><h1>Lamps</h1>{shown}<script type='application/ld+json'>{script}</script><footer>End</footer>"
    )


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "articleBody": BODY},
        [{"@type": "WebPage"}, {"articleBody": BODY}],
        {"@graph": [{"mainEntity": {"articleBody": BODY}}, {"articleBody": "Short."}]},
        {"articleBody": "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)},
        {"articleBody": BODY.replace("'", "&#39;")},
        f'<!-- {{"articleBody": "{BODY}"}}; -->',
    ],
)
def test_a_body_that_is_not_shown_stands_behind_the_headline(data: object) -> None:
    document = read_html(page(data))
    assert [block.text for block in document.blocks] == ["Lamps", *PARAGRAPHS, "End"]
    assert document.blocks[1].markup is not None
    assert around(document.blocks[1]) == ["p", "div"]


def test_it_stands_in_the_element_of_the_headline() -> None:
    """A decider that knows pages looks at what is around a block."""
    source = (
        page({"articleBody": BODY})
        .replace("<h1>", "<main><section><h1>")
        .replace("</h1>", "</h1></section></main>")
    )
    assert around(read_html(source).blocks[1]) == ["p", "div", "section", "main"]


def test_without_a_headline_it_stands_at_the_top() -> None:
    document = read_html(page({"articleBody": BODY}).replace("h1>", "p>"))
    assert [block.text for block in document.blocks] == [*PARAGRAPHS, "Lamps", "End"]
    assert around(document.blocks[0])[:2] == ["p", "div"]


def test_a_body_that_is_shown_is_not_said_twice() -> None:
    document = read_html(page({"articleBody": BODY}, "".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    assert [block.text for block in document.blocks] == ["Lamps", *PARAGRAPHS, "End"]
    assert [block.markup and block.markup.stated for block in document.blocks] == [0.0, 1.0, 1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    "data", [{"articleBody": ["x"]}, '{"articleBody": "x', '{"articleBody":' + "[" * 100_000, {}, ""]
)
def test_nothing_to_read(data: object) -> None:
    document = read_html(page(data, FILLER))
    assert [block.markup and block.markup.stated for block in document.blocks] == [None] * 3
