"""A paragraph that the decider doubts is kept where only named inserts part it from kept ones."""

from dataclasses import replace

import pytest
from tests.decide.ferry import PROSE

from bodycopy import Cleaner
from bodycopy.decide.decide import decide
from bodycopy.decide.decider import BY_RULES

INSERTS = ["Advertisement", "Share on Facebook", "Sign up for our newsletter"]
DOUBTED = -1.0


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([PROSE[0], *INSERTS, PROSE[1], *INSERTS, PROSE[2]], True),
        ([PROSE[0], *INSERTS, "A lighthouse for sale", PROSE[1], *INSERTS, PROSE[2]], False),
        ([PROSE[0], *INSERTS, PROSE[1], *INSERTS, "A lighthouse for sale", PROSE[2]], False),
        ([*INSERTS, PROSE[1], *INSERTS, PROSE[2]], False),
        ([PROSE[0], *INSERTS, PROSE[1], *INSERTS], False),
    ],
)
def test_between_kept_paragraphs_and_named_inserts(cleaner: Cleaner, lines: list[str], kept: bool) -> None:
    document = cleaner.read("\n\n".join(lines))
    scores = [
        {PROSE[1]: DOUBTED}.get(block.text, 9.0 if block.text in PROSE else -9.0) for block in document.blocks
    ]
    decider = replace(BY_RULES, score=lambda scene, evidence: scores, runs_on=DOUBTED - 0.1, short=None)
    verdicts = decide(cleaner.look(document.blocks), frozenset(), decider)
    found = {block.text: verdict.label for block, verdict in zip(document.blocks, verdicts, strict=True)}
    assert (found[PROSE[1]] == "body") == kept
    assert all(found[line] not in ("body", "heading") for line in INSERTS if line in found)


@pytest.mark.parametrize(("score", "label"), [(-0.5, "heading"), (-0.7, "sponsor")])
def test_a_short_line_in_slight_doubt_above_a_paragraph_is_its_heading(
    cleaner: Cleaner, score: float, label: str
) -> None:
    heading = "A bell and a goat"
    document = cleaner.read("\n\n".join([PROSE[0], *["Advertisement"] * 3, heading, *PROSE[1:]]))
    scores = [
        {heading: score}.get(block.text, 9.0 if block.text in PROSE else -9.0) for block in document.blocks
    ]
    decider = replace(BY_RULES, score=lambda scene, evidence: scores, threshold=0.0, short=None)
    verdicts = decide(cleaner.look(document.blocks), frozenset(), decider)
    found = {block.text: verdict.label for block, verdict in zip(document.blocks, verdicts, strict=True)}
    assert found[heading] == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("A bell and a goat", "heading"),
        ("A lighthouse keeper looks for a boat to buy", "related"),  # as long as the teaser above it
    ],
)
def test_a_short_line_between_a_lone_teaser_and_a_paragraph_is_its_heading(
    cleaner: Cleaner, line: str, label: str
) -> None:
    box = ["Read also:", "The old lighthouse on the cape is for sale again"]
    document = cleaner.read("\n\n".join([*PROSE[:2], *box, line, *PROSE[2:]]))
    scores = [9.0 if block.text in PROSE else -9.0 for block in document.blocks]
    decider = replace(BY_RULES, score=lambda scene, evidence: scores, threshold=0.0, short=None)
    verdicts = decide(cleaner.look(document.blocks), frozenset(), decider)
    found = {block.text: verdict.label for block, verdict in zip(document.blocks, verdicts, strict=True)}
    assert (found[line], found[box[1]]) == (label, "related")


@pytest.mark.parametrize(
    ("line", "member"), [("A bell and a goat", False), ("A lighthouse keeper looks for a boat", True)]
)
def test_a_box_of_links_ends_above_a_line_much_shorter_than_they_are(
    cleaner: Cleaner, line: str, member: bool
) -> None:
    box = [
        "Related stories",
        "The old lighthouse on the cape is for sale again",
        "Nobody wants to mend the boats of the bay",
    ]
    blocks = cleaner.read("\n\n".join([*PROSE[:2], *box, line, *PROSE[2:]])).blocks
    members = {
        block.text
        for block, evidence in zip(blocks, cleaner.look(blocks).evidence, strict=True)
        if any(entry.member for entry in evidence)
    }
    assert members == {*box[1:], *[line] * member}
