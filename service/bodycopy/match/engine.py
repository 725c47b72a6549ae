"""The rule engine: compiled rules in, evidence for each block out. Rules never delete."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Final

import re2

from bodycopy.document import Block
from bodycopy.folding import matchable
from bodycopy.match.atoms import Atoms
from bodycopy.match.compiled import Compiled, compile_rule
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Cut, Evidence, without_overlap
from bodycopy.match.languages import EVERYWHERE, Languages, primary, spoken
from bodycopy.match.looks import Look, Looks, Memory
from bodycopy.match.reach import add_repeats, add_runs, add_sections
from bodycopy.match.repeats import find_repeats
from bodycopy.rules.model import Rule
from bodycopy.rules.patterns import forget
from bodycopy.rules.ruleset import Ruleset

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


class Engine:
    """Rules, compiled once: those of a language that few documents are in when the first one comes. `among`
    are all that are in force, where `ruleset` holds a few of them. Safe to share between threads."""

    def __init__(self, ruleset: Ruleset, among: Ruleset | None = None) -> None:
        self._atoms = Atoms()
        self._looks = Looks(self._atoms)
        self._spans: dict[int, list[Compiled]] = defaultdict(list)
        self._large_spans: list[Compiled] = []
        self._repeats: dict[int, Compiled] = {}
        self._waiting: dict[str, list[tuple[int, Rule]]] = defaultdict(list)
        self._compiling: dict[int, Lock] = {}
        self._languages = frozenset([primary(source.language) for source in (among or ruleset).sources])
        for order, (rule, source) in enumerate(zip(ruleset.rules, ruleset.sources, strict=True)):
            language = primary(source.language)
            self._waiting[language].append((order, rule))
            if language not in EVERYWHERE:
                for pattern in rule.patterns:
                    forget(pattern)
        self._compile(EVERYWHERE)

    def _compile(self, languages: Languages) -> None:
        """Compiles the rules of `languages` that are not compiled yet."""
        if not self._waiting or (languages is not None and self._waiting.keys().isdisjoint(languages)):
            return
        # a lock a process: a thread that was left behind when this one was forked may have held another
        with self._compiling.setdefault(os.getpid(), Lock()):
            asked = [one for one in self._waiting if languages is None or one in languages]
            compiled = [
                (order, compile_rule(rule, language, self._atoms))
                for language in asked
                for order, rule in self._waiting[language]
            ]
            self._atoms.compile()
            for order, one in compiled:  # now that nothing fails: no rule is added twice
                self._add(order, one)
            for language in asked:  # last: another thread that finds them gone asks them
                del self._waiting[language]

    def _add(self, order: int, compiled: Compiled) -> None:
        if compiled.rule.span:
            for atom in {atom for atom, _ in compiled.spans}:
                (self._large_spans if atom is None else self._spans[atom]).append(compiled)
        elif compiled.rule.repeat:
            # in loading order, whichever language came first, as their evidence is
            self._repeats = dict(sorted({**self._repeats, order: compiled}.items()))
        else:
            self._looks.add(order, compiled)

    def match(self, blocks: Sequence[Block], disabled: frozenset[str], memory: Memory) -> Matched:
        """The evidence for each of `blocks` of all rules whose id and label are not in `disabled`.
        `memory` holds what was seen of the document's texts before, and takes what is seen now."""
        texts = [block.text for block in blocks]
        languages = spoken(texts, self._languages)
        self._compile(languages)
        looks = self._looks.take(texts, languages, memory.setdefault(languages, {}))
        scene = _scene(blocks, looks, self._atoms.marks.find(blocks), languages)
        evidence: list[list[Evidence]] = [[] for _ in blocks]
        openers: dict[int, list[Compiled]] = {}
        runs: dict[str, tuple[Compiled, list[int]]] = {}
        beside = self._looks.by_neighbours(looks)
        for index, (look, marks) in enumerate(zip(looks, scene.marks, strict=True)):
            speaking: Sequence[Compiled] = look.rules
            if look.said is not None and not disabled:
                evidence[index] += look.said
                speaking = ()
            if marks:
                speaking = [*speaking, *self._looks.by_marks(marks, look)]
            if index in beside:
                speaking = [*speaking, *beside[index]]
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
        add_sections(scene, openers, evidence)
        for compiled, indexes in runs.values():
            add_runs(compiled, indexes, evidence)
        repeating = [c for c in self._repeats.values() if not {c.rule.id, c.rule.label} & disabled]
        if repeating:
            add_repeats(repeating, find_repeats(scene.shapes), scene, evidence)
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


def _find_cuts(rule: Rule, pattern: "re2._Regexp", text: str) -> Iterator[Cut]:
    for found in pattern.finditer(text):
        group = 1 if pattern.groups and found.group(1) is not None else 0
        start, end = found.span(group)
        if start < end:
            yield Cut(rule.id, rule.label, start, end)
