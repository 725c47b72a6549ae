"""Cleaner.explain: each block's label, and what speaks for it and against it."""

import json
from pathlib import Path

import pytest

from bodycopy import Cleaner, InputError
from bodycopy.explain.evidence import ExplainedBlock
from bodycopy.explain.words import AGAIN
from tests.inputs import ARTICLE, HTML_ARTICLE, PARAGRAPHS
from tests.rulesets import PROSE, rule, ruleset

CASES = sorted(Path(__file__).parents[2].glob("fixtures/*/*/input.txt"))


def explained(lines: list[str], *rules: dict[str, object]) -> tuple[ExplainedBlock, ...]:
    return Cleaner(ruleset(*rules)).explain("\n\n".join(lines)).blocks


@pytest.mark.parametrize("keep", [(), ("dateline", "title", "caption", "sponsor")])
def test_it_says_what_cleaning_does(cleaner: Cleaner, keep: tuple[str, ...]) -> None:
    assert len(CASES) > 20
    keeping = cleaner.adjusted(keep=keep)
    for case in CASES:
        blocks = keeping.explain(case.read_bytes()).blocks
        result = keeping.clean(case.read_bytes())
        for block, cleaned in zip(blocks, result.blocks, strict=True):
            assert block.text == cleaned.text
            assert (block.label, block.kept, block.start) == (cleaned.label, cleaned.kept, cleaned.start)
            assert block.confidence == cleaned.confidence
            named = {one.rule for one in (*block.speaks_for, *block.cuts)}
            assert named >= set(cleaned.rules), case
        cut = [c.text.strip() for block in blocks if block.kept for c in block.cuts]
        dropped = [block.text for block in blocks if not block.kept]
        assert sorted(cut + dropped) == sorted(one.text for one in result.removed)


def test_rules_for_and_against_the_label() -> None:
    line = "Comments"
    [*_, block] = explained(
        [*PROSE, line],
        rule("own/sure", "comment_prompt", when={"equals": [line]}),
        rule("own/weak", "related", weight=1.5, when={"max_words": 2}),
    )
    assert (block.number, block.label, block.kept) == (5, "comment_prompt", False)
    [sure], [weak] = block.speaks_for, block.speaks_against
    assert (sure.rule, sure.certain, sure.weight, sure.place) == ("own/sure", True, None, None)
    assert sure.why == "A rule for a test."
    assert (weak.rule, weak.label, weak.certain, weak.weight) == ("own/weak", "related", False, 1.5)
    assert block.reason == "a certain rule decides"


def test_a_kept_block_shows_the_rules_it_was_kept_against() -> None:
    blocks = explained(PROSE, rule("own/hint", "related", weight=0.1, when={"prose": True}))
    assert all(block.kept for block in blocks)
    assert [[one.rule for one in block.speaks_against] for block in blocks] == [["own/hint"]] * 4
    assert [block.speaks_for for block in blocks] == [()] * 4
    assert {block.reason for block in blocks} == {"shape and place speak for it"}


def test_where_a_section_a_run_and_a_copy_were_seen() -> None:
    related = rule("own/section", "related", when={"equals": ["Related"]}, section={})
    menu = rule("own/run", "navigation", weight=1.0, when={"equals": ["Home", "News", "Sport"]}, run={})
    again = rule("own/again", "duplicate", repeat={})
    lines = ["Home", "News", "Sport", *PROSE, PROSE[0], "Related", "One teaser", "Two teaser"]
    blocks = explained(lines, related, menu, again)
    places = [[one.place for one in (*block.speaks_for, *block.speaks_against)] for block in blocks]
    assert places[:3] == [["in the run of blocks 1 to 3"]] * 3
    assert places[7] == ["repeats block 4"]
    assert places[8:] == [["opens a section"], *[["in the section that block 9 opens"]] * 2]


def test_a_section_that_begins_where_one_ends() -> None:
    weighed = rule("own/section", "related", weight=2.0, when={"equals": ["Related", "Trending"]}, section={})
    blocks = explained([*PROSE, "Related", "One teaser", "Trending", "Two teaser"], weighed)
    places = [one.place for block in blocks[4:] for one in (*block.speaks_for, *block.speaks_against)]
    assert places == [
        "opens a section",
        "in the section that block 5 opens",
        "opens a section",
        "in the section that block 7 opens",
    ]


