"""The rule engine: compiled rules in, evidence for each block out. Rules never delete."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final

import re2

from bodycopy.document import Block
from bodycopy.folding import matchable
from bodycopy.match.conditions import Atoms, Scene, Searched, Test, compile_test, compile_unless
from bodycopy.match.evidence import Cut, Evidence
from bodycopy.match.repeats import Repeat, find_repeats
from bodycopy.rules.load import Ruleset
from bodycopy.rules.model import Rule, compile_pattern
from bodycopy.shape import Shape, measure

#: Paragraphs at most so many blocks apart belong together.
COMPANY: Final = 3
_ANY_LENGTH: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Matched:
    """A scene and, for each of its blocks, the evidence of all rules."""

    scene: Scene
    evidence: list[list[Evidence]]


Look = tuple[Shape, frozenset[int], Searched]
"""What is known of a block by its text alone: its shape, the atoms and the large patterns found in it."""
Memory = dict[str, Look]
"""Looks at the longer texts of one document."""
#: Texts so short are menu entries and the like, which stand in many documents: looks at them are kept.
SHORT_TEXT: Final = 60
LOOKS_KEPT: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    when: Test | None
    unless: tuple[Test, ...]
    evidence: Evidence
    spans: tuple[tuple[int | None, "re2._Regexp"], ...] = ()

    def holds(self, scene: Scene, index: int) -> bool:
        return (self.when is None or self.when.holds(scene, index)) and not any(
            test.holds(scene, index) for test in self.unless
        )


class Engine:
    """Rules, compiled once. Read-only after construction, so safe to share between threads."""

    def __init__(self, ruleset: Ruleset) -> None:
        atoms = Atoms()
        self._triggered: dict[int, list[_Compiled]] = defaultdict(list)
        self._always: list[_Compiled] = []
        self._spans: dict[int, list[_Compiled]] = defaultdict(list)
        self._large_spans: list[_Compiled] = []
        self._always_by_words: dict[int, tuple[_Compiled, ...]] = {}
        self._repeats: list[_Compiled] = []
        for rule in ruleset.rules:
            compiled = _compile(rule, atoms)
            if rule.span:
                for atom in {atom for atom, _ in compiled.spans}:
                    (self._large_spans if atom is None else self._spans[atom]).append(compiled)
            elif rule.repeat:
                self._repeats.append(compiled)
            elif compiled.when and compiled.when.triggers:
                for atom in compiled.when.triggers:
                    self._triggered[atom].append(compiled)
            else:
                self._always.append(compiled)
        atoms.compile()
        self._atoms = atoms
        self._look_again = lru_cache(maxsize=LOOKS_KEPT)(partial(_look, atoms))

    def match(self, blocks: Sequence[Block], disabled: frozenset[str], memory: Memory) -> Matched:
        """The evidence for each of `blocks` of all rules whose id and label are not in `disabled`."""
        scene = self._scene(blocks, memory)
        evidence: list[list[Evidence]] = [[] for _ in blocks]
        openers: dict[int, list[_Compiled]] = {}
        runs: dict[str, tuple[_Compiled, list[int]]] = {}
        for index in range(len(blocks)):
            for compiled in self._candidates(scene.shapes[index], scene.hits[index]):
                rule = compiled.rule
                if rule.id in disabled or rule.label in disabled or not compiled.holds(scene, index):
                    continue
                if rule.section:
                    openers.setdefault(index, []).append(compiled)
                elif rule.run:
                    runs.setdefault(rule.id, (compiled, []))[1].append(index)
                else:
                    evidence[index].append(compiled.evidence)
        _add_sections(scene, openers, evidence)
        for compiled, indexes in runs.values():
            _add_runs(compiled, indexes, evidence)
        repeating = [c for c in self._repeats if not {c.rule.id, c.rule.label} & disabled]
        if repeating:
            _add_repeats(repeating, find_repeats(scene.shapes), scene, evidence)
        return Matched(scene, evidence)

    def cuts(self, scene: Scene, index: int, disabled: frozenset[str]) -> list[Cut]:
        """The spans that rules cut from the block at `index`, in order and without overlap."""
        hits = scene.hits[index]
        if not self._large_spans and not any(atom in self._spans for atom in hits):
            return []
        text = matchable(scene.blocks[index].text)
        started = [(atom, c) for atom in hits for c in self._spans.get(atom, ())]
        found: list[Cut] = []
        for atom, compiled in started + [(None, c) for c in self._large_spans]:
            rule = compiled.rule
            if rule.id in disabled or rule.label in disabled or not compiled.holds(scene, index):
                continue
            for at, pattern in compiled.spans:
                if at == atom:
                    found += _find_cuts(rule, pattern, text)
        found.sort(key=lambda cut: (cut.start, -cut.end, cut.rule))
        kept: list[Cut] = []
        for cut in found:
            if not kept or cut.start >= kept[-1].end:
                kept.append(cut)
        return kept

    def _scene(self, blocks: Sequence[Block], memory: Memory) -> Scene:
        known = []
        for block in blocks:
            text = block.text
            if len(text) <= SHORT_TEXT:
                known.append(self._look_again(text))
                continue
            entry = memory.get(text)
            if entry is None:
                entry = memory[text] = _look(self._atoms, text)
            known.append(entry)
        prose = [index for index, (shape, _, _) in enumerate(known) if shape.prose]
        return Scene(
            blocks,
            [shape for shape, _, _ in known],
            [hits for _, hits, _ in known],
            [searched for _, _, searched in known],
            _first_of_company(prose, len(blocks)),
            -_first_of_company([-index for index in reversed(prose)], 1),
        )

    def _candidates(self, shape: Shape, hits: frozenset[int]) -> Iterator[_Compiled]:
        """The rules that may speak for a block: those that an atom starts, and those that nothing does."""
        always = self._always_by_words.get(shape.words)
        if always is None:
            always = tuple(
                c
                for c in self._always
                if c.when is None or c.when.min_words <= shape.words <= c.when.max_words
            )
            self._always_by_words[shape.words] = always
        yield from always
        if not any(atom in self._triggered for atom in hits):
            return
        seen: set[str] = set()
        for atom in sorted(hits) if len(hits) > 1 else hits:
            for compiled in self._triggered.get(atom, ()):
                if compiled.rule.id not in seen:
                    seen.add(compiled.rule.id)
                    yield compiled


def _look(atoms: Atoms, text: str) -> Look:
    shape = measure(text)
    return shape, atoms.find(shape), Searched()


def _first_of_company(prose: Sequence[int], otherwise: int) -> int:
    """The first paragraph that another follows closely: a lone one may be a standfirst or a notice."""
    for one, two in pairwise(prose):
        if two - one <= COMPANY:
            return one
    return prose[0] if prose else otherwise


def _compile(rule: Rule, atoms: Atoms) -> _Compiled:
    spans = tuple(
        (atoms.pattern(pattern, _ANY_LENGTH), compile_pattern(pattern))
        for pattern in (rule.span.regex if rule.span else ())
    )
    return _Compiled(
        rule,
        compile_test(rule.when, atoms, starts=not rule.span) if rule.when else None,
        compile_unless(rule.unless, atoms),
        Evidence(rule.id, rule.label, rule.weight or 0.0, bool(rule.certain)),
        spans,
    )


def _add_sections(scene: Scene, openers: dict[int, list[_Compiled]], evidence: list[list[Evidence]]) -> None:
    for index, opening in openers.items():
        for compiled in opening:
            evidence[index].append(compiled.evidence)
            section = compiled.rule.section
            assert section is not None
            member = Evidence(compiled.rule.id, compiled.rule.label, section.member_weight, certain=False)
            last = min(index + section.max_blocks, len(scene.blocks) - 1)
            for inside in range(index + 1, last + 1):
                if inside in openers or (section.until == "prose" and scene.shapes[inside].prose):
                    break
                evidence[inside].append(member)


def _add_runs(compiled: _Compiled, indexes: list[int], evidence: list[list[Evidence]]) -> None:
    assert compiled.rule.run is not None
    start = 0
    for end in range(1, len(indexes) + 1):
        if end == len(indexes) or indexes[end] != indexes[end - 1] + 1:
            if end - start >= compiled.rule.run.min_blocks:
                for index in indexes[start:end]:
                    evidence[index].append(compiled.evidence)
            start = end


def _add_repeats(
    repeating: Sequence[_Compiled],
    repeats: Sequence[Repeat],
    scene: Scene,
    evidence: list[list[Evidence]],
) -> None:
    for found in repeats:
        words = scene.shapes[found.index].words
        for compiled in repeating:
            rule = compiled.rule
            limits = rule.repeat
            assert limits is not None
            if (
                found.similarity >= limits.similarity
                and words >= limits.min_words
                and compiled.holds(scene, found.index)
            ):
                evidence[found.index].append(
                    Evidence(rule.id, rule.label, rule.weight or 0.0, bool(rule.certain), found.of)
                )


def _find_cuts(rule: Rule, pattern: "re2._Regexp", text: str) -> Iterator[Cut]:
    for found in pattern.finditer(text):
        group = 1 if pattern.groups and found.group(1) is not None else 0
        start, end = found.span(group)
        if start < end:
            yield Cut(rule.id, rule.label, start, end)
