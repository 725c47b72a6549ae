"""What a block should be, told from gold text."""

from bodycopy.train.samples import fold_of
from bodycopy.train.targets import targets, word_counts

GOLD = (
    "The council voted on Monday to close the old bridge to all heavy traffic for at least a year.\n"
    "What comes next\n"
    "Lorries will take the longer road through the valley, officials said, which adds half an hour."
)


def test_paragraphs_of_the_gold_count_wholly_and_others_not() -> None:
    first, heading, last = GOLD.split("\n")
    blocks = ["Home", first, heading, last, "Nothing of this stands in the gold text"]
    assert targets(blocks, GOLD) == [0.0, 1.0, 1.0, 1.0, 0.0]
    assert word_counts(blocks) == [1, 19, 3, 16, 8]


def test_a_paragraph_with_something_glued_to_it_counts_in_part() -> None:
    (share,) = targets([GOLD.split("\n")[0] + " Read more about bridges and other closed roads here"], GOLD)
    assert 0.5 < share < 0.8


def test_a_menu_entry_that_says_what_a_heading_says_is_none() -> None:
    blocks = ["What comes next", *["Menu"] * 8, *GOLD.split("\n")]
    shares = targets(blocks, GOLD)
    assert shares[0] == 0.0
    assert shares[-2] == 1.0


def test_pages_of_one_site_are_in_one_fold() -> None:
    assert fold_of("example.com", 4) == fold_of("example.com", 4)
    assert len({fold_of(f"site-{number}.example", 4) for number in range(50)}) == 4
