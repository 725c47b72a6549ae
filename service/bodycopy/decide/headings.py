"""Names headings among the kept lines by what stands below them."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict
from bodycopy.match.conditions import Scene

HEADING_WORDS: Final = 16
#: So many short lines in a row are a table or a list: nothing between its ends is a heading.
TABLE_LINES: Final = 4
_QUOTES: Final = "\"'([¿¡"


def name_headings(scene: Scene, verdicts: list[Verdict]) -> None:
    """Calls a kept line without a full stop a heading where a longer kept block follows it, in place."""
    kept = [index for index, verdict in enumerate(verdicts) if verdict.label == "body"]
    rows = _rows(scene, kept)
    for place in range(len(kept) - 2, -1, -1):
        index, below = kept[place], kept[place + 1]
        if index not in rows and _may_head(scene, index) and _heads(scene, verdicts, index, below):
            verdicts[index] = verdicts[index]._replace(label="heading")


def _rows(scene: Scene, kept: Sequence[int]) -> set[int]:
    """The inner lines of tables and of lists without bullets."""
    found: set[int] = set()
    run: list[int] = []
    for index in (*kept, None):
        if index is not None and scene.blocks[index].kind == "paragraph" and not _closes(scene, index):
            run.append(index)
            continue
        if len(run) >= TABLE_LINES:
            found.update(run[1:-1])
        run = []
    return found


def _closes(scene: Scene, index: int) -> bool:
    shape = scene.shapes[index]
    return shape.ends_sentence or shape.prose


def _may_head(scene: Scene, index: int) -> bool:
    """Whether the looks of a line are a heading's, whatever stands below it."""
    shape, block = scene.shapes[index], scene.blocks[index]
    return (
        shape.words <= HEADING_WORDS
        and (block.kind != "list_item" or block.text[0].isdigit())
        and (not shape.ends_sentence or shape.folded.endswith(("?", "!")))
        and not shape.folded.endswith((",", ";", ":"))
        and _opens_like_one(shape.folded)
        and 2 * sum(map(str.isalpha, shape.folded)) > shape.characters
    )


def _opens_like_one(folded: str) -> bool:
    """Whether a line begins with a capital or a figure, signs and an enumerator passed by: “✅ Step 1”,
    “b) Repairs”."""
    opens = folded.lstrip(_QUOTES)
    at = 0
    while at < len(opens) and unicodedata.category(opens[at]) in _SIGNS:
        at += 2 if opens.startswith(" ", at + 1) else 1
    if opens.startswith(") ", at + 1):
        at += 3
    return opens[at : at + 1].isalnum() and not opens[at].islower()


#: Pictographs and what shapes them.
_SIGNS: Final = ("So", "Mn", "Cf")


def _heads(scene: Scene, verdicts: Sequence[Verdict], index: int, below: int) -> bool:
    """Whether the line at `index` can head the block at `below`: one that is longer or a sentence, an item of
    a list, or a heading of its own; not one that goes on where the line ends."""
    shape, under = scene.shapes[index], scene.shapes[below]
    if scene.blocks[below].kind == "list_item":
        return True
    if _goes_on(under.folded):
        return False
    return under.words > shape.words or under.ends_sentence or verdicts[below].label == "heading"


def _goes_on(folded: str) -> bool:
    """Whether a line is the rest of a sentence that began in the line above, as links part them."""
    opens = folded.lstrip("(")
    return opens[:1].islower() or folded[:1] in ",;:.)!?" or folded[:2] == "'s"
