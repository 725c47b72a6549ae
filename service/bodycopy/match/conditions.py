"""Conditions of rules, compiled."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bodycopy.document import Block
from bodycopy.match.atoms import Atoms
from bodycopy.match.automata import AnyOf
from bodycopy.match.languages import Languages
from bodycopy.match.marks import MarkupTest
from bodycopy.rules.model import Conditions, Neighbour
from bodycopy.shape import Shape

_HEAD, _TAIL, _BOTH, _MIDDLE = ("head",), ("tail",), ("head", "tail"), ("middle",)


@dataclass(frozen=True, slots=True)
class Scene:
    """The blocks that rules look at, with what is known of each before any rule speaks."""

    blocks: Sequence[Block]
    shapes: Sequence[Shape]
    hits: Sequence[frozenset[int]]
    """For each block the numbers of the atoms (patterns and phrases) found in it."""
    marks: Sequence[frozenset[int]]
    """For each block the numbers of what rules ask of elements and holds for its own."""
    languages: Languages
    """Those whose rules speak; None for all."""
    first_prose: int
    last_prose: int
    """Indexes of the first and last sure paragraph, lone ones passed by where others have company; (len, -1)
    where there is none."""

    def position(self, index: int) -> tuple[str, ...]:
        """The names of the block's position; both ends where no paragraph stands between."""
        if index < self.first_prose:
            return _BOTH if index > self.last_prose else _HEAD
        return _TAIL if index > self.last_prose else _MIDDLE


@dataclass(frozen=True, slots=True)
class Test:
    """Compiled conditions on one block and its neighbours."""

    equals: frozenset[int]
    shared: frozenset[int]
    alone: AnyOf | None
    min_words: int
    max_words: int
    ends_sentence: bool | None
    prose: bool | None
    kinds: frozenset[str]
    positions: frozenset[str]
    markup: MarkupTest | None = field(default=None)
    previous: "Test | None" = field(default=None)
    next: "Test | None" = field(default=None)

    @property
    def triggers(self) -> frozenset[int]:
        """Atoms of which one must be found for the test to hold; empty: it must always be tried."""
        return self.equals or (frozenset() if self.alone else self.shared)

    @property
    def placed(self) -> bool:
        """Whether something is asked that the block's text alone does not tell."""
        return bool(self.kinds or self.positions or self.markup or self.previous or self.next)

    def holds(self, scene: Scene, index: int) -> bool:
        """Whether all conditions hold for the block at `index`."""
        return self.says(scene.shapes[index], scene.hits[index]) and self.stands(scene, index)

    def says(self, shape: Shape, hits: frozenset[int]) -> bool:
        """Whether the conditions on a block's text hold; the large patterns are tried last."""
        return (
            self.min_words <= shape.words <= self.max_words
            and (not self.equals or not self.equals.isdisjoint(hits))
            and (self.ends_sentence is None or self.ends_sentence is shape.ends_sentence)
            and (self.prose is None or self.prose is shape.prose)
            and (
                not (self.shared or self.alone)
                or not self.shared.isdisjoint(hits)
                or (self.alone is not None and self.alone.found_in(shape.folded))
            )
        )

    def stands(self, scene: Scene, index: int) -> bool:
        """Whether the conditions on a block's markup, kind, position and neighbours hold."""
        return (
            (not self.kinds or scene.blocks[index].kind in self.kinds)
            and (self.markup is None or self.markup.holds(scene.blocks[index], scene.marks[index]))
            and (not self.positions or not self.positions.isdisjoint(scene.position(index)))
            and (self.previous is None or (index > 0 and self.previous.holds(scene, index - 1)))
            and (self.next is None or (index + 1 < len(scene.blocks) and self.next.holds(scene, index + 1)))
        )


#: More words than any block has.
ANY_LENGTH: Final = 1 << 30


def compile_test(conditions: Neighbour, atoms: Atoms, starts: str | None = None) -> Test:
    """Compiles `conditions`; `starts` says that they start a rule, and of which language, so that its phrases
    and small patterns go to `atoms`, to be looked for in every block. So do its neighbours' where it has none
    itself, as they are asked of every block then. Others are looked for when asked."""
    previous = conditions.previous if isinstance(conditions, Conditions) else None
    following = conditions.next if isinstance(conditions, Conditions) else None
    max_words = ANY_LENGTH if conditions.max_words is None else conditions.max_words
    numbers = {p: atoms.pattern(p, max_words, starts) if starts else None for p in conditions.regex}
    alone = [pattern for pattern, number in numbers.items() if number is None]
    beside = None if conditions.regex or conditions.equals else starts
    return Test(
        equals=frozenset(map(atoms.phrase, conditions.equals)),
        shared=frozenset(number for number in numbers.values() if number is not None),
        alone=AnyOf(alone) if alone else None,
        min_words=conditions.min_words or 0,
        max_words=max_words,
        ends_sentence=conditions.ends_sentence,
        prose=conditions.prose,
        kinds=frozenset(conditions.kind),
        positions=frozenset(conditions.position),
        markup=atoms.marks.compile(conditions),
        previous=compile_test(previous, atoms, beside) if previous else None,
        next=compile_test(following, atoms, beside) if following else None,
    )


def compile_unless(conditions: Conditions | None, atoms: Atoms) -> tuple[Test, ...]:
    """Compiles each condition of an `unless` to a test of its own: any that holds is an objection."""
    if conditions is None:
        return ()
    return tuple(
        compile_test(Conditions.model_construct({name}, **{name: getattr(conditions, name)}), atoms)
        for name in sorted(conditions.model_fields_set)
    )
