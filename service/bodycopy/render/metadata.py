"""The metadata of an article: what its markup stated, and for the rest what its labelled blocks say."""

from collections.abc import Sequence
from typing import Any, Final

from bodycopy.document import Hints, StatedCaption
from bodycopy.facts.agencies import read_agencies
from bodycopy.facts.captions import caption_credit
from bodycopy.facts.datelines import read_dateline
from bodycopy.facts.dates import normalise_date, read_dates
from bodycopy.facts.decks import read_section, read_subtitle
from bodycopy.facts.head import Head, read_head
from bodycopy.facts.language import canonical, detect
from bodycopy.facts.people import read_authors
from bodycopy.facts.settled import TEXT, Stated, settled_dates
from bodycopy.facts.tags import read_tags
from bodycopy.facts.titles import split_site, windowed, without_path
from bodycopy.folding import count_words, phrase, says_something
from bodycopy.result import Caption, Metadata

#: The source of an address that came with the document.
GIVEN: Final = "given"
#: So far below a headline a copy of it stands.
BELOW: Final = 4


def read_metadata(
    blocks: Sequence[tuple[str, str]],
    datelines: Sequence[str],
    text: str,
    hints: Hints,
    url: str | None,
) -> Metadata:
    """The metadata of one article.

    `blocks` are label and printed text of every block in reading order, `datelines` the dateline
    spans cut from the text, `text` is the clean text, `hints` what markup stated: it wins where it is
    present, and is taken as it is. What was not found is None or empty.
    """
    by_label: dict[str, list[str]] = {}
    for label, block in blocks:
        by_label.setdefault(label, []).append(block)
    address = url or hints.url
    language = canonical(hints.language) or detect(text)
    title, site = _title(blocks, hints, address)
    head = read_head(blocks, language)
    published, modified = _dates(head, blocks, hints, language, address)
    captions = _captions(by_label.get("caption", []), hints.captions)
    found: dict[str, Any] = {
        "title": title,
        "subtitle": _subtitle(by_label, hints, title, language),
        "authors": list(hints.authors) or _authors(head, hints),
        "agencies": list(hints.agencies) or ([] if hints.authors else read_agencies(head.bylines)),
        "published": published.value if published else None,
        "modified": modified.value if modified else None,
        "dateline": next(filter(None, (read_dateline(line, language) for line in datelines)), None),
        "section": hints.section or read_section(by_label.get("section", []), title),
        "tags": read_tags(hints.tags) or read_tags(by_label.get("tags", [])),
        "captions": captions,
        "credits": by_label.get("credit", []),
        "notes": by_label.get("note", []),
        "language": language,
        "site_name": hints.site_name or site,
        "url": address,
        "paywalled": hints.paywalled,
    }
    sources = {
        name: hints.sources.get(name, TEXT) for name, value in found.items() if value not in (None, [])
    }
    sources |= {name: one.source for name, one in (("published", published), ("modified", modified)) if one}
    if url:
        sources["url"] = GIVEN
    return Metadata(**found, word_count=count_words(text), sources=sources)


def _subtitle(
    by_label: dict[str, list[str]], hints: Hints, title: str | None, language: str | None
) -> str | None:
    """What markup states, or what stands at the headline."""
    if hints.subtitle and hints.sources.get("subtitle") != TEXT:
        return hints.subtitle
    lines = [hints.subtitle] if hints.subtitle else []
    return read_subtitle([*lines, *by_label.get("subtitle", [])], title, language)


def _authors(head: Head, hints: Hints) -> list[str]:
    """The people whom the head names. Markup tells a name that stands alone from other lines: where there is
    any, such a name is nobody's that it did not name itself."""
    return read_authors(head.bylines) or ([] if hints.sources else read_authors(head.names))


def _title(blocks: Sequence[tuple[str, str]], hints: Hints, url: str | None) -> tuple[str | None, str | None]:
    """The headline without the name of its site, and that name where a title has it."""
    site: str | None = None
    title = hints.title
    if not title and (window := windowed(blocks)):
        title, site = window
    if not title:
        at = next((at for at, (label, text) in enumerate(blocks) if label == "title" and text), None)
        if at is None:
            return None, None
        title = without_path(blocks[at][1], [text for _, text in blocks[at + 1 : at + BELOW]])
    bare, named = split_site(title, blocks, hints.site_name, url)
    return bare, named or site


def _dates(
    head: Head,
    blocks: Sequence[tuple[str, str]],
    hints: Hints,
    language: str | None,
    url: str | None,
) -> tuple[Stated | None, Stated | None]:
    """Publication and last change: what markup stated, before what the date lines say."""
    published, modified = (
        [Stated(iso, hints.sources.get(name, TEXT))]
        if (iso := normalise_date(getattr(hints, name), language, url))
        else []
        for name in ("published", "modified")
    )
    if not (published and modified):
        shown = read_dates(head.dates, language, url, (block for _, block in blocks))
        published += [Stated(shown.published, TEXT)] if shown.published else []
        modified += [Stated(shown.modified, TEXT)] if shown.modified else []
    return settled_dates(published, modified)


def _captions(texts: Sequence[str], stated: Sequence[StatedCaption]) -> list[Caption]:
    """Each caption once: those of the text, with the credits that markup gives them, then those of markup. A
    bullet without a word is none, nor is a number or 'Photo:'."""
    captions: dict[str, Caption] = {}
    for text in texts:
        if says_something(text) and not text.isdecimal() and not text.endswith((":", "：")):
            captions.setdefault(phrase(text), {"text": text, "credit": caption_credit(text)})
    for text, credit in stated:
        known = captions.setdefault(phrase(text), {"text": text, "credit": credit})
        known["credit"] = known["credit"] or credit
    return list(captions.values())
