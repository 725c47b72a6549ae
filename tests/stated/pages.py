"""Small pages that the tests put together."""

import json
from typing import Any

import turbohtml

from bodycopy.document import Hints
from bodycopy.stated.hints import hints

TEXT = (
    "<p>The council promised on Monday to open the bridge before winter, and the mayor said that the last "
    "of the piles had been driven into the bed of the river by the end of last week.</p>"
)


def ld(*values: Any) -> str:
    """A JSON-LD script for each value; a string stands as it is."""
    texts = (value if isinstance(value, str) else json.dumps(value) for value in values)
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)


def article(**fields: Any) -> dict[str, Any]:
    """An article's JSON-LD."""
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | fields


def meta(**contents: str) -> str:
    """A `<meta>` for each name; two underscores stand for a colon, one for a hyphen."""
    names = ((name.replace("__", ":").replace("_", "-"), content) for name, content in contents.items())
    return "".join(f'<meta name="{name}" content="{content}">' for name, content in names)


def read(head: str = "", body: str = "", url: str | None = None, lang: str = "en") -> Hints:
    """What a page of this head and body states."""
    page = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}{TEXT}</body></html>'
    return hints(turbohtml.parse(page), url)
