"""The rule engine: compiled rules in, evidence for each block out. Rules never delete."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import re2

from bodycopy.document import Block
from bodycopy.folding import matchable
from bodycopy.match.atoms import Atoms
from bodycopy.match.conditions import Scene, Test, compile_test, compile_unless
from bodycopy.match.evidence import Cut, Evidence, without_overlap
from bodycopy.match.languages import Languages, primary, spoken
from bodycopy.match.repeats import Repeat, find_repeats
from bodycopy.rules.load import Ruleset
from bodycopy.rules.model import Rule
from bodycopy.rules.patterns import compile_pattern
from bodycopy.shape import Shape, measure

#: Paragraphs at most so many blocks apart belong together.
COMPANY: Final = 3


@dataclass(frozen=True, slots=True)
class Matched:
    """A scene and, for each of its blocks, the evidence of all rules. `aside` is evidence that counts against
    a block's score, but is no part of what the score is made of and does not unmake a headline; None where
    there is none of it."""

    scene: Scene
    evidence: list[list[Evidence]]
    aside: list[list[Evidence]] | None = None


_ANY_LENGTH: Final = 1 << 30
#: Texts so short are menu entries and the like, which stand in many documents: looks at them are kept.
SHORT_TEXT: Final = 60
LOOKS_KEPT: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class _Compiled:
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


class Look(NamedTuple):
    """What is known of a block by its text and its document's languages: its shape, its atoms, the rules that
    may speak, and what they say where that depends on nothing else."""

    languages: Languages
    shape: Shape
    hits: frozenset[int]
    rules: tuple[_Compiled, ...]
    said: tuple[Evidence, ...] | None


Memory = dict[Languages, dict[str, Look]]
"""Looks at the texts of one document, by the languages that it was taken to be in."""


class Engine:
    """Rules, compiled once. Read-only after construction, so safe to share between threads."""

    def __init__(self, ruleset: Ruleset) -> None:
        atoms = Atoms()
        self._triggered: dict[int, list[tuple[int, _Compiled]]] = defaultdict(list)
        self._marked: dict[int, list[tuple[int, _Compiled]]] = defaultdict(list)
        self._always: list[tuple[int, _Compiled]] = []
        self._spans: dict[int, list[_Compiled]] = defaultdict(list)
        self._large_spans: list[_Compiled] = []
        self._always_by_words: dict[int, list[tuple[int, _Compiled]]] = {}
        self._repeats: list[_Compiled] = []
        languages = [primary(source.language) for source in ruleset.sources]
        for order, (rule, language) in enumerate(zip(ruleset.rules, languages, strict=True)):
            compiled = _compile(rule, language, atoms)
            if rule.span:
                for atom in {atom for atom, _ in compiled.spans}:
                    (self._large_spans if atom is None else self._spans[atom]).append(compiled)
            elif rule.repeat:
                self._repeats.append(compiled)
            elif compiled.when and compiled.when.triggers:
                for atom in compiled.when.triggers:
                    self._triggered[atom].append((order, compiled))
            elif compiled.when and compiled.when.markup and compiled.when.markup.groups:
                for mark in compiled.when.markup.groups[0]:
                    self._marked[mark].append((order, compiled))
            else:
                self._always.append((order, compiled))
        atoms.compile()
        self._atoms = atoms
        self._languages = frozenset(languages)
        self._short_looks: dict[str, Look] = {}
        self._by_marks: dict[frozenset[int], tuple[_Compiled, ...]] = {}

    def match(self, blocks: Sequence[Block], disabled: frozenset[str], memory: Memory) -> Matched:
        """The evidence for each of `blocks` of all rules whose id and label are not in `disabled`.
        `memory` holds what was seen of the document's texts before, and takes what is seen now."""
        texts = [block.text for block in blocks]
        languages = spoken(texts, self._languages)
        looks = self._looks(texts, languages, memory.setdefault(languages, {}))
        scene = _scene(blocks, looks, self._atoms.marks.find(blocks), languages)
        evidence: list[list[Evidence]] = [[] for _ in blocks]
        openers: dict[int, list[_Compiled]] = {}
        runs: dict[str, tuple[_Compiled, list[int]]] = {}
        for index, (look, marks) in enumerate(zip(looks, scene.marks, strict=True)):
            speaking: Sequence[_Compiled] = look.rules
            if look.said is not None and not disabled:
                evidence[index] += look.said
                speaking = ()
            if marks:
                speaking = [*speaking, *self._speaking_of(marks, look)]
            for compiled in speaking:
                rule = compiled.rule
                if disabled and (rule.id in disabled or rule.label in disabled):
                    continue
                if compiled.placed and not compiled.stands(scene, index):
                    continue
                if not compiled.gathered:
                    evidence[index].append(compiled.evidence)
                elif rule.section:
                    openers.setdefault(index, []).append(compiled)
                else:
                    runs.setdefault(rule.id, (compiled, []))[1].append(index)
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
        if not self._large_spans and self._spans.keys().isdisjoint(hits):
            return []
        text = matchable(scene.blocks[index].text)
        started = [(atom, c) for atom in hits for c in self._spans.get(atom, ())]
        found: list[Cut] = []
        for atom, compiled in started + [(None, c) for c in self._large_spans]:
            rule = compiled.rule
            if rule.id in disabled or rule.label in disabled:
                continue
            if not compiled.speaks_in(scene.languages) or not compiled.holds(scene, index):
                continue
            for at, pattern in compiled.spans:
                if at == atom:
                    found += _find_cuts(rule, pattern, text)
        return without_overlap(found)

    def _looks(self, texts: Sequence[str], languages: Languages, memory: dict[str, Look]) -> list[Look]:
        """A look at each text; those that `memory` or the engine does not know are taken all at once."""
        short = self._short_looks
        new: dict[str, None] = {}
        for text in texts:
            if text not in memory:
                known = short.get(text)
                if known is None or known.languages != languages:
                    new[text] = None
                else:
                    memory[text] = known
        if new:
            shapes = measure(list(new))
            if len(short) > LOOKS_KEPT:
                short.clear()
            for text, shape, hits in zip(new, shapes, self._atoms.find(shapes, languages), strict=True):
                rules = self._speaking(shape, hits, languages)
                placed = rules and any(c.placed or c.gathered for c in rules)
                said = None if placed else tuple([c.evidence for c in rules])
                look = memory[text] = Look(languages, shape, hits, rules, said)
                if len(text) <= SHORT_TEXT:
                    content = shape.content.copy()  # a part of one array of all texts, which would stay
                    short[text] = look._replace(shape=shape._replace(content=content))
        return [memory[text] for text in texts]

    def _speaking(self, shape: Shape, hits: frozenset[int], languages: Languages) -> tuple[_Compiled, ...]:
        """The rules that may speak for a block with this text, in loading order."""
        words = shape.words
        always = self._always_by_words.get(words)
        if always is None:
            always = self._always_by_words[words] = [
                (order, c)
                for order, c in self._always
                if c.when is None or c.when.min_words <= words <= c.when.max_words
            ]
        found = {order: c for order, c in always if c.speaks_in(languages) and c.says(shape, hits)}
        for atom in hits:
            for order, compiled in self._triggered.get(atom, ()):
                if order not in found and compiled.speaks_in(languages) and compiled.says(shape, hits):
                    found[order] = compiled
        return tuple([found[order] for order in sorted(found)]) if found else ()

    def _speaking_of(self, marks: frozenset[int], look: Look) -> list[_Compiled]:
        """The rules that look for elements first and may speak for a block with these marks."""
        asking = self._by_marks.get(marks)
        if asking is None:
            asking = self._asking_for(marks)
        return [one for one in asking if one.speaks_in(look.languages) and one.says(look.shape, look.hits)]

    def _asking_for(self, marks: frozenset[int]) -> tuple[_Compiled, ...]:
        """The rules that look for elements first and find them in these marks, in loading order."""
        found = {
            order: compiled
            for mark in marks
            for order, compiled in self._marked.get(mark, ())
            if compiled.when and compiled.when.markup and compiled.when.markup.finds(marks)
        }
        if len(self._by_marks) >= LOOKS_KEPT:
            self._by_marks.clear()
        asking = self._by_marks[marks] = tuple([found[order] for order in sorted(found)])
        return asking


