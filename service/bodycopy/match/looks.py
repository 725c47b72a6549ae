"""What is known of a block by its text: asked once a text, whatever the rounds of the judge."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from bodycopy.match.atoms import Atoms
from bodycopy.match.compiled import Compiled
from bodycopy.match.evidence import Evidence
from bodycopy.match.languages import Languages
from bodycopy.shape import Shape, measure

#: Texts so short are menu entries and the like, which stand in many documents: looks at them are kept.
SHORT_TEXT: Final = 60
LOOKS_KEPT: Final = 1 << 14


class Look(NamedTuple):
    """What is known of a block by its text and its document's languages: its shape, its atoms, the rules that
    may speak, and what they say where that depends on nothing else."""

    languages: Languages
    shape: Shape
    hits: frozenset[int]
    rules: tuple[Compiled, ...]
    said: tuple[Evidence, ...] | None


Memory = dict[Languages, dict[str, Look]]
"""Looks at the texts of one document, by the languages that it was taken to be in."""


class Looks:
    """Looks at texts with the rules of an engine."""

    def __init__(self, atoms: Atoms) -> None:
        self._atoms = atoms
        self._triggered: dict[int, list[tuple[int, Compiled]]] = defaultdict(list)
        self._marked: dict[int, list[tuple[int, Compiled]]] = defaultdict(list)
        self._beside: dict[int, dict[int, list[tuple[int, Compiled]]]] = {-1: {}, 1: {}}
        self._always: list[tuple[int, Compiled]] = []
        self._always_by_words: dict[int, list[tuple[int, Compiled]]] = {}
        self._short: dict[str, Look] = {}
        self._by_marks: dict[frozenset[int], tuple[Compiled, ...]] = {}

    def add(self, order: int, compiled: Compiled) -> None:
        """Adds a rule that speaks of blocks, by what it looks for first; `order` is its place among all.
        Other threads may look at texts meanwhile, but at none in the rule's language."""
        when = compiled.when
        entry = (order, compiled)
        if when and when.triggers:
            for atom in when.triggers:
                self._triggered[atom].append(entry)
        elif when and when.markup and when.markup.groups:
            for mark in when.markup.groups[0]:
                self._marked[mark].append(entry)
        elif when and when.previous and when.previous.triggers:
            self._add_beside(-1, when.previous.triggers, entry)
        elif when and when.next and when.next.triggers:
            self._add_beside(1, when.next.triggers, entry)
        else:
            self._always.append(entry)
        # after that, and new ones: a thread that has not seen the rule fills those before
        self._always_by_words, self._by_marks = {}, {}

    def _add_beside(self, step: int, triggers: frozenset[int], entry: tuple[int, Compiled]) -> None:
        beside = self._beside[step]
        self._beside[step] = beside | {atom: [*beside.get(atom, ()), entry] for atom in triggers}

    def take(self, texts: Sequence[str], languages: Languages, memory: dict[str, Look]) -> list[Look]:
        """A look at each text; those that `memory` does not know are taken all at once."""
        short = self._short
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
                rules = self._rules(shape, hits, languages)
                placed = rules and any(c.placed or c.gathered for c in rules)
                said = None if placed else tuple([c.evidence for c in rules])
                look = memory[text] = Look(languages, shape, hits, rules, said)
                if len(text) <= SHORT_TEXT:
                    content = shape.content.copy()  # a part of one array of all texts, which would stay
                    short[text] = look._replace(shape=shape._replace(content=content))
        return [memory[text] for text in texts]

    def _rules(self, shape: Shape, hits: frozenset[int], languages: Languages) -> tuple[Compiled, ...]:
        """The rules that may speak for a block with this text, in loading order."""
        words = shape.words
        by_words = self._always_by_words
        always = by_words.get(words)
        if always is None:
            always = by_words[words] = [
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

    def by_neighbours(self, looks: Sequence[Look]) -> dict[int, list[Compiled]]:
        """By index, in loading order, the rules that ask first what stands next to a block, find it there,
        and may speak for the block's own text; `looks` are those of all blocks of a document."""
        found: dict[int, dict[int, Compiled]] = {}
        for step, beside in self._beside.items():
            asked = beside.keys()
            for at, look in enumerate(looks):
                index = at - step
                if asked.isdisjoint(look.hits) or not 0 <= index < len(looks):
                    continue
                own = looks[index]
                for atom in asked & look.hits:
                    for order, one in beside[atom]:
                        if one.speaks_in(own.languages) and one.says(own.shape, own.hits):
                            found.setdefault(index, {})[order] = one
        return {index: [by[order] for order in sorted(by)] for index, by in found.items()}

    def by_marks(self, marks: frozenset[int], look: Look) -> list[Compiled]:
        """The rules that look for elements first and may speak for a block with these marks."""
        by_marks = self._by_marks
        asking = by_marks.get(marks)
        if asking is None:
            if len(by_marks) >= LOOKS_KEPT:
                by_marks.clear()
            asking = by_marks[marks] = self._asking_for(marks)
        return [one for one in asking if one.speaks_in(look.languages) and one.says(look.shape, look.hits)]

    def _asking_for(self, marks: frozenset[int]) -> tuple[Compiled, ...]:
        """The rules that look for elements first and find them in these marks, in loading order."""
        found = {
            order: compiled
            for mark in marks
            for order, compiled in self._marked.get(mark, ())
            if compiled.when and compiled.when.markup and compiled.when.markup.finds(marks)
        }
        return tuple([found[order] for order in sorted(found)])
