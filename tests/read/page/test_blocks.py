"""Where the blocks of a page begin and end, and of what kind they are."""

import pytest
from tests.pages import FILLER, around, element_of, texts

from bodycopy.read.page.page import blocks_of


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("<div>One.<p>Two.</p>Three <b>bold</b>.</div>", ["One.", "Two.", "Three bold."]),
        ("<div>Three <b>bold</b>.</div>", ["Three bold."]),
        ("<div>a\n  b\t<span>c</span></div>", ["a b c"]),
        ("<p>so\u00adft \u200bhy\u00adphens</p>", ["soft hyphens"]),
        ("<section><div><div>deep</div></div></section>", ["deep"]),
        ("<a href=a>Town</a><a href=b>Sport</a>", ["Town Sport"]),
        ("<span>By</span><span>Jane Roe</span>", ["By Jane Roe"]),
        ("<span>un</span><span>even</span>", ["uneven"]),
        ("<p><span class=cap>T</span>he end</p>", ["The end"]),
        ("<p>Pros: fast<strong>Cons:</strong> dear</p>", ["Pros: fast Cons: dear"]),
        ("<p>Mc<b>kay</b></p>", ["Mckay"]),
        ("<p>H<sub>2</sub>O</p>", ["H2O"]),
        ("<p>She said <q>yes</q>.</p>", ["She said “yes”."]),
        ("<form><label>Name</label><input value=x><button>Send</button></form>", ["Name", "Send"]),
        ("<p>Press <button>Send</button> twice.</p>", ["Press Send twice."]),
        ("<x-card>One</x-card><x-card>Two</x-card>", ["One", "Two"]),
        ("<p>One <x-term>two</x-term> three</p>", ["One two three"]),
        ("<span style='display: block'>One</span><span style='display:block'>Two</span>", ["One", "Two"]),
        ("<p>a<hr>b", ["a", "b"]),
        ("<p>One <!-- two --> three</p>", ["One three"]),
        ("<script>if (a < b) document.write('<p>no</p>')</script><p>yes</p>", ["yes"]),
        ("<style>p { color: red }</style><svg><text>no</text></svg><textarea>no</textarea>yes", ["yes"]),
        ("<template><p>no</p></template><iframe><p>no</p></iframe><title>no</title>yes", ["yes"]),
        ("", []),
        ("<div>   </div><p>&nbsp;</p>", []),
    ],
)
def test_texts(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One<br>Two</p>", ["One", "Two"]),
        ("<p>One<br><br>Two<br>", ["One", "Two"]),
        ("<h1>One<br>two</h1>", ["One two"]),
        (
            "<p>The harbour master closed the eastern pier<br>Monday, he said, and it\nwill<br>stay shut.",
            ["The harbour master closed the eastern pier", "Monday, he said, and it will", "stay shut."],
        ),
        (
            "<p>The harbour master closed the eastern pier after<br>divers found its oak piles eaten.",
            ["The harbour master closed the eastern pier after divers found its oak piles eaten."],
        ),
        (
            "<p>so much depends<br>upon<br><br>a red wheel<br>barrow",
            ["so much depends", "upon", "a red wheel", "barrow"],
        ),
    ],
)
def test_line_breaks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_a_page_wrapped_at_a_column_has_its_paragraphs_whole() -> None:
    lines = [
        "The Harbour Master closed the Eastern Pier on Monday, and",
        "Divers found that four of its Oak Piles had been eaten by",
        "Shipworm, a Mollusc that had not been seen so far to the",
        "North before.",
    ]
    assert texts("<p>" + "<br>".join(lines)) == [" ".join(lines)]


def test_headings() -> None:
    blocks = blocks_of("<h1>A</h1><h4><a href=x>B</a></h4><div role=heading aria-level=3>C</div>")
    assert [(b.text, b.kind, b.level) for b in blocks] == [
        ("A", "heading", 1),
        ("B", "heading", 4),
        ("C", "heading", 3),
    ]


def test_lists() -> None:
    blocks = blocks_of(
        "<ul><li>a<ol start=3><li>b<li value=7>c<li><p>d<p>e</ol><li><h3>f</h3>g</ul>"
        "<ol reversed start=2><li>h<li>i</ol><li>j"
    )
    assert [(b.text, b.kind, b.level, b.marker) for b in blocks] == [
        ("a", "list_item", 1, "-"),
        ("b", "list_item", 2, "3."),
        ("c", "list_item", 2, "7."),
        ("d", "list_item", 2, "8."),
        ("e", "list_item", 2, None),
        ("f", "heading", 3, None),
        ("g", "list_item", 1, "-"),
        ("h", "list_item", 1, "2."),
        ("i", "list_item", 1, "1."),
        ("j", "list_item", 1, "-"),
    ]


