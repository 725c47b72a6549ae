"""Pages that are far too large, far too deep or no pages at all: they are read, in memory that is bounded."""

import json
import string

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.document import Hints
from bodycopy.stated.hints import hints
from tests.stated.pages import article, ld, read

END = "<h1>A bridge opens</h1><p>By Nora Quist</p>"


@pytest.mark.parametrize(
    "head",
    [
        ld(article(articleBody="x" * 10_000_000)),
        ld([article(headline="A bridge opens", author="Nora Quist")] * 20_000),
        ld("[" * 100_000 + "]" * 100_000),
        ld('{"@graph":' * 50_000),
        ld('{"a": "' + "\\" * 400_000),
        ld('{"a": "' + '","' * 100_000),
        ld("[" + ",," * 200_000),
        "".join(f"<meta name=author content='Name {number}'>" for number in range(100_000)),
        "".join(f"<meta name=n{number} content=x>" for number in range(100_000)),
        "<meta name=author content='" + "and " * 500_000 + "'>",
        "<meta property=article:tag content='" + "a," * 500_000 + "'>",
        "<title>" + "a | " * 200_000 + "</title>",
        "".join(f"<link rel=canonical href=/{number}>" for number in range(50_000)),
        "<link rel='" + "canonical " * 100_000 + "' href=/a>",
    ],
    ids=lambda head: head[:40],
)
def test_a_huge_head_is_read(head: str) -> None:
    found = read(head, END)
    assert len(found.authors) <= 50
    assert len(found.tags) <= 100


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000,
        "<span class='author byline'>" * 20_000 + "Nora Quist",
        "<h1>A bridge</h1>" * 20_000,
        "<time datetime=2024-06-26>now</time>" * 20_000,
        "<p class='author'>By 1 2 3</p>" * 20_000,
        "<h1>" + "<b>A bridge </b>" * 20_000 + "</h1>",
        "<div itemscope itemtype='https://schema.org/Article'>" * 2_000 + "<i itemprop=author>Nora Quist</i>",
        "<h1>A bridge opens</h1>" + "<p>By </p>" * 20_000,
        "<p class='" + "author " * 200_000 + "'>Nora Quist</p>",
    ],
    ids=lambda body: body[:40],
)
def test_a_huge_body_is_read(body: str) -> None:
    assert isinstance(read("", body + END), Hints)


def test_references_in_a_circle() -> None:
    nodes = [{"@id": "#a", "@type": "NewsArticle", "author": {"@id": "#a"}, "publisher": {"@id": "#a"}}]
    assert read(ld(nodes)).authors == ()


PIECES = st.lists(
    st.sampled_from(
        [
            "<h1>",
            "</h1>",
            "<p class=byline>",
            "By ",
            "Nora Quist",
            "</p>",
            "<time datetime='",
            "2024-06-26",
            "'>",
            "<script type=application/ld+json>",
            "</script>",
            '{"@type":"Article","author":',
            "}",
            "<meta name=author content=",
            "<div itemscope itemtype=https://schema.org/Article>",
            "<b itemprop=author>",
            "<title>",
            " | ",
            "<a rel=author href=",
            "<link rel=canonical href=",
            "http://[",
            "&#0;",
            "\x00",
            "\ud800",
            "<template>",
            "<svg>",
            "<aside>",
            "</div>",
        ]
    )
    | st.text(string.printable, max_size=8),
    max_size=40,
)


@given(PIECES, st.none() | st.text(max_size=20))
def test_no_page_raises(pieces: list[str], url: str | None) -> None:
    page = "".join(pieces).encode("utf-8", "replace").decode()
    first = hints(turbohtml.parse(page), url)
    assert first == hints(turbohtml.parse(page), url)
    json.dumps([first.title, first.authors, dict(first.sources)])
    assert all(name.strip() for name in first.authors)
    for name in first.sources:
        assert getattr(first, name) not in (None, ())
