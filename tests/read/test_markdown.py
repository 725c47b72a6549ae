"""Markdown in: blocks without marks, what the marks said, and where each block stands in the source."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bodycopy import Cleaner
from bodycopy.document import Block, Inline
from bodycopy.read.markdown.reader import TOO_SLOW, read_markdown

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("markdown/*/input.md"))
_WORD = re.compile(r"\w+")


def blocks(source: str) -> tuple[Block, ...]:
    return read_markdown(source).blocks


def texts(source: str) -> list[str]:
    return [block.text for block in blocks(source)]


def seen(source: str) -> list[tuple[str, int, str | None, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in blocks(source)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("A **bold** *word*, ~~gone~~ and `co*de`.", "A bold word, gone and co*de."),
        (
            "[A link](http://a.example 'title') and [one][ref] and [ref].\n\n[ref]: /x",
            "A link and one and ref.",
        ),
        ("An ![image](i.png) inside, [![logo](l.png)](/) too.", "An inside, too."),
        (r"5 \* 3 \[1\] \# &amp; &copy; &#8364;", "5 * 3 [1] # & © €"),
        ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
        ("<https://a.example/b>", "https://a.example/b"),
        (
            'A <b>bold</b> <span class="x">word</span><!-- no --> here<script>alert(1)</script>.',
            "A bold word here.",
        ),
        ("so\u00adft \u00a0 white\tspace", "soft white space"),
        ("\ufeffFirst", "First"),
    ],
)
def test_marks_go_and_text_stays(source: str, shown: str) -> None:
    assert texts(source) == [shown]


def test_headings() -> None:
    assert seen("# One #\n\nTwo\n***bold***\n===\n\nThree\n---\n###### Six [l](x)\n#hashtag") == [
        ("heading", 1, None, "One"),
        ("heading", 1, None, "Two bold"),
        ("heading", 2, None, "Three"),
        ("heading", 6, None, "Six l"),
        ("paragraph", 0, None, "#hashtag"),
    ]


def test_lists() -> None:
    source = "- one\n  wrapped\n\n  more\n  - two\n    1) three\n- [x] done\n\n7. seven\n* # Head\n"
    assert seen(source) == [
        ("list_item", 1, "-", "one wrapped"),
        ("paragraph", 0, None, "more"),
        ("list_item", 2, "-", "two"),
        ("list_item", 3, "1)", "three"),
        ("list_item", 1, "-", "done"),
        ("list_item", 1, "7.", "seven"),
        ("heading", 1, None, "Head"),
    ]


def test_quotes_and_code() -> None:
    source = "> one\ntwo\n>\n> - three\n\n```py title=x\ndef f():\n\n    return '**'\n```\n\n    indented\n"
    assert seen(source) == [
        ("quote", 0, None, "one two"),
        ("list_item", 1, "-", "three"),
        ("code", 0, "py", "def f():"),
        ("code", 4, "py", "return '**'"),
        ("code", 0, None, "indented"),
    ]


def test_tables() -> None:
    source = "| *Name* | Points |\n|---|--:|\n| [Ada](/ada) | 3 |\n| | 4 |\n|  |  |\n"
    found = blocks(source)
    assert [(block.kind, block.text) for block in found] == [
        ("table_row", "Name | Points"),
        ("table_row", "Ada | 3"),
        ("table_row", "4"),
    ]
    assert found[1].inlines == (Inline(0, 3, "link", "/ada"),)
    assert source[found[1].start : found[1].end] == "| [Ada](/ada) | 3 |"


def test_html_blocks() -> None:
    source = (
        "<div class=x><p>Hello <b>there</b><br>next &amp; last</p></div>\n\n"
        "<details><summary>More</summary>\n\n"
        "Inner *text*\n\n</details>\n\n<table><tr><th>a<th>b<tr><td><p>c</p><td></table>\n\n"
        "<h3>Head</h3><ul><li>Item</ul><style>p {}</style>\n\n<!-- not\n\nthis -->\n"
    )
    assert [(block.kind, block.level, block.text) for block in blocks(source)] == [
        ("paragraph", 0, "Hello there"),
        ("paragraph", 0, "next & last"),
        ("paragraph", 0, "More"),
        ("paragraph", 0, "Inner text"),
        ("table_row", 0, "a | b"),
        ("table_row", 0, "c"),
        ("heading", 3, "Head"),
        ("list_item", 1, "Item"),
    ]


def test_inlines_stand_where_the_text_is() -> None:
    (block,) = blocks("A  **bold [link](/x)** &amp; `c d`, ![](i.png) *it*. <a href='/y'>why</a> <img src=z>")
    assert block.text == "A bold link & c d, it. why"
    assert [(block.text[one.start : one.end], one.kind, one.target) for one in block.inlines] == [
        ("bold link", "strong", None),
        ("link", "link", "/x"),
        ("c d", "code", None),
        ("", "image", "i.png"),
        ("it", "emphasis", None),
        ("why", "link", "/y"),
        ("", "image", "z"),
    ]


def test_lines_that_are_lines() -> None:
    """Hard breaks, menus of links and short lines that nobody wrapped are blocks of their own."""
    source = "By Jane Roe  \n3 March 2024<br/>3 min read\\\nUpdated\n\n[Home](https://a.example/a/long/way)\n[News](/n)\n"
    source += "\nHome\nNews\nSport\n\nThis line goes on,\nand here\nit ends.\n"
    found = blocks(source)
    assert [source[block.start : block.end] for block in found] == [
        "By Jane Roe",
        "3 March 2024",
        "3 min read",
        "Updated",
        "[Home](https://a.example/a/long/way)",
        "[News](/n)",
        "Home",
        "News",
        "Sport",
        "This line goes on,\nand here\nit ends.",
    ]
    assert found[-1].text == "This line goes on, and here it ends."


def test_a_wrapped_paragraph_is_one_block() -> None:
    source = (
        "> The council *voted in the evening on\n> Tuesday* to build a new bridge over the\n"
        "> [river](https://a.example/long/address)\n> Orne and a second one.\n"
    )
    (block,) = blocks(source)
    assert (
        block.text == "The council voted in the evening on Tuesday to build a new bridge over the "
        "river Orne and a second one."
    )
    assert source[block.start : block.end] == source.strip()


def test_front_matter() -> None:
    source = (
        '---\r\ntitle: "Ferry: again"\r\nauthors:\r\n  - Maren Tolk\r\n  - name: Piet Haverland\r\n'
        "date: 2025-03-14\r\n"
        "tags: [ferries, islands]\r\ncategories: [News, Sea]\r\nlang: en\r\n"
        "url: https://a.example/f\r\nsite: The Ledger\r\n"
        "---\r\n\r\nThe ferry sailed.\r\n"
    )
    document = read_markdown(source)
    hints = document.hints
    assert [block.text for block in document.blocks] == ["The ferry sailed."]
    assert (hints.title, hints.authors) == ("Ferry: again", ("Maren Tolk", "Piet Haverland"))
    assert (hints.published, hints.tags, hints.section) == ("2025-03-14", ("ferries", "islands"), "News")
    assert (hints.language, hints.url, hints.site_name) == ("en", "https://a.example/f", "The Ledger")


@pytest.mark.parametrize(
    "head",
    [
        "title: [unclosed",
        "title: !!python/object/apply:os.system [id]\n\tx: 1",
        "title: " + "[" * 5_000,
        "Note: nobody states this here",
        "The ferry sailed: at last, and\nthe goat with it",
        "- a list",
        "title: one\n" + "x: y\n" * 20_000,
        "&a [*a, *a]",
    ],
)
def test_what_is_no_front_matter_is_text(head: str) -> None:
    document = read_markdown(f"---\n{head}\n---\n\nThe ferry sailed.\n")
    assert document.hints.title is None
    assert [block.text for block in document.blocks][-1] == "The ferry sailed."
    assert len(document.blocks) > 1


def test_front_matter_needs_no_more_than_it_says() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    document = read_markdown(f"---\ntitle: Bomb\n{bomb}tags: *i\n---\nText")
    assert (document.hints.title, document.hints.tags) == ("Bomb", ())


def test_what_stands_too_deep_is_still_read() -> None:
    source = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(60)) + "\nAfter.\n"
    found = texts(source)
    assert [_WORD.findall(text)[-1] for text in found] == [*map(str, range(60)), "After"]
    quoted = ">" * 100 + " deep\n\nAfter.\n"
    assert _WORD.findall(" ".join(texts(quoted))) == ["deep", "After"]


#: Nothing here may take a time that grows with the square of its length, or lose a word.
HOSTILE = {
    "brackets": "[" * 1_000_000,
    "stars": "a" + "*" * 1_000_000,
    "stars apart": "*a " * 300_000,
    "quotes": ">" * 1_000_000 + " a",
    "backticks": "a" + "`" * 1_000_000,
    "more and more backticks": "".join("`" * length + "a " for length in range(1_000)),
    "images": "![[[" * 250_000 + "a",
    "comments": "a <!-- " * 100_000,
    "addresses": "[a](<b" * 150_000,
    "references": "[a]: <b\n" * 100_000,
    "deep list": "".join("  " * depth + "- a\n" for depth in range(1_000)),
    "lazy lines": "> " * 20 + "a\n" + "a\n" * 200_000,
    "columns": "a|" * 100_000 + "\n" + "-|" * 100_000,
    "tags": "a " + "<b>" * 300_000,
    "entities": "a&#" * 300_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_markdown_ends(source: str) -> None:
    document = read_markdown(source)
    letters = re.sub("[^a]", "", "".join(block.text for block in document.blocks))
    if document.warnings:
        assert document.warnings == (TOO_SLOW,)
    assert source[0] != "a" or letters


def test_work_has_an_end() -> None:
    """Too much for the parser, yet nothing is lost: what it did not read comes out as plain lines."""
    source = "# Head\n\n" + "> " * 10 + "a\n" + "word\n" * 60_000 + "\n**last**\n"
    document = read_markdown(source)
    assert document.warnings == (TOO_SLOW,)
    assert document.blocks[0].kind == "heading"
    assert sum(block.text.count("word") for block in document.blocks) == 60_000
    assert document.blocks[-1].text == "**last**"
    ends = [block.end for block in document.blocks]
    assert ends == sorted(ends)  # type: ignore[type-var]


MARKS = ("# ", "> ", "- ", "1. ", "  ", "    ", "\t", "*", "**", "_", "`", "```", "~~~", "[", "](", ")", "![")
TAGS = (
    "<b>",
    "<br>",
    "</div>",
    "<div>",
    "&amp;",
    "\\",
    "[x]: y\n",
    "|",
    "|---|---|\n",
    "a|b\n",
    "---",
    "===",
)
SPACES = ("\n", "\n", "\n\n", "\r\n", "  \n", "\u00ad", "\ufeff", "\0", "\x0b", "\u2028")
WORDS = ("Word", "two words", "Jane", "ünï", "12.", ": ")
marks = st.sampled_from([*MARKS, *TAGS, *SPACES, *WORDS])
sources = st.lists(st.one_of(marks, marks, marks, st.text(max_size=6)), max_size=50).map("".join)


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(sources)
@example("- a\r\n\r\n      b\r\n> c  \r\n> d<br>e\n\n| a | b |\n|---|---|\n| c | d |")
@example("--- \ntitle: x\n---\n<div>a<br>a</div>")
def test_places_are_in_order_and_inlines_in_the_text(source: str) -> None:
    end = 0
    for block in read_markdown(source).blocks:
        assert block.text == " ".join(block.text.split())
        assert (block.start is None) == (block.end is None)
        if block.start is not None and block.end is not None:
            assert end <= block.start < block.end <= len(source)
            end = block.end
            written = source[block.start : block.end]
            assert written == written.strip()
        for one in block.inlines:
            assert 0 <= one.start <= one.end <= len(block.text)
            assert one.start < one.end or one.kind == "image"


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(["alpha", "beta", "*", "**", "> ", "- ", "\n", "\n\n", "# ", "    ", "|", "1. "]),
        max_size=40,
    )
)
def test_no_word_is_lost(parts: list[str]) -> None:
    source = " ".join(parts)
    words = [part for part in parts if part.isalpha()]
    assert re.findall("alpha|beta", " ".join(texts(source))) == words


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_cleaning_what_came_out_changes_nothing(path: Path, cleaner: Cleaner) -> None:
    source = path.read_text("utf-8")
    result = cleaner.clean(source, "text/markdown")
    assert result.text
    assert set(_WORD.findall(result.text)) <= set(_WORD.findall(source))
    assert cleaner.clean(result.text, "text/markdown").text == result.text
    assert cleaner.clean(result.markdown, "text/markdown").text == result.text
    assert cleaner.clean(result.markdown, "text/markdown").markdown == result.markdown
    for part in (*result.blocks, *result.removed):
        assert part.start is not None
        assert part.end is not None
        assert part.start < part.end
