"""The clean text as Markdown: what it looks like, and that everybody reads the same words in it."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bodycopy import Cleaner
from bodycopy.document import Inline, Kind
from bodycopy.folding import printable
from bodycopy.render.markdown import to_markdown
from bodycopy.result import KeptBlock
from tests.render.reading import kinds_of, words_of

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/*/input.*"))
MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".md": "text/markdown"}
_BULLET = re.compile(r"(?:[•◦‣▪▫■□●○∙·⁃*+-]|\d{1,2}[.)])\s+(?=\S)")


def block(text: str, kind: Any = "paragraph", **more: Any) -> KeptBlock:
    fields = {"label": "body", "level": 0, "marker": None, "inlines": ()} | more
    return KeptBlock(text, kind=kind, **fields)


def words(blocks: list[KeptBlock]) -> list[str]:
    """The words of the blocks' texts, but for the bullets of plain text and the lines between cells."""
    found: list[str] = []
    for one in blocks:
        text = one.text
        bullet = _BULLET.match(text)
        if bullet and one.kind == "list_item" and not one.marker and one.label == "body":
            text = text[bullet.end() :]
        cells = text.split(" | ") if one.kind == "table_row" else [text]
        found += " ".join(cells).split()
    return found


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        (Inline(4, 8, "link", "https://a.example/b"), "one [two!](https://a.example/b) three"),
        (Inline(4, 8, "strong"), "one **two!** three"),
        (Inline(4, 7, "emphasis"), "one *two*! three"),
        (Inline(4, 7, "code"), "one `two`! three"),
        (Inline(4, 4, "image", "/i.png"), "one ![](/i.png) two! three"),
        (Inline(4, 7, "image", "i.png"), "one ![two](i.png)! three"),
        (Inline(5, 7, "strong"), "one two! three"),
        (Inline(9, 14, "link", "/a b(c)"), "one two! [three](/a%20b%28c%29)"),
        (Inline(8, 14, "link", "/a"), "one two! [three](/a)"),
        (Inline(4, 8, "link", "javascript:alert(1)"), "one two! three"),
        (Inline(4, 8, "link", " data:text/html,x"), "one two! three"),
        (Inline(4, 8, "link", None), "one two! three"),
    ],
)
def test_inlines(inline: Inline, shown: str) -> None:
    assert to_markdown([block("one two! three", inlines=(inline,))]) == shown


def test_marks_inside_marks() -> None:
    inlines = (
        Inline(0, 11, "strong"),
        Inline(0, 3, "emphasis"),
        Inline(4, 11, "link", "/x"),
        Inline(8, 11, "code"),
        Inline(0, 11, "strong"),
    )
    assert to_markdown([block("one two b`c", inlines=inlines)]) == "***one* [two ``b`c``](/x)**"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# one", "\\# one"),
        ("#one", "#one"),
        ("1. one", "1\\. one"),
        ("1984. It was", "1984\\. It was"),
        ("- one", "\\- one"),
        ("---", "\\---"),
        ("> one", "\\> one"),
        ("snake_case and _so_", "snake_case and \\_so\\_"),
        ("5 * 3 [1] <b> `x` \\ &amp; a & b", "5 \\* 3 \\[1\\] \\<b> \\`x\\` \\\\ \\&amp; a & b"),
    ],
)
def test_what_is_no_mark_is_escaped(text: str, shown: str) -> None:
    assert to_markdown([block(text)]) == shown


def test_headings() -> None:
    blocks = [
        block("One", label="title"),
        block("Two", label="heading"),
        block("Three #", "heading", level=3),
        block("Four", "heading"),
        block("1. Five", "list_item", label="heading"),
    ]
    assert to_markdown(blocks) == "# One\n\n## Two\n\n### Three \\#\n\n## Four\n\n## 1. Five"


