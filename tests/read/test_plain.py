"""Plain text to blocks."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.folding import matchable, offsets_in, phrase, printable
from bodycopy.read.plain import LONE_LINE, read_plain

PARAGRAPHS = [
    "The harbour master closed the eastern pier on Monday after divers found that four of its oak "
    "piles had been eaten away by shipworm, a mollusc that had not been seen so far north before.",
    "Repairs will take until the autumn, he said, and the ferry will use the coal wharf until then; "
    "passengers should allow a further ten minutes for the walk into town.",
    "“We knew they were old,” he said. “We did not know they were lace.”",
]


def texts(source: str) -> list[str]:
    return [block.text for block in read_plain(source).blocks]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\r", "\f", "\u2028"])
def test_a_paragraph_a_line(gap: str) -> None:
    assert texts(gap.join(PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("separator", ["\x1c", "\x1d", "\x1e"])
def test_separators_of_records_are_white_space_within_a_line(separator: str) -> None:
    (block,) = read_plain(f"One{separator}line").blocks
    assert (block.text, block.start, block.end) == ("One line", 0, 8)


@pytest.mark.parametrize("width", range(60, 81, 4))
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"])
def test_hard_wrapped(width: int, gap: str) -> None:
    line_end = gap[: len(gap) // 2]
    wrapped = gap.join(line_end.join(textwrap.wrap(p, width, break_on_hyphens=False)) for p in PARAGRAPHS)
    assert texts(wrapped) == PARAGRAPHS


def test_hard_wrapped_without_blank_lines_ends_a_paragraph_at_a_short_line() -> None:
    wrapped = "\n".join(textwrap.fill(p, 66) for p in PARAGRAPHS)
    assert texts(wrapped) == PARAGRAPHS


def test_word_wrapped_behind_its_hyphen_is_joined() -> None:
    source = (
        "The council of the old town voted on Monday to close the long-\n"
        "distance footpath over the ridge for as long as the bears are in\n"
        "the orchards, which is usually until the first hard frost comes.\n"
    )
    assert "the long-distance footpath" in texts(source)[0]


def test_a_menu_is_not_hard_wrapped_text() -> None:
    menu = ["News", "Sport", "Opinion and letters to the editor", "Obituaries", "Weather", "Contact us"]
    assert texts("\n".join(menu)) == menu


def test_bullets_are_list_items_and_stay_apart() -> None:
    source = "• one pound of flour\n* two eggs\n- a pinch of salt\n3. bake it"
    blocks = read_plain(source).blocks
    assert [block.kind for block in blocks] == ["list_item"] * 4
    assert [block.text for block in blocks] == source.split("\n")


def test_one_single_line_is_read_by_sentences() -> None:
    line = " ".join(PARAGRAPHS * 3)
    assert len(line) > LONE_LINE
    blocks = read_plain(line).blocks
    assert len(blocks) > 6
    assert " ".join(block.text for block in blocks) == line
    assert blocks[0].text == PARAGRAPHS[0]


def test_sentences_keep_abbreviations_and_decimals_together() -> None:
    line = "Dr. A. Roe of the U.S. Navy paid $2.5 million to Acme Inc. in Sept. 2021. " * 20
    assert set(texts(line)) == {"Dr. A. Roe of the U.S. Navy paid $2.5 million to Acme Inc. in Sept. 2021."}


def test_invisible_characters_and_white_space() -> None:
    source = "\ufeffEx\u00adample\u200b text\u00a0with\tgaps  and\u2003more.\r\n\r\n\u200b\r\nNext."
    assert texts(source) == ["Example text with gaps and more.", "Next."]


def test_persian_joiners_stay() -> None:
    assert texts("می\u200cخواهم بروم") == ["می\u200cخواهم بروم"]


@given(st.text(max_size=300))
def test_offsets_give_back_the_block(source: str) -> None:
    end = 0
    for block in read_plain(source).blocks:
        assert block.start is not None
        assert block.end is not None
        assert end <= block.start < block.end
        assert printable(source[block.start : block.end].replace("-\n", "-")) == block.text or (
            block.text.replace(" ", "") == printable(source[block.start : block.end]).replace(" ", "")
        )
        end = block.end


@given(st.text(max_size=200))
def test_every_visible_character_is_in_a_block(source: str) -> None:
    seen = "".join(block.text for block in read_plain(source).blocks)
    assert seen.replace(" ", "") == printable(source).replace(" ", "")


@given(st.text(max_size=200))
def test_foldings(source: str) -> None:
    shown = printable(source)
    assert printable(shown) == shown
    assert len(matchable(shown)) == len(shown)
    offsets = offsets_in(source, shown)
    assert all(source[at] == char for at, char in zip(offsets, shown, strict=True) if char != " ")


@pytest.mark.parametrize(
    "said",
    ["Comments", "• Comments", "COMMENTS (12)", "12 comments", "Comments »", "‘Comments’", "Comments:"],
)
def test_phrases_ignore_case_bullets_counters_and_edges(said: str) -> None:
    assert phrase(said) == "comments"
