"""Where lines began in a text that has lost its line breaks."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.read.test_plain import PARAGRAPHS

from bodycopy import Cleaner
from bodycopy.convolution import Convolution
from bodycopy.folding import printable
from bodycopy.read import breaks
from bodycopy.read.breaks import Breaks
from bodycopy.read.plain import LONE_LINE, read_plain
from bodycopy.read.words import COLUMNS, KINDS, look_at

MENU = """\
Home
News
Sport
Farming
Obituaries
Jobs
Log in
Subscribe
Search
Share on Facebook
Share on X
Email this article
"""
FOOT = """
Related stories
Flood wall at Upper Tarn delayed again
Farm shop wins national prize
Most read
Snow closes the pass road
Choir still seeks tenors
Sign up for our newsletter
Enter your email address
About us
Contact us
Terms and conditions
Privacy policy
Cookie settings"""
ARTICLE = " ".join(PARAGRAPHS * 2)
LATER = (
    "The piles were driven in 1911 by a firm from across the water, whose books say that they would last for "
    "sixty years. Nobody had looked at them since the war, for the diver of the town gave up his trade in "
    "1952 and his helmet hangs in the bar of the hotel."
)


def flattened(page: str) -> str:
    return " ".join(page.split())


def texts(source: str) -> list[str]:
    return [block.text for block in read_plain(source).blocks]


def test_menus_come_away_from_the_sentences_that_they_stand_in_one_row_with() -> None:
    page = flattened(MENU + ARTICLE + FOOT)
    assert len(page) > LONE_LINE
    found = texts(page)
    assert PARAGRAPHS[0] in found
    assert {"Share on Facebook", "Email this article", "Most read", "Contact us"} <= set(found)
    assert " ".join(found) == page


def test_an_article_by_itself_falls_into_its_sentences() -> None:
    assert texts(ARTICLE) == texts("\n".join(texts(ARTICLE)))
    assert all(text[-1] in ".”" for text in texts(ARTICLE))


def test_a_page_on_one_line_gives_the_text_that_its_lines_give(cleaner: Cleaner) -> None:
    paragraphs = "\n".join([*PARAGRAPHS, LATER])
    page = MENU + paragraphs + FOOT
    by_lines = cleaner.clean(page).text
    assert flattened(by_lines) == flattened(paragraphs)
    assert flattened(cleaner.clean(flattened(page)).text) == flattened(by_lines)


@given(
    st.lists(
        st.sampled_from([*"aB9.,:。\u200b\u00ad\u3000 \t(”", "Home ", "Log in ", "The ferry "]), max_size=80
    )
)
def test_every_visible_character_is_in_a_block_in_order(parts: list[str]) -> None:
    source = flattened(MENU * 6) + "".join(parts) + flattened(MENU * 6)
    end = 0
    blocks = read_plain(source).blocks
    for block in blocks:
        assert block.start is not None
        assert block.end is not None
        assert end <= block.start < block.end
        assert block.text
        assert printable(source[block.start : block.end]) == block.text
        end = block.end
    assert "".join(b.text for b in blocks).replace(" ", "") == printable(source).replace(" ", "")


def test_a_long_text_is_read_in_stretches_that_give_what_the_whole_gives(monkeypatch) -> None:
    chance = np.random.default_rng(1)

    def some(*shape: int):
        return chance.normal(size=shape).astype(np.float32)

    taps = [Convolution(some(4, 4), some(4, 4), some(4, 4), some(4), dilation) for dilation in (1, 2, 4)]
    network = Breaks(some(KINDS, 2), some(COLUMNS + 2, 4), some(4), tuple(taps), some(4), some(1))
    words = (MENU + ARTICLE + FOOT).split()
    whole = network.odds(words)
    monkeypatch.setattr(breaks, "STRETCH", 16)
    assert np.allclose(network.odds(words), whole, atol=1e-3)
    assert network.odds([]).shape == (0,)


def test_a_word_looks_the_same_wherever_it_stands() -> None:
    looks, kinds = look_at(["Home", "said,", "Home", "2024", "home"])
    assert looks.shape == (5, COLUMNS)
    assert (looks[0] == looks[2]).all()
    assert (looks[0] != looks[4]).any()
    assert kinds[0] == kinds[2] == kinds[4]
    assert kinds.max() < KINDS
