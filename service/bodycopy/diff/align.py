"""Two judgements of one document, line by line and word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from bodycopy.decide.judge import Judged
from bodycopy.labels import KEPT

_WORD: Final = re.compile(r"\w+")


class Fate(NamedTuple):
    """What became of a word: its label, whether it stays in the text, the rules that spoke for the label."""

    label: str
    kept: bool
    rules: tuple[str, ...]


class Word(NamedTuple):
    """A word of the document and its fate under the old and the new rules."""

    text: str
    old: Fate
    new: Fate

    @property
    def flipped(self) -> bool:
        """Whether it is kept under one of the two and not under the other."""
        return self.old.kept is not self.new.kept

    @property
    def relabelled(self) -> bool:
        """Whether it is kept or dropped under both, with another label."""
        return not self.flipped and self.old.label != self.new.label


@dataclass(frozen=True, slots=True)
class Line:
    """A block as the old and the new rules judge it. Where only one of the two takes a block apart into
    sentences, its sentences are the lines."""

    text: str
    old: Judged
    new: Judged
    words: list[Word]

    @property
    def changed(self) -> bool:
        """Whether its label is another, or that of a word in it."""
        return self.old.verdict.label != self.new.verdict.label or any(
            word.flipped or word.relabelled for word in self.words
        )


def align(old: Sequence[Judged], new: Sequence[Judged]) -> Iterator[Line]:
    """The lines of one document in order, as two rulesets judge them."""
    for olds, news in _groups(old, new):
        pairs = zip(_fates(olds), _fates(news), strict=True)
        words = (Word(text, before, after) for (text, before), (_, after) in pairs)
        fine = olds if len(olds) > len(news) else news
        for at, one in enumerate(fine):
            count = len(_WORD.findall(one.block.text))
            yield Line(
                one.block.text,
                olds[min(at, len(olds) - 1)],
                news[min(at, len(news) - 1)],
                list(islice(words, count)),
            )


def _groups(old: Sequence[Judged], new: Sequence[Judged]) -> Iterator[tuple[list[Judged], list[Judged]]]:
    """The shortest rows of blocks on either side that hold the same characters."""
    olds, news = iter(old), iter(new)
    for first in olds:
        group, other = [first], [next(news)]
        ahead = _size(first) - _size(other[0])
        while ahead:
            side, blocks, sign = (other, news, -1) if ahead > 0 else (group, olds, 1)
            side.append(next(blocks))
            ahead += sign * _size(side[-1])
        yield group, other


def _size(one: Judged) -> int:
    return len("".join(one.block.text.split()))


def _fates(judged: Sequence[Judged]) -> Iterator[tuple[str, Fate]]:
    for one in judged:
        label, rules = one.verdict.label, one.verdict.rules
        whole = Fate(label, label in KEPT, rules)
        cuts = one.cuts if whole.kept else ()
        if not cuts:
            yield from ((word, whole) for word in _WORD.findall(one.block.text))
            continue
        for found in _WORD.finditer(one.block.text):
            cut = next((cut for cut in cuts if cut.start <= found.start() < cut.end), None)
            yield found.group(), Fate(cut.label, False, (cut.rule,)) if cut else whole
