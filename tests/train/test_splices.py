"""Hard examples: what is put between an article's paragraphs, and what is never lost of them."""

import random

import pytest

from bodycopy.document import Block
from bodycopy.train.splices import MOST_BEHIND, MOST_COPIED, Labelled, copied, splice

MENU = ["Home", "World", "Sport", "Contact"]


def page(name: str) -> Labelled:
    paragraphs = [
        f"Paragraph {n} of {name} tells in more than ten words what came of it all." for n in range(5)
    ]
    lines = [*(f"{entry} {name}" for entry in MENU), *paragraphs, f"Imprint {name}"]
    shares = [0.0] * len(MENU) + [1.0] * len(paragraphs) + [0.0]
    return Labelled([Block(line) for line in lines], shares, f"Title of {name}", openers=[len(lines) - 1])


OWN, OTHERS = page("own"), [page(f"other{number}") for number in range(6)]


@pytest.mark.parametrize("seed", range(40))
def test_the_articles_blocks_stay_all_of_them_and_in_order(seed: int) -> None:
    made = splice(OWN, OTHERS, random.Random(seed))
    kept = [block.text for block, share in zip(made.blocks, made.shares, strict=True) if share > 0.5]
    assert kept == [block.text for block in OWN.blocks[4:9]]


def test_what_comes_from_other_pages_is_junk_and_comes_between_too() -> None:
    between = 0
    for seed in range(40):
        made = splice(OWN, OTHERS, random.Random(seed))
        begin, end = made.span()
        between += any(share == 0.0 for share in made.shares[begin:end])
        assert all(
            "of own" in block.text for block, share in zip(made.blocks, made.shares, strict=True) if share
        )
    assert 10 < between < 40


@pytest.mark.parametrize("seed", range(40))
def test_a_copied_article_goes_on_behind_a_box(seed: int) -> None:
    made = copied(OWN, OTHERS, random.Random(seed))
    begin, end = made.span()
    kept = [block.text for block, share in zip(made.blocks, made.shares, strict=True) if share > 0.5]
    all_of_it = [block.text for block in OWN.blocks[4:9]]
    assert kept == all_of_it[len(all_of_it) - len(kept) :]
    last_box = max(index for index in range(begin, end) if made.shares[index] == 0.0)
    assert made.blocks[last_box].text.startswith("Imprint other")
    assert 1 <= end - 1 - last_box <= MOST_BEHIND
    assert begin <= MOST_COPIED
    assert len(made.blocks) - end <= MOST_COPIED


def test_an_article_of_few_paragraphs_is_not_copied_in_parts() -> None:
    few = Labelled(OWN.blocks[:7], OWN.shares[:7], OWN.title)
    assert copied(few, OTHERS, random.Random(1)) is few


def test_the_same_seed_makes_the_same_example() -> None:
    assert splice(OWN, OTHERS, random.Random(3)) == splice(OWN, OTHERS, random.Random(3))
    assert splice(OWN, OTHERS, random.Random(3)) != splice(OWN, OTHERS, random.Random(4))


def test_a_page_without_an_article_spans_nothing() -> None:
    assert Labelled([Block("Home")], [0.2], "").span() == (0, 0)
