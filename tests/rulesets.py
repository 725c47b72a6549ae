"""Tiny rulesets, written in the test that uses them."""

import json
import textwrap
from collections.abc import Sequence
from typing import Any

from bodycopy.document import Block
from bodycopy.match.engine import Engine, Matched
from bodycopy.read.plain import line_kind
from bodycopy.rules.pack import parse_pack
from bodycopy.rules.patterns import Scope
from bodycopy.rules.ruleset import Ruleset, Source

EXAMPLES = {"match": ["one", "two"], "pass": ["three", "four"]}
PROSE = [
    "The council voted on Monday to close the old bridge to all heavy traffic for at least a year.",
    "Lorries will take the longer road through the valley, officials said, which adds half an hour.",
    "Nobody who lives along that road was asked what they thought of it, the paper wrote on Tuesday.",
    "Work on the bridge is to begin in the spring, once the river has fallen and the ice has gone.",
]
"""Sure paragraphs, no two alike."""


def rule(name: str = "own/rule", label: str = "navigation", **keys: Any) -> dict[str, Any]:
    """A rule as a pack has it: certain unless it is given a weight; its examples are not checked."""
    strength = {} if "weight" in keys else {"certain": True}
    return {"id": name, "label": label, "why": "A rule for a test.", "examples": EXAMPLES} | strength | keys


def ruleset(*rules: dict[str, Any], language: str = "en") -> Ruleset:
    """These rules, loaded."""
    found, lines, read, problems = load_text(
        json.dumps({"language": language, "rules": list(rules)}, ensure_ascii=False)  # JSON is YAML
    )
    assert problems == []
    assert (read, len(lines)) == (language, len(rules))
    sources = [Source("own", language, "own.yaml", line) for _, line in lines]
    return Ruleset(tuple(found), tuple(sources), "0", "0")


def load_text(text: str) -> tuple[list[Any], list[tuple[str, int]], str, list[str]]:
    """What `parse_pack` says of this pack."""
    pack, problems = parse_pack(textwrap.dedent(text), "own.yaml", Scope({"month": "(?:jan|feb)"}))
    if pack is None or problems:
        return [], [], "", problems
    return list(pack.rules), [("own.yaml", line) for line in pack.lines], pack.language, problems


def blocks(lines: Sequence[str]) -> list[Block]:
    return [Block(line, kind=line_kind(line)) for line in lines]


def match(lines: Sequence[str], *rules: dict[str, Any], disabled: Sequence[str] = ()) -> Matched:
    """The evidence of these rules on these lines."""
    return Engine(ruleset(*rules)).match(blocks(lines), frozenset(disabled), {})


def spoken(lines: Sequence[str], *rules: dict[str, Any], disabled: Sequence[str] = ()) -> list[int]:
    """The indexes of the lines for which any of these rules speaks."""
    evidence = match(lines, *rules, disabled=disabled).evidence
    return [index for index, entries in enumerate(evidence) if entries]


def cut(line: str, *rules: dict[str, Any], disabled: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Label and text of each span that these rules cut from this line."""
    engine = Engine(ruleset(*rules))
    scene = engine.match(blocks([line]), frozenset(disabled), {}).scene
    return [(c.label, line[c.start : c.end]) for c in engine.cuts(scene, 0, frozenset(disabled))]
