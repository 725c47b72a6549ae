"""What a page's markup states of it, as trafilatura finds it."""

import re
from typing import Any, Final

from trafilatura import extract_metadata

from bodycopy.document import Hints

_LONG_TAG: Final = re.compile(r"<([A-Za-z][\w:-]*)\s[^<>]{4000,}>")
MAX_ATTRIBUTES: Final = 400


def page_hints(source: str, url: str | None = None) -> Hints:
    """Title, authors, dates and the like of the page `source`."""
    found: Any = extract_metadata(
        _tamed(source),
        default_url=url,
        # a copyright year is not a date of publication
        date_config={"original_date": True, "extensive_search": False},
    )
    return Hints(
        title=found.title or None,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=found.date or None,
        site_name=found.sitename or None,
        url=url or found.url or None,
        language=found.language or None,
        tags=tuple(found.tags or ()),
        section=(found.categories or [None])[0],
    )


def _tamed(page: str) -> str:
    """`page` without the attributes of tags that have hundreds: the parser's time grows with their square."""

    def bare(tag: re.Match[str]) -> str:
        return tag[0] if len(tag[0].split()) < MAX_ATTRIBUTES else f"<{tag[1]}>"

    return _LONG_TAG.sub(bare, page)
