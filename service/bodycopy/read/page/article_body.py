"""The article body that a page states for machines, which some pages show only once a script has run."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

import turbohtml

from bodycopy.document import Block, Element, Markup
from bodycopy.read.page.page import blocks_of
from bodycopy.read.plain import read_plain
from bodycopy.shingles import share_known, shingles
from bodycopy.stated.json_ld import read_scripts

#: Shorter bodies are summaries; a page need not show them.
SHORTEST: Final = 250
#: Share of the stated body's phrases below which the page does not show it.
SHOWN: Final = 0.25
_SAMPLES: Final = 40
_PHRASE: Final = re.compile(r"\w+ \w+ \w+ \w+")
_TAG: Final = re.compile(r"<(?:p|br|div|h[1-6]|li|ul)\b", re.IGNORECASE)
#: What pages call the element that their script fills.
_NAMES: Final = ("article", "body")


def stated_body(page: turbohtml.Document, source: str) -> str | None:
    """The longest `articleBody` in the page's JSON-LD, as plain text. `source` is the page's HTML."""
    if '"articleBody"' not in source:
        return None
    scripts = (script.text for script in page.find_all("script"))
    values = read_scripts(text for text in scripts if '"articleBody"' in text)
    return _plain(_longest(values)).strip() or None


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
    """`blocks`, each with the share of it that is in `stated`; where they hold hardly any of that, its
    paragraphs stand behind the page's first main heading, or at its top where there is none."""
    if len(stated) < SHORTEST:
        return blocks
    if _share_shown(blocks, stated) >= SHOWN:
        return _compared(blocks, stated)
    main = [at for at, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    place = main[0] + 1 if main else 0
    box = _box(blocks, place)
    body = [
        one._replace(start=None, end=None, markup=Markup(_inside(box, "p", ()), 0.0, stated=1.0))
        for one in read_plain(stated).blocks
    ]
    return [*blocks[:place], *body, *blocks[place:]]


def _box(blocks: Sequence[Block], place: int) -> Element:
    """The element that the script would fill: beside the heading before `place`, else in the page's body."""
    markup = blocks[max(place - 1, 0)].markup if blocks else None
    around = markup.element if markup else Element("body", (), None, 0, 0)
    while around.parent is not None and around.tag != "body":
        around = around.parent
        if place:
            break
    return _inside(around, "div", _NAMES)


def _inside(around: Element, tag: str, cues: tuple[str, ...]) -> Element:
    return Element(tag, cues, around, around.number, around.depth + 1)


def _compared(blocks: Sequence[Block], stated: str) -> list[Block]:
    known = set(shingles(stated))
    return [
        block._replace(markup=block.markup and block.markup._replace(stated=share_known(block.text, known)))
        for block in blocks
    ]


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
