"""The shipped rules: each label has some. Their examples are run by the pytest plugin."""

import pytest
from tests.rulesets import rule, ruleset

from bodycopy import Cleaner
from bodycopy.labels import ALL_LABELS
from bodycopy.rules.examples import check_examples
from bodycopy.rules.load import load
from bodycopy.rules.ruleset import Ruleset

#: What an article is made of; the decider finds these by shape where no rule speaks.
_BY_SHAPE = ("body", "heading", "title", "subtitle")


@pytest.mark.parametrize("label", [label for label in ALL_LABELS if label not in _BY_SHAPE])
def test_every_label_has_a_rule_in_the_english_or_the_general_packs(label: str, cleaner: Cleaner) -> None:
    shipped = cleaner.ruleset
    assert any(
        rule.label == label and source.language in ("en", "any")
        for rule, source in zip(shipped.rules, shipped.sources, strict=True)
    )


def test_an_example_that_does_not_hold_is_named() -> None:
    wrong = {"match": ["Share", "Print"], "pass": ["Mail", "Share!"]}
    rules = ruleset(rule("own/share", "social", when={"equals": ["share"]}, examples=wrong))
    source = load().sources[0]
    found = list(check_examples(Ruleset(rules.rules, (source,), "0", "0")))
    assert [problem.partition(" own/share: ")[2] for problem in found] == [
        "examples.match: should match and does not: 'Print'",
        "examples.pass: should pass and matches: 'Share!'",
    ]
    assert all(problem.startswith(f"{source.file}:{source.line}: ") for problem in found)
