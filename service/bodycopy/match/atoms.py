"""The phrases and small patterns that start rules, found all at once.

Patterns share automata, whose states multiply with the patterns that stay undecided over a block (names,
dates: thousands of steps each). So a large pattern runs alone, after its rule's cheaper conditions have held.
"""

import re
from collections.abc import Sequence
from typing import Final

import re2

from bodycopy.folding import phrase
from bodycopy.match.marks import Marks
from bodycopy.match.scripts import needs_more_than_ascii
from bodycopy.rules.patterns import MAX_STEPS, count_steps, re2_options
from bodycopy.shape import Shape

#: Patterns that compile to more steps than this run alone, unless they begin with a word or are seldom
#: tried.
SHARED_STEPS: Final = 1_200
#: How many steps an automaton takes in all. Patterns that begin with a word die at the first other word;
#: the others stay undecided over a whole block, and the automaton's states are their combinations. Where
#: these no longer fit its memory they are built anew all the time, which takes ten times as long: measure
#: over many different pages, a few fit well.
LED_STEPS: Final = 30_000
OPEN_STEPS: Final = 8_000
#: A pattern that begins with any word and counts what follows it is in another state after each word or
#: letter, and multiplies the states of all others: few of these go together.
COUNTING_STEPS: Final = 1_200
_LED: Final = re.compile(r"\^(?:\(\?:|\(\?-i:|\()*\\?(?:[A-Za-z0-9©]|[^\x00-\x7f])")
_OPEN: Final = re.compile(r"\^(?:\(\?:|\(\?-i:|\()*\\[SWwdsDpP]")
_COUNTING: Final = re.compile(r"\^(?:\(\?:|\(\?-i:|\()*(?:\\[SwD]|\.).*\{\d*,\d{2,}\}")
#: A pattern that may begin anywhere and go on for long is, once begun, in two states over the rest of a
#: block: each doubles those of all others.
FLOATING_STEPS: Final = 6_000
_FLOATING: Final = re.compile(r"[^^].*(?:[.\])][*+]|\\[SwWD][*+]|\{\d*,(?:\d{2,})?\})")
#: Patterns of rules for shorter blocks only have automata of their own, which longer blocks pass by.
SHORT_WORDS: Final = 30


class Atoms:
    """The phrases and small patterns of a ruleset, numbered; `find` says which stand in a block. `marks` are
    what the ruleset asks of markup."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._phrases: dict[str, int] = {}
        self._short = _Family()
        self._any = _Family()
        self._count = 0

    def pattern(self, pattern: str, max_words: int) -> int | None:
        """The number of `pattern`, looked for in blocks of at most `max_words` words, or None where it
        is too large to share an automaton."""
        family = self._short if max_words <= SHORT_WORDS else self._any
        number = family.add(pattern, self._count)
        self._count += number == self._count
        return number

    def phrase(self, text: str) -> int:
        """The number of the whole-block phrase `text`."""
        number = self._phrases.setdefault(phrase(text), self._count)
        self._count += number == self._count
        return number

    def compile(self) -> None:
        """Must be called once, after the last pattern and before `find`."""
        self._short.compile()
        self._any.compile()

    def find(self, shapes: Sequence[Shape]) -> list[frozenset[int]]:
        """For each of the blocks with these shapes the numbers of all atoms found in it."""
        texts = [shape.folded.encode() for shape in shapes]
        found: list[list[int]] = [[] for _ in shapes]
        self._any.find(texts, found)
        short = [at for at, shape in enumerate(shapes) if shape.words <= SHORT_WORDS]
        self._short.find([texts[at] for at in short], [found[at] for at in short])
        for at in short:
            said = shapes[at].phrase
            if said and said in self._phrases:
                found[at].append(self._phrases[said])
        return [frozenset(numbers) if numbers else _NOTHING for numbers in found]


class _Family:
    """The automata of patterns for blocks of a length; those that ASCII can't match are by themselves, and
    passed by where there is nothing else."""

    def __init__(self) -> None:
        self._any = _Kinds(SHARED_STEPS)
        self._wide = _Kinds(MAX_STEPS)

    def add(self, pattern: str, number: int) -> int | None:
        """The number of `pattern`, `number` where it is new; None where it is too large."""
        return (self._wide if needs_more_than_ascii(pattern) else self._any).add(pattern, number)

    def compile(self) -> None:
        self._any.compile()
        self._wide.compile()

    def find(self, texts: Sequence[bytes], found: Sequence[list[int]]) -> None:
        """Adds the numbers of the patterns that stand in each of `texts` to its list in `found`."""
        self._any.find(texts, found)
        wide = [at for at, text in enumerate(texts) if not text.isascii()]
        self._wide.find([texts[at] for at in wide], [found[at] for at in wide])


class _Kinds:
    """Automata by how their patterns begin. Those that begin with a word may have any size, others at most
    `largest` steps."""

    def __init__(self, largest: int) -> None:
        self._led = _Automata(LED_STEPS, MAX_STEPS)
        self._open = _Automata(OPEN_STEPS, largest)
        self._counting = _Automata(COUNTING_STEPS, largest)
        self._floating = _Automata(FLOATING_STEPS, largest)
        self._sets: list[tuple[re2.Set, list[int]]] = []

    def add(self, pattern: str, number: int) -> int | None:
        """As `_Family.add`."""
        if _COUNTING.match(pattern):
            return self._counting.add(pattern, number)
        if _FLOATING.match(pattern):
            return self._floating.add(pattern, number)
        begins_with_word = _LED.match(pattern) and not _OPEN.match(pattern)
        return (self._led if begins_with_word else self._open).add(pattern, number)

    def compile(self) -> None:
        kinds = (self._led, self._open, self._counting, self._floating)
        self._sets = [one for kind in kinds for one in kind.sets]
        for automaton, _ in self._sets:
            automaton.Compile()

    def find(self, texts: Sequence[bytes], found: Sequence[list[int]]) -> None:
        """As `_Family.find`. One automaton after the other: each fills the processor's memory anew."""
        for automaton, numbers in self._sets:
            for text, hits in zip(texts, found, strict=True):
                matches = automaton.Match(text)
                if matches:
                    hits.extend([numbers[at] for at in matches])


class _Automata:
    """Patterns of at most `largest` steps that are looked for together, in as many automata of so many
    `steps` as they ask for."""

    def __init__(self, steps: int, largest: int) -> None:
        self._steps = steps
        self._largest = largest
        self._numbers: dict[str, int] = {}
        self.sets: list[tuple[re2.Set, list[int]]] = []
        self._room = 0

    def add(self, pattern: str, number: int) -> int | None:
        if pattern in self._numbers:
            return self._numbers[pattern]
        steps = count_steps(pattern)
        if steps > self._largest:
            return None
        if self._room < steps:
            self.sets.append((re2.Set.SearchSet(re2_options()), []))
            self._room = self._steps
        automaton, numbers = self.sets[-1]
        automaton.Add(pattern)
        numbers.append(number)
        self._room -= steps
        self._numbers[pattern] = number
        return number


_NOTHING: Final[frozenset[int]] = frozenset()
