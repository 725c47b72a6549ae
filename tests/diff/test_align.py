"""Two judgements of one document: its lines, and each word's fate under both."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from bodycopy import Cleaner
from bodycopy.diff.align import Line, align
from bodycopy.diff.changes import CONTEXT, MAX_LINES, NO_RULE, count, largest_changes
from tests.inputs import ARTICLE, ONLY_BOILERPLATE, long_line
from tests.rulesets import PROSE, rule, ruleset

SILENT = rule("own/silent", when={"equals": ["nothing says this"]})


def lines_of(text: str, old: list[dict[str, object]], new: list[dict[str, object]]) -> list[Line]:
    before, after = Cleaner(ruleset(SILENT, *old)), Cleaner(ruleset(SILENT, *new))
    document = before.read(text)
    return list(align(before.judge(document), after.judge(document)))


def test_a_line_that_a_new_rule_drops() -> None:
    lines = lines_of(
        "\n\n".join(PROSE),
        [],
        [rule("own/new", "sponsor", when={"regex": ["Lorries"]}, unless={"max_words": 3})],
    )
    assert [line.changed for line in lines] == [False, True, False, False]
    counts = count(lines)
    assert counts.dropped.words == len(PROSE[1].split())
    assert counts.dropped.by_label == Counter(sponsor=counts.dropped.words)
    assert counts.dropped.by_rule == Counter({"own/new": counts.dropped.words})
    assert (counts.kept.words, counts.relabelled) == (0, Counter())
    [change] = largest_changes(lines)
    assert [line.changed for line in change.lines] == [False, True, False, False]
    assert change.size == (counts.dropped.words, 0)
    assert (change.lines[1].old.label, change.lines[1].new.rules) == ("body", ("own/new",))


def test_the_other_way_round_it_is_newly_kept_under_what_it_was() -> None:
    own = rule("own/old", "sponsor", when={"regex": ["Lorries"]})
    counts = count(lines_of("\n\n".join(PROSE), [own], []))
    assert counts.dropped.words == 0
    assert counts.kept.by_rule == Counter({"own/old": counts.kept.words})
    assert counts.kept.by_label == Counter(sponsor=counts.kept.words)


def test_a_cut_counts_its_own_words_alone() -> None:
    span = rule("own/span", "dateline", span={"regex": ["^ORNE HARBOUR - "]})
    lines = lines_of("\n\n".join([f"ORNE HARBOUR - {PROSE[0]}", *PROSE[1:]]), [], [span])
    counts = count(lines)
    assert (counts.dropped.words, counts.dropped.by_rule) == (2, Counter({"own/span": 2}))
    [change] = largest_changes(lines)
    assert change.lines[0].new.cuts == (("dateline", "own/span", "ORNE HARBOUR -"),)
    assert change.lines[0].new.label == change.lines[0].old.label == "body"


def test_another_label_only() -> None:
    both = [[rule("own/rule", label, when={"equals": ["Buy it now"]})] for label in ("sponsor", "related")]
    lines = lines_of("\n\n".join([*PROSE, "Buy it now"]), *both)
    counts = count(lines)
    assert counts.relabelled == Counter({("sponsor", "related"): 3})
    assert (counts.dropped.words, counts.kept.words) == (0, 0)
    assert largest_changes(lines)[0].size == (0, 3)


def test_words_that_no_rule_speaks_of() -> None:
    junk = [f"Teaser number {number} of many" for number in range(12)]
    text = "\n\n".join(["A lone line of words", *junk, *PROSE])
    drops = rule("own/junk", "related", when={"regex": ["^Teaser"]})
    counts = count(lines_of(text, [], [drops]))
    assert set(counts.dropped.by_rule) | set(counts.kept.by_rule) <= {"own/junk", NO_RULE}


def test_a_block_that_one_side_takes_apart_into_sentences() -> None:
    text = "A menu line\n\n" + long_line(1_500)
    lines = lines_of(text, [], [rule("own/menu", when={"equals": ["A menu line"]})])
    assert len(lines) > 5
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    assert all(len(line.words) == len(line.text.rstrip(".").split()) for line in lines)


def test_the_same_rules_change_nothing(cleaner: Cleaner) -> None:
    for text in (ARTICLE, ONLY_BOILERPLATE, long_line(2_000)):
        document = cleaner.read(text)
        lines = list(align(cleaner.judge(document), cleaner.judge(document)))
        assert not any(line.changed for line in lines)
        assert largest_changes(lines) == []


def test_changes_close_together_are_one_and_a_long_one_is_bounded() -> None:
    closed = (("ferry", "Monday"), ("school", "Tuesday"), ("harbour", "Friday"))
    text = [
        *PROSE,
        *(f"The {what} was closed as well: on {day} people took the long road." for what, day in closed),
        *(f"Number {n} is a line that goes away, whatever else is said of it here." for n in range(30)),
    ]
    [change] = largest_changes(
        lines_of("\n\n".join(text), [], [rule("own/n", "other", when={"regex": ["^Number"]})])
    )
    assert len(change.lines) == MAX_LINES
    assert change.left_out == 30 + CONTEXT - MAX_LINES
    text = [PROSE[0], "Number 1 is it.", *PROSE[1:], "Number 2 is it."]
    drops = rule("own/n", "other", when={"regex": ["^Number"]})
    assert len(largest_changes(lines_of("\n\n".join(text), [], [drops]))) == 2


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PROSE, "Home", "Share", "(Reuters) - x", "。一。二", "a-\nb", "* . *"]), max_size=9
    )
)
def test_every_word_has_two_fates(chosen: list[str]) -> None:
    text = "\n\n".join(["Start", *chosen])
    old = rule("own/share", "social", when={"equals": ["share"]})
    new = rule("own/span", "dateline", span={"regex": [r"^\(Reuters\) - "]})
    lines = lines_of(text, [old], [new])
    counts = count(lines)
    before = sum(word.old.kept for line in lines for word in line.words)
    after = sum(word.new.kept for line in lines for word in line.words)
    assert after - before == counts.kept.words - counts.dropped.words
