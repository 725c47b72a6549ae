"""What a rule change does to a corpus: the sum over its documents."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Generic, NamedTuple, TypeVar

from bodycopy.bench.scores import Mean, Score, f1
from bodycopy.diff.changes import MOST, Change, Moved
from bodycopy.diff.compare import Compared, Refused, Scores

#: Refused lines that are named; all are counted.
MAX_REFUSED: Final = 100
Key = TypeVar("Key", bound=Hashable)


class Tally(NamedTuple):
    """So many words, in so many documents."""

    words: int
    documents: int


@dataclass(frozen=True, slots=True)
class MovedSum:
    """Words that came or went, in all, by label and by rule; the most words first."""

    words: int
    by_label: dict[str, Tally]
    by_rule: dict[str, Tally]


class Found(NamedTuple):
    """A change, and the document that it stands in."""

    line: int
    name: str
    url: str | None
    lang: str | None
    change: Change


@dataclass(frozen=True, slots=True)
class Quality:
    """The scores of both rulesets over the `documents` with gold text; `better` and `worse` count those
    whose own F1 rose and fell."""

    documents: int
    better: int
    worse: int
    old: Score
    new: Score


@dataclass(frozen=True, slots=True)
class Summary:
    """The sum. `text_changed` counts the documents whose clean text is another, `changed` those where at
    least a label is. `quality` is None where no document has gold text; `refused` counts the lines that
    could not be read, of which `refused_lines` are the first."""

    documents: int
    changed: int
    text_changed: int
    words: int
    dropped: MovedSum
    kept: MovedSum
    relabelled: dict[tuple[str, str], Tally]
    largest: tuple[Found, ...]
    quality: Quality | None
    refused: int
    refused_lines: tuple[Refused, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain lists, dicts, strings and numbers, for JSON."""
        quality = self.quality
        return {
            "documents": self.documents,
            "changed": self.changed,
            "text_changed": self.text_changed,
            "words": self.words,
            "dropped": _moved(self.dropped),
            "kept": _moved(self.kept),
            "relabelled": [
                {"old": old, "new": new, **tally._asdict()} for (old, new), tally in self.relabelled.items()
            ],
            "quality": quality
            and asdict(quality) | {"old": with_f1(quality.old), "new": with_f1(quality.new)},
            "largest": [found._asdict() | {"change": asdict(found.change)} for found in self.largest],
            "refused": {"lines": self.refused, "first": [asdict(line) for line in self.refused_lines]},
        }


def with_f1(score: Score) -> dict[str, float | None]:
    """Precision, recall and F1, to six digits."""
    values = {"precision": score.precision, "recall": score.recall, "f1": f1(*score)}
    return {name: value if value is None else round(value, 6) for name, value in values.items()}


def summarize(results: Iterable[Compared | Refused]) -> Summary:
    """The sum of `results`, in one pass; of the changes only the largest are held."""
    documents = changed = text_changed = words = refused = 0
    dropped, kept, relabelled = _MovedTable(), _MovedTable(), _Table[tuple[str, str]]()
    largest: list[Found] = []
    refused_lines: list[Refused] = []
    quality = _QualitySum()
    for result in results:
        if isinstance(result, Refused):
            refused += 1
            if refused <= MAX_REFUSED:
                refused_lines.append(result)
            continue
        documents += 1
        changed += result.changed
        text_changed += bool(result.counts.dropped.words or result.counts.kept.words)
        words += result.words
        dropped.add(result.counts.dropped)
        kept.add(result.counts.kept)
        relabelled.add(result.counts.relabelled)
        largest += [
            Found(result.line, result.name, result.url, result.lang, change) for change in result.changes
        ]
        largest = sorted(largest, key=lambda found: found.change.size, reverse=True)[:MOST]
        if result.scores:
            quality.add(result.scores)
    return Summary(
        documents,
        changed,
        text_changed,
        words,
        dropped.sum(),
        kept.sum(),
        relabelled.sum(),
        tuple(largest),
        quality.sum(),
        refused,
        tuple(refused_lines),
    )


class _Table(Generic[Key]):
    def __init__(self) -> None:
        self._words: Counter[Key] = Counter()
        self._documents: Counter[Key] = Counter()

    def add(self, words: Mapping[Key, int]) -> None:
        self._words.update(words)
        self._documents.update(words.keys())

    def sum(self) -> dict[Key, Tally]:
        order = sorted(self._words, key=lambda key: (-self._words[key], str(key)))
        return {key: Tally(self._words[key], self._documents[key]) for key in order}


class _MovedTable:
    def __init__(self) -> None:
        self._words = 0
        self._by_label, self._by_rule = _Table[str](), _Table[str]()

    def add(self, moved: Moved) -> None:
        self._words += moved.words
        self._by_label.add(moved.by_label)
        self._by_rule.add(moved.by_rule)

    def sum(self) -> MovedSum:
        return MovedSum(self._words, self._by_label.sum(), self._by_rule.sum())


class _QualitySum:
    def __init__(self) -> None:
        self._old, self._new = Mean(), Mean()
        self._documents = self._better = self._worse = 0

    def add(self, scores: Scores) -> None:
        self._documents += 1
        self._old.add(scores.old)
        self._new.add(scores.new)
        before, after = f1(*scores.old) or 0.0, f1(*scores.new) or 0.0
        self._better += after > before
        self._worse += after < before

    def sum(self) -> Quality | None:
        if not self._documents:
            return None
        return Quality(self._documents, self._better, self._worse, self._old.score, self._new.score)


def _moved(moved: MovedSum) -> dict[str, Any]:
    return {
        "words": moved.words,
        "by_label": {name: tally._asdict() for name, tally in moved.by_label.items()},
        "by_rule": {name: tally._asdict() for name, tally in moved.by_rule.items()},
    }
