"""Reading corpora of pages to learn from."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bodycopy.errors import BodycopyError
from bodycopy.train.marked import marked_text


class CorpusError(BodycopyError):
    """A corpus can't be read; the message says where and why."""


class Page(NamedTuple):
    """A page of the corpus named so. `gold` is the article's text as the corpus gives it, or as it was
    marked; else None."""

    corpus: str
    id: str
    url: str | None
    title: str
    html: str
    gold: str | None


def read_pages(folder: Path, name: str) -> Iterator[Page]:
    """The pages of `<name>.jsonl.gz` in `folder`: a JSON object a line with `html`, and `text`, `url`, `id`
    and `title` where they are known. Raises CorpusError."""
    path = folder / f"{name}.jsonl.gz"
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                if not isinstance(row, dict) or not isinstance(row.get("html"), str) or not row["html"]:
                    raise CorpusError(f"{path}:{number}: a JSON object with `html` is needed")
                yield _page(name, number, row)
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror or error}") from None
    except (ValueError, EOFError) as error:
        raise CorpusError(f"{path}: is no gzipped JSON lines ({error})") from None


def _page(corpus: str, number: int, row: dict[str, Any]) -> Page:
    return Page(
        corpus=corpus,
        id=str(row.get("id") or number),
        url=row.get("url"),
        title=row.get("title") or "",
        html=row["html"],
        gold=row.get("text") or marked_text(row["html"]),
    )