def test_a_rule_that_spoke_on_a_later_look() -> None:
    gone = rule("own/gone", "sponsor", when={"equals": ["An advertisement"]})
    later = rule("own/later", "note", when={"equals": ["Corrected"], "previous": {"prose": True}})
    blocks = explained([*PROSE[:2], "An advertisement", "Corrected", *PROSE[2:]], gone, later)
    assert blocks[3].label == "note"
    assert [(one.rule, one.place) for one in blocks[3].speaks_for] == [("own/later", AGAIN)]


def test_cuts_with_their_offsets(cleaner: Cleaner) -> None:
    text = f"ORNE HARBOUR (Reuters) - {PROSE[0]}"
    first = cleaner.explain("\n\n".join([text, *PROSE[1:]])).blocks[0]
    assert first.kept
    [cut] = first.cuts
    assert (cut.label, cut.rule) == ("dateline", "en/agency-dateline")
    assert first.text[cut.start : cut.end] == cut.text == "ORNE HARBOUR (Reuters) - "
    assert cleaner.ruleset.hash == cleaner.explain(text).ruleset["hash"]


def test_a_block_that_is_cut_as_a_whole() -> None:
    span = rule("own/span", "sponsor", span={"regex": ["^Buy our book, said the paper$"]})
    lines = [*PROSE[:2], "Buy our book, said the paper", *PROSE[2:]]
    block = explained(lines, span)[2]
    assert (block.label, block.kept, block.reason) == ("sponsor", False, "cut as a whole")
    assert block.speaks_for == ()


def test_shape_and_place_in_words_and_in_figures() -> None:
    lines = ["Home", "News", "Sport", "Weather", *PROSE, "- a list item", "SHOUTED WORDS IN A LINE OF SEVEN"]
    explanation = Cleaner(ruleset(rule(when={"equals": ["nothing of this"]}))).explain("\n\n".join(lines))
    blocks = explanation.blocks
    assert blocks[0].shape == ("short line (1 word)", "among links", "before the first paragraph")
    assert blocks[5].shape[0].startswith("prose-like (")
    assert blocks[5].shape[1:] == ("among paragraphs",)
    assert "list item" in blocks[8].shape
    assert "mostly capitals or figures" in blocks[9].shape
    assert blocks[9].shape[-1] == "after the last paragraph"
    assert blocks[5].score > explanation.threshold > blocks[0].score


def test_a_lone_line_has_no_neighbours(cleaner: Cleaner) -> None:
    [block] = cleaner.explain("Home").blocks
    assert block.shape == ("short line (1 word)", "alone", "no paragraph in the document")


def test_html_has_blocks_without_offsets(cleaner: Cleaner) -> None:
    blocks = cleaner.explain(HTML_ARTICLE, "text/html").blocks
    assert [block.text for block in blocks if block.kept] == PARAGRAPHS
    assert all(block.start is None for block in blocks)


def test_as_json_and_warnings(cleaner: Cleaner) -> None:
    explanation = cleaner.explain(ARTICLE.replace("bridge", "br\ud800dge"))
    body = json.loads(json.dumps(explanation.to_dict()))
    assert body["warnings"]
    assert body["ruleset"]["hash"] == cleaner.ruleset.hash
    assert body["blocks"][0]["speaks_for"][0]["why"]


def test_what_can_not_be_read(cleaner: Cleaner) -> None:
    with pytest.raises(InputError, match="empty"):
        cleaner.explain("  \n")


@pytest.mark.parametrize("decider", ["learned", "rules"])
def test_what_moved_each_score(decider: str) -> None:
    lines = ["Home", "News", "Sport", "Weather", *PROSE, "Related", "One more story about the bridge"]
    cleaner = Cleaner(decider=decider)  # type: ignore[arg-type]
    blocks = cleaner.explain("\n\n".join(lines)).blocks
    for block in blocks:
        strengths = [abs(one.by) for one in block.moved]
        assert strengths == sorted(strengths, reverse=True)
        assert min(strengths) > 0
        assert len({one.group for one in block.moved}) == len(block.moved) >= 5
        assert all(one.what for one in block.moved)
    menu, paragraph = ({one.group: one.by for one in blocks[at].moved} for at in (1, 5))
    assert paragraph["own shape"] > menu["own shape"]


def test_what_goes_for_the_blocks_around_it_is_not_said_to_go_later(cleaner: Cleaner) -> None:
    quote = "“We waited nine winters for this boat and its goats.”"
    below = f"The harbour master spoke first. {quote[:-2]},” he said, and he rang the brass bell once more."
    blocks = cleaner.explain("\n\n".join([*PARAGRAPHS[:2], quote, below, *PARAGRAPHS[2:]])).blocks
    assert (blocks[2].text, blocks[2].label) == (quote, "duplicate")
    assert "around it" in blocks[2].reason
