"""Paragraphs that were broken at their links come out whole; lists and menus stay lines."""

import pytest

from bodycopy.read.plain import read_plain, source_offsets

BROKEN = """\
The harbour master,
Jane Roe
, said on Monday that the
ferry line
would open again in
April
.
She thanked the crew (
all nine of them
) for their work.
"It is late," said
the mayor
's office
."""
WHOLE = [
    "The harbour master, Jane Roe, said on Monday that the ferry line would open again in April.",
    "She thanked the crew (all nine of them) for their work.",
    '"It is late," said the mayor\'s office.',
]


def texts(source: str) -> list[str]:
    return [block.text for block in read_plain(source).blocks]


def test_sentences_run_through_their_links() -> None:
    assert texts(BROKEN) == WHOLE


def test_whatever_ends_the_lines() -> None:
    assert texts(BROKEN.replace("\n", "\r\n")) == WHOLE
    stray = "It fell\r\n,\r\nthen rose\r\n,\r\nthen fell\r\n.\r\n"
    assert texts(stray) == ["It fell,", "then rose,", "then fell."]


WRAPPED = """\
Home
News
Harbour opens after eleven months of work
The harbour of Lower Quay opened to ferries again on Monday,
    eleven months after the storm that took the long pier and
    left four boats on the road to the mill. The mayor and
    Captain Roe walked its length before the first boat came
    in, and a band that nobody had asked played for an hour in
    the rain. "We are back," said the captain. The town lent
    the harbour money for the pier, which it has to pay back
    before the end of the decade.
Older boats find no mooring on the northern side of the bay
Council puts off its vote on the price of ferry tickets again
"""


def test_japanese_sentences_run_through_their_links_without_spaces() -> None:
    source = """\
トップ
主なニュース
港の町は月曜日、
新しい橋
を公開した。町長の報告「
橋の十年
」によると、工事は
三年前
に始まり、費用は
12億円
。
関連記事
"""
    assert texts(source) == [
        "トップ",
        "主なニュース",
        "港の町は月曜日、新しい橋を公開した。町長の報告「橋の十年」によると、工事は三年前に始まり、費用は12億円。",
        "関連記事",
    ]


def test_lines_that_the_source_wrapped_are_one_paragraph() -> None:
    blocks = texts(WRAPPED)
    assert blocks[:3] == ["Home", "News", "Harbour opens after eleven months of work"]
    assert blocks[3].startswith("The harbour of Lower Quay")
    assert "The mayor and Captain Roe walked its length" in blocks[3]
    assert blocks[3].endswith("end of the decade.")
    assert len(blocks) == 6  # headlines that fill their line stay lines


def test_few_lines_that_go_on_amid_a_sentence_show_nothing() -> None:
    assert len(texts("\n".join(WRAPPED.splitlines()[:6]))) == 6


def test_each_character_has_its_place() -> None:
    document = read_plain(BROKEN)
    for block in document.blocks:
        offsets = source_offsets(document.source, block)
        assert offsets is not None
        shown = [(char, at) for char, at in zip(block.text, offsets, strict=True) if char != " "]
        assert [char for char, _ in shown] == [document.source[at] for _, at in shown]


def test_what_comes_out_is_read_the_same() -> None:
    assert texts("\n\n".join(WHOLE)) == WHOLE


@pytest.mark.parametrize(
    "lines",
    [
        "two eggs\na cup of flour\nsalt",  # a list in small letters: no sentence ends with it
        "Harbour\nFerries\nTimetable",
        "It opened in April.\nthe end",
        "Ferries:\nthe Orne line",
        "The bridge over the river was closed\nPhoto of the bridge\nThe mayor came.",
        "More on ferries\n1. the old line\n2. the new one.",
    ],
)
def test_lines_of_their_own(lines: str) -> None:
    assert texts(f"{BROKEN}\n{lines}") == WHOLE + lines.split("\n")


def test_an_empty_line_parts() -> None:
    assert texts(f"{BROKEN}\nHe came with the\n\nold ferry\n.")[3:] == ["He came with the", "old ferry."]


def test_a_stray_comma_does_not_make_a_text_broken() -> None:
    source = "The harbour was calm\n, said the mayor, and the\nferry went out at last."
    assert texts(source) == source.split("\n")


NAMES = """\
Ruderclub Orne
hat in der
Bezirksliga
das Derby beim
TSV Skarrow
verloren und auf dem Heimweg
wichtige Punkte
liegen gelassen.
Der Vorstand wirft Fragen auf über die Zustände im Haus und die Rolle
Skarrows
als Gastgeber.
Der Trainer sprach laut einer Zeitung aus dem Nachbarort "
sehr leise
" mit dem Vorstand.
"""


def test_sentences_that_are_mostly_names() -> None:
    assert texts(f"{BROKEN}\n{NAMES}")[3:] == [
        "Ruderclub Orne hat in der Bezirksliga das Derby beim TSV Skarrow verloren und auf dem Heimweg"
        " wichtige Punkte liegen gelassen.",
        "Der Vorstand wirft Fragen auf über die Zustände im Haus und die Rolle Skarrows als Gastgeber.",
        'Der Trainer sprach laut einer Zeitung aus dem Nachbarort " sehr leise " mit dem Vorstand.',
    ]


def test_small_letters_alone_show_that_paragraphs_were_broken() -> None:
    lines = [
        "The new timetable of the ferries was made by",
        "the island's council",
        "without a word to the men who row them, and so",
        "nobody came",
        "to the first boat on Monday except for the keeper of",
        "the lighthouse",
        "and two of his goats.",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        # headings with the paragraph below, which begins with the words before a link
        "How to get to the island\nThe ferry leaves in line with\nthe tide.",
        "Ferries that we like\nA boat with\nthe best of views.",
        "Tickets for the crossing\nOrne Line\n: one a day.",
        # addresses, and verses behind commas
        "https://paper.example/one\nhttps://paper.example/two",
        "The river bends, the willow leans,\nAnd no one knows what water means.",
    ],
)
def test_what_only_looks_like_a_sentence_and_its_link(lines: str) -> None:
    found = texts(f"{BROKEN}\n{lines}")[3:]
    assert found[0] == lines.split("\n")[0]


def test_verses_show_nothing() -> None:
    verses = ["The river bends, the willow leans,", "and nobody knows what the water means."] * 8
    assert texts("\n".join(verses)) == verses
