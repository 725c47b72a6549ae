"""A rule's own examples: each `match` must make it speak, each `pass` must leave it silent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bodycopy.document import Block
from bodycopy.folding import printable
from bodycopy.match.engine import Engine
from bodycopy.read.plain import line_kind
from bodycopy.rules.model import Rule
from bodycopy.rules.ruleset import Ruleset, Source

_BEGINS_WITH_TAG: Final = re.compile(r"\s*<[a-z]")


@dataclass(frozen=True, slots=True)
class WrongExample:
    """The example at `index` of a rule's `match` or `pass`, which its rule gets wrong."""

    kind: Literal["match", "pass"]
    index: int
    text: str

    def __str__(self) -> str:
        verb = "should match and does not" if self.kind == "match" else "should pass and matches"
        return f"{verb}: {self.text!r}"


def check_examples(ruleset: Ruleset) -> Iterator[str]:
    """Yields a line `file:line: rule id: what is wrong` for each example that its rule gets wrong."""
    for rule, source in zip(ruleset.rules, ruleset.sources, strict=True):
        for wrong in wrong_examples(rule, source):
            yield f"{source.file}:{source.line}: {rule.id}: examples.{wrong.kind}: {wrong}"


def wrong_examples(rule: Rule, source: Source) -> Iterator[WrongExample]:
    """The examples that the rule, alone, gets wrong."""
    alone = Engine(Ruleset((rule,), (source,), "", "").of_any_language())
    for index, text in enumerate(rule.examples.match):
        if not speaks(alone, rule, text):
            yield WrongExample("match", index, text)
    for index, text in enumerate(rule.examples.pass_):
        if speaks(alone, rule, text):
            yield WrongExample("pass", index, text)


def example_blocks(text: str) -> list[Block]:
    """The blocks of an example: one a line, or those of the HTML that it is."""
    if is_html(text):
        from bodycopy.read.page.page import blocks_of  # the parser loads for HTML alone

        return blocks_of(text)
    lines = [line for line in map(printable, text.split("\n")) if line]
    return [Block(line, kind=line_kind(line)) for line in lines]


def is_html(text: str) -> bool:
    """Whether an example is HTML: it begins with a tag."""
    return _BEGINS_WITH_TAG.match(text) is not None


def speaks(engine: Engine, rule: Rule, text: str) -> bool:
    """Whether `rule`, alone in `engine`, speaks for any block of the example `text`."""
    blocks = example_blocks(text)
    matched = engine.match(blocks, frozenset(), {})
    if rule.span:
        return any(engine.cuts(matched.scene, index, frozenset()) for index in range(len(blocks)))
    return any(matched.evidence)
