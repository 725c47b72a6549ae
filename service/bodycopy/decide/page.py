"""The verdicts on a page's blocks, once it is known what kind of page it is."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bodycopy.decide.absence import absence, wall_follows
from bodycopy.decide.judge import Judged
from bodycopy.decide.others import other_articles
from bodycopy.decide.verdict import Verdict
from bodycopy.document import Block, Document
from bodycopy.labels import KEPT, METADATA

WALL: Final = "the article goes on behind a wall: the page shows only its beginning"
_SURE: Final = 0.9


class Settled(NamedTuple):
    """The final verdicts on a document, and what there is to say of the page as a whole."""

    judged: list[Judged]
    warnings: tuple[str, ...] = ()


def settle(document: Document, judged: list[Judged], url: str | None, disabled: frozenset[str]) -> Settled:
    """`judged`, with nothing kept where the page has no article, and none but the first where it has several.
    The labels in `disabled` are not given. What has no markup stays as it is, the furniture with it."""
    if not judged or judged[0].block.markup is None:
        return Settled(_with_furniture(judged, document.furniture, disabled))
    missing = absence(document, judged, url)
    if missing:
        kept = [at for at, one in enumerate(judged) if one.verdict.label in KEPT]
        told = (f"no article: this looks like {missing.what}",)
        return Settled(_relabelled(judged, kept, missing.label, disabled), told)
    if "related" not in disabled:
        others = [
            at for at in other_articles(document, judged) if judged[at].verdict.label in (*KEPT, *METADATA)
        ]
        judged = _relabelled(judged, others, "related", disabled)
    return Settled(judged, (WALL,) if wall_follows(document, judged) else ())


def _with_furniture(
    judged: list[Judged], furniture: Sequence[Block], disabled: frozenset[str]
) -> list[Judged]:
    """`judged` and `furniture`, in the order in which they stand in the source."""
    if not furniture:
        return judged
    verdict = Verdict("other" if "navigation" in disabled else "navigation", 1.0, ())
    joined = [*judged, *(Judged(block, verdict) for block in furniture)]
    return sorted(joined, key=lambda one: one.block.start or 0)


def _relabelled(
    judged: Sequence[Judged], places: Sequence[int], label: str, disabled: frozenset[str]
) -> list[Judged]:
    verdict = Verdict("other" if label in disabled else label, _SURE, ())
    found = list(judged)
    for at in places:
        found[at] = Judged(found[at].block, verdict)
    return found
