"""The closed vocabulary of labels: what a block of an input can be.

Every block gets exactly one label. A label's group says what becomes of the block: kept in the
text, moved into the metadata, or dropped as boilerplate.
"""

from typing import Final

KEPT: Final = ("body", "heading")
METADATA: Final = (
    "title",
    "subtitle",
    "section",
    "byline",
    "date",
    "caption",
    "credit",
    "note",
    "author_bio",
    "tags",
)
BOILERPLATE: Final = (
    "navigation",
    "social",
    "sponsor",
    "newsletter",
    "related",
    "comment_prompt",
    "reader_comment",
    "paywall",
    "player",
    "legal",
    "duplicate",
    "other",
)
#: Labels of whole blocks.
LABELS: Final = KEPT + METADATA + BOILERPLATE
#: Labels of spans cut from inside a kept block.
SPAN_LABELS: Final = ("dateline", *BOILERPLATE)
#: Everything a rule, `keep` or `disable` may name.
ALL_LABELS: Final = (*LABELS, "dateline")


def group_of(label: str, kept: bool) -> str:
    """What became of a block: `kept` in the text, moved into the `metadata`, or `dropped`."""
    if kept:
        return "kept"
    return "metadata" if label in METADATA or label == "dateline" else "dropped"


def label_of_block(label: str, kept: bool) -> str:
    """The label that is told of a block. One that is nothing but a dateline stands with the bylines, or stays
    as text."""
    if label in LABELS:
        return label
    return "body" if kept else "byline"
