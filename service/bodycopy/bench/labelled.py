"""Which label bodycopy gives to lines that people labelled: files `*.jsonl` of texts with their lines."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from bodycopy.diff.corpus import Corpus
from bodycopy.errors import InputError
from bodycopy.labels import BOILERPLATE, LABELS
from bodycopy.payload import parse_json
from bodycopy.result import CleanResult, ResultBlock

#: Labels with fewer lines do not count into the macro-F1.
FEWEST_LINES: Final = 15


class Labelled(NamedTuple):
    """A text, its lines that show something and the label of each."""

    text: str
    lines: list[str]
    labels: list[str]


class LabelScore(NamedTuple):
    """How many lines have a label by hand, how many bodycopy gives it, and how well the two agree."""

    lines: int
    found: int
    precision: float | None
    recall: float | None
    f1: float


@dataclass(slots=True)
class Labels:
    """The labels of a file's lines: `confusion` counts lines by the label by hand and that of bodycopy.
    `body_words` and `junk_words` are the words of lines that are body and boilerplate by hand;
    `body_lost` and `junk_left` those that bodycopy drops of the first and keeps of the second. `refused`
    holds the rows that can't be read, each as `file:line: why`."""

    name: str
    documents: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    body_words: int = 0
    body_lost: int = 0
    junk_words: int = 0
    junk_left: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def scores(self) -> dict[str, LabelScore]:
        """Each label that a line has, by hand or by bodycopy, in the order of LABELS."""
        lines, found = Counter[str](), Counter[str]()
        for (gold, given), count in self.confusion.items():
            lines[gold] += count
            found[given] += count
        return {
            label: _label_score(lines[label], found[label], self.confusion[label, label])
            for label in LABELS
            if lines[label] or found[label]
        }

    @property
    def macro_f1(self) -> float | None:
        """The mean F1 of the labels with at least FEWEST_LINES lines."""
        counted = [score.f1 for score in self.scores.values() if score.lines >= FEWEST_LINES]
        return sum(counted) / len(counted) if counted else None

    @property
    def body_lost_share(self) -> float | None:
        """The share of the body's words that are lost."""
        return self.body_lost / self.body_words if self.body_words else None

    @property
    def junk_left_share(self) -> float | None:
        """The share of the boilerplate's words that are left."""
        return self.junk_left / self.junk_words if self.junk_words else None


def labelled(folder: Path, clean: Callable[[str], CleanResult], limit: int) -> list[Labels]:
    """Every `*.jsonl` of `folder` whose rows have `text`, `lines` and `labels`, by name."""
    return [_labels(file, clean, limit) for file in sorted(folder.glob("*.jsonl"))]


def given_labels(
    text: str, lines: Sequence[str], blocks: Sequence[ResultBlock]
) -> Iterator[ResultBlock | None]:
    """The block that most of each line lies in; None where none does. `lines` stand in `text` in order.

    Raises InputError for a line that does not.
    """
    placed = [block for block in blocks if block.start is not None and block.end is not None]
    at = first = 0
    for line in lines:
        start = text.find(line, at)
        if start < 0:
            raise InputError(f"lines: {line[:60]!r} does not stand in 'text' behind the line before it")
        at = start + len(line)
        while first < len(placed) and (placed[first].end or 0) <= start:
            first += 1
        best, most = None, 0
        for block in placed[first:]:
            if (block.start or 0) >= at:
                break
            shared = min(block.end or 0, at) - max(block.start or 0, start)
            if shared > most:
                best, most = block, shared
        yield best


def _labels(file: Path, clean: Callable[[str], CleanResult], limit: int) -> Labels:
    found = Labels(file.name.removesuffix(".jsonl"))
    with Corpus(file, limit) as rows:
        for number, row in rows:
            try:
                one = _read(row, limit)
                given = list(given_labels(one.text, one.lines, clean(one.text).blocks))
            except InputError as error:
                found.refused.append(f"{file}:{number}: {error}")
                continue
            found.documents += 1
            for line, label, block in zip(one.lines, one.labels, given, strict=True):
                _count(found, line, label, block)
    return found


def _count(found: Labels, line: str, label: str, block: ResultBlock | None) -> None:
    words, kept = len(line.split()), block is not None and block.kept
    found.confusion[label, block.label if block else "other"] += 1
    if label == "body":
        found.body_words += words
        found.body_lost += 0 if kept else words
    elif label in BOILERPLATE:
        found.junk_words += words
        found.junk_left += words if kept else 0


def _read(line: bytes, limit: int) -> Labelled:
    row = parse_json(line) if len(line) <= limit else None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(
            f"a JSON object of at most {limit} bytes with 'text', 'lines' and 'labels' a line is accepted"
        )
    lines, labels = _strings(row, "lines"), _strings(row, "labels")
    if len(lines) != len(labels):
        raise InputError(f"labels: {len(labels)} labels for {len(lines)} lines; one a line is accepted")
    for label in labels:
        if label not in LABELS:
            raise InputError(f"labels: {label!r} is no label; accepted are {', '.join(LABELS)}")
    return Labelled(row["text"], lines, labels)


def _strings(row: Mapping[str, object], key: str) -> list[str]:
    value = row.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise InputError(f"{key}: a list of strings is accepted")
    return value


def _label_score(lines: int, found: int, both: int) -> LabelScore:
    precision, recall = both / found if found else None, both / lines if lines else None
    return LabelScore(lines, found, precision, recall, 2 * both / (lines + found))
