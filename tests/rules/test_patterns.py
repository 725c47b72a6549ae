"""A pattern of a rule carries its automaton as long as it may run alone."""

import pickle
from dataclasses import replace

import pytest
from tests.rulesets import blocks, rule, ruleset

from bodycopy.match.engine import Engine
from bodycopy.rules.patterns import MEMORY, CompiledPattern, compile_pattern, forget


@pytest.mark.parametrize("text", ["^more", "^a{2,40}b"])
def test_what_is_forgotten_is_made_anew_where_it_is_asked_for(text: str) -> None:
    pattern = CompiledPattern(text)
    first, steps = pattern.checked, pattern.checked.programsize
    assert pattern.checked is first
    forget(pattern)
    assert pattern.checked is not first
    assert pattern.checked.programsize == steps
    assert compile_pattern(pattern).options.max_mem == MEMORY
    assert pattern.checked is compile_pattern(pattern)


def test_a_forgotten_pattern_is_pickled_as_it_was() -> None:
    pattern = CompiledPattern("^more")
    forget(pattern)
    again = pickle.loads(pickle.dumps(pattern))
    assert again == "^more"
    assert again.checked.search("more of it")


def test_patterns_that_run_together_do_not_keep_their_own_automata() -> None:
    rules = ruleset(rule("own/one", when={"regex": ["^more", "less$"]}))
    patterns = rules.rules[0].when.regex
    assert all(pattern._made for pattern in patterns)
    engine = Engine(rules)
    assert [pattern._made for pattern in patterns] == [None, None]
    evidence = engine.match(blocks(["more", "less", "as much"]), frozenset(), {}).evidence
    assert [len(entries) for entries in evidence] == [1, 1, 0]


def test_patterns_that_wait_for_their_language_do_not_keep_their_automata() -> None:
    test = {"regex": ["^mehr"], "previous": {"regex": ["^davor"]}}
    rules = ruleset(rule("de/one", when=test, unless={"regex": ["^nie"]}), language="de")
    patterns = rules.rules[0].patterns
    assert patterns == ["^mehr", "^nie", "^davor"]
    assert all(pattern._made for pattern in patterns)
    other = ruleset(rule("en/one", when={"equals": ["more"]}))
    both = replace(rules, rules=rules.rules + other.rules, sources=rules.sources + other.sources)
    engine = Engine(both)
    assert not any(pattern._made for pattern in patterns)
    evidence = engine.match(blocks(["davor", "mehr"]), frozenset(), {}).evidence
    assert [len(entries) for entries in evidence] == [0, 1]
