"""Faults that show only beside other rules, other packs and other folders."""

from pathlib import Path

from tests.rules.lint.helpers import RULE, codes, findings

OTHER = (
    RULE.replace("own/house-line", "other/house-line")
    .replace("equals: [keep our presses running]", "regex: ['^keep our \\S+ running$']")
    .replace("label: sponsor", "label: navigation")
    .replace(
        '["Keep our presses running", "KEEP OUR PRESSES RUNNING"]',
        '["Keep our dogs running", "Keep our ads running"]',
    )
    .replace("They keep our presses running.", "They keep our dogs running.")
)


def test_an_example_that_a_certain_rule_of_another_label_claims(tmp_path: Path) -> None:
    found = findings(tmp_path, RULE, beside=OTHER)
    assert [(f.code, f.line, f.key) for f in found] == [
        ("example-claimed", 10, "examples.match.0"),
        ("example-claimed", 10, "examples.match.1"),
    ]
    assert "'Keep our presses running'" in found[0].message
    assert f"other/house-line (navigation, {tmp_path}/other/other.yaml:3)" in found[0].message


def test_an_example_that_a_weighed_rule_claims_is_no_fault(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE, beside=OTHER.replace("certain: true", "weight: 3")) == []


def test_a_rule_that_claims_an_example_of_a_rule_that_is_not_judged(tmp_path: Path) -> None:
    wide = RULE.replace("equals: [keep our presses running]", "regex: ['^keep \\S+ \\S+ \\S+$']").replace(
        "Keep the presses running", "Keep the presses running, she said"
    )
    other = RULE.replace("own/house-line", "other/house-line").replace("label: sponsor", "label: tags")
    other = other.replace("our presses", "her presses").replace("OUR PRESSES", "HER PRESSES")
    found = [f for f in findings(tmp_path, wide, beside=other) if f.code == "example-claimed"]
    assert [(f.rule, f.line) for f in found] == [("own/house-line", 3)] * 2
    assert "an example of other/house-line (tags" in found[0].message
    assert findings(tmp_path, RULE, beside=other) == []


def test_an_example_is_claimed_only_where_no_block_is_left_to_its_rule(tmp_path: Path) -> None:
    run = RULE.replace("keep our presses running]", "keep our presses running, tip jar]").replace(
        "    examples:", "    run: {min_blocks: 2}\n    examples:"
    )
    run = run.replace(
        '["Keep our presses running", "KEEP', '["Keep our presses running\\nTip jar", "Tip jar\\nKEEP'
    )
    assert findings(tmp_path, run, beside=OTHER) == []


def test_a_section_that_weighs_may_open_with_the_line_of_another_label(tmp_path: Path) -> None:
    section = RULE.replace("certain: true", "weight: 2").replace(
        "    examples:", "    section: {max_blocks: 4}\n    examples:"
    )
    assert findings(tmp_path / "weighed", section, beside=OTHER) == []
    certain = section.replace("weight: 2", "certain: true")
    assert set(codes(findings(tmp_path / "certain", certain, beside=OTHER))) == {"example-claimed"}


def test_a_rule_whose_examples_a_certain_rule_of_its_label_has(tmp_path: Path) -> None:
    same = OTHER.replace("label: navigation", "label: sponsor")
    found = findings(tmp_path / "idle", RULE, beside=same)
    assert [(f.code, f.line, f.key) for f in found] == [("overshadowed", 10, "examples.match")]
    assert "other/house-line (sponsor" in found[0].message
    placed = same.replace("    when:\n", "    when:\n      position: head\n")
    assert findings(tmp_path / "placed", RULE, beside=placed) == []
    more = RULE.replace("presses running]", "presses running, tip jar]").replace(
        '["Keep', '["Tip jar", "Keep'
    )
    assert findings(tmp_path / "more", more, beside=same) == []


def test_a_phrase_that_two_labels_claim(tmp_path: Path) -> None:
    mine = RULE.replace("presses running]", "presses running, Tip jar]")
    theirs = OTHER.replace("regex: ['^keep our \\S+ running$']", "equals: [keep them running, tip jar]")
    theirs = theirs.replace("our dogs", "them").replace("our ads", "them (2)")
    [found] = findings(tmp_path / "two", mine, beside=theirs)
    assert (found.code, found.line, found.key) == ("phrase-claimed", 8, "when.equals.1")
    assert "'tip jar'" in found.message.lower()
    guarded = theirs.replace("    when:\n", "    when:\n      position: tail\n")
    assert findings(tmp_path / "guarded", mine, beside=guarded) == []
    agreed = theirs.replace("label: navigation", "label: sponsor")
    assert findings(tmp_path / "agreed", mine, beside=agreed) == []


def test_ids_begin_with_the_folder_of_their_pack(tmp_path: Path) -> None:
    [found] = findings(tmp_path / "wrong", {"news/money.yaml": RULE})
    assert (found.code, found.line, found.key) == ("id-folder", 3, "id")
    assert "news/house-line" in found.message
    assert findings(tmp_path / "right", {"own/money.yaml": RULE}) == []
    assert findings(tmp_path / "top", {"money.yaml": RULE}) == []


def test_a_term_that_nothing_uses(tmp_path: Path) -> None:
    using = RULE.replace("equals: [keep our presses running]", "regex: ['^keep our {press} running$']")
    packs = {"own.yaml": using, "terms.yaml": "# ours\nnoun: press\npress: '{noun}es'\nidle: a\n"}
    [found] = findings(tmp_path / "idle", packs)
    assert (found.code, found.line, found.key) == ("unused-term", 4, "idle")
    packs["terms.yaml"] = packs["terms.yaml"].replace("idle: a\n", "")
    assert findings(tmp_path / "used", packs) == []
    passed_by = tmp_path / "used" / "own" / ".before"
    passed_by.mkdir()
    (passed_by / "own.yaml").write_bytes(b"\xff{idle}")
    assert findings(tmp_path / "used", packs) == []


def test_a_file_with_nearly_the_ending_of_a_pack_is_named(tmp_path: Path) -> None:
    packs = {"own.yaml": RULE, "more/other.yml": RULE, "third.YAML": RULE, "notes.md": "", ".hidden.yml": ""}
    found = findings(tmp_path, packs)
    assert codes(found) == ["not-read", "not-read"]
    assert [finding.file for finding in found] == [
        str(tmp_path / "own" / "more" / "other.yml"),
        str(tmp_path / "own" / "third.YAML"),
    ]


def test_a_pattern_that_no_example_shows_is_a_notice(tmp_path: Path) -> None:
    pack = RULE.replace(
        "equals: [keep our presses running]", "regex: ['^keep our presses running$', '^tip jar$']"
    )
    [found] = findings(tmp_path / "hidden", pack)
    assert (found.code, found.severity, found.key) == ("not-shown", "notice", "when.regex.1")
    shown = pack.replace('match: ["Keep', 'match: ["Tip jar", "Keep')
    assert findings(tmp_path / "shown", shown) == []


def test_messages_show_patterns_as_they_are_written(tmp_path: Path) -> None:
    using = RULE.replace(
        "equals: [keep our presses running]", "regex: ['^keep our {noun} running$', '^keep – {noun}']"
    )
    found = findings(tmp_path, {"own.yaml": using, "terms.yaml": "noun: presses\n"})[0]
    assert "'^keep – {noun}'" in found.message
