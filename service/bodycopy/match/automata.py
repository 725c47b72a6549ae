"""Automata that look for many patterns at once, in many lines at once.

Patterns share automata, whose states multiply with the patterns that stay undecided over a block (names,
dates: thousands of steps each). So a large pattern runs alone, after its rule's cheaper conditions have held.
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import re2

from bodycopy.match.scripts import needs_more_than_ascii
from bodycopy.rules.patterns import MAX_STEPS, compile_for_look, count_steps, forget, re2_options

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
#: How many steps an automaton takes of the patterns that few lines are asked.
ALONE_STEPS: Final = 60_000
_LED: Final = re.compile(r"\^(?:\(\?:|\(\?-i:|\()*\\?(?:[A-Za-z0-9©]|[^\x00-\x7f])")
_OPEN: Final = re.compile(r"\^(?:\(\?:|\(\?-i:|\()*\\[SWwdsDpP]")
_COUNTING: Final = re.compile(r"\^(?:\(\?:|\(\?-i:|\()*(?:\\[SwD]|\.).*\{\d*,\d{2,}\}")
#: A pattern that may begin anywhere and go on for long is, once begun, in two states over the rest of a
#: block: each doubles those of all others.
FLOATING_STEPS: Final = 6_000
_FLOATING: Final = re.compile(r"[^^].*(?:[.\])][*+]|\\[SwWD][*+]|\{\d*,(?:\d{2,})?\})")
#: What stands on any page. A pattern that finds one of these finds something in every third line.
_PLAIN: Final = ("Politics", "Jane Roe", "Jane Roe and John Doe", "The 12 of them said that it is so.")
#: Among many lines `^` and `$` are the ends of each, and the ends of the text would be other places.
_EACH_LINE: Final = "(?m)"
_ENDS_OF_TEXT: Final = re.compile(r"\\[Az]|(?<!\\)(?:\\\\)*\(\?[a-zA-Z-]*[ms][a-zA-Z-]*[:)]")


class Lines:
    """Texts without line breaks, and any run of them as one text."""

    def __init__(self, texts: Sequence[bytes]) -> None:
        self.texts = texts
        self._whole = b"\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def run(self, first: int, behind: int) -> bytes:
        """The texts from `first` to the one before `behind`, a line each."""
        return self._whole[self._starts[first] : self._starts[behind] - 1]


class AnyOf:
    """Patterns of which one must be found in a line; they are asked of few lines, so each such list has
    automata of its own (nearly always one), made when it is first asked."""

    __slots__ = ("_automata", "_patterns")

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._automata: list[re2.Set] | None = None

    def found_in(self, text: str) -> bool:
        """Whether one of the patterns is found in `text`."""
        if self._automata is None:
            self._automata = _compile_together(self._patterns)
        return any(automaton.Match(text) is not None for automaton in self._automata)


def _compile_together(patterns: Sequence[str]) -> list[re2.Set]:
    """Automata that find `patterns`, each of at most ALONE_STEPS: larger ones do not compile."""
    automata: list[re2.Set] = []
    room = 0
    for pattern in patterns:
        steps = count_steps(pattern)
        if room < steps:
            automata.append(re2.Set.SearchSet(re2_options()))
            room = ALONE_STEPS
        automata[-1].Add(pattern)
        forget(pattern)
        room -= steps
    for automaton in automata:
        automaton.Compile()
    return automata


class Automata:
    """Patterns for lines of a length; those that ASCII can't match are by themselves, and passed by where
    there is nothing else."""

    def __init__(self) -> None:
        self._any = _Kinds(SHARED_STEPS)
        self._wide = _Kinds(MAX_STEPS)

    def add(self, pattern: str, number: int) -> int | None:
        """The number of `pattern`, `number` where it is new; None where it has to run alone."""
        if _ENDS_OF_TEXT.search(pattern):
            return None
        return (self._wide if needs_more_than_ascii(pattern) else self._any).add(pattern, number)

    def compile(self) -> None:
        """Must be called once, after the last pattern and before `find`."""
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
        self._plain = _Shared(OPEN_STEPS, largest)
        self._led = _Shared(LED_STEPS, MAX_STEPS)
        self._open = _Shared(OPEN_STEPS, largest)
        self._counting = _Shared(COUNTING_STEPS, largest)
        self._floating = _Shared(FLOATING_STEPS, largest)
        self._seldom: list[tuple[re2.Set, list[int]]] = []

    def add(self, pattern: str, number: int) -> int | None:
        """As `Automata.add`."""
        kind = self._open
        compiled = compile_for_look(pattern)
        if any(compiled.search(line) for line in _PLAIN):
            kind = self._plain
        elif _COUNTING.match(pattern):
            kind = self._counting
        elif _FLOATING.match(pattern):
            kind = self._floating
        elif _LED.match(pattern) and not _OPEN.match(pattern):
            kind = self._led
        return kind.add(pattern, number, compiled.programsize)

    def compile(self) -> None:
        kinds = (self._led, self._open, self._counting, self._floating)
        self._seldom = [one for kind in kinds for one in kind.sets]
        for automaton, _ in (*self._plain.sets, *self._seldom):
            automaton.Compile()

    def find(self, texts: Sequence[bytes], found: Sequence[list[int]]) -> None:
        """As `Automata.find`. One automaton after the other: each fills the processor's memory anew."""
        if not texts:
            return
        for automaton, numbers in self._plain.sets:
            for text, hits in zip(texts, found, strict=True):
                matches = automaton.Match(text)
                if matches:
                    hits.extend([numbers[at] for at in matches])
        lines = Lines(texts)
        for automaton, numbers in self._seldom:
            _search(automaton, numbers, lines, found)


class _Shared:
    """Patterns of at most `largest` steps that are looked for together, in as many automata of so many
    `steps` as they ask for."""

    def __init__(self, steps: int, largest: int) -> None:
        self._steps = steps
        self._largest = largest
        self._numbers: dict[str, int] = {}
        self.sets: list[tuple[re2.Set, list[int]]] = []
        self._room = 0

    def add(self, pattern: str, number: int, steps: int) -> int | None:
        if pattern in self._numbers:
            return self._numbers[pattern]
        if steps > self._largest:
            return None
        if self._room < steps:
            self.sets.append((re2.Set.SearchSet(_options()), []))
            self._room = self._steps
        automaton, numbers = self.sets[-1]
        automaton.Add(_EACH_LINE + pattern)
        forget(pattern)
        numbers.append(number)
        self._room -= steps
        self._numbers[pattern] = number
        return number


def _options() -> "re2.Options":
    options = re2_options()
    options.never_nl = True
    return options


def _search(automaton: "re2.Set", numbers: Sequence[int], lines: Lines, found: Sequence[list[int]]) -> None:
    """Adds the numbers of the patterns of `automaton` that stand in each line to its list in `found`. Most
    stand in few lines: where none is found in many at once, none of these is looked at again."""
    waiting = [(0, len(lines.texts))]
    while waiting:
        first, behind = waiting.pop()
        matches = automaton.Match(lines.run(first, behind))
        if not matches:
            continue
        if behind - first == 1:
            found[first].extend([numbers[at] for at in matches])
        else:
            middle = (first + behind) // 2
            waiting += ((first, middle), (middle, behind))
