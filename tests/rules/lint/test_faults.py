"""Each fault is found, at the line of its key, and a near miss of it is not."""

from pathlib import Path
from typing import NamedTuple

import pytest
from tests.rules.lint.helpers import RULE, codes, findings, pack


class Fault(NamedTuple):
    """A pack with one fault: where it is said to be, and what mends it."""

    code: str
    pack: str
    line: int
    key: str
    says: str
    old: str
    new: str


TWO = '["Tip the night desk", "tip the night desk"]'
FAULTS = [
    Fault(
        "example-fails",
        RULE.replace('"KEEP OUR PRESSES RUNNING"]', '"Keep them running"]'),
        10,
        "examples.match.1",
        "should match and does not: 'Keep them running'",
        "Keep them running",
        "keep our presses running!",
    ),
    Fault(
        "example-fails",
        RULE.replace('"They keep', '"Keep our presses running!", "They keep'),
        11,
        "examples.pass.0",
        "should pass and matches",
        "running!",
        "runners!",
    ),
    Fault(
        "example-twice",
        RULE.replace('"KEEP OUR PRESSES RUNNING"]', '"Keep our presses running"]'),
        10,
        "examples.match.1",
        "examples.match.0 already",
        'running", "Keep',
        'running", "keep',
    ),
    Fault(
        "certain-on-prose",
        pack("regex: ['^read the label']", '["Read the label", "Read the label now"]'),
        7,
        "when",
        "'Read the label before you buy, the doctor advises.'",
        "label']",
        "label(?: now)?$']",
    ),
    Fault(
        "weighed-on-prose",
        pack("regex: ['^read the label']", '["Read the label", "Read the label now"]').replace(
            "certain: true", "weight: 1"
        ),
        7,
        "when",
        "(between paragraphs)",
        "label']",
        "label(?: now)?$']",
    ),
    Fault(
        "certain-on-prose",
        pack(
            "max_words: 40",
            '["Read the label and go on", "Read the label twice"]',
            rest="    span: {regex: ['^(read the label) \\S']}\n",
        ),
        9,
        "span",
        "Read the label before you buy",
        "^(read the label) \\S",
        "^(read the label) (?:and go|twice)",
    ),
    Fault(
        "certain-on-prose",
        pack(
            "{max_words: 3, ends_sentence: true}",
            '["Ten men sang.\\nAnn ran.", "One. Two.\\nThree."]',
            '["Ten men sang.", "Ann ran.\\nTen men sang and Ann ran."]',
            rest="    run: {min_blocks: 2}\n",
        ),
        7,
        "when",
        "(among others in a row)",
        "max_words: 3,",
        "max_words: 3, regex: ['^(?:ten|ann|one|three)\\b'],",
    ),
    Fault(
        "broad-pattern",
        pack(
            "{regex: ['[aeiou]n'], previous: {equals: [our night desk]}}",
            '["Our night desk\\nTen men sang", "Our night desk\\nAnn ran on"]',
        ),
        8,
        "when.regex.0",
        "of plain sentences",
        "'[aeiou]n'",
        "'[aeiou]nn? (?:men|ran) '",
    ),
    Fault(
        "folded-away",
        pack("regex: ['^tip the “night” desk$', '^tip the night desk$']", TWO),
        8,
        "when.regex.0",
        "asks for “ (there '\"'), ” (there '\"'), which",
        "“night”",
        '"night"',
    ),
    Fault(
        "folded-away",
        pack("regex: ['^tip – the night desk$', '^tip the night desk$']", TWO),
        8,
        "when.regex.0",
        "asks for – (there '-'), which",
        "tip –",
        "tip [–-]",
    ),
    Fault(
        "folded-away",
        pack("regex: ['^tip\\tthe night desk$', '^tip the night desk$']", TWO),
        8,
        "when.regex.0",
        "asks for \\t (there ' ')",
        "tip\\tthe",
        "tip of\\s*the",
    ),
    Fault(
        "never-matches",
        pack("regex: ['^tip  the night desk', '^tip the night desk$']", TWO),
        8,
        "when.regex.0",
        "white space stands singly",
        "tip  the night desk'",
        "tip them,  ?the night desk'",
    ),
    Fault(
        "never-matches",
        pack("regex: ['^• tip jar$', '^tip the night desk$']", TWO),
        8,
        "when.regex.0",
        "a bullet or number",
        "^• tip",
        "^[^ ]+ • tip",
    ),
    Fault(
        "never-matches",
        pack("regex: ['tip jar$ here', '^tip the night desk$']", TWO),
        8,
        "when.regex.0",
        "`^` and `$` hold at the block's ends alone",
        "jar$ here",
        "jar here$",
    ),
    Fault(
        "never-compared",
        pack(
            "equals: [tip the night desk, a b c d e f g h i j eleven twelve tips]",
            TWO,
        ),
        8,
        "when.equals.1",
        "has 13 words",
        "eleven twelve tips",
        "eleven tips",
    ),
    Fault(
        "contradiction",
        pack("{equals: [tip the night desk, tip the old night desk], max_words: 4}", TWO),
        8,
        "when.equals.1",
        "has 5 words, but max_words is 4",
        "max_words: 4",
        "max_words: 5",
    ),
    Fault(
        "contradiction",
        pack("{equals: [tip, tip the night desk], min_words: 4}", TWO),
        8,
        "when.equals.0",
        "has 1 words, but min_words is 4",
        "min_words: 4",
        "min_words: 3",
    ),
    Fault(
        "contradiction",
        pack("{regex: ['^tip the night desk$', '^tip \\S+$'], min_words: 3}", TWO),
        8,
        "when.regex.1",
        "at most 2 words, but min_words is 3",
        "min_words: 3",
        "min_words: 2",
    ),
    Fault(
        "contradiction",
        pack("{regex: ['^tip the night desk$', '\\btip (?:the )+old night desk'], max_words: 4}", TWO),
        8,
        "when.regex.1",
        "at least 5 words, but max_words is 4",
        "max_words: 4",
        "max_words: 5",
    ),
    Fault(
        "contradiction",
        pack("{regex: ['^tip the night desk$', '^tip jar\\.$'], ends_sentence: false}", TWO),
        8,
        "when.regex.1",
        "ends_sentence is false",
        "jar\\.$",
        "jar\\.? now$",
    ),
    Fault(
        "contradiction",
        pack("{equals: [tip the night desk, tip jar], regex: ['desk$']}", TWO),
        8,
        "when.equals.1",
        "matches no pattern of `regex`",
        "tip jar",
        "tip desk",
    ),
    Fault(
        "refused",
        pack(
            "equals: [tip the night desk, tip jar]",
            TWO,
            rest="    unless:\n      regex: ['\\bjar\\b']\n",
        ),
        8,
        "when.equals.1",
        "refused by `unless`",
        "\\bjar\\b",
        "\\bjar .",
    ),
    Fault(
        "said-twice",
        pack("equals: [tip the night desk, Tip jar, tip jar (2)]", TWO),
        8,
        "when.equals.2",
        "'tip jar (2)' says the same as when.equals.1",
        "tip jar (2)",
        "tip jars (2)",
    ),
    Fault(
        "said-twice",
        pack("regex: ['^tip the night desk$', '^tip the night desk$']", TWO),
        8,
        "when.regex.1",
        "says the same as when.regex.0",
        "desk$', '^tip",
        "desk$', '^trip",
    ),
    Fault(
        "covered",
        pack("regex: ['^tip the \\w+ desk$', '^tip the (?:night|day) desk$']", TWO),
        8,
        "when.regex.1",
        "finds nothing that when.regex.0 does not find",
        "(?:night|day) desk",
        "(?:night|day) desks",
    ),
    Fault(
        "runs-alone",
        pack("regex: ['^\\W*tip (?:\\pL+ ){2}desk$']", '["Tip the night desk", "Tip us a desk"]'),
        8,
        "when.regex.0",
        "it runs alone on every block",
        "{2}desk$']",
        "{2}desk$']\n      max_words: 9",
    ),
    Fault(
        "runs-alone",
        pack(
            "{regex: ['^\\W*tip (?:\\pL+ ){2}desk$'], position: tail}",
            '["Tip the night desk", "Tip us a desk"]',
        ),
        8,
        "when.regex.0",
        "it runs alone on every block",
        "position: tail",
        "max_words: 9",
    ),
    Fault(
        "large-pattern",
        pack(
            "{regex: ['^tip (?:\\pL+ ){3}desk$'], max_words: 20}",
            '["Tip all the night desk", "Tip us a desk desk"]',
        ),
        8,
        "when.regex.0",
        "at most 4000 are accepted",
        "(?:\\pL+ ){3}desk",
        "(?:[a-z]+ ){3}desk",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code} {fault.key} {fault.new[:24]}")
def test_a_fault_is_found_where_it_is_and_gone_when_it_is_mended(fault: Fault, tmp_path: Path) -> None:
    found = [finding for finding in findings(tmp_path / "faulty", fault.pack) if finding.severity != "notice"]
    assert [(finding.code, finding.line, finding.key) for finding in found] == [
        (fault.code, fault.line, fault.key)
    ], found
    assert fault.says in found[0].message
    assert found[0].file == str(tmp_path / "faulty" / "own" / "own.yaml")
    assert fault.old in fault.pack
    assert codes(findings(tmp_path / "mended", fault.pack.replace(fault.old, fault.new, 1))) == []


def test_a_rule_without_a_fault(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE) == []


@pytest.mark.parametrize(
    ("when", "match", "pass_", "unless"),
    [
        # of the ways to print a phrase only one is refused
        (
            "equals: [tip the night desk, tip jar]",
            TWO,
            '["TIP JAR", "Jars for tips"]',
            "    unless:\n      regex: ['(?-i:^[A-Z ]+$)']\n",
        ),
        # quotes of a phrase are straight where patterns look
        (
            '{equals: ["don’t tip the desk", "don’t tip"], regex: ["^don\'t"]}',
            '["Don’t tip the desk", "Don\'t tip"]',
            '["Do not tip", "Tip the desk"]',
            "",
        ),
    ],
)
def test_conditions_that_leave_room(when: str, match: str, pass_: str, unless: str, tmp_path: Path) -> None:
    assert codes(findings(tmp_path, pack(when, match, pass_, unless))) == []
