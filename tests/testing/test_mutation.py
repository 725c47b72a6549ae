"""`bodycopy test --mutate`: which rules does nobody miss?"""

import json
from pathlib import Path

import pytest

from tests.cli.helpers import run
from tests.testing.repository import APPEAL, PACK, PARAGRAPHS, add_case, add_rules

ROOT = Path(__file__).parents[2]
TWIN = """\
  - id: own/appeal-again
    label: sponsor
    why: The same appeal, a second time.
    certain: true
    when:
      regex: ['^tide over the skarrow']
      max_words: 20
    examples:
      match: ["Tide over the Skarrow Post: five crowns a month.", "Tide over the Skarrow Post!"]
      pass: ["The tide over the Skarrow bar rose.", "We will tide over the winter."]
"""
SHADOWED = """\
  - id: own/five-crowns
    label: sponsor
    why: A price behind the appeal, which the appeal's own rule sees first.
    weight: 1.0
    when:
      regex: ['^tide over .*\\bfive crowns\\b']
    examples:
      match: ["Tide over the Skarrow Post: five crowns.", "Tide over the Skarrow Post: five crowns a year."]
      pass: ["Five crowns.", "It cost five crowns."]
"""


def test_a_rule_that_its_examples_need_is_noticed(here: Path) -> None:
    add_rules(here)
    result = run("test", "--mutate")
    assert (result.exit_code, result.stdout) == (0, "1 rules switched off in turn: 0 that nothing notices\n")


def test_twins_and_shadows_are_named_with_the_reason(here: Path) -> None:
    add_rules(here, PACK + TWIN)
    add_case(here)
    result = run("test", "--mutate")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    where = "nothing notices its absence: it speaks in appeals/in-mid-article"
    same = "but there and in its examples the result is the same without it"
    assert lines == [
        f"rules/own.yaml:3: own/appeal: {where}, {same}",
        f"rules/own.yaml:13: own/appeal-again: {where}, {same}",
        "2 rules switched off in turn: 2 that nothing notices",
    ]
    add_rules(here, PACK + SHADOWED)
    assert run("test", "--mutate").stdout.splitlines()[0].startswith("rules/own.yaml:13: own/five-crowns: ")


def test_a_fixture_can_be_the_one_that_notices(here: Path) -> None:
    add_rules(here, PACK + SHADOWED)
    line = "Tide over winter: five crowns, please, said the ferryman, who had not been paid"
    assert run("test", "--mutate").exit_code == 1
    story = f"{PARAGRAPHS[0]}\n\n{APPEAL}\n\n{PARAGRAPHS[1]}\n\nHome\n\n{line}\n"
    add_case(here, input_txt=story, expected_json={"blocks": _blocks(here, story)})
    body = json.loads(run("test", "--mutate", "--json").stdout)
    assert body["unnoticed"] == 0
    assert {rule["rule"]: rule["noticed_by"] for rule in body["rules"]} == {
        "own/appeal": "the example 'Tide over the Skarrow Post: five crowns a month.'",
        "own/five-crowns": "appeals/in-mid-article",
    }


def _blocks(here: Path, story: str) -> list[list[str]]:
    result = run("clean", "--json", "--blocks", stdin=story, BODYCOPY_RULES=str(here / "rules"))
    return [[block["label"], block["text"]] for block in json.loads(result.stdout)["blocks"]]


@pytest.mark.slow
def test_something_notices_every_shipped_rule() -> None:
    result = run("test", "--mutate", "--shipped", "--rules", ROOT / "rules", "--fixtures", ROOT / "fixtures")
    assert result.exit_code == 0, result.stdout
    assert result.stdout.endswith(" rules switched off in turn: 0 that nothing notices\n")
