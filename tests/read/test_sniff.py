"""Markdown that comes as plain text."""

import pytest

from bodycopy import Cleaner
from bodycopy.read.markdown.reader import read_markdown
from bodycopy.read.markdown.sniff import LEAST, is_markdown

LINK = "[Guides](https://gardener.example/guides)"


@pytest.mark.parametrize(
    "mark",
    [
        LINK,
        "[Home](/)",
        "[top](#top)",
        "![a crown](../img/crown.jpg)",
        '[old books](https://gardener.example/old "What they say")',
        "## Wait for the frost",
    ],
)
def test_links_and_headings_show_it(mark: str) -> None:
    assert is_markdown("\n".join([mark] * LEAST))
    assert not is_markdown("\n".join([mark] * (LEAST - 1)))


@pytest.mark.parametrize(
    "line",
    [
        "The answer [see note 3] (page 12) was given twice.",
        "# a comment in a script",
        "#ferry #pier #harbour",
        "f[i](x) and g[j](y)",
        "[1] https://example.org",
    ],
)
def test_brackets_and_hashes_alone_do_not(line: str) -> None:
    assert not is_markdown("\n".join([line] * 20))


def test_it_is_read_without_its_marks(cleaner: Cleaner) -> None:
    books = "[old books](https://gardener.example/old)"
    paragraphs = [
        f"Leeks sulk when they are moved in summer, or so the {books} tell us, and nobody has tried since.",
        f"A bean that has been moved climbs the wrong pole out of spite, if the {books} are to be believed.",
    ]
    source = "\n\n".join([*["* " + LINK] * LEAST, "# Moving day", *paragraphs])
    text = cleaner.clean(source).text
    assert text.count(" the old books ") == 2
    assert "](" not in text


def test_a_list_that_a_converter_indented_like_code_is_a_list() -> None:
    source = (
        "Paragraph\n\n    * [Leeks](/leeks)\n    * [Beans](/beans)\n    * Peas\n\nlast\n\n    code[0](x)\n"
    )
    blocks = read_markdown(source).blocks
    assert [(block.text, block.kind) for block in blocks] == [
        ("Paragraph", "paragraph"),
        ("Leeks", "list_item"),
        ("Beans", "list_item"),
        ("Peas", "list_item"),
        ("last", "paragraph"),
        ("code[0](x)", "code"),
    ]
    assert [(inline.kind, inline.target) for inline in blocks[1].inlines] == [("link", "/leeks")]


def test_an_address_wrapped_behind_several_hyphens_is_one() -> None:
    (block,) = read_markdown(
        'The [clay](https://gardener.example/heavy-\nclay-\nsoils "Clay") is heavy.'
    ).blocks
    assert block.text == "The clay is heavy."
    assert block.inlines[0].target == "https://gardener.example/heavy-clay-soils"
