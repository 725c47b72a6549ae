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
