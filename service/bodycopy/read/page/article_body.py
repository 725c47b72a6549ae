"""The article body that a page states for machines, which some pages show only once a script has run."""

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Final

import turbohtml

from bodycopy.document import Block, Element, Markup
from bodycopy.read.page.page import blocks_of
from bodycopy.read.plain import read_plain

#: Shorter bodies are summaries; a page need not show them.
SHORTEST: Final = 250
#: Share of the stated body's phrases below which the page does not show it.
SHOWN: Final = 0.25
_SAMPLES: Final = 40
_PHRASE: Final = re.compile(r"\w+ \w+ \w+ \w+")
_TAG: Final = re.compile(r"<(?:p|br|div|h[1-6]|li|ul)\b", re.IGNORECASE)
_ELEMENT: Final = Element("articlebody", ("article", "body"), None, 0, 0)


def stated_body(page: turbohtml.Document, source: str) -> str | None:
    """The longest `articleBody` in the page's JSON-LD, as plain text. `source` is the page's HTML."""
    if '"articleBody"' not in source:
        return None
    found = ""
    for script in page.find_all("script"):
        if '"articleBody"' in script.text:
            found = max(found, _longest(_parsed(script.text)), key=len)
    return _plain(found).strip() or None


def _parsed(script: str) -> object:
    """The JSON in `script`. Pages wrap it in comments, and break strings across lines."""
    begin = min(at for at in (script.find("{"), script.find("["), len(script)) if at >= 0)
    end = max(script.rfind("}"), script.rfind("]")) + 1
    try:
        return json.loads(script[begin:end], strict=False)
    except (ValueError, RecursionError):
        return None


def _longest(value: object) -> str:
    found = ""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            body = value.get("articleBody")
            if isinstance(body, str) and len(body) > len(found):
                found = body
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def with_stated(blocks: list[Block], stated: str) -> list[Block]:
    """`blocks`, and behind the page's first main heading the paragraphs of `stated` where they hold
    hardly any of it."""
    if len(stated) < SHORTEST or _share_shown(blocks, stated) >= SHOWN:
        return blocks
    main = [at for at, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    place = main[0] + 1 if main else len(blocks)
    markup = Markup(_ELEMENT, 0.0)
    body = [one._replace(start=None, end=None, markup=markup) for one in read_plain(stated).blocks]
    return [*blocks[:place], *body, *blocks[place:]]


def _plain(body: str) -> str:
    """`body` without the markup that some pages leave in it."""
    if _TAG.search(body):
        return "\n\n".join([block.text for block in blocks_of(body)])
    return unescape(body)


def _share_shown(blocks: Sequence[Block], stated: str) -> float:
    phrases = _PHRASE.findall(stated)
    if not phrases:
        return 1.0
    sample = phrases[:: len(phrases) // _SAMPLES + 1]
    text = "\n".join([block.text for block in blocks])
    return sum(phrase in text for phrase in sample) / len(sample)
