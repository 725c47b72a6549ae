"""A rule's own examples: each `match` must make it speak, each `pass` must leave it silent."""

from collections.abc import Iterator

from bodycopy.document import Block
from bodycopy.folding import printable
from bodycopy.match.engine import Engine
from bodycopy.read.plain import line_kind
from bodycopy.rules.load import Ruleset
from bodycopy.rules.model import Rule


def check_examples(ruleset: Ruleset) -> Iterator[str]:
    """Yields a line `file:line: rule id: what is wrong` for each example that its rule gets wrong."""
    for rule, source in zip(ruleset.rules, ruleset.sources, strict=True):
        alone = Engine(Ruleset((rule,), (source,), ruleset.version, ruleset.hash))
        where = f"{source.file}:{source.line}: {rule.id}"
        for kind, texts, expected in (
            ("match", rule.examples.match, True),
            ("pass", rule.examples.pass_, False),
        ):
            for text in texts:
                if speaks(alone, rule, text) is not expected:
                    verb = "should match and does not" if expected else "should pass and matches"
                    yield f"{where}: examples.{kind}: {verb}: {text!r}"


def speaks(engine: Engine, rule: Rule, text: str) -> bool:
    """Whether `rule`, alone in `engine`, speaks for any block of `text` (a block a line)."""
    lines = [line for line in map(printable, text.split("\n")) if line]
    blocks = [Block(line, kind=line_kind(line)) for line in lines]
    matched = engine.match(blocks, frozenset(), {})
    if rule.span:
        return any(engine.cuts(matched.scene, index, frozenset()) for index in range(len(blocks)))
    return any(matched.evidence)
