"""Pages that have no article: a listing, a login wall, an error page, a cookie wall."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from bodycopy.decide.cards import Cards
from bodycopy.decide.judge import Judged
from bodycopy.decide.no_article_words import (
    ACCEPT,
    CHECK,
    CONSENT,
    COOKIES,
    ERROR,
    GONE,
    LOGIN,
    ROBOT,
    SCRIPT,
    WALL,
    plain,
    says,
)
from bodycopy.document import Document
from bodycopy.facts.settled import TEXT
from bodycopy.folding import count_words
from bodycopy.labels import KEPT

#: From so many kept words on a page has an article, whatever else it says: a short one has sixty.
ARTICLE_WORDS: Final = 40
#: A page that says in its title and again below it that it is an error may say so in more words.
ERROR_WORDS: Final = 60
#: With more words outside of links, a demand for JavaScript is a remark.
BARE_WORDS: Final = 80
#: Kept words beside a paywall's own that are no beginning of an article.
TEASER_WORDS: Final = 8
#: Pages that the cards of a listing lead to, at least.
LISTED: Final = 8
#: Kept words outside the cards of a listing, and paragraphs' words that were not kept.
STRAY_WORDS: Final = 25
STRAY_PROSE: Final = 60
#: Longer blocks are no messages.
MESSAGE_WORDS: Final = 45
CONSENT_BLOCKS: Final = 80
WALLED_WORDS: Final = 300
#: A block so much of which the page's data state as an article's body is an article.
STATED: Final = 0.5
_HEADS: Final = 3


class Absence(NamedTuple):
    """Why a page has no article: the label of what it shows instead, and what it looks like, in words."""

    label: str
    what: str


class _Page:
    """A judged page as the checks see it."""

    def __init__(self, document: Document, judged: Sequence[Judged], url: str | None) -> None:
        self.document = document
        self.judged = judged
        shown = [one for one in judged if not (one.block.markup and one.block.markup.hidden)]
        self.messages = [plain(one.block.text) for one in shown if _words(one) <= MESSAGE_WORDS]
        self.kept = [one for one in judged if one.verdict.label in KEPT]
        self.kept_words = sum(map(_words, self.kept))
        self.heads = [one.block.text for one in shown if one.block.kind == "heading"][:_HEADS]
        self.main = [one.block.text for one in shown if one.block.kind == "heading" and one.block.level == 1]
        self.titles = [document.hints.title or "", *self.heads]
        self.unlinked = sum(map(_unlinked, shown))
        self.url = url or document.hints.url
        self.states_article = any(
            document.hints.sources.get(name, TEXT) != TEXT for name in ("published", "authors", "agencies")
        )

    def titled(self, pattern: re.Pattern[str]) -> bool:
        return any(says(title, pattern) for title in self.titles if title)

    def tells(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(message) for message in self.messages)


def absence(document: Document, judged: Sequence[Judged], url: str | None) -> Absence | None:
    """Why the judged page at `url` has no article; None where it may have one. Only what has markup is asked:
    losing an article is worse than keeping a page's message."""
    if any(block.markup is None or (block.markup.stated or 0.0) >= STATED for block in document.blocks):
        return None
    page = _Page(document, judged, url)
    return _error(page) or _login(page) or _consent(page) or _listing(page) or _paywall(page)


def wall_follows(document: Document, judged: Sequence[Judged]) -> bool:
    """Whether what is kept of a page is the beginning of an article that goes on behind a wall."""
    places = [at for at, one in enumerate(judged) if one.verdict.label in KEPT]
    if not places or judged[0].block.markup is None or document.hints.paywalled is False:
        return False
    if sum(_words(judged[at]) for at in places) >= WALLED_WORDS:
        return False
    below = judged[places[-1] + 1 :]
    walls = [one for one in below if one.verdict.label == "paywall"]
    if sum(_unlinked(one) for one in below if _unnamed_prose(one)) >= STRAY_PROSE:
        return False
    return any(document.hints.paywalled or WALL.search(plain(one.block.text)) for one in walls)


def _error(page: _Page) -> Absence | None:
    limit = ERROR_WORDS if page.tells(GONE) else ARTICLE_WORDS
    if page.titled(ERROR) and page.kept_words < limit:
        return Absence("other", "an error page")
    if page.unlinked >= BARE_WORDS or page.kept_words >= ARTICLE_WORDS or page.states_article:
        return None
    if page.titled(CHECK) or page.tells(ROBOT):
        return Absence("other", "a check for robots")
    return Absence("other", "a page that needs JavaScript") if page.tells(SCRIPT) else None


def _login(page: _Page) -> Absence | None:
    asks = page.document.asks_password and (page.titled(LOGIN) or page.unlinked < BARE_WORDS)
    walled = page.titled(LOGIN) and page.tells(WALL)
    if (asks or walled) and _strange_words(page) < TEASER_WORDS and page.kept_words < ARTICLE_WORDS:
        return Absence("paywall", "a login wall")
    return None


def _paywall(page: _Page) -> Absence | None:
    walls = [
        one for one in page.judged if one.verdict.label == "paywall" or WALL.search(plain(one.block.text))
    ]
    stated = page.document.hints.paywalled or any(WALL.search(plain(one.block.text)) for one in walls)
    if walls and stated and page.kept_words < ARTICLE_WORDS and _strange_words(page) < TEASER_WORDS:
        return Absence("paywall", "a paywall that shows nothing of the article")
    return None


def _consent(page: _Page) -> Absence | None:
    if len(page.judged) > CONSENT_BLOCKS or page.states_article:
        return None
    buttons = {message for message in page.messages if ACCEPT.match(message)}
    if not buttons or not all(says(text, CONSENT) for text in page.main):
        return None
    if not page.titled(CONSENT) and len(buttons) < 2:
        return None
    prose = [one for one in page.kept if one.verdict.label == "body" and _words(one) >= MESSAGE_WORDS // 4]
    if all(COOKIES.search(one.block.text.casefold()) for one in prose) and page.tells(COOKIES):
        return Absence("legal", "a cookie wall")
    return None


def _listing(page: _Page) -> Absence | None:
    if page.states_article:
        return None
    cards = Cards([one.block for one in page.judged], page.url)
    if cards.links < LISTED:
        return None
    outside = [one for at, one in enumerate(page.judged) if at not in cards.inside]
    kept = sum(_unlinked(one) for one in outside if one.verdict.label in KEPT)
    prose = sum(_unlinked(one) for one in outside if _unnamed_prose(one))
    if kept >= STRAY_WORDS or kept + prose >= STRAY_PROSE:
        return None
    return Absence("related", f"a listing of {cards.links} links")


def _unnamed_prose(one: Judged) -> bool:
    """Whether the block may be a paragraph that the decider took for a teaser."""
    return one.verdict.label in ("related", "paywall") and _unlinked(one) >= STRAY_WORDS // 2


def _strange_words(page: _Page) -> int:
    """Kept words that are no part of a wall's own text."""
    own = [
        one for one in page.kept if not WALL.search(plain(one.block.text)) and not says(one.block.text, LOGIN)
    ]
    return sum(_words(one) for one in own if one.verdict.label == "body" and _words(one) > 3)


def _words(one: Judged) -> int:
    return count_words(one.block.text)


def _unlinked(one: Judged) -> int:
    linked = one.block.markup.link_density if one.block.markup else 0.0
    return round(_words(one) * (1.0 - linked))
