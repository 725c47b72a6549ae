"""Dropped lines that no rule names take their label from the lines around them."""

from tests.decide.ferry import PROSE

from bodycopy import Cleaner, CleanResult


def labels(either: Cleaner, *lines: str) -> dict[str, str]:
    result: CleanResult = either.clean("\n\n".join(lines))
    assert all(text in result.text for text in PROSE)
    return {block.text: block.label for block in result.blocks}


def test_a_long_line_of_a_menu_is_one_of_it(either: Cleaner) -> None:
    menu = ("* Home", "* News", "* Walks and ferries around the bay", "* Sport", "* Weather", "* Contact us")
    found = labels(either, *menu, *PROSE)
    assert {found[line] for line in menu} == {"navigation"}


def test_a_short_teaser_is_one_of_the_teasers_around_it(either: Cleaner) -> None:
    related = (
        "Related articles",
        "Bakers of the north quay raise the price of a loaf",
        "A winter without bells",
        "Lighthouse keeper wins the chess cup for the third time",
    )
    found = labels(either, *PROSE, *related)
    assert {found[line] for line in related} == {"related"}


def test_a_link_to_a_newsletter_in_a_menu_is_one_of_the_menu(either: Cleaner) -> None:
    menu = ("* Home", "* News", "* Newsletter", "* Privacy policy", "* Sport", "* Weather", "* Contact us")
    found = labels(either, *menu, *PROSE)
    assert {found[line] for line in menu} == {"navigation"}


def test_what_is_legal_stays_so_below_the_article(either: Cleaner) -> None:
    found = labels(either, *PROSE, "Privacy policy", "© 2025 The Orne Ledger. All rights reserved.")
    assert found["Privacy policy"] == "legal"


def test_bars_between_the_lines_of_a_menu_are_of_the_menu(either: Cleaner) -> None:
    result = either.clean("\n\n".join(("Home", "|", "News", "|", "Contact us", *PROSE)))
    assert [block.label for block in result.blocks[:5]] == ["navigation"] * 5


def test_bullets_without_a_word_below_a_caption_are_no_captions(either: Cleaner) -> None:
    caption = "The ferry leaves Orne Harbour (Photo: Jette Brandt/Coast Pictures)"
    result = either.clean("\n\n".join((PROSE[0], caption, "*", "*", *PROSE[1:])))
    assert [block.label for block in result.blocks if block.text == "*"] == ["caption"] * 2
    assert [one["text"] for one in result.metadata.captions] == [caption]


def test_a_label_that_is_disabled_is_not_given(either: Cleaner) -> None:
    menu = ("* Home", "* News", "* Newsletter", "* Sport", "* Weather", "* Contact us")
    result = either.adjusted(disable=["navigation"]).clean("\n\n".join((*menu, *PROSE)))
    assert "navigation" not in {block.label for block in result.blocks}


def test_the_line_above_a_button_is_the_offer(either: Cleaner) -> None:
    offer = ("Open an account today and watch it grow", "Buy now")
    found = labels(either, *PROSE, "* Home", "* News", "* Sport", "* Weather", *offer)
    assert {found[line] for line in offer} == {"sponsor"}
    assert found["* Weather"] == "navigation"


BELOW = ("Related articles", "Bakers of the north quay raise the price of a loaf", "A winter without bells")


def test_a_menu_that_a_list_runs_into_is_a_menu(either: Cleaner) -> None:
    menu = ("Contact us", "Ferry times", "Lost and found")
    found = labels(either, *PROSE, *BELOW, *menu)
    assert {found[line] for line in menu} == {"navigation"}
    assert {found[line] for line in BELOW} == {"related"}


def test_a_menu_stands_again_below_a_list(either: Cleaner) -> None:
    menu = ("Ferries", "Lighthouse times", "Goats")
    result = either.clean("\n\n".join(("Home", "News", *menu, "Contact us", *PROSE, *BELOW, *menu)))
    assert [block.label for block in result.blocks[-3:]] == ["navigation"] * 3


def test_networks_in_a_menu_are_for_sharing(either: Cleaner) -> None:
    menu = ("Home", "About us", "Blog", "Services", "Pricing", "Careers", "Contact us")
    found = labels(either, *PROSE, *menu, "Facebook", "Instagram", "YouTube", "TikTok")
    assert {found[line] for line in menu} == {"navigation"}
    assert {found[line] for line in ("Facebook", "Instagram", "YouTube", "TikTok")} == {"social"}
