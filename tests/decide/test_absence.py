"""Pages without an article: nothing is kept, and one warning says what the page is. Beside each kind stand
pages that come near it and keep their text."""

import pytest
from tests.decide.site import PROSE, SECOND, cards, page, paragraphs

from bodycopy import Cleaner, CleanResult
from bodycopy.decide.no_article_words import CHECK, CONSENT, ERROR, LOGIN, says

SHORT = (
    "<h1>{}</h1><p>The ferry to the islands stays in port today because of the storm, the company said on "
    "Monday morning. Passengers can use their tickets on any other day of this month, or have their money "
    "back at the counter.</p><p>The next boat leaves on Tuesday at six, if the wind turns as it is "
    "expected to "
    "do.</p>"
)
SHORT_WORDS = "stays in port today"
ON_SCRIPTS = (
    "Those who visit the page are told to enable JavaScript before they can read when the pool is open."
)
LOGIN_FORM = (
    "<form action='/login'><label>Email address</label><input type=email><label>Password</label><input "
    "type='password'><button>Sign in</button></form><a href='/forgot'>Forgot your password?</a>"
)


def clean(either: Cleaner, source: str, url: str | None = None) -> CleanResult:
    return either.clean(source, "text/html", url)


EMPTY = {
    "cards": (page(f"<h1>News</h1><div>{cards()}</div>"), "a listing of 12 links"),
    "cards without summaries": (page(f"<h1>News</h1>{cards(summary='')}"), "a listing of 12 links"),
    "two sections of cards": (
        page(f"<section><h2>Town</h2>{cards(6)}</section><section><h2>Coast</h2>{cards()}</section>"),
        "a listing of 12 links",
    ),
    "sign-in form": (
        page(f"<h1>Sign in to continue</h1>{LOGIN_FORM}", "Sign in | The Estuary Post"),
        "login wall",
    ),
    "anmelden": (page(f"<h1>Anmelden</h1>{LOGIN_FORM}", "Anmelden - Küstenbote"), "login wall"),
    "connexion": (page(f"<h1>Connexion</h1>{LOGIN_FORM}", "Connexion"), "login wall"),
    "paywall and no word of the article": (
        page("<h1>Pier closed after divers find shipworm</h1><div class=paywall><h2>Subscribe to continue "
             "reading"
             "</h2><p>This article is for subscribers only.</p></div>", "Pier closed after divers find "
                 "shipworm"),
        "a paywall that shows nothing",
    ),
    "404": (
        page("<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist or has been "
             "moved. "
             "Please check the address or go back to the home page.</p>", "404 - Page not found | The Post"),
        "an error page",
    ),
    "404 above teasers": (
        page(f"<h1>404</h1><p>We can't find that page.</p><h2>Latest stories</h2>{cards()}", "Not Found"),
        "an error page",
    ),
    "500": (page("<h1>Internal Server Error</h1><p>Please try again later.</p>", "500 Internal Server "
        "Error"), "an error page"),
    "seite nicht gefunden": (page("<h1>Seite nicht gefunden</h1><p>Diese Seite existiert leider nicht "
                                  "mehr.</p>", "Fehler 404"), "an error page"),
    "page introuvable": (page("<h1>Page introuvable</h1><p>La page demandée n’existe plus.</p>", "Erreur "
        "404 | Le Phare"), "an error page"),
    "página no encontrada": (
        page("<h1>Página no encontrada</h1><p>La página que buscas no existe.</p>", "Error 404"),
        "an error page",
    ),
    "script": ("<title>Reader</title><div id=root></div><noscript>You need to enable JavaScript to run "
               "this app."
               "</noscript>", "needs JavaScript"),
    "robots": ("<title>Just a moment...</title><h1>estuary.example</h1><p>Verify you are human by "
               "completing the "
               "action below.</p><p>estuary.example needs to review the security of your connection before "
               "proceeding.</p>", "a check for robots"),
    "cookies": (
        "<title>Before you continue</title><h1>Before you continue to The Estuary Post</h1><p>We and our 214 "
        "partners use cookies and similar techniques to store information on your device, to measure how the "
        "site is used and to show advertisements that may interest you.</p><p>With your consent we process "
        "personal data such as your address and your visits to this site. You can change your choice at any "
        "time.</p><button>Accept all</button><button>Reject all</button><a href=/privacy>Privacy policy</a>",
        "a cookie wall",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EMPTY)
def test_a_page_without_an_article_says_what_it_is(name: str, either: Cleaner) -> None:
    source, what = EMPTY[name]
    result = clean(either, source)
    assert result.text == ""
    assert len(result.warnings) == 1
    assert result.warnings[0].startswith("no article: this looks like ")
    assert what in result.warnings[0]
    assert not any(block.kept for block in result.blocks)


KEPT = {
    "a short article": (page(SHORT.format("Ferry stays in port")), SHORT_WORDS),
    "a short article above cards": (
        page(f"<article>{SHORT.format('Ferry stays in port')}</article>{cards()}"),
        SHORT_WORDS,
    ),
    "a short article beside a login form": (
        page(f"{SHORT.format('Ferry stays in port')}<aside>{LOGIN_FORM}</aside>"),
        SHORT_WORDS,
    ),
    "an article about error pages": (
        page(f"<h1>404: Page not found</h1>{paragraphs(PROSE)}", "404: Page not found | The Estuary Post"),
        PROSE[0],
    ),
    "a short one of such a name": (page(SHORT.format("Page not found"), "Page not found"), SHORT_WORDS),
    "an article about robots": (
        page(f"<h1>Access denied</h1>{paragraphs(PROSE)}", "Access denied"),
        PROSE[1],
    ),
    "an article about JavaScript": (
        page(f"<h1>The web without scripts</h1>{paragraphs([ON_SCRIPTS, *PROSE])}"),
        "are told to enable JavaScript",
    ),
    "an article about cookies": (
        page("<div class=banner><p>We use cookies.</p><button>Accept all</button><button>Reject "
             "all</button></div>"
             f"<article><h1>Regulator fines firm over cookie banners</h1>{paragraphs(PROSE)}</article>"),
        PROSE[0],
    ),
    "a cookie banner over an article about a pier": (
        page(f"<div><h2>Your privacy</h2><p>We and our partners use cookies.</p><button>Accept "
             f"all</button><button>"
             f"Reject all</button></div>{paragraphs(PROSE)}"),
        PROSE[0],
    ),
    "a review list": (
        page("<h1>The best kettles of the year</h1>" + "".join(
            f"<div class=item><h3><a href='/shop/{at}'>Kettle number {at} in brushed "
            f"steel</a></h3>{paragraphs(PROSE[at % 3 :][:1] * 2)}</div>"
            for at in range(9))),
        PROSE[0],
    ),
    "a list of links with a paragraph each": (
        page("<h1>What we read this week</h1>" + "".join(
            f"<h3><a href='/read/{at}'>The long read number {at}</a></h3><p>{(PROSE + SECOND)[at]}</p>"
            for at in range(6))),
        PROSE[1],
    ),
    "an article with many links": (
        page("<h1>Pier closed</h1>" + "".join(
            f"<p>{text} <a href='/more/{at}'>Read more about the pier and the ferry here</a>.</p>"
            for at, text in enumerate(PROSE * 3))),
        PROSE[0],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_a_page_that_comes_near_keeps_its_text(name: str, either: Cleaner) -> None:
    source, words = KEPT[name]
    result = clean(either, source)
    assert words in result.text
    assert not any(warning.startswith("no article") for warning in result.warnings)


def test_the_beginning_of_a_walled_article_is_kept(either: Cleaner) -> None:
    wall = (
        "<div class=paywall><h2>Subscribe to continue reading</h2><p>This article is for subscribers "
        "only.</p></div>"
    )
    result = clean(either, page(f"<h1>Pier closed</h1>{paragraphs(PROSE[:2])}{wall}"))
    assert PROSE[0] in result.text
    assert len(result.warnings) == 1
    assert "behind a wall" in result.warnings[0]


def test_an_article_without_a_wall_has_no_warning(either: Cleaner) -> None:
    assert clean(either, page(f"<h1>Pier closed</h1>{paragraphs(PROSE)}")).warnings == []


def test_cards_of_another_site_are_no_listing(either: Cleaner) -> None:
    """What a list recommends elsewhere is its text."""
    shop = cards().replace("/story/", "https://shop.example/")
    result = clean(either, page(f"<h1>Gifts</h1>{shop}"), "https://estuary.example/gifts")
    assert not any("listing" in warning for warning in result.warnings)


def test_a_headline_with_a_standfirst_above_cards_is_no_listing(either: Cleaner) -> None:
    """An article whose text is not there, or was not found."""
    head = f"<article><h1>Eastern pier closed after storm</h1><p class=standfirst>{PROSE[0]}</p></article>"
    result = clean(either, page(f"{head}{cards()}"))
    assert not any("listing" in warning for warning in result.warnings)


def test_a_page_that_states_its_author_is_no_listing(either: Cleaner) -> None:
    stated = '{"@type": "NewsArticle", "headline": "News", "datePublished": "2025-03-04"}'
    script = f'<script type="application/ld+json">{stated}</script>'
    result = clean(either, page(f"<h1>News</h1>{cards()}", "News", script))
    assert not any("listing" in warning for warning in result.warnings)


def test_text_that_is_no_page_is_never_called_one(either: Cleaner) -> None:
    result = either.clean("404 Not Found\n\nPlease try again later.\n")
    assert not any(warning.startswith("no article:") for warning in result.warnings)


def test_words_without_spaces_are_words(either: Cleaner) -> None:
    """A short article in Japanese above cards."""
    text = "港の東側の桟橋は月曜日から閉鎖されている。潜水士が四本の杭に穴を見つけたためだという。" * 2
    more = "島へ渡る船はそれまで石炭埠頭から出る。所要時間は十五分ほど長くなる。"
    result = clean(
        either, page(f"<article><h1>東桟橋が閉鎖</h1><p>{text}</p><p>{more}</p></article>{cards()}")
    )
    assert not any("listing" in warning for warning in result.warnings)


def test_labels_to_keep_are_kept(either: Cleaner) -> None:
    result = clean(either.adjusted(keep=["related"]), page(f"<h1>News</h1>{cards()}"))
    assert "Market hall reopens" in result.text


@pytest.mark.parametrize(
    "title",
    ["404", "404 Not Found", "Error 404 (Not Found)", "Oops! Page not found",
     "HTTP 500 - Internal Server Error", "The page cannot be found", "Page Not Found | The Estuary Post",
     "Die Seite wurde leider nicht gefunden"],
)  # fmt: skip
def test_titles_of_errors(title: str) -> None:
    assert says(title, ERROR)


@pytest.mark.parametrize(
    "title",
    ["404 new homes for the harbour", "Why the best 404 pages make you smile", "Missing hiker not found "
        "after week",
     "Lost and found", "Forbidden City reopens", "500 days at sea", "Error in the count changes the "
         "election"],
)  # fmt: skip
def test_titles_of_articles(title: str) -> None:
    assert not any(says(title, pattern) for pattern in (ERROR, CHECK, LOGIN, CONSENT))
