"""An article may go on behind a box: what speaks of the same things is kept where the decider doubts."""

from dataclasses import replace

import pytest
from tests.decide.ferry import PROSE

from bodycopy import Cleaner
from bodycopy.decide.decide import decide
from bodycopy.decide.decider import BY_RULES

AD = "Advertisement"
BOX = ["Sign up for our newsletter", "Enter your email", "Subscribe"]
SAME = (
    "Passengers on the first ferry since the storm said that the harbour bell had sounded like a school bell."
)
ALIKE = (
    "The goat, which belongs to the harbour master, was carried down to the ferry by two of the passengers."
)
OTHER = "Voters in three upland counties have rejected a budget that their assemblies had passed twice."
SHORT = "The cause is not known."
NEVER = 99.0


@pytest.mark.parametrize(
    ("lines", "score", "kept"),
    [
        ([*PROSE, *BOX, SAME], -1.9, [SAME]),
        ([*PROSE, *BOX, SAME], -2.1, []),
        ([*PROSE, *BOX, SAME, ALIKE], -3.9, [SAME, ALIKE]),
        ([*PROSE, *BOX, SAME, ALIKE], -4.1, []),
        ([*PROSE, *BOX, OTHER], -0.1, []),
        ([*PROSE, SAME], -1.4, [SAME]),
        ([*PROSE, SAME], -1.6, []),
        ([*PROSE, AD, SAME], -1.0, [SAME]),
        ([*PROSE, AD, "A lighthouse for sale", SAME], -1.0, []),
        ([*PROSE, *BOX, "Leave a comment", SAME], -1.0, []),
        ([*PROSE, SHORT], -1.4, [SHORT]),
        ([*PROSE, SHORT], -1.6, []),
        ([*PROSE, AD, AD, SHORT], -1.4, [SHORT]),
        ([*PROSE, *BOX, SHORT], -1.0, []),
        ([PROSE[0], *BOX, SAME, *([OTHER] * 4)], -1.0, []),
        ([*BOX, SAME], -1.0, []),
    ],
)
def test_behind_a_box(cleaner: Cleaner, lines: list[str], score: float, kept: list[str]) -> None:
    document = cleaner.read("\n\n".join(lines))
    doubted = (SAME, ALIKE, OTHER, SHORT)
    scores = [
        9.0 if block.text in PROSE else score if block.text in doubted else -9.0 for block in document.blocks
    ]
    decider = replace(BY_RULES, score=lambda scene, evidence: scores, runs_on=NEVER, short=None)
    decider = replace(decider, threshold=0.0)
    verdicts = decide(cleaner.look(document.blocks), frozenset(), decider)
    found = [b.text for b, v in zip(document.blocks, verdicts, strict=True) if v.label == "body"]
    assert found == [line for line in lines if line in PROSE or line in kept]


def test_the_last_paragraphs_of_an_article_behind_boxes() -> None:
    """What the shipped weights make of an article without a page around it."""
    boxes = (
        ["Related Stories", "Council votes to close old bridge", "Heat returns by midweek"],
        ["Our Sponsors:", "Save on tires at Miller's this week", "Visit the Hotel Bellevue"],
        ["EDITOR'S PICKS", "Power rankings: Who climbs after a wild week?", "2d", "Jill Sanderson"],
        BOX,
    )
    for box in boxes:
        text = Cleaner().clean("\n".join(["Ferry sails again", *PROSE, *PROSE_MORE, *box, SAME, ALIKE])).text
        assert SAME in text, box
        assert ALIKE in text, box
        assert not [line for line in box if line in text]


PROSE_MORE = (
    "“We had forgotten what it sounds like,” said Ona Pell, who keeps the shop above the harbour.",
    "For nine years the islanders had rowed to the mainland, in calm weather only, with the post in a tin.",
    "The council paid for the pier with a loan that it will have paid back by the time the piles need paint.",
)
