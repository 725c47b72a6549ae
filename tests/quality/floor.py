"""The floor: scores that the shipped rules and weights have reached, in floor.json, and how they are held.

`make floor` measures anew and raises what has risen. It lowers a score only where it is told to: `make floor
LOWER=1`.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from bodycopy import Cleaner
from bodycopy.bench.scores import Mean, f1, score
from tests.quality.samples import Sample

FILE: Final = Path(__file__).with_name("floor.json")
#: By how much a score may lie under its floor: about what one line of a hundred pages makes.
TOLERANCE: Final = 0.005
#: Documents that a message names.
NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """A set of texts, cleaned and compared with its articles. `documents` holds the F1 of each."""

    f1: float
    recall: float
    documents: dict[str, float]


@dataclass(slots=True)
class Floor:
    """What a set of texts must reach; `documents` holds what each had then, for our own texts alone."""

    f1: float
    recall: float
    date: str
    ruleset: str
    documents: dict[str, float] = field(default_factory=dict)


def measure(cleaner: Cleaner, samples: Iterable[Sample]) -> Measured:
    """The scores of these texts as `cleaner` cleans them."""
    mean, documents = Mean(), {}
    for sample in samples:
        found = score(cleaner.clean(sample.text).text, sample.gold) if sample.text.strip() else None
        if found is not None:
            mean.add(found)
            documents[sample.name] = round(f1(*found) or 0.0, 4)
    precision, recall = mean.score
    return Measured(round(f1(precision, recall) or 0.0, 4), round(recall or 0.0, 4), documents)


def read_floors() -> dict[str, Floor]:
    """The floors by the names of their sets."""
    sets: dict[str, dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["sets"] if FILE.exists() else {}
    return {name: Floor(**floor) for name, floor in sets.items()}


def write_floors(floors: dict[str, Floor]) -> None:
    """Writes them all."""
    head = "made by `make floor`; not to be edited. A score is lowered by `make floor LOWER=1` alone"
    sets = {name: asdict(floors[name]) for name in sorted(floors)}
    data = {"made": head, "tolerance": TOLERANCE, "sets": sets}
    FILE.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


def fallen(name: str, found: Measured, floor: Floor) -> str | None:
    """What has fallen under the floor, with the documents that fell most; None where nothing has."""
    low = [
        f"{what} is {now:.4f}, and the floor is {then:.4f} ({floor.date}, tolerance {TOLERANCE})"
        for what, now, then in (("F1", found.f1, floor.f1), ("recall", found.recall, floor.recall))
        if now < then - TOLERANCE
    ]
    if not low:
        return None
    falls = {at: floor.documents.get(at, 1.0) - now for at, now in found.documents.items()}
    worst = sorted(falls, key=lambda at: (-falls[at], at))[:NAMED]
    lines = [
        f"  {at}: F1 {found.documents[at]:.4f}"
        + (f", was {floor.documents[at]:.4f}" if at in floor.documents else "")
        for at in worst
    ]
    return "\n".join([f"{name}: {'; '.join(low)}. The documents that cost most:", *lines])


def settle(
    name: str, found: Measured, floor: Floor | None, ruleset: str, *, lower: bool, named: bool
) -> Floor:
    """The floor after `found` was measured: each score raised where it has risen, or as it is now with
    `lower`. `named` says whether the scores of documents are recorded."""
    today = date.today().isoformat()
    documents = found.documents if named else {}
    if floor is None or lower:
        return Floor(found.f1, found.recall, today, ruleset, documents)
    if found.f1 <= floor.f1 and found.recall <= floor.recall:
        return floor
    return Floor(max(found.f1, floor.f1), max(found.recall, floor.recall), today, ruleset, documents)
