"""Training samples: pages as raw text, articles alone, what extractors leave, as the decider sees them."""

import gzip
import json
import logging
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bodycopy.bench.renderers import RENDERERS, renderer
from bodycopy.cleaner import Cleaner
from bodycopy.decide.features import features
from bodycopy.errors import BodycopyError, InputError
from bodycopy.rules.sites import site_of
from bodycopy.train.targets import targets

#: Articles without their page, so that a clean text is left as it is.
ALONE: Final = "gold"


class CorpusError(BodycopyError):
    """A corpus can't be read; the message says where and why."""


@dataclass(slots=True)
class Sample:
    """One text. `kind` says how it was made; `shares` and `sizes` are those of `targets`; `seen` are the
    features of its blocks."""

    id: str
    corpus: str
    site: str
    english: bool
    kind: str
    gold: str
    blocks: list[str]
    seen: NDArray[np.float32]
    shares: NDArray[np.float32]
    sizes: NDArray[np.float32]


def fold_of(site: str, folds: int) -> int:
    """The fold that all pages of `site` are in."""
    return zlib.crc32(site.encode()) % folds


def count_pages(path: Path) -> int:
    """How many pages the corpus in `path` has. Raises CorpusError."""
    return sum(1 for _ in _rows(path))


def read_samples(folder: Path, names: Sequence[str], done: Callable[[], None]) -> Iterator[Sample]:
    """The samples of the corpora `names` (`<name>.jsonl.gz` in `folder`, with `html` and the gold `text`), in
    order. Calls `done` after each page. Raises CorpusError."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    cleaner = Cleaner(decider="rules")
    for name in names:
        for row in _rows(folder / f"{name}.jsonl.gz"):
            for kind, text in _texts(row["html"], row["text"]):
                sample = _sample(cleaner, name, row, kind, text)
                if sample is not None:
                    yield sample
            done()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                if not isinstance(row, dict) or not row.get("html") or not row.get("text"):
                    raise CorpusError(f"{path}:{number}: `html` and the gold `text` are needed")
                yield row
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror or error}") from None
    except (ValueError, EOFError) as error:
        raise CorpusError(f"{path}: is no gzipped JSON lines ({error})") from None


def _texts(html: str, gold: str) -> Iterator[tuple[str, str]]:
    for name in RENDERERS:
        yield name, renderer(name)(html)
    yield ALONE, gold
    for name, extract in _extractors().items():
        yield name, extract(html)


def _extractors() -> dict[str, Callable[[str], str]]:
    """Extractors whose output users clean once more."""
    from boilerpy3 import extractors
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text
    from trafilatura import extract

    article = extractors.ArticleExtractor(raise_on_failure=False)
    return {
        "trafilatura": lambda html: extract(html) or "",
        "readability": lambda html: renderer("html_text")(Document(html).summary()),
        "boilerpy3": lambda html: str(article.get_content(html)),
        "resiliparse": lambda html: str(extract_plain_text(html, main_content=True)),
    }


def _sample(cleaner: Cleaner, corpus: str, row: dict[str, Any], kind: str, text: str) -> Sample | None:
    try:
        document = cleaner.read(text)
    except InputError:  # an extractor that found nothing
        return None
    matched = cleaner.look(document.blocks)
    shares, sizes = targets([block.text for block in document.blocks], row["text"])
    return Sample(
        id=str(row.get("id")),
        corpus=corpus,
        site=site_of(row.get("url")) or str(row.get("id")),
        english=(row.get("lang") or "en")[:2] == "en",
        kind=kind,
        gold=row["text"],
        blocks=[block.text for block in document.blocks],
        seen=features(matched.scene, matched.evidence),
        shares=np.array(shares, np.float32),
        sizes=np.array(sizes, np.float32),
    )
