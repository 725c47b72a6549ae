"""The JSON-LD of a page as one graph: which of its objects is the article, and what its references mean."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from bodycopy.facts.titles import fold
from bodycopy.stated.values import listed, text_of

Node = dict[str, Any]

#: So many objects of a page are looked at.
MAX_NODES: Final = 20_000
#: Below these keys stand other articles, or what the article speaks of.
_OTHERS: Final = frozenset(
    [
        "itemListElement",
        "hasPart",
        "mentions",
        "citation",
        "isBasedOn",
        "relatedLink",
        "comment",
        "review",
        "about",
        "isPartOf",
        "liveBlogUpdate",
        "subjectOf",
        "workExample",
        "exampleOfWork",
        "suggestedAnswer",
        "acceptedAnswer",
        "potentialAction",
        "breadcrumb",
    ]
)
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report)$")
_LIKE_ARTICLE: Final = re.compile(r"(?:Recipe|Review|HowTo|CreativeWork|Guide|Course|Chapter|Thesis|Book)$")
_PAGE: Final = re.compile(r"(?:WebPage|FAQPage|QAPage|AboutPage|ItemPage)$")
#: A shorter title may begin another by chance.
_MIN_TITLE: Final = 8


class Graph:
    """The objects of a page's JSON-LD. `articles` describe its article, the best first, `pages` the page."""

    def __init__(self, values: Sequence[Any], addresses: Iterable[str] = (), titles: Iterable[str] = ()):
        self._by_id: dict[str, Node] = {}
        self.nodes: list[tuple[Node, bool]] = []
        self._walk(values)
        own = [node for node, other in self.nodes if not other]
        articles = [node for node in own if _is(node, _ARTICLE)] or [
            node for node in own if _is(node, _LIKE_ARTICLE)
        ]
        self.articles = _best_first(articles, set(map(plain_address, addresses)), set(map(fold, titles)))
        self.pages = [node for node in own if _is(node, _PAGE)]

    def of_type(self, *names: str) -> list[Node]:
        """The objects of one of these types, in order."""
        return [node for node, _ in self.nodes if any(kind in names for kind in types(node))]

    def resolved(self, value: Any) -> Any:
        """What a reference stands for; `value` itself where it is none."""
        if isinstance(value, dict) and isinstance(name := value.get("@id"), str) and "name" not in value:
            return self._by_id.get(name, value)
        return value

    def _walk(self, values: Sequence[Any]) -> None:
        waiting: list[tuple[Any, bool]] = [(value, False) for value in reversed(values)]
        while waiting and len(self.nodes) < MAX_NODES:
            value, other = waiting.pop()
            if isinstance(value, list):
                waiting += [(one, other) for one in reversed(value)]
            elif isinstance(value, dict):
                self.nodes.append((value, other))
                name = value.get("@id")
                if isinstance(name, str) and len(value) > len(self._by_id.get(name, ())):
                    self._by_id[name] = value
                waiting += [
                    (one, other or key in _OTHERS)
                    for key, one in reversed(value.items())
                    if isinstance(one, dict | list)
                ]


def types(node: Node) -> list[str]:
    """The names of an object's types, without the vocabulary's address."""
    return [
        kind.rpartition("/")[2].rpartition(":")[2]
        for kind in listed(node.get("@type"))
        if isinstance(kind, str)
    ]


def plain_address(address: str) -> str:
    """`address` without what two spellings of it may differ in."""
    bare = address.partition("#")[0].partition("?")[0].rstrip("/").casefold()
    return bare.removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _is(node: Node, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(kind) for kind in types(node))


def _best_first(articles: list[Node], addresses: set[str], titles: set[str]) -> list[Node]:
    """Those with one of the page's addresses or titles; with none such, the first and its doubles."""
    if len(articles) < 2:
        return articles

    def fit(node: Node) -> int:
        page = node.get("mainEntityOfPage")
        known = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
        here = any(isinstance(one, str) and plain_address(one) in addresses for one in known)
        name = fold(text_of(node.get("headline") or node.get("name")) or "")
        return 2 * here + any(len(name) >= _MIN_TITLE and title.startswith(name) for title in titles)

    fits = [fit(node) for node in articles]
    best = max(fits)
    if not best:
        return articles[:1]
    ranked = sorted(zip(articles, fits, strict=True), key=lambda one: -one[1])
    return [node for node, fitting in ranked if fitting]
