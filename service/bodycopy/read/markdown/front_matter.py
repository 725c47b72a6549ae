"""The head of a Markdown file that states its metadata, between lines of three hyphens."""

import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

from bodycopy.document import Hints
from bodycopy.folding import printable

#: A longer head is text.
MAX_LENGTH: Final = 32_000
MAX_VALUE: Final = 1_000
MAX_VALUES: Final = 100
_HEAD: Final = re.compile(r"\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
#: What a line of it looks like: a key, or what belongs to the key above.
_LINE: Final = re.compile(r"[ \t]*|[\"']?[A-Za-z][\w.-]*[\"']?[ \t]*:(?:[ \t].*)?|[ \t].*|-[ \t].*|[#\]}].*")
#: Keys by which such a head is known; two sentences with a colon between two rules are text.
_KNOWN: Final = frozenset(
    (
        "title",
        "author",
        "authors",
        "date",
        "published",
        "modified",
        "updated",
        "lastmod",
        "tags",
        "keywords",
        "categories",
        "category",
        "section",
        "lang",
        "language",
        "url",
        "canonical",
        "source",
        "description",
        "excerpt",
        "summary",
        "slug",
        "layout",
        "permalink",
        "draft",
        "image",
    )
)


def split_front_matter(text: str) -> tuple[int, Hints]:
    """How many characters of `text`, whose lines end in newlines, are front matter, and what that states;
    0 and no hints where there is none or it can't be read."""
    head = _HEAD.match(text[: MAX_LENGTH + 8])
    if head is None or not all(map(_LINE.fullmatch, head[1].splitlines())):
        return 0, Hints()
    try:
        # Strings alone, no objects. Nothing that is repeated by reference is ever copied.
        stated = yaml.load(head[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return 0, Hints()
    if not isinstance(stated, dict):
        return 0, Hints()
    values = {key.lower().replace("-", "_"): value for key, value in stated.items() if isinstance(key, str)}
    return (head.end(), _hints(values)) if _KNOWN & values.keys() else (0, Hints())


def _hints(stated: Mapping[str, Any]) -> Hints:
    return Hints(
        title=_one(stated, "title"),
        authors=_all(stated, "authors", "author", "byline", split=None),
        published=_one(
            stated, "date", "published", "published_at", "published_time", "publishdate", "pubdate"
        ),
        modified=_one(stated, "modified", "updated", "lastmod", "last_modified", "modified_time"),
        site_name=_one(stated, "site_name", "site", "sitename", "publisher"),
        url=_address(_one(stated, "canonical", "canonical_url", "url", "source_url", "source")),
        language=_one(stated, "language", "lang"),
        tags=_all(stated, "tags", "keywords", split=","),
        section=_one(stated, "section", "category", "categories"),
    )


def _one(stated: Mapping[str, Any], *keys: str) -> str | None:
    return next(iter(_all(stated, *keys, split=None)), None)


def _all(stated: Mapping[str, Any], *keys: str, split: str | None) -> tuple[str, ...]:
    """What the first of `keys` with a value says; a string is taken apart at `split`."""
    for key in keys:
        value = stated.get(key)
        if isinstance(value, str):
            values: list[Any] = value.split(split) if split else [value]
        else:
            values = value[:MAX_VALUES] if isinstance(value, list) else [value]
        names = (one.get("name") if isinstance(one, dict) else one for one in values)
        shown = (printable(name) for name in names if isinstance(name, str) and len(name) <= MAX_VALUE)
        if found := tuple(filter(None, shown)):
            return found[:MAX_VALUES]
    return ()


def _address(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None
