"""The metadata of an article: what its markup stated, and for the rest what its labelled blocks say."""

import re
from collections.abc import Sequence
from typing import Final

from bodycopy.document import Hints
from bodycopy.folding import phrase
from bodycopy.render.captions import caption_credit
from bodycopy.render.datelines import read_dateline
from bodycopy.render.dates import normalise_date, read_dates
from bodycopy.render.language import canonical, detect
from bodycopy.render.people import read_authors
from bodycopy.render.tags import read_tags
from bodycopy.render.titles import split_site
from bodycopy.result import Caption, Metadata

# Scripts written without spaces: about two characters make a word.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


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
    present. What was not found is None or empty.
    """
    by_label: dict[str, list[str]] = {}
    for label, block in blocks:
        by_label.setdefault(label, []).append(block)
    address = url or hints.url
    language = canonical(hints.language) or detect(text)

    title = hints.title or _first(by_label, "title")
    site: str | None = None
    if title:
        title, site = split_site(title, blocks, hints.site_name, address)
    bylines = by_label.get("byline", [])
    published, modified = _dates(blocks, hints, language, address)
    return Metadata(
        title=title,
        subtitle=_first(by_label, "subtitle"),
        authors=_stated_authors(hints.authors) or read_authors(bylines),
        published=published,
        modified=modified,
        dateline=next(filter(None, map(read_dateline, datelines)), None),
        section=hints.section or _first(by_label, "section"),
        tags=read_tags(hints.tags) or read_tags(by_label.get("tags", [])),
        captions=_captions(by_label.get("caption", [])),
        credits=by_label.get("credit", []),
        notes=by_label.get("note", []),
        language=language,
        site_name=hints.site_name or site,
        url=address,
        word_count=count_words(text),
    )


def count_words(text: str) -> int:
    """Words between spaces; of scripts without spaces, every two characters are one."""
    if text.isascii():
        return len(text.split())
    unspaced = sum(map(len, _UNSPACED.findall(text)))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // 2 if unspaced else len(text.split())


def _first(by_label: dict[str, list[str]], label: str) -> str | None:
    return next((text for text in by_label.get(label, []) if text), None)


def _stated_authors(stated: Sequence[str]) -> list[str]:
    """The authors that markup stated, freed from agencies and addresses as bylines are."""
    return read_authors(name for author in stated for name in ("By", author))


def _dates(
    blocks: Sequence[tuple[str, str]], hints: Hints, language: str | None, url: str | None
) -> tuple[str | None, str | None]:
    published = normalise_date(hints.published, language, url)
    modified = normalise_date(hints.modified, language, url)
    if published and modified:
        return published, modified
    lines = [block for label, block in blocks if label in ("date", "byline")]
    stated = read_dates(lines, language, url, (block for _, block in blocks))
    return published or stated.published, modified or stated.modified


def _captions(texts: Sequence[str]) -> list[Caption]:
    captions: dict[str, Caption] = {}
    for text in texts:
        captions.setdefault(phrase(text), {"text": text, "credit": caption_credit(text)})
    return list(captions.values())