def test_quotes_captions_and_terms() -> None:
    blocks = blocks_of(
        "<blockquote class=twitter-tweet><p>a</p>- b<ul><li>c</ul></blockquote>"
        "<figure><blockquote><figcaption>d</figcaption></blockquote></figure><dl><dt>e<dd>f</dl>"
    )
    assert [(b.text, b.kind, element_of(b).tag) for b in blocks] == [
        ("a", "quote", "p"),
        ("- b", "quote", "blockquote"),
        ("c", "list_item", "li"),
        ("d", "paragraph", "figcaption"),
        ("e", "paragraph", "dt"),
        ("f", "paragraph", "dd"),
    ]


def test_code_has_a_block_a_line_with_its_indentation() -> None:
    blocks = blocks_of("<pre><code class='language-python'>def f():\n\n\treturn  <b>1</b>\n</code></pre>")
    assert [(b.text, b.kind, b.marker) for b in blocks] == [
        ("def f():", "code", "python"),
        ("    return  1", "code", "python"),
    ]


def test_typed_prose_is_no_code() -> None:
    source = (
        "<pre>The pier was closed on Monday after divers had found\npiles eaten away.\n\nNobody was hurt."
    )
    assert [block.kind for block in blocks_of(source)] == ["paragraph"] * 3


def test_a_row_of_data_is_one_block() -> None:
    blocks = blocks_of(
        "<table><caption>Lamps</caption><tr><th>Year<th>Lamps<tr><td>2023<td><a href=x>90</a><td>"
        "<tr><td colspan=2>Aldmouth<br>Post<td>b</table>"
    )
    assert [(b.text, b.kind) for b in blocks] == [
        ("Lamps", "paragraph"),
        ("Year | Lamps", "table_row"),
        ("2023 | 90", "table_row"),
        ("Aldmouth Post | b", "table_row"),
    ]
    assert blocks[2].inlines[0][:2] == (7, 9)
    assert blocks[2].markup is not None
    assert blocks[2].markup.link_density == pytest.approx(2 / 9)


def test_a_table_that_lays_out_the_page_is_read_as_if_it_were_not_there() -> None:
    blocks = blocks_of(
        "<table><tr><td><h2>Menu</h2><p>a<p>b<td><p>One.</p><p>Two.</p><table><tr><td>c<td>d</table>"
        "<tr><td><p>Three.</table>"
    )
    assert [(b.text, b.kind) for b in blocks] == [
        ("Menu", "heading"),
        ("a", "paragraph"),
        ("b", "paragraph"),
        ("One.", "paragraph"),
        ("Two.", "paragraph"),
        ("c | d", "table_row"),
        ("Three.", "paragraph"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>No</div>",
        "<div aria-hidden=true><p>No</p></div>",
        "<ul style='color:red; DISPLAY : none'><li>No</ul>",
        "<p style=visibility:hidden>No</p>",
        "<dialog>No</dialog>",
        "<span class='sr-only'>No</span>",
        "<select><option>No</select>",
    ],
)
def test_what_a_page_hides_is_there_and_marked(hidden: str) -> None:
    blocks = blocks_of(FILLER + hidden)
    assert [(b.text, b.markup and b.markup.hidden) for b in blocks[1:]] == [("No", True)]
    assert blocks[0].markup is not None
    assert not blocks[0].markup.hidden


def test_hidden_text_within_a_paragraph_leaves_it_whole() -> None:
    blocks = blocks_of(
        FILLER + "<p>The <a href=x>dairy<span class=sr-only> (opens a tab)</span></a> is cold.</p>"
    )
    assert [b.text for b in blocks[1:]] == ["(opens a tab)", "The dairy is cold."]
    assert blocks[2].inlines[0][:2] == (4, 9)


def test_a_page_that_hides_all_of_itself_is_read_as_if_it_did_not() -> None:
    blocks = blocks_of(f"<div style=display:none>{FILLER}</div>")
    assert [b.markup and b.markup.hidden for b in blocks] == [False]


def test_what_stands_there_for_browsers_without_scripts() -> None:
    assert texts(f"{FILLER}<noscript>Turn it on</noscript>") == texts(FILLER)
    assert texts("Loading<noscript><p>All of it</noscript>") == ["Loading", "All of it"]
    assert texts("<frameset><frame src=a><noframes><body><p>No frames</body></noframes></frameset>") == [
        "No frames"
    ]


def test_templates_that_lie_over_an_element() -> None:
    source = "<body><div><template shadowrootmode=open><p>One</p></template></div>Two"
    assert texts(source) == ["One", "Two"]


def test_elements_are_shared_and_know_those_around_them() -> None:
    one, two, three = blocks_of(
        "<main id=Main><div class='bodyText article-body__x' role=region itemprop=articleBody>"
        "<p>One</p><p><a href=x><b>Two</b></a></p>Three</div></main>"
    )
    assert around(one) == ["p", "div", "main"]
    assert around(two) == ["a", "p", "div", "main"]
    assert element_of(one).parent is element_of(three)
    assert element_of(three).cues == ("body", "text", "article", "region")
    assert element_of(one).number < element_of(two).number
    assert element_of(one).depth == element_of(three).depth + 1
