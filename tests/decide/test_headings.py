"""Which kept lines are headings: what stands below tells."""

from tests.decide.ferry import PROSE

from bodycopy import Cleaner
from bodycopy.decide.headings import name_headings
from bodycopy.decide.verdict import Verdict
from bodycopy.document import Block
from bodycopy.match.conditions import Scene
from bodycopy.shape import measure


def labels(either: Cleaner, *lines: str) -> dict[str, str]:
    return {
        block.text: block.label for block in either.clean("\n\n".join((*PROSE, *lines, *PROSE[1:]))).blocks
    }


def test_a_heading_may_stand_above_a_shorter_heading(either: Cleaner) -> None:
    found = labels(either, "How the islanders of Little Orne built a pier of their own", "The steel piles")
    assert found["How the islanders of Little Orne built a pier of their own"] == "heading"


def test_a_sign_or_a_letter_may_stand_before_a_heading(either: Cleaner) -> None:
    after = "The harbour master keeps the bell in a cupboard, next to the flags and the tide tables."
    for line in ("✅ Step 1: Ring the bell", "b) Ring the bell"):
        assert labels(either, line, after)[line] == "heading"


def test_what_goes_on_below_is_no_heading(either: Cleaner) -> None:
    for rest in (
        ": 1931, when the harbour was dug out for the herring boats of the northern coast.",
        ", which the islanders call the stone, has stood in the bay for nine hundred winters.",
        "and the harbour master agreed that the bell should be rung on Sundays as well.",
    ):
        assert labels(either, "Orne Harbour", rest).get("Orne Harbour") == "body"


def test_rows_of_a_table_are_no_headings(either: Cleaner) -> None:
    rows = ("Pier Built", "North pier of the harbour 1931", "Old pier 1870", "Ferry steps by the market 1902")
    found = labels(either, "The harbour's piers are listed by the islanders as follows.", *rows)
    assert "heading" not in {found[row] for row in rows[1:-1]}


def test_signs_without_end_before_a_heading_are_read_once() -> None:
    lines = ["✅" * 1_000_000 + " Ring the bell", PROSE[0]]
    scene = Scene([Block(line) for line in lines], measure(lines), [], [], None, 0, 0)
    verdicts = [Verdict("body", 0.9, ()) for _ in lines]
    name_headings(scene, verdicts)
    assert [verdict.label for verdict in verdicts] == ["body", "body"]
