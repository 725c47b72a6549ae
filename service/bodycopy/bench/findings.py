"""All that a run over corpora found, and its form as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bodycopy.bench.costs import Cost
from bodycopy.bench.labelled import Labels
from bodycopy.bench.metadata import Counts, MetadataRow
from bodycopy.bench.quality import Row
from bodycopy.bench.residue import Residue
from bodycopy.bench.totals import PageScore, by_language, by_length, each_language, total


@dataclass(frozen=True, slots=True)
class Findings:
    """`rows` and `metadata`, or `residue`, as was asked for; `labels` where there are labelled lines; `notes`
    says what was passed over and what went wrong; `refused` holds the rows that could not be read; `costs`
    are the documents that cost bodycopy most."""

    version: str
    rows: tuple[Row, ...]
    metadata: tuple[MetadataRow, ...]
    residue: tuple[Residue, ...]
    labels: tuple[Labels, ...]
    notes: tuple[str, ...]
    refused: tuple[str, ...]
    costs: tuple[Cost, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain lists, dicts, strings and numbers, for JSON."""
        return {
            "bodycopy": self.version,
            "tools": [_row(row) for row in self.rows],
            "metadata": [_metadata(row) for row in self.metadata],
            "residue": [_residue(row) for row in self.residue],
            "labels": [_labels(found) for found in self.labels],
            "notes": list(self.notes),
            "refused": list(self.refused),
            "costs": [cost.to_dict() for cost in self.costs],
        }

    def pages(self) -> list[dict[str, Any]]:
        """Each page in each form, with the score of each tool; for residue with those before, after and of
        the ideal choice."""
        found: dict[tuple[str, str, int], dict[str, Any]] = {}
        for row in self.rows:
            _add(found, row.corpus, row.form, row.tool, row.scores)
        for one in self.residue:
            for form in ("before", "after", "ideal"):
                _add(found, one.corpus, form, one.tool, getattr(one, form))
        return list(found.values())


def _add(
    found: dict[tuple[str, str, int], dict[str, Any]],
    corpus: str,
    form: str,
    tool: str,
    scores: Sequence[PageScore],
) -> None:
    for at, score in enumerate(scores):
        page = score.page
        known = {"corpus": corpus, "form": form, "id": page.name, "lang": page.lang, "words": page.words}
        entry = found.setdefault((corpus, form, at), known | {"tools": {}})
        entry["tools"][tool] = score.shingles._asdict() | {"word_f1": score.word_f1}


def _row(row: Row) -> dict[str, Any]:
    head = {"corpus": row.corpus, "form": row.form, "tool": row.tool, "installed": row.figures is not None}
    if row.figures is None:
        return head
    return head | {
        "failed": row.failed,
        "died": row.died,
        "documents_a_core_second": row.rate,
        "peak_memory_mb": row.figures.memory,
        **_scores(row.scores),
    }


def _metadata(row: MetadataRow) -> dict[str, Any]:
    head = {"corpus": row.corpus, "tool": row.tool, "installed": row.figures is not None}
    if row.figures is None:
        return head
    return head | {
        "pages": row.pages,
        "failed": row.failed,
        "died": row.died,
        "documents_a_core_second": row.rate,
        "peak_memory_mb": row.figures.memory,
        **{name: asdict(counts) | _shares(counts) for name, counts in row.counts.items()},
    }


def _shares(counts: Counts) -> dict[str, float | None]:
    return {
        "recall": counts.recall,
        "precision": counts.precision,
        "near_share": counts.near_share,
        "invented_share": counts.invented_share,
    }


def _scores(scores: Sequence[PageScore]) -> dict[str, Any]:
    return {
        **total(scores)._asdict(),
        "by_language": {
            name: found._asdict() for name, found in (by_language(scores) | each_language(scores)).items()
        },
        "by_length": {name: found._asdict() for name, found in by_length(scores).items()},
    }


def _residue(row: Residue) -> dict[str, Any]:
    head = {"corpus": row.corpus, "tool": row.tool, "installed": bool(row.before)}
    if not row.before:
        return head
    return head | {
        "failed": row.failed,
        "died": row.died,
        "reached": row.reached,
        "better": row.better,
        "worse": row.worse,
        "before": _scores(row.before),
        "after": _scores(row.after),
        "ideal": _scores(row.ideal),
    }


def _labels(found: Labels) -> dict[str, Any]:
    return {
        "file": found.name,
        "documents": found.documents,
        "macro_f1": found.macro_f1,
        "body_words": found.body_words,
        "body_words_lost": found.body_lost,
        "junk_words": found.junk_words,
        "junk_words_left": found.junk_left,
        "labels": {label: score._asdict() for label, score in found.scores.items()},
        "confusion": [
            {"gold": gold, "given": given, "lines": count}
            for (gold, given), count in sorted(found.confusion.items())
        ],
    }
