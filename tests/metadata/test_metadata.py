"""All of the metadata, read from labelled blocks and from what markup stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.document import Hints, StatedCaption
from bodycopy.facts.tags import read_tags
from bodycopy.facts.titles import split_site, windowed
from bodycopy.folding import count_words
from bodycopy.labels import LABELS
from bodycopy.render.metadata import read_metadata
from bodycopy.result import Metadata

TEXT = "The council said on Monday that the old bridge would open again before the end of the year."
BLOCKS = [
    ("section", "City"),
    ("title", "Council promises to open the bridge"),
    ("subtitle", "Buses run as before"),
    ("byline", "By Nora Quist and Paul Ibarra"),
    ("date", "6/26/2024"),
    ("date", "Updated:"),
    ("date", "6/26/2024"),
    ("caption", "The bridge in May. (Ann Roe/AP Photo)"),
    ("caption", "The bridge in May. (Ann Roe/AP Photo)"),
    ("body", TEXT),
    ("credit", "Reuters contributed to this report."),
    ("note", "Correction: an earlier version misspelt a name."),
    ("tags", "Tags: bridges, council"),
]


def read(
    blocks: list[tuple[str, str]], hints: Hints | None = None, text: str = TEXT, url: str | None = None
) -> Metadata:
    return read_metadata(blocks, [], text, hints or Hints(), url)


def test_everything_from_blocks() -> None:
    found = read_metadata(BLOCKS, ["SPRINGFIELD (AP) —", "PARIS —"], TEXT, Hints(), "https://example.com/a")
    assert dict(found) == {
        "title": "Council promises to open the bridge",
        "subtitle": "Buses run as before",
        "authors": ["Nora Quist", "Paul Ibarra"],
        "agencies": [],
        "published": "2024-06-26",
        "modified": "2024-06-26",
        "dateline": {"place": "SPRINGFIELD", "agency": "AP"},
        "section": "City",
        "tags": ["bridges", "council"],
        "captions": [{"text": "The bridge in May. (Ann Roe/AP Photo)", "credit": "Ann Roe/AP Photo"}],
        "credits": ["Reuters contributed to this report."],
        "notes": ["Correction: an earlier version misspelt a name."],
        "language": "en",
        "site_name": None,
        "url": "https://example.com/a",
        "paywalled": None,
        "word_count": 18,
        "sources": {
            "title": "text",
            "subtitle": "text",
            "authors": "text",
            "published": "text",
            "modified": "text",
            "dateline": "text",
            "section": "text",
            "tags": "text",
            "captions": "text",
            "credits": "text",
            "notes": "text",
            "language": "text",
            "url": "given",
        },
    }


def test_nothing_found_is_nothing_said() -> None:
    assert read([], text="") == Metadata()


def test_markup_wins_and_text_fills_the_gaps() -> None:
    hints = Hints(
        title="The bridge opens",
        authors=("Zoe Lind",),
        agencies=("Reuters",),
        published="2024-06-25T08:00:00Z",
        site_name="Example Post",
        url="https://example.org/b",
        language="en_gb",
        tags=("rivers",),
        section="News",
        captions=(
            StatedCaption("The bridge in May. (Ann Roe/AP Photo)", "AP"),
            StatedCaption("A barge.", "Ian Roe"),
        ),
        paywalled=True,
        sources={"title": "json-ld:headline", "published": "meta:date", "authors": "json-ld:author"},
    )
    found = read(BLOCKS, hints)
    assert (found.title, found.authors, found.section) == ("The bridge opens", ["Zoe Lind"], "News")
    assert (found.published, found.modified) == ("2024-06-25T08:00:00+00:00", "2024-06-26")
    assert (found.site_name, found.url) == ("Example Post", "https://example.org/b")
    assert (found.language, found.tags) == ("en-GB", ["rivers"])
    assert found.subtitle == "Buses run as before"
    assert (found.agencies, found.paywalled) == (["Reuters"], True)
    assert found.captions == [
        {"text": "The bridge in May. (Ann Roe/AP Photo)", "credit": "Ann Roe/AP Photo"},
        {"text": "A barge.", "credit": "Ian Roe"},
    ]
    sources = found.sources
    assert (sources["title"], sources["published"], sources["modified"]) == (
        "json-ld:headline",
        "meta:date",
        "text",
    )
    assert sources["subtitle"] == "text"
    assert "dateline" not in sources


def test_a_change_before_the_publication_is_none() -> None:
    found = read([("date", "Updated 24 June 2024")], Hints(published="2024-06-26"))
    assert (found.published, found.modified) == ("2024-06-26", None)


def test_an_agency_in_a_byline_stands_apart() -> None:
    found = read([("byline", "By Nora Quist and Reuters")])
    assert (found.authors, found.agencies) == (["Nora Quist"], ["Reuters"])


def test_useless_markup_gives_way() -> None:
    found = read(BLOCKS, Hints(published="soon", language="x-default"))
    assert (found.authors, found.published, found.language) == (
        ["Nora Quist", "Paul Ibarra"],
        "2024-06-26",
        "en",
    )


def test_url_as_given_comes_first() -> None:
    assert (
        read([], Hints(url="https://example.org/b"), url="https://example.com/a").url
        == "https://example.com/a"
    )


@pytest.mark.parametrize(
    ("title", "others", "hints", "url", "shown", "site"),
    [
        (
            "A bridge opens | Example Post",
            [("duplicate", "A bridge opens")],
            Hints(),
            None,
            "A bridge opens",
            "Example Post",
        ),
        (
            "A bridge opens - Example Post",
            [("heading", "A Bridge Opens")],
            Hints(),
            None,
            "A bridge opens",
            "Example Post",
        ),
        ("A bridge | Example Post", [], Hints(site_name="Example Post"), None, "A bridge", "Example Post"),
        ("A bridge – Example Post", [], Hints(), "https://www.examplepost.com/a", "A bridge", "Example Post"),
        ("A bridge – The Example", [], Hints(), "https://example.co.uk/a", "A bridge", "The Example"),
        ("A bridge opens - what we know", [], Hints(), None, "A bridge opens - what we know", None),
        ("A bridge | Example Post", [], Hints(), None, "A bridge | Example Post", None),
        ("War - live", [("navigation", "War")], Hints(), None, "War - live", None),
        ("A bridge - a river | Example", [], Hints(), "https://example.com", "A bridge - a river", "Example"),
    ],
)
def test_site_suffix(
    title: str, others: list[tuple[str, str]], hints: Hints, url: str | None, shown: str, site: str | None
) -> None:
    found = read([("title", title), *others], hints, url=url)
    assert (found.title, found.site_name) == (shown, site)


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["Tags: one, two words, three"], ["one", "two words", "three"]),
        (["Topics", "* One", "* Two", "* One"], ["One", "Two"]),
        (["#one #two"], ["one", "two"]),
        (["Tags: #one, #two"], ["one", "two"]),
        (["Weitere Themen", "Krieg", "Handel"], ["Krieg", "Handel"]),
        (["One | Two • Three"], ["One", "Two", "Three"]),
        (["Filed under: Rivers"], ["Rivers"]),
        (["Tagged compost, no-dig, slugs"], ["compost", "no-dig", "slugs"]),
        (["In: Home Safety"], ["Home Safety"]),
        (["Indian Ocean"], ["Indian Ocean"]),
        (["More about", "Cinema", "A ferry that nobody asked for comes home at last"], ["Cinema"]),
        (["C#"], ["C"]),
        (["Tags:", ""], []),
        (["Themen: Brücke, Hafen"], ["Brücke", "Hafen"]),
        (["Themes and variations, fugues"], ["Themes and variations", "fugues"]),
        (["Efnisorð: brú"], ["brú"]),
        (["الوسوم: جسر، ميناء"], ["جسر", "ميناء"]),
        (["タグ：橋、港"], ["橋", "港"]),
    ],
)
def test_tags(lines: list[str], tags: list[str]) -> None:
    assert read_tags(lines) == tags


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one two\n\nthree", 3), ("caf\u00e9 – noir", 3), ("橋が開通する", 3), ("橋が開通 in May", 4)],
)
def test_word_count(text: str, words: int) -> None:
    assert count_words(text) == words


@given(
    st.lists(st.tuples(st.sampled_from(LABELS), st.text(max_size=80)), max_size=12),
    st.lists(st.text(max_size=60), max_size=2),
    st.text(max_size=200),
    st.text(max_size=40),
)
def test_never_raises(blocks: list[tuple[str, str]], datelines: list[str], text: str, hint: str) -> None:
    hints = Hints(title=hint, authors=(hint,), published=hint, modified=hint, language=hint, tags=(hint,))
    first = read_metadata(blocks, datelines, text, hints, hint)
    assert first == read_metadata(blocks, datelines, text, hints, hint)
    assert isinstance(first.authors, list)
    assert first.published is None or first.published[:4].isdigit()


def test_a_line_of_nothing_but_separators_is_no_title_with_its_site() -> None:
    line = "| " * 20_000
    assert split_site(line.strip(), (), None, None) == (line.strip(), None)
    assert windowed([("other", line.strip()), ("title", "The ferry sails again")]) is None
