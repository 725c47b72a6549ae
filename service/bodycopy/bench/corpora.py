"""Corpora to measure on: folders of `*.jsonl.gz`, a page a line, with its HTML and its gold text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from bodycopy.bench.documents import BenchError
from bodycopy.diff.corpus import Columns, Corpus, CorpusError, Row, RowReader
from bodycopy.errors import InputError
from bodycopy.facts.language import canonical, detect

SUFFIX: Final = ".jsonl.gz"
COLUMNS: Final = Columns(gold="text", take="html")


class Gold(NamedTuple):
    """What a corpus says of a page; None or empty where it says nothing."""

    title: str | None
    authors: tuple[str, ...]
    date: str | None
    url: str | None


class Page(NamedTuple):
    """One page to measure on. `lang` is what the corpus says, else what the gold text's words say, as a
    language without its country; None where neither does. `gold` is the article's text."""

    name: str
    lang: str | None
    html: str
    gold: str
    metadata: Gold


@dataclass(slots=True)
class Survey:
    """A corpus, counted: which of its lines are measured, and the others. `refused` holds the lines that
    can't be read, each as `file:line: why`."""

    name: str
    path: Path
    lines: list[int] = field(default_factory=list)
    without_gold: int = 0
    refused: list[str] = field(default_factory=list)


def survey(folder: Path, documents: int | None, limit: int) -> list[Survey]:
    """The corpora of `folder`, at most so many pages of each, by name. Of a corpus with more, those whose ids
    have the smallest hashes: a few of each site and language, and the same in whatever order they stand.

    `limit` is the most bytes a line may have. Raises BenchError where there is no corpus or one can't be
    unpacked.
    """
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise BenchError(
            f"{folder}: holds no corpus; files *{SUFFIX} are accepted, a page with `html` a line"
        )
    return [_survey(file, documents, limit) for file in files]


def pages(corpus: Survey, limit: int) -> Iterator[Page]:
    """The pages of a corpus that are measured, in its order."""
    wanted = set(corpus.lines)
    reader = RowReader(COLUMNS, limit)
    for number, line in _lines(corpus.path, limit):
        if number in wanted:
            row = reader.read(number, line)
            gold = row.gold or ""
            yield Page(row.name, _language(row, gold), row.source, gold, _metadata(line))


def _metadata(line: bytes) -> Gold:
    """The gold metadata of a row that can be read; what has another type than it should counts as none."""
    row = json.loads(line)
    title, date, url = (
        value if isinstance(value := row.get(key), str) and value.strip() else None
        for key in ("title", "date", "url")
    )
    authors = row.get("authors")
    names = [name for name in authors if isinstance(name, str)] if isinstance(authors, list) else []
    return Gold(title, tuple(names), date, url)


def _survey(file: Path, documents: int | None, limit: int) -> Survey:
    found = Survey(file.name.removesuffix(SUFFIX), file)
    reader = RowReader(COLUMNS, limit)
    ranked: list[tuple[bytes, int]] = []
    for number, line in _lines(file, limit):
        try:
            row = reader.read(number, line)
        except InputError as error:
            found.refused.append(f"{file}:{number}: {error}")
            continue
        if row.gold and row.gold.strip():
            ranked.append((sha256(row.name.encode("utf-8", "replace")).digest(), number))
        else:
            found.without_gold += 1
    found.lines = sorted(number for _, number in sorted(ranked)[:documents])
    return found


def _lines(file: Path, limit: int) -> Iterator[tuple[int, bytes]]:
    number = 0
    try:
        with Corpus(file, limit) as lines:
            for number, line in lines:
                yield number, line
    except CorpusError as error:
        why = str(error).removeprefix(f"{file}: ")
        raise BenchError(f"{file}:{number + 1}: {why}") from None


def _language(row: Row, gold: str) -> str | None:
    tag = canonical(row.lang) or detect(gold)
    return tag.split("-")[0] if tag else None
