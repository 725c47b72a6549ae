"""Rules that a caller brings: judged with the shared ones, bounded, and forgotten."""

import gc
import pickle
import random
import weakref
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.inputs import ARTICLE, PARAGRAPHS, many_lines
from tests.rulesets import rule

from bodycopy import Cleaner, RuleError
from bodycopy.errors import OptionError, TooMuchWorkError
from bodycopy.match import layered
from bodycopy.match.languages import EVERYWHERE
from bodycopy.rules.inline import MAX_INLINE_BYTES, MAX_INLINE_RULES, MAX_INLINE_STEPS, read_inline

SHARE = "en/share-link"
FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/*/input.txt"))


def own(name: str = "own/opponents", pattern: str = "^opponents of", **keys: Any) -> dict[str, Any]:
    made = rule(name, keys.pop("label", "sponsor"), **({"when": {"regex": [pattern]}} | keys))
    del made["examples"]
    return made


SPAN = own("own/span", when=None, span={"regex": ["officials said, "]})


def problems(cleaner: Cleaner, *rules: object) -> list[str]:
    with pytest.raises(RuleError) as caught:
        cleaner.adjusted(rules=rules)  # type: ignore[arg-type]
    return caught.value.problems


def test_a_rule_speaks_for_one_cleaner_alone(cleaner: Cleaner) -> None:
    plain = cleaner.clean(ARTICLE)
    result = cleaner.adjusted(rules=[own()]).clean(ARTICLE)
    assert result.text == "\n\n".join(PARAGRAPHS[:-1])
    assert [(one.label, one.rules) for one in result.blocks if one.text == PARAGRAPHS[-1]] == [
        ("sponsor", ("own/opponents",))
    ]
    assert result.ruleset["hash"] != plain.ruleset["hash"]
    assert cleaner.clean(ARTICLE) == plain
    assert cleaner.adjusted(rules=[own()]).clean(ARTICLE).ruleset == result.ruleset


def test_a_rule_cuts_a_span(cleaner: Cleaner) -> None:
    result = cleaner.adjusted(rules=[SPAN]).clean(ARTICLE)
    assert "officials said" not in result.text
    [cut] = [one for one in result.removed if one.rules == ("own/span",)]
    assert ARTICLE[cut.start : cut.end] == "officials said,"


def test_a_rule_replaces_one_in_force(cleaner: Cleaner) -> None:
    mine = own(SHARE, "^share on", label="player", replaces=True)
    last = cleaner.adjusted(rules=[mine]).clean(ARTICLE).blocks[-1]
    assert (last.label, last.rules) == ("player", (SHARE,))


def test_terms_that_the_rules_in_force_may_name(cleaner: Cleaner) -> None:
    text = ARTICLE + "\nSeen on 4 March 2024\n"
    assert cleaner.adjusted(rules=[own(pattern="^seen on {date}$")]).clean(text).blocks[-1].label == "sponsor"


def test_disable_and_keep_go_with_them(cleaner: Cleaner) -> None:
    adjusted = cleaner.adjusted(rules=[own()], keep=["sponsor"], disable=[SHARE])
    assert PARAGRAPHS[-1] in adjusted.clean(ARTICLE).text
    off = adjusted.adjusted(disable=["own/opponents"])
    assert "own/opponents" not in {name for block in off.clean(ARTICLE).blocks for name in block.rules}
    replaced = cleaner.adjusted(rules=[own(SHARE, replaces=True)], disable=[SHARE])
    assert SHARE not in {name for block in replaced.clean(ARTICLE).blocks for name in block.rules}
    with pytest.raises(OptionError):
        cleaner.adjusted(rules=[own()], disable=["own/opponent"])


def test_a_cleaner_with_rules_is_pickled(cleaner: Cleaner) -> None:
    adjusted = cleaner.adjusted(rules=[own(), SPAN], keep=["byline"])
    copy: Cleaner = pickle.loads(pickle.dumps(adjusted))
    assert copy.clean(ARTICLE) == adjusted.clean(ARTICLE)


def test_idempotent(cleaner: Cleaner) -> None:
    adjusted = cleaner.adjusted(rules=[own(), SPAN])
    once = adjusted.clean(ARTICLE).text
    assert adjusted.clean(once).text == once


def test_as_if_they_stood_in_a_pack(cleaner: Cleaner) -> None:
    """Thirty shipped rules that speak in every language, drawn by lot, taken out of the ruleset and brought
    along instead."""
    whole = cleaner.ruleset
    movable = [
        rule
        for rule, source in zip(whole.rules, whole.sources, strict=True)
        if rule.kind != "section" and not source.sites and source.language in EVERYWHERE
    ]
    chance = random.Random(6)
    spans = [one for one in movable if one.kind == "span"]
    moved = chance.sample(spans, 3) + chance.sample([one for one in movable if one.kind == "block"], 45)
    ids = {one.id for one in moved}
    pairs = [pair for pair in zip(whole.rules, whole.sources, strict=True) if pair[0].id not in ids]
    fewer = Cleaner(
        replace(whole, rules=tuple(one for one, _ in pairs), sources=tuple(source for _, source in pairs))
    )
    brought = fewer.adjusted(rules=moved)
    spoke = set()
    for path in FIXTURES:
        expected, found = cleaner.clean(path.read_bytes()), brought.clean(path.read_bytes())
        spoke |= {name for block in found.blocks for name in block.rules} & ids
        assert found.text == expected.text, path
        assert [block.label for block in found.blocks] == [block.label for block in expected.blocks], path
        assert [sorted(b.rules) for b in found.blocks] == [sorted(b.rules) for b in expected.blocks], path
    assert len(spoke) >= 10


def test_examples_may_stand_there_and_are_checked_for_their_form(cleaner: Cleaner) -> None:
    full = own() | {"examples": {"match": ["a", "b"], "pass": ["c", "d"]}}
    assert cleaner.adjusted(rules=[full]).clean(ARTICLE).text == "\n\n".join(PARAGRAPHS[:-1])
    [problem] = problems(cleaner, own() | {"examples": {"match": ["a"], "pass": ["c", "d"]}})
    assert problem.startswith("rules.0.examples.match: ")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (own(when={"regex": ["ok", "("]}), "rules.1.when.regex.1: not a pattern that RE2 can run (missing )"),
        (own(when={"regex": ["(?=a)b"]}), "look-around and back-references are not accepted"),
        (own(when={"regex": ["x" * 1_001]}), "rules.1.when.regex.0: the pattern has 1001 characters"),
        (
            own(when={"regex": [r"\p{L}{500}"]}),
            "rules.1.when.regex.0: the pattern compiles to more",
        ),
        (own(when={"regex": ["\ud800"]}), "rules.1.when.regex.0: the pattern holds a lone surrogate"),
        (own(when={"regex": ["{dat}"]}), "rules.1.when.regex.0: {dat} is not a term of terms.yaml"),
        (own(when={"regx": ["a"]}), "rules.1.when.regx: this key is not known here; did you mean 'regex'?"),
        (own(labl="x"), "rules.1.labl: this key is not known here; did you mean 'label'?"),
        (own(label="advert"), "label: 'advert' is not one of body, heading"),
        (own(certain="yes"), "rules.1.certain: "),
        (own(SHARE), f"rules.1.id: {SHARE!r} is taken by a rule in force; `replaces: true`"),
        (own("en/share-lnk", replaces=True), "rules.1.replaces: no rule 'en/share-lnk' is in force; did you"),
        (own("own/first"), "rules.1.id: 'own/first' is the id of rules.0 too"),
        (5, "rules.1: should be an object of keys"),
    ],
)
def test_what_is_wrong_is_named(cleaner: Cleaner, wrong: object, says: str) -> None:
    found = problems(cleaner, own("own/first"), wrong)
    assert any(says in problem for problem in found), found


def test_every_wrong_rule_is_named_at_once(cleaner: Cleaner) -> None:
    found = problems(cleaner, own(why="x"), own(id=5), own(section={"max_blocks": 0}))
    fields = [problem.partition(": ")[0] for problem in found]
    assert fields == ["rules.0.why", "rules.1.id", "rules.2.section.max_blocks"]


def test_how_many_and_how_large(cleaner: Cleaner) -> None:
    small = [own(f"own/r{number}", "^a") for number in range(MAX_INLINE_RULES + 1)]
    assert len(read_inline(small[:-1], {})) == MAX_INLINE_RULES
    assert f"at most {MAX_INLINE_RULES} items" in problems(cleaner, *small)[0]
    [problem] = problems(cleaner, *[own(f"own/r{number}") for number in range(1_000)])
    assert f"at most {MAX_INLINE_BYTES} are accepted" in problem
    circle: dict[str, Any] = own()
    circle["when"] = circle
    assert problems(cleaner, circle) == ["rules: is nested too deeply"]


def test_costly_patterns_end_soon(cleaner: Cleaner) -> None:
    costly = [own(f"own/r{n}", when={"regex": [r"\p{L}{500}"] * 80}) for n in range(MAX_INLINE_RULES)]
    found = problems(cleaner, *costly)
    assert "compiles to more than 8000 steps" in found[0]
    assert all("not read" in problem for problem in found[1:])
    many = [own(f"own/r{n}", when={"regex": [rf"\p{{L}}{{3}}{n}"]}) for n in range(MAX_INLINE_RULES)]
    assert any(f"at most {MAX_INLINE_STEPS} are accepted" in problem for problem in problems(cleaner, *many))


SENTENCES = [
    f"The council voted on day {number} to close the old bridge to all traffic." for number in range(900)
]


@pytest.mark.parametrize(
    ("rules", "text", "says"),
    [
        ([own(f"own/r{n}", f"a[ab]{{900}}{n}") for n in range(10)], "abba" * 4_000, "too much work"),
        ([own(when=None, span={"regex": [r"\S"]})], "ab " * 20_000, "more than 5000 spans in one block"),
        (
            [own(when={"min_words": 1}, unless={"previous": {"min_words": 1}})],
            "\n\n".join(SENTENCES),
            "too much work",
        ),
    ],
)
def test_rules_that_would_never_end(
    cleaner: Cleaner, rules: list[dict[str, Any]], text: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layered, "MAX_WORK", 50_000_000)  # a twentieth, so that the test is soon over
    with pytest.raises(TooMuchWorkError, match=says):
        cleaner.adjusted(rules=rules).clean(text)


def test_a_long_document_and_modest_rules(cleaner: Cleaner) -> None:
    text = many_lines(5_000)
    rules = [own(f"own/r{number}", f"^council {number}") for number in range(MAX_INLINE_RULES)]
    assert cleaner.adjusted(rules=rules).clean(text).text == cleaner.clean(text).text


def test_nothing_of_them_is_remembered(cleaner: Cleaner) -> None:
    """Reference counts alone free them: no cycle keeps their automata until a collection, no cache at all."""
    gc.collect()
    gc.disable()
    try:
        adjusted = cleaner.adjusted(rules=[own(), SPAN])
        adjusted.clean(ARTICLE)
        gone = [weakref.ref(adjusted), weakref.ref(adjusted._small), weakref.ref(adjusted.ruleset.rules[-1])]
        del adjusted
        assert [reference() for reference in gone] == [None, None, None]
    finally:
        gc.enable()
