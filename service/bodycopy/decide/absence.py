"""Pages that have no article: a listing, a login wall, an error page, a cookie wall."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from bodycopy.decide.cards import CARD_WORDS, Cards
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
#: Words kept or taken for a standfirst outside the cards of a listing, and those of other paragraphs.
STRAY_WORDS: Final = 25
STRAY_PROSE: Final = 60
PROSE_WORDS: Final = 12
BUTTON_WORDS: Final = 3
#: Longer blocks are no messages, longer titles no phrases.
MESSAGE_CHARACTERS: Final = 300
TITLE_CHARACTERS: Final = 200
#: So many headings at the head of a page may say what it is.
HEADINGS: Final = 3
#: A cookie wall is a page of few blocks.
CONSENT_BLOCKS: Final = 80
#: Of a walled article less than this is shown.
WALLED_WORDS: Final = 300
#: A block so much of which the page's data state as an article's body is an article's.
STATED: Final = 0.5


class Absence(NamedTuple):
    """Why a page has no article: the label of what it shows instead, and what it looks like, in words."""

    label: str
    what: str


class _Page:
    """A judged page as the checks see it."""

    def __init__(self, document: Document, judged: Sequence[Judged], url: str | None) -> None:
        self.hints = document.hints
        self.asks_password = document.asks_password
        self.judged = judged
        self.kept = [one for one in judged if one.verdict.label in KEPT]
        self.kept_words = sum(map(_words, self.kept))
        self.url = url or document.hints.url
        self.states_article = any(
            document.hints.sources.get(name, TEXT) != TEXT for name in ("published", "authors", "agencies")
        )

    @cached_property
    def shown(self) -> list[Judged]:
        return [one for one in self.judged if not (one.block.markup and one.block.markup.hidden)]

    @cached_property
    def messages(self) -> list[str]:
        return [plain(one.block.text) for one in self.shown if _is_message(one)]

    @cached_property
    def unlinked(self) -> int:
        return sum(map(_unlinked, self.shown))

    def headings(self, lowest: int) -> list[str]:
        """The first headings of this level and above."""
        found = (one.block for one in self.shown if one.block.kind == "heading" and one.block.level <= lowest)
        return [block.text[:TITLE_CHARACTERS] for block in islice(found, HEADINGS)]

    def titled(self, pattern: re.Pattern[str]) -> bool:
        """Whether the page's title or a heading at its head is a phrase of `pattern`."""
        title = (self.hints.title or "")[:TITLE_CHARACTERS]
        return any(says(text, pattern) for text in (title, *self.headings(lowest=6)) if text)

    def tells(self, pattern: re.Pattern[str]) -> bool:
        """Whether a message on the page says what `pattern` finds."""
        return any(pattern.search(message) for message in self.messages)


def absence(document: Document, judged: Sequence[Judged], url: str | None) -> Absence | None:
    """Why the judged page at `url` has no article; None where it may have one. Only pages whose every block
    carries markup are asked: losing an article is worse than keeping a page's message."""
    if any(block.markup is None or (block.markup.stated or 0.0) >= STATED for block in document.blocks):
        return None
    page = _Page(document, judged, url)
    if page.kept_words < ERROR_WORDS and (found := _error(page) or _login(page)):
        return found
    return _consent(page) or _listing(page) or _paywall(page)


def wall_follows(document: Document, judged: Sequence[Judged]) -> bool:
    """Whether what is kept of a page is the beginning of an article that goes on behind a wall."""
    kept = [at for at, one in enumerate(judged) if one.verdict.label in KEPT]
    if not kept or document.hints.paywalled is False:
        return False
    below = judged[kept[-1] + 1 :]
    walls = [one for one in below if one.verdict.label == "paywall"]
    if not walls or sum(_words(judged[at]) for at in kept) >= WALLED_WORDS:
        return False
    if sum(_unlinked(one) for one in below if _may_be_prose(one)) >= STRAY_PROSE:
        return False
    return bool(document.hints.paywalled) or any(map(_is_wall, walls))


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
    if page.kept_words >= ARTICLE_WORDS or _strange_words(page) >= TEASER_WORDS:
        return None
    titled = page.titled(LOGIN)
    asks = page.asks_password and (titled or page.unlinked < BARE_WORDS)
    return Absence("paywall", "a login wall") if asks or (titled and page.tells(WALL)) else None


def _paywall(page: _Page) -> Absence | None:
    if page.kept_words >= ARTICLE_WORDS or _strange_words(page) >= TEASER_WORDS:
        return None
    walls = [one for one in page.judged if one.verdict.label == "paywall" or _is_wall(one)]
    if walls and (page.hints.paywalled or any(map(_is_wall, walls))):
        return Absence("paywall", "a paywall that shows nothing of the article")
    return None


def _consent(page: _Page) -> Absence | None:
    if len(page.judged) > CONSENT_BLOCKS or page.states_article:
        return None
    buttons = {message for message in page.messages if ACCEPT.match(message)}
    if not buttons or not all(says(text, CONSENT) for text in page.headings(lowest=1)):
        return None
    if not page.titled(CONSENT) and len(buttons) < 2:
        return None
    prose = [one for one in page.kept if one.verdict.label == "body" and _words(one) >= PROSE_WORDS]
    if all(COOKIES.search(one.block.text.casefold()) for one in prose) and page.tells(COOKIES):
        return Absence("legal", "a cookie wall")
    return None


def _listing(page: _Page) -> Absence | None:
    if page.states_article or _has_column(page.kept):
        return None
    cards = Cards([one.block for one in page.judged], page.url)
    if cards.links < LISTED:
        return None
    outside = [one for at, one in enumerate(page.judged) if at not in cards.inside]
    kept = sum(_unlinked(one) for one in outside if one.verdict.label in (*KEPT, "subtitle"))
    prose = sum(_unlinked(one) for one in outside if _may_be_prose(one))
    if kept >= STRAY_WORDS or kept + prose >= STRAY_PROSE:
        return None
    return Absence("related", f"a listing of {cards.links} links")


def _has_column(kept: Sequence[Judged]) -> bool:
    """Whether some element holds more kept words as its children than a card may have: spares most articles
    the search for cards."""
    words: Counter[int] = Counter()
    for one in kept:
        if one.block.markup and (parent := one.block.markup.element.parent):
            words[id(parent)] += _unlinked(one)
    return max(words.values(), default=0) > CARD_WORDS


def _may_be_prose(one: Judged) -> bool:
    """Whether the block may be a paragraph that the decider took for something else."""
    return one.verdict.label in ("related", "paywall") and _unlinked(one) >= PROSE_WORDS


def _strange_words(page: _Page) -> int:
    """Kept words that are no part of a wall's own text."""
    own = [one for one in page.kept if one.verdict.label == "body" and not _is_wall(one)]
    return sum(_words(one) for one in own if _words(one) > BUTTON_WORDS and not _is_login(one))


def _is_wall(one: Judged) -> bool:
    return _is_message(one) and WALL.search(plain(one.block.text)) is not None


def _is_login(one: Judged) -> bool:
    return _is_message(one) and says(one.block.text, LOGIN)


def _is_message(one: Judged) -> bool:
    return len(one.block.text) <= MESSAGE_CHARACTERS


def _words(one: Judged) -> int:
    return count_words(one.block.text)


def _unlinked(one: Judged) -> int:
    linked = one.block.markup.link_density if one.block.markup else 0.0
    return round(_words(one) * (1.0 - linked))
