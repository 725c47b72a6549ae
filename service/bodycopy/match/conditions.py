"""Conditions of rules, compiled: one linear-time automaton finds all patterns of a block at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import re2

from bodycopy.document import Block
from bodycopy.folding import phrase
from bodycopy.rules.model import Conditions, Neighbour, re2_options
from bodycopy.shape import Shape


@dataclass(frozen=True, slots=True)
class Scene:
    """The blocks that rules look at, with what is known of each before any rule speaks."""

    blocks: Sequence[Block]
    shapes: Sequence[Shape]
    hits: Sequence[frozenset[int]]
    """For each block the numbers of the atoms (patterns and phrases) found in it."""
    first_prose: int
    last_prose: int
    """Indexes of the first and last sure paragraph; (len, -1) where there is none."""

    def position(self, index: int) -> tuple[str, ...]:
        """The names of the block's position; both ends where no paragraph stands between."""
        head, tail = index < self.first_prose, index > self.last_prose
        return ("head",) * head + ("tail",) * tail or ("middle",)


class Atoms:
    """Every pattern and phrase of a ruleset, numbered; `find` says which stand in a block."""

    def __init__(self) -> None:
        self._patterns: dict[str, int] = {}
        self._phrases: dict[str, int] = {}
        self._next = 0
        self._numbers: list[int] = []
        self._set = re2.Set.SearchSet(re2_options())

    def pattern(self, pattern: str) -> int:
        """The number of `pattern`."""
        if pattern not in self._patterns:
            self._set.Add(pattern)
            self._numbers.append(self._next)
            self._patterns[pattern] = self._next
            self._next += 1
        return self._patterns[pattern]

    def phrase(self, text: str) -> int:
        """The number of the whole-block phrase `text`."""
        key = phrase(text)
        if key not in self._phrases:
            self._phrases[key] = self._next
            self._next += 1
        return self._phrases[key]

    def compile(self) -> None:
        """Must be called once, after the last pattern and before `find`."""
        if self._numbers:
            self._set.Compile()

    def find(self, shape: Shape) -> frozenset[int]:
        """The numbers of all atoms found in a block of this shape."""
        numbers = self._numbers
        found = [numbers[i] for i in self._set.Match(shape.folded) or ()] if numbers else []
        said = self._phrases.get(shape.phrase) if shape.phrase else None
        if said is not None:
            found.append(said)
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Test:
    """Compiled conditions on one block and its neighbours."""

    equals: frozenset[int]
    regex: frozenset[int]
    min_words: int
    max_words: int
    ends_sentence: bool | None
    prose: bool | None
    kinds: frozenset[str]
    positions: frozenset[str]
    previous: "Test | None" = field(default=None)
    next: "Test | None" = field(default=None)

    @property
    def triggers(self) -> frozenset[int]:
        """Atoms of which one must be found for the test to hold; empty: it must always be tried."""
        return self.equals or self.regex

    def holds(self, scene: Scene, index: int) -> bool:
        """Whether all conditions hold for the block at `index`."""
        hits = scene.hits[index]
        shape = scene.shapes[index]
        return (
            (not self.equals or not self.equals.isdisjoint(hits))
            and (not self.regex or not self.regex.isdisjoint(hits))
            and self.min_words <= shape.words <= self.max_words
            and (self.ends_sentence is None or self.ends_sentence is shape.ends_sentence)
            and (self.prose is None or self.prose is shape.prose)
            and (not self.kinds or scene.blocks[index].kind in self.kinds)
            and (not self.positions or not self.positions.isdisjoint(scene.position(index)))
            and (self.previous is None or (index > 0 and self.previous.holds(scene, index - 1)))
            and (self.next is None or (index + 1 < len(scene.blocks) and self.next.holds(scene, index + 1)))
        )


_MANY = 1 << 30


def compile_test(conditions: Neighbour, atoms: Atoms) -> Test:
    """Compiles `conditions`, adding their patterns and phrases to `atoms`."""
    previous = conditions.previous if isinstance(conditions, Conditions) else None
    following = conditions.next if isinstance(conditions, Conditions) else None
    return Test(
        equals=frozenset(map(atoms.phrase, conditions.equals)),
        regex=frozenset(map(atoms.pattern, conditions.regex)),
        min_words=conditions.min_words or 0,
        max_words=_MANY if conditions.max_words is None else conditions.max_words,
        ends_sentence=conditions.ends_sentence,
        prose=conditions.prose,
        kinds=frozenset(conditions.kind),
        positions=frozenset(conditions.position),
        previous=compile_test(previous, atoms) if previous else None,
        next=compile_test(following, atoms) if following else None,
    )


def compile_unless(conditions: Conditions | None, atoms: Atoms) -> tuple[Test, ...]:
    """Compiles each condition of an `unless` to a test of its own: any that holds is an objection."""
    if conditions is None:
        return ()
    return tuple(
        compile_test(Conditions.model_construct({name}, **{name: getattr(conditions, name)}), atoms)
        for name in sorted(conditions.model_fields_set)
    )
