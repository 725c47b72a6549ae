"""Pages that are broken, huge or made to do harm: read in bounded time, or refused in a sentence."""

import contextlib
import re
from collections import Counter

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st
from tests.pages import FILLER, texts

from bodycopy.errors import InputError
from bodycopy.read.html import read_html
from bodycopy.read.page.page import blocks_of

_WORD = re.compile(r"\w+")
DEEP = 20_000


@pytest.mark.parametrize(
    "tags",
    [
        "<div>",
        "<span>",
        "<b>",
        "<a href=x>",
        "<ul><li>",
        "<table><tr><td>",
        "<blockquote>",
        "<div hidden>",
        "<x-y>",
        "<p><q>",
    ],
)
def test_deep_nesting(tags: str) -> None:
    assert [text.strip("“”") for text in texts(tags * DEEP + "text") if text.strip("“”")] == ["text"]


def test_every_level_of_deep_nesting_has_its_text() -> None:
    letters = Counter("".join(texts("<div>x<div hidden>y</div>" * DEEP)))
    assert letters == {"x": DEEP, "y": DEEP}


def test_formatting_that_is_never_closed() -> None:
    blocks = blocks_of("<b><i><em><a href=x>" * 500 + "<p>word" * 2_000)
    assert len(blocks) == 2_000
    assert max(len(block.inlines) for block in blocks) <= 3


def test_a_hundred_thousand_attributes_and_classes() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    classes = " ".join(f"ab-cd{number}" for number in range(100_000))
    assert texts(f"<p {attributes} class='{classes}'>text</p>") == ["text"]


def test_ten_megabytes() -> None:
    blocks = read_html((FILLER * 30_000).encode()).blocks
    assert len(blocks) == 30_000


@pytest.mark.parametrize(
    "piece", ["<a href=x>a</a><br>", "<tr><td>a<td>b", "<li>a<ol>", "<b>a<p>", "<option>a"]
)
def test_cost_is_linear_in_the_pieces_of_a_page(piece: str) -> None:
    assert len(blocks_of("<table>" + piece * 30_000)) == 30_000


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One <b>two", ["One two"]),
        ("<p>One</p><p class='x", ["One"]),
        ("<p>One</p><!-- never closed <p>Two</p>", ["One"]),
        ("<p>One</p><script>var x = '</p>'; <p>Two</p>", ["One"]),
        ("<script>document.write('<p>no</p></scr' + 'ipt>')</script><p>yes</p>", ["yes"]),
        ("<p>a\x00b</p>", ["ab"]),
        ("<table><p>Out of place<tr><td>In it</table>", ["Out of place", "In it"]),
        ("</div></p></body><p>Late</p></html><p>Later</p>", ["Late", "Later"]),
        ("<!ENTITY a 'b'>&a;&lol9;<p>&#x41;&#xD800;&amp;amp;</p>", ["&a;&lol9;", "A\ufffd&amp;"]),
        ("<plaintext><p>All of it</p>", ["<p>All of it</p>"]),
    ],
)
def test_broken_markup(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


_PIECES = st.one_of(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<a href=x>", "</a>", "<li>", "<ul>"),
            *("<ol start=3>", "</ul>", "<tr>", "<td>", "<table>", "</table>", "<pre>", "</pre>", "<h2>"),
            *("</h2>", "<blockquote>", "<figcaption>", "<span hidden>", "</span>", "<select>", "<option>"),
            *("<button>", "<img src=i>", "<script>", "</script>", "<noscript>", "<x-y>", "<template>"),
            *("<svg>", "<math>", "<dl><dt>", "<dd>", "<input>", "<hr>", "<div style='display:none'>"),
            *("<frameset>", "<body class=x>", "<html>", "<!-- -->", "&nbsp;", "&lt;"),
        ]
    ),
    st.text("ab cd\n\tÄ1.\u00ad\x00,:", max_size=12),
)


@given(st.lists(_PIECES, max_size=40))
def test_the_words_of_blocks_are_the_page_s(pieces: list[str]) -> None:
    source = "".join(pieces)
    root = turbohtml.parse(source).root
    assert root is not None
    letters = Counter(letter for letter in root.text if letter.isalnum())
    for block in blocks_of(source):
        assert block.text
        assert "\n" not in block.text
        letters.subtract(letter for letter in block.text if letter.isalnum())
        for one in block.inlines:
            assert 0 <= one.start <= one.end <= len(block.text)
        assert block.markup is not None
        assert 0 <= block.markup.link_density <= 1
    assert min(letters.values(), default=0) >= 0


@given(st.one_of(st.binary(max_size=300), st.lists(_PIECES, max_size=20).map("".join)))
def test_nothing_but_input_errors(source: str | bytes) -> None:
    with contextlib.suppress(InputError):
        read_html(source)
