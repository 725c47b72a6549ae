"""What flows from the readers to the decider: documents and blocks. Nothing here knows a format."""

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

Kind = Literal["paragraph", "list_item", "heading", "quote", "table_row", "code"]
KINDS: Final[tuple[Kind, ...]] = (
    "paragraph",
    "list_item",
    "heading",
    "quote",
    "table_row",
    "code",
)


class Block(NamedTuple):
    """One line, paragraph, list item or cell row of the input.

    `text` is the block as a reader would print it: white space folded, invisible characters gone.
    For plain text `source[start:end]` is the block as it stood; for HTML both are None.
    """

    text: str
    start: int | None = None
    end: int | None = None
    kind: Kind = "paragraph"


@dataclass(frozen=True, slots=True)
class Hints:
    """Metadata that the markup of a page stated. All None or empty for plain text."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A read input: its decoded source, its blocks in reading order, and what markup said of it."""

    source: str
    blocks: tuple[Block, ...]
    hints: Hints = field(default_factory=Hints)
    warnings: tuple[str, ...] = ()
