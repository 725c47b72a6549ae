"""Whole pages that were wrapped: paragraphs are put together, menus and headlines stay lines."""

import textwrap

import pytest
from tests.read.test_plain import PARAGRAPHS

from bodycopy.read.plain import read_plain
from bodycopy.read.wrapped import wrap_column

MENU = ["Home", "News", "Sport", "Weather", "Letters", "Jobs", "Sign in", "Subscribe", "About us", "Contact"]
CARDS = [
    "Foghorn to sound again for one night only this winter",
    "Seals close the north beach until the end of April",
]


def wrapped(*parts: str, width: int = 78, indent: str = "") -> str:
    indents = {"initial_indent": indent, "subsequent_indent": indent}
    wrap = [textwrap.fill(part, width, break_on_hyphens=False, **indents) for part in parts]
    return "\n\n".join(wrap)


def texts(source: str) -> list[str]:
    return [block.text for block in read_plain(source).blocks]


@pytest.mark.parametrize("width", [60, 72, 78, 84])
@pytest.mark.parametrize("indent", ["", "   "])
def test_paragraphs_come_whole_among_menus_and_headlines(width: int, indent: str) -> None:
    menu = "\n".join(indent + "* " + entry for entry in MENU)
    cards = "\n".join(indent + card for card in CARDS)
    source = f"{menu}\n\n{wrapped(*PARAGRAPHS * 4, width=width, indent=indent)}\n\n{cards}\n"
    bullets = ["* " + entry for entry in MENU]
    assert texts(source) == [*bullets, *PARAGRAPHS * 4, *CARDS]


def test_an_address_that_reaches_over_the_column_is_no_sign() -> None:
    address = "https://paper.example/" + "a" * 200
    source = f"{address}\n{address}\n{address}\n\n{wrapped(*PARAGRAPHS, *PARAGRAPHS)}"
    assert texts(source) == [address] * 3 + PARAGRAPHS * 2


def test_two_headlines_that_fill_their_lines_stay_two() -> None:
    headlines = [
        "Small boats find no mooring on the northern side of the bay this winter again",
        "Council puts off its vote on the price of tickets for the ferry once more now",
    ]
    source = "\n".join(headlines) + "\n\n" + wrapped(*PARAGRAPHS, *PARAGRAPHS)
    assert texts(source)[:2] == headlines


def test_letters_of_east_asia_are_two_columns_wide() -> None:
    sentence = "村の渡し船は十一年ぶりに運航を再開すると火曜日の夜に村議会が決めた。"
    paragraph = sentence * 6
    lines = [paragraph[at : at + 39] for at in range(0, len(paragraph), 39)]
    source = "\n".join(["首页", "", *lines, "", *lines, "", "終わり"])
    assert texts(source) == ["首页", paragraph, paragraph, "終わり"]


@pytest.mark.parametrize(
    "lines",
    [
        MENU,
        CARDS * 8,
        [p for p in PARAGRAPHS for _ in range(4)],
        ["The river bends, the willow leans,", "and nobody knows what the water means."] * 8,
    ],
)
def test_what_was_not_wrapped_is_not_joined(lines: list[str]) -> None:
    source = "\n".join(lines)
    assert texts(source) == lines


def test_nothing_has_no_column() -> None:
    assert wrap_column("", []) is None


def test_headlines_of_east_asia_that_are_as_long_as_each_other_stay_lines() -> None:
    lines = [
        "市議会は月曜日、古い橋を一年間通行止めにする案を長い議論の末に可決した。",
        "駅の時計はなぜ五秒遅れるのか、駅長が語る",
        "無人駅に図書室、開いたのは高校生の三人組",
        "海の見えるホーム、夏だけ停車へ地元は歓迎",
    ]
    assert texts("\n".join(lines)) == lines
