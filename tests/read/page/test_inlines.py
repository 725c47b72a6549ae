"""What markup sets apart within a block's text: links, images, emphasis, code."""

import pytest
import turbohtml
from tests.pages import FILLER

from bodycopy.read.page.page import blocks_of, page_blocks


def found(source: str) -> list[tuple[str, str, str | None]]:
    """Of the first block: the stretches' texts, kinds and targets."""
    block = blocks_of(source)[0]
    return [(block.text[one.start : one.end], one.kind, one.target) for one in block.inlines]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p><a href=/x> Town </a></p>", [("Town", "link", "/x")]),
        (
            "<p>The <a href=/x>old\n bridge</a>, <em>she</em> said",
            [("old bridge", "link", "/x"), ("she", "emphasis", None)],
        ),
        ("<p>a<a href=/x> b <strong>c</strong></a>", [("b c", "link", "/x"), ("c", "strong", None)]),
        ("<p><b>a <strong>b</strong></b> <code>c</code>", [("a b", "strong", None), ("c", "code", None)]),
        ("<p>a <img src=i.png> b", [("", "image", "i.png")]),
        ("<p>a <a name=x>b</a> <b></b>", []),
        ("<p>x\u00ady <i>z</i>", [("z", "emphasis", None)]),
    ],
)
def test_stretches(source: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(source) == expected


def test_a_link_around_blocks_is_in_each_of_them() -> None:
    blocks = blocks_of("<a href=/x><h3>One</h3><p>Two <i>three</i></p></a><p>Four</p>")
    assert [[one.kind for one in block.inlines] for block in blocks] == [["link"], ["link", "emphasis"], []]
    assert [block.markup and block.markup.link_density for block in blocks] == [1.0, 1.0, 0.0]


def test_link_density_counts_characters() -> None:
    (block,) = blocks_of("<p>abcd <a href=/x>efghi</a></p>")
    assert block.markup is not None
    assert block.markup.link_density == 0.5


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/town", "https://a.example/town"),
        ("story", "https://a.example/news/story"),
        ("../x", "https://a.example/x"),
        ("//b.example/x", "https://b.example/x"),
        ("http://b.example", "http://b.example"),
        ("#top", "https://a.example/news/index#top"),
        ("mailto:x@a.example", "mailto:x@a.example"),
        ("http://[broken", "http://[broken"),
        (" /town\n", "https://a.example/town"),
    ],
)
def test_addresses_are_absolute_where_the_page_s_is_known(href: str, expected: str) -> None:
    source = f'<p><a href="{href}">x</a></p>{FILLER}'
    (one,) = page_blocks(turbohtml.parse(source), source, "https://a.example/news/index")[0].inlines
    assert one.target == expected
    (one,) = blocks_of(source)[0].inlines
    assert one.target == href.strip()


def test_a_base_element_counts() -> None:
    source = f'<base href="/b/"><p><a href=c>x</a></p>{FILLER}'
    (one,) = page_blocks(turbohtml.parse(source), source, "https://a.example/news/index")[0].inlines
    assert one.target == "https://a.example/b/c"
