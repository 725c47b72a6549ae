"""Whether a page states that it can be read without paying."""

from typing import Final

from bodycopy.facts.settled import Stated
from bodycopy.stated.gather import Gathered
from bodycopy.stated.graph import Graph
from bodycopy.stated.items import Items
from bodycopy.stated.metas import PAYWALLS

_FREE: Final = frozenset(("true", "yes", "1", "free", "free_content"))
_PAID: Final = frozenset(("false", "no", "0", "locked", "paid", "premium", "metered", "subscription"))


def paywall(found: Gathered, graph: Graph, items: Items) -> Stated | None:
    """'true' where the page says that it can't be read for free, 'false' where it says that it can."""
    for node in (*graph.articles, *graph.pages):
        free = node.get("isAccessibleForFree")
        if isinstance(free, bool):
            return Stated("false" if free else "true", "json-ld:isAccessibleForFree")
        if (text := str(free or "").strip().casefold()) in ("true", "false"):
            return Stated("false" if text == "true" else "true", "json-ld:isAccessibleForFree")
    if (text := items.texts.get("isAccessibleForFree", "").casefold()) in ("true", "false"):
        return Stated("false" if text == "true" else "true", "microdata:isAccessibleForFree")
    if stated := found.first(PAYWALLS):
        said = stated.value.casefold()
        if said in _FREE or said in _PAID:
            return Stated("false" if said in _FREE else "true", stated.source)
    return None
