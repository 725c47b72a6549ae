"""What flows from the readers to the decider: documents and blocks. Nothing here knows a format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

Kind = Literal["paragraph", "list_item", "heading", "quote", "table_row", "code"]
#: What stands between the cells of a table row, in its text.
BETWEEN_CELLS: Final = " | "


InlineKind = Literal["link", "image", "strong", "emphasis", "code"]


class Inline(NamedTuple):
    """A stretch of a block's text that markup sets apart: `text[start:end]`. `target` is what a link or an
    image points at."""

    start: int
    end: int
    kind: InlineKind
    target: str | None = None


@dataclass(slots=True, eq=False)
class Element:
    """An element of a page. `cues` are the words of its class, id, role and itemprop, in lower case; `number`
    counts the elements in the order of the page, `depth` those around it. Never changed, and not frozen:
    that would take ten times as long, for a thousand elements a page."""

    tag: str
    cues: tuple[str, ...]
    parent: "Element | None" = field(repr=False)
    number: int
    depth: int


class Markup(NamedTuple):
    """What the page's markup says of a block. `element` is the one that makes it a block, its parents are
    those around it; `link_density` is the share of its characters that stand in links; `hidden` says that a
    browser would not show it; `stated` is the share of its words that the page's data give as the article's
    body, None where they give no body."""

    element: Element
    link_density: float
    hidden: bool = False
    stated: float | None = None


class Block(NamedTuple):
    """One line, paragraph, list item or cell row of the input.

    `text` is the block as a reader would print it: white space folded, invisible characters gone.
    For plain text and Markdown `source[start:end]` is the block as it stood, with its marks; for HTML both
    are None. `level` is a heading's (1 to 6), a list item's depth (from 1) or the columns that a line of code
    is indented; `marker` is what stands before a list item ("-", "3.") or the language of a code block.
    `inlines` do not overlap except where one holds the other; an image that shows no text is an empty one.
    """

    text: str
    start: int | None = None
    end: int | None = None
    kind: Kind = "paragraph"
    level: int = 0
    marker: str | None = None
    inlines: tuple[Inline, ...] = ()
    markup: Markup | None = None


class StatedCaption(NamedTuple):
    """The caption of a picture that a page's structured data describe, and who made the picture."""

    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """Metadata that the markup of a page stated. All None or empty for plain text.

    `authors` are people, `agencies` the agencies and organisations named as author; `paywalled` says whether
    the page states that it can't be read without paying.
    `sources` says for each field that has a value where that stood.
    """

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    section: str | None = None
    captions: tuple[StatedCaption, ...] = ()
    paywalled: bool | None = None
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A read input: its decoded source, its blocks in reading order, and what markup said of it. `opinion`
    gives what another extractor takes for the article, where there is one; it takes time. `asks_password`:
    the page has a field for a password. `furniture` are the running heads and feet of printed pages, which no
    other block has for a neighbour: a block may go on behind them."""

    source: str
    blocks: tuple[Block, ...]
    hints: Hints = field(default_factory=Hints)
    warnings: tuple[str, ...] = ()
    opinion: Callable[[], str] | None = None
    asks_password: bool = False
    furniture: tuple[Block, ...] = ()