def _scene(
    blocks: Sequence[Block],
    looks: Sequence[Look],
    marks: Sequence[frozenset[int]],
    languages: Languages,
) -> Scene:
    prose = [index for index, look in enumerate(looks) if look.shape.prose]
    return Scene(
        blocks,
        [look.shape for look in looks],
        [look.hits for look in looks],
        marks,
        languages,
        _first_of_company(prose, len(blocks)),
        -_first_of_company([-index for index in reversed(prose)], 1),
    )


def _first_of_company(prose: Sequence[int], otherwise: int) -> int:
    """The first paragraph that another follows closely: a lone one may be a standfirst or a notice."""
    for one, two in pairwise(prose):
        if two - one <= COMPANY:
            return one
    return prose[0] if prose else otherwise


def _compile(rule: Rule, language: str, atoms: Atoms) -> _Compiled:
    when = compile_test(rule.when, atoms, None if rule.span else language) if rule.when else None
    unless = compile_unless(rule.unless, atoms)
    unless_placed = tuple(test for test in unless if test.placed)
    placed = bool(unless_placed) or (when is not None and when.placed)
    return _Compiled(
        rule,
        language,
        when,
        unless_said=tuple(test for test in unless if not test.placed),
        unless_placed=unless_placed,
        evidence=Evidence(rule.id, rule.label, rule.weight or 0.0, bool(rule.certain)),
        placed=placed,
        gathered=rule.kind in ("section", "run"),
        spans=tuple(
            (atoms.pattern(pattern, _ANY_LENGTH, language), compile_pattern(pattern))
            for pattern in (rule.span.regex if rule.span else ())
        ),
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
                compiled.speaks_in(scene.languages)
                and found.similarity >= limits.similarity
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
