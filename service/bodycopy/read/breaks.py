"""Where lines began in a text that has lost all its line breaks, as `" ".join(text.split())` leaves a page:
menus, headlines and bylines then stand in one row with the sentence that follows them. A small network,
taught by pages whose lines are known (`bodycopy train-breaks`), tells from the words around each gap."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Self

import numpy as np

from bodycopy.arrays import read_array
from bodycopy.convolution import Array, Convolution, positive, read_convolutions
from bodycopy.folding import printable
from bodycopy.product import product
from bodycopy.read.words import WORD, ends_sentence, look_at

Span = tuple[int, int]

#: The network's file, beside this module.
FILE: Final = Path(__file__).with_name("breaks.json")
#: A text in which fewer of a hundred words begin a line than this is an article by itself: its sentences stay
#: whole, for some of the places where a line seems to begin are names in the middle of one.
LEAST: Final = 2.0
#: So many words at a time: what the network holds of them does not grow with the text.
STRETCH: Final = 8_192


@dataclass(frozen=True, slots=True)
class Breaks:
    """The network: what a word looks like and what its kind has learned become a hidden state; dilated
    convolutions with residual connections let it see the words around it."""

    kinds: Array
    entry: Array
    entry_bias: Array
    convolutions: tuple[Convolution, ...]
    exit: Array
    exit_bias: Array

    @classmethod
    def read(cls, arrays: Mapping[str, Any]) -> Self:
        """The network of `arrays`: a name an array; `dilations` lists those of the convolutions."""
        names = ("kinds", "entry", "entry_bias", "exit", "exit_bias")
        convolutions = read_convolutions(arrays, arrays["dilations"])
        return cls(convolutions=convolutions, **{name: arrays[name] for name in names})

    def odds(self, words: Sequence[str]) -> Array:
        """Log-odds that each of `words` begins a line."""
        margin = sum(one.dilation for one in self.convolutions)
        found = np.empty(len(words), np.float32)
        for begin in range(0, len(words), STRETCH):
            end = begin + STRETCH
            first = max(0, begin - margin)
            seen = self._odds(words[first : end + margin])
            found[begin:end] = seen[begin - first :][:STRETCH]
        return found

    def _odds(self, words: Sequence[str]) -> Array:
        looks, kinds = look_at(words)
        state = positive(product(np.concatenate((looks, self.kinds[kinds]), 1), self.entry) + self.entry_bias)
        for convolution in self.convolutions:
            state = convolution.added_to(state)
        found: Array = state @ self.exit + self.exit_bias
        return found


def break_lines(source: str, sentences: Sequence[Span]) -> list[Span]:
    """The spans of `sentences`, which stand one behind another in `source`, broken where a line began; as
    they are where `source` reads like an article by itself."""
    if not sentences:
        return []
    found = [
        word
        for word in WORD.finditer(source, sentences[0][0], sentences[-1][1])
        if word.group().isprintable() or printable(word.group())
    ]
    words = [word.group() for word in found]
    begins = _shipped().odds(words) > 0.0
    places = [
        one.start()
        for one, before, begins_line in zip(found[1:], words, begins[1:].tolist(), strict=False)
        if begins_line and not ends_sentence(before)
    ]
    if 100 * len(places) < LEAST * len(words):
        return list(sentences)
    return list(_broken(source, sentences, places))


def _broken(source: str, sentences: Sequence[Span], places: Sequence[int]) -> Iterator[Span]:
    waiting = iter([*places, len(source)])
    place = next(waiting)
    for begin, end in sentences:
        while place < end:
            if place > begin and printable(source[begin:place]):
                yield begin, begin + len(source[begin:place].rstrip())
                begin = place
            place = next(waiting)
        yield begin, end


@cache
def _shipped() -> Breaks:
    data = json.loads(FILE.read_text("utf-8"))
    return Breaks.read({name: read_array(value) for name, value in data["network"].items()})
