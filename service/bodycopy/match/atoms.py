"""The phrases and small patterns that start rules, found all at once in the blocks of a document."""

from collections.abc import Sequence
from typing import Final

from bodycopy.folding import phrase
from bodycopy.match.automata import Automata
from bodycopy.match.languages import EVERYWHERE, Languages
from bodycopy.match.marks import Marks
from bodycopy.shape import Shape

#: Patterns of rules for shorter blocks only have automata of their own, which longer blocks pass by.
SHORT_WORDS: Final = 30


class Atoms:
    """The phrases and small patterns of a ruleset, numbered; `find` says which stand in a block. `marks` are
    what the ruleset asks of markup."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._phrases: dict[str, int] = {}
        self._families: dict[str, _Family] = {}
        self._new: dict[str, _Family] = {}
        self._count = 0

    def pattern(self, pattern: str, max_words: int, language: str) -> int | None:
        """The number of `pattern`, looked for in blocks of at most `max_words` words of documents in
        `language`, or None where it has to run alone."""
        group = "any" if language in EVERYWHERE else language
        family = self._new.setdefault(group, _Family())
        automata = family.short if max_words <= SHORT_WORDS else family.every
        number = automata.add(pattern, self._count)
        self._count += number == self._count
        return number

    def phrase(self, text: str) -> int:
        """The number of the whole-block phrase `text`."""
        number = self._phrases.setdefault(phrase(text), self._count)
        self._count += number == self._count
        return number

    def compile(self) -> None:
        """Must be called after the last pattern of a language and before `find` is asked of it."""
        new, self._new = self._new, {}
        for family in new.values():
            family.short.compile()
            family.every.compile()
        self._families = self._families | new  # another thread may be looking at those before

    def find(self, shapes: Sequence[Shape], languages: Languages) -> list[frozenset[int]]:
        """For each of the blocks with these shapes, in a document in `languages`, the numbers of all atoms
        found in it."""
        texts = [shape.folded.encode() for shape in shapes]
        found: list[list[int]] = [[] for _ in shapes]
        short = [at for at, shape in enumerate(shapes) if shape.words <= SHORT_WORDS]
        short_texts, short_found = [texts[at] for at in short], [found[at] for at in short]
        for language, family in self._families.items():
            if languages is None or language == "any" or language in languages:
                family.every.find(texts, found)
                family.short.find(short_texts, short_found)
        for at in short:
            said = shapes[at].phrase
            if said and said in self._phrases:
                found[at].append(self._phrases[said])
        return [frozenset(numbers) if numbers else _NOTHING for numbers in found]


class _Family:
    """The automata of a language: those for short blocks, and those for every block."""

    def __init__(self) -> None:
        self.short = Automata()
        self.every = Automata()


_NOTHING: Final[frozenset[int]] = frozenset()
