"""JSON-LD: its nestings, its references, and what is repaired."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.stated.json_ld import MAX_SCRIPT, read_scripts
from tests.stated.pages import article, ld, read

HEADLINE = "Council promises to open the bridge"


@pytest.mark.parametrize(
    "value",
    [
        article(headline=HEADLINE),
        [article(headline=HEADLINE)],
        {"@graph": [{"@type": "WebSite", "name": "Orne Ledger"}, article(headline=HEADLINE)]},
        {"@type": "WebPage", "mainEntity": article(headline=HEADLINE)},
        {"@type": "WebPage", "mainEntityOfPage": [article(headline=HEADLINE)]},
        [[{"@graph": [[article(headline=HEADLINE)]]}]],
        article(headline=HEADLINE) | {"@type": ["Thing", "https://schema.org/BlogPosting"]},
        article(headline={"@value": HEADLINE}),
        article(headline="Council promises to <em>open</em> the&nbsp;bridge"),
        article(headline="Council promises to open the bridge &amp;amp; more") | {"headline": HEADLINE},
    ],
)
def test_an_article_is_found_wherever_it_stands(value: Any) -> None:
    found = read(ld(value))
    assert (found.title, found.sources["title"]) == (HEADLINE, "json-ld:headline")


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "A bridge opens",}',
        '{"@type": "Article", "headline": "A bridge opens", "keywords": ["a", "b",],}',
        '<!-- {"@type": "Article", "headline": "A bridge opens"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "A bridge opens"}\n//]]>',
        '/*<![CDATA[*/{"@type": "Article", "headline": "A bridge opens"}/*]]>*/',
        '{"@type": "Article", "description": "one\ntwo\tthree", "headline": "A bridge opens"};',
        '{"@type": "Article", "description": "it\\\'s", "headline": "A bridge opens"}',
        '\ufeff{"@type": "Article", "headline": "A bridge opens"}',
        '{"@type": "WebSite"}{"@type": "Article", "headline": "A bridge opens"}',
        '{"@type": "Article", "headline": "A bridge opens"} trailing words',
        '{"@type": "Article", "headline": "A bridge opens", "wordCount": NaN}',
    ],
)
def test_broken_scripts_are_repaired(script: str) -> None:
    assert read(ld(script)).title == "A bridge opens"


def test_a_comma_in_a_string_is_no_trailing_comma() -> None:
    assert read_scripts(['{"a": "one,] two,}", "b": [1,],}']) == [{"a": "one,] two,}", "b": [1]}]


@pytest.mark.parametrize(
    "script",
    ["", "{", "[[[", '{"a": ', "null", "not JSON", '{"a" "b"}', "[" * 100_000, "9" * 10_000, '"' * 99],
)
def test_what_cannot_be_repaired_is_passed_over(script: str) -> None:
    assert [value for value in read_scripts([script]) if isinstance(value, dict)] == []
    assert read(ld(script) + "<title>A bridge opens</title>").title == "A bridge opens"


def test_a_broken_script_does_not_spoil_the_next() -> None:
    assert read(ld("{", article(headline=HEADLINE))).title == HEADLINE


def test_a_script_that_is_far_too_long_is_passed_over() -> None:
    assert read_scripts(['{"a": "' + "x" * MAX_SCRIPT + '"}', "[1]"]) == [[1]]


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Nora Quist", ("Nora Quist",)),
        ({"@type": "Person", "name": "Nora Quist"}, ("Nora Quist",)),
        (["Nora Quist", {"@type": "Person", "name": "Paul Ibarra"}], ("Nora Quist", "Paul Ibarra")),
        ({"@type": "Person", "name": ["Nora Quist", "Paul Ibarra"]}, ("Nora Quist", "Paul Ibarra")),
        ({"@type": "Person", "name": "Nora Quist and Paul Ibarra"}, ("Nora Quist", "Paul Ibarra")),
        ({"@type": "Person", "givenName": "Nora", "familyName": "Quist"}, ("Nora Quist",)),
        ({"@id": "#nora"}, ("Nora Quist",)),
        ([{"@id": "#nora"}, {"@id": "#nobody"}], ("Nora Quist",)),
        ({"@type": "Person", "name": "By NORA QUIST"}, ("Nora Quist",)),
        ({"@type": "Person", "name": "Zorbanaut"}, ("Zorbanaut",)),
        ([[["Nora Quist"]]], ()),
        ({"@type": "Person", "name": {"@value": "Nora Quist"}}, ("Nora Quist",)),
        (7, ()),
        (None, ()),
    ],
)
def test_authors_in_all_their_forms(author: Any, people: tuple[str, ...]) -> None:
    nora = {"@type": "Person", "@id": "#nora", "name": "Nora Quist"}
    assert read(ld({"@graph": [article(headline=HEADLINE, author=author), nora]})).authors == people


def test_of_several_articles_that_of_the_page_is_taken() -> None:
    other = article(headline="A mill turns again", url="https://example.org/mill", author="Zoe Lind")
    own = article(headline=HEADLINE, url="https://example.org/bridge", author="Nora Quist")
    found = read(ld(other, own), url="https://www.example.org/bridge/?from=home")
    assert (found.title, found.authors) == (HEADLINE, ("Nora Quist",))
    found = read(ld(other, own) + f"<title>{HEADLINE} | Orne Ledger</title>")
    assert (found.title, found.authors) == (HEADLINE, ("Nora Quist",))


def test_cards_and_comments_are_not_the_article() -> None:
    listing = {"@type": "ItemList", "itemListElement": [article(headline="A mill turns", author="Zoe Lind")]}
    comment = {"@type": "Comment", "author": {"@type": "Person", "name": "Ian Roe"}}
    found = read(ld(listing, article(headline=HEADLINE, author="Nora Quist", comment=[comment])))
    assert (found.title, found.authors) == (HEADLINE, ("Nora Quist",))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "author",
                    "headline",
                    "name",
                    "publisher",
                    "image",
                    "caption",
                    "keywords",
                    "datePublished",
                    "dateModified",
                    "articleSection",
                    "inLanguage",
                    "isAccessibleForFree",
                    "url",
                    "itemListElement",
                    "mainEntityOfPage",
                ]
            )
            | st.text(max_size=5),
            inner
            | st.sampled_from(
                ["NewsArticle", "Person", "BreadcrumbList", "WebSite", "WebPage", "2024-06-26"]
            ),
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(JSON, JSON)
def test_no_json_raises(one: Any, other: Any) -> None:
    found = read(ld(json.dumps(one), json.dumps([article(author=other, publisher=one), other])))
    assert all(isinstance(name, str) for name in found.authors)


@given(st.text(max_size=200))
def test_no_script_raises(text: str) -> None:
    read_scripts([text, "{" + text, '{"a": "' + text])
