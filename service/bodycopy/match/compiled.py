"""A rule with its conditions compiled."""

from dataclasses import dataclass

import re2

from bodycopy.match.atoms import Atoms
from bodycopy.match.conditions import ANY_LENGTH, Scene, Test, compile_test, compile_unless
from bodycopy.match.evidence import Evidence
from bodycopy.match.languages import Languages
from bodycopy.rules.model import Rule
from bodycopy.rules.patterns import compile_pattern
from bodycopy.shape import Shape


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule, ready to be asked of blocks."""

    rule: Rule
    language: str
    when: Test | None
    unless_said: tuple[Test, ...]
    unless_placed: tuple[Test, ...]
    evidence: Evidence
    placed: bool
    """Whether the rule asks for more than the block's text."""
    gathered: bool
    """Whether the rule speaks of more blocks than the one that it holds for: of a section or a run."""
    spans: tuple[tuple[int | None, "re2._Regexp"], ...]

    def speaks_in(self, languages: Languages) -> bool:
        """Whether the rule is asked of documents in these languages."""
        return languages is None or self.language in languages

    def says(self, shape: Shape, hits: frozenset[int]) -> bool:
        """Whether the rule may speak for a block with this text, wherever it stands."""
        # most rules have no objections: asking for none takes time too, thousands of times a page
        return (self.when is None or self.when.says(shape, hits)) and not (
            self.unless_said and any(test.says(shape, hits) for test in self.unless_said)
        )

    def stands(self, scene: Scene, index: int) -> bool:
        """Whether the rule, which speaks for this text, speaks for the block at `index`."""
        return (self.when is None or self.when.stands(scene, index)) and not (
            self.unless_placed and any(test.holds(scene, index) for test in self.unless_placed)
        )

    def holds(self, scene: Scene, index: int) -> bool:
        """Whether the rule speaks for the block at `index`."""
        return self.says(scene.shapes[index], scene.hits[index]) and self.stands(scene, index)


def compile_rule(rule: Rule, language: str, atoms: Atoms) -> Compiled:
    """`rule`, of a pack in `language`; what it looks for in every block goes to `atoms`."""
    when = compile_test(rule.when, atoms, None if rule.span else language) if rule.when else None
    unless = compile_unless(rule.unless, atoms)
    unless_placed = tuple(test for test in unless if test.placed)
    placed = bool(unless_placed) or (when is not None and when.placed)
    return Compiled(
        rule,
        language,
        when,
        unless_said=tuple(test for test in unless if not test.placed),
        unless_placed=unless_placed,
        evidence=Evidence(rule.id, rule.label, rule.weight or 0.0, bool(rule.certain)),
        placed=placed,
        gathered=rule.kind in ("section", "run"),
        spans=tuple(
            (atoms.pattern(pattern, ANY_LENGTH, language), compile_pattern(pattern))
            for pattern in (rule.span.regex if rule.span else ())
        ),
    )