def test_lists() -> None:
    blocks = [
        block("deep at first", "list_item", level=3, marker="-"),
        block("one", "list_item", level=1, marker="*"),
        block("two", "list_item", level=2, marker="9."),
        block("three", "list_item", level=2, marker="10."),
        block("four", "list_item", level=9, marker="-"),
        block("five", "list_item", level=1, marker="3)"),
        block("a paragraph"),
        block("• six", "list_item"),
        block("7. seven", "list_item"),
        block("— Eight, she said.", "list_item"),
    ]
    assert to_markdown(blocks) == (
        "- deep at first\n- one\n\n  9. two\n  10. three\n      - four\n\n3) five\n\n"
        "a paragraph\n\n- six\n\n7. seven\n\n— Eight, she said."
    )


def test_quotes_tables_and_code() -> None:
    blocks = [
        block("one", "quote"),
        block("two", "quote"),
        block("a | b", "table_row"),
        block("c|d | e | f", "table_row", inlines=(Inline(6, 7, "link", "/e"),)),
        block("def f():", "code", marker="py"),
        block("return '```'", "code", level=4, marker="py"),
        block("x", "code", marker="sh -c"),
    ]
    assert to_markdown(blocks) == (
        "> one\n>\n> two\n\n| a | b |  |\n| --- | --- | --- |\n| c\\|d | [e](/e) | f |\n\n"
        "````py\ndef f():\n    return '```'\n````\n\n```\nx\n```"
    )


pieces = st.sampled_from(
    [*"*_`[]()<>#|\\!&~+-=.:\"'“„ aé1€$^{}", "amp;", "word", "http://a.b", "1. ", "---", "``"]
)
texts = st.lists(pieces, min_size=1, max_size=14).map("".join).map(printable).filter(bool)
targets = st.one_of(
    st.none(), st.sampled_from(["/a", "https://a.b/c_d*e*", "a(b", "x y", "vbscript:x", "&copy;"]), texts
)


@st.composite
def kept_blocks(draw: Any) -> KeptBlock:
    text = draw(texts)
    kind = draw(st.sampled_from(get_args(Kind)))
    inlines: list[Inline] = []
    if kind != "code":
        for _ in range(draw(st.integers(0, 5))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, len(text)))
            nested = all(
                (one.end <= start or end <= one.start)
                or (one.start <= start and end <= one.end)
                or (start <= one.start and one.end <= end)
                for one in inlines
            )
            if nested:
                name = draw(st.sampled_from(["link", "image", "strong", "emphasis", "code"]))
                inlines.append(Inline(start, end, name, draw(targets) if name in ("link", "image") else None))
    marker = (
        draw(st.sampled_from([None, "-", "*", "1.", "12)", "iv."])) if kind in ("list_item", "code") else None
    )
    label = draw(st.sampled_from(["body", "body", "body", "heading", "title"]))
    return KeptBlock(text, label, kind, draw(st.integers(0, 7)), marker, tuple(inlines))


@settings(deadline=None, max_examples=300)
@given(st.lists(kept_blocks(), max_size=6))
@example([block("a.", inlines=(Inline(0, 2, "strong"),)), block("x y", "list_item", marker="-")])
def test_everybody_reads_the_same_words(blocks: list[KeptBlock]) -> None:
    assert words_of(to_markdown(blocks)) == words(blocks)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_the_markdown_of_the_fixtures(path: Path, cleaner: Cleaner) -> None:
    result = cleaner.clean(path.read_bytes(), MEDIA_TYPES[path.suffix])
    assert result.text == "\n\n".join(one.text for one in result.kept)
    assert words_of(result.markdown) == words(list(result.kept))
    assert "html_block" not in kinds_of(result.markdown)


def test_cuts_move_what_stands_behind_them(cleaner: Cleaner) -> None:
    source = (
        "# Bridge opens\n\nMOSCOW (Reuters) - The council **voted on Tuesday** to build a [new bridge](/b) "
        "over the river, ending a debate that had lasted for almost ten years.\n\nWork on the foundations is "
        "expected to begin in the spring, officials said, and *the bridge* should carry cars next year.\n"
    )
    result = cleaner.clean(source, "text/markdown")
    assert result.markdown.startswith("The council **voted on Tuesday** to build a [new bridge](/b) over the")
    (cut,) = [one for one in result.removed if one.label == "dateline"]
    assert cut.start is not None
    assert source[cut.start : cut.end] == cut.text
