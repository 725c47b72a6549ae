"""What became of a case, and each way in which it differs from what is expected."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Literal

from bodycopy.testing.cases import Case


class Status(StrEnum):
    """`gap`: fails, as its case says it does. `closed`: passes, though its case names a gap. `error`: can't
    be used."""

    PASSED = "passed"
    FAILED = "failed"
    GAP = "gap"
    CLOSED = "closed"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class ExampleDifference:
    """A rule speaks for an example or does not, and should not or should."""

    should_match: bool
    text: str


@dataclass(frozen=True, slots=True)
class BlockDifference:
    """A block with another label than expected. `expected` or `got` is None where the block is on one side
    only; `rules` are those that spoke for the label it got."""

    text: str
    expected: str | None
    got: str | None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetadataDifference:
    """A field of the metadata with another value than expected."""

    field: str
    expected: Any
    got: Any


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A paragraph of the clean text on one side only: `-` is expected and missing, `+` is there and not
    expected."""

    sign: Literal["-", "+"]
    paragraph: str


Difference = ExampleDifference | BlockDifference | MetadataDifference | TextDifference
_KINDS = {
    ExampleDifference: "example",
    BlockDifference: "block",
    MetadataDifference: "metadata",
    TextDifference: "text",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of `case`. `problems` say why it can't be used, located; `gap` is what the case says."""

    case: Case
    status: Status
    differences: tuple[Difference, ...] = ()
    problems: tuple[str, ...] = ()
    gap: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        body: dict[str, Any] = {"id": self.case.id, "where": self.case.where, "status": str(self.status)}
        if self.differences:
            body["differences"] = [{"kind": _KINDS[type(one)], **asdict(one)} for one in self.differences]
        if self.problems:
            body["problems"] = list(self.problems)
        if self.gap:
            body["gap"] = self.gap
        return body


def count(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How many cases there are of each status."""
    found = Counter(str(outcome.status) for outcome in outcomes)
    return {status: found[status] for status in map(str, Status)}
