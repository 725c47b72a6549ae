"""Words of classes and ids that tell what an element holds, in groups."""

from functools import cache
from typing import Final

#: By group, the words of class, id, role and itemprop that belong to it. They are what authors of pages and
#: themes write all over the web, not the names of single sites.
CUES: Final[dict[str, tuple[str, ...]]] = {
    "article": (
        "article", "story", "artikel", "articulo", "articolo", "noticia", "news", "newsarticle",
    ),
    "body": (
        "body", "articlebody", "storybody", "text", "texto", "rich", "richtext", "prose", "copy",
        "paragraph", "para", "wysiwyg", "rte", "markdown", "mntl",
    ),
    "content": (
        "content", "contents", "contenido", "inhalt", "entry", "post", "single", "hentry", "blog",
        "blogpost", "page", "main", "maincontent",
    ),
    "headline": (
        "headline", "title", "heading", "titulo", "titel", "h1", "name",
    ),
    "subtitle": (
        "subtitle", "subheadline", "subhead", "deck", "dek", "standfirst", "summary", "excerpt",
        "lead", "lede", "teasertext", "intro", "abstract", "description", "chapeau", "kicker",
    ),
    "byline": (
        "byline", "author", "authors", "autor", "autoren", "writer", "contributor", "avatar", "bio",
    ),
    "date": (
        "date", "time", "datetime", "timestamp", "published", "pubdate", "posted", "datum",
        "updated",
    ),
    "meta": (
        "meta", "info", "details", "metadata", "data",
    ),
    "tags": (
        "tag", "tags", "topic", "topics", "keywords", "category", "categories", "cat", "kategorie",
        "label",
    ),
    "media": (
        "image", "img", "photo", "picture", "media", "gallery", "slideshow", "figure", "thumbnail",
        "thumb", "video", "player", "audio", "embed", "carousel", "slider", "swiper",
    ),
    "caption": (
        "caption", "captions", "credit", "copyright", "credits", "figcaption", "legend",
    ),
    "navigation": (
        "nav", "navigation", "navbar", "menu", "menubar", "submenu", "dropdown", "mega", "menuitem",
        "breadcrumb", "breadcrumbs", "pagination", "pager", "paging", "toolbar", "tabs", "tab",
        "offcanvas", "hamburger", "toc", "skip", "sitemap",
    ),
    "header": (
        "header", "masthead", "topbar", "top", "branding", "logo", "hero", "banner",
    ),
    "footer": (
        "footer", "foot", "bottom", "colophon", "fusszeile",
    ),
    "sidebar": (
        "sidebar", "aside", "rail", "complementary", "secondary", "column", "side", "widget",
        "widgets",
    ),
    "related": (
        "related", "recommended", "recommendations", "recommendation", "recirc", "more", "similar",
        "suggested", "further", "also", "popular", "trending", "latest", "recent", "mostread",
        "most", "next", "prev", "previous", "upnext", "outbrain", "taboola", "readmore",
    ),
    "teaser": (
        "teaser", "teasers", "card", "cards", "tile", "tiles", "feed", "listing", "grid", "promo",
        "promos", "stories", "articles", "posts", "archive", "list", "item", "items", "loop",
        "river",
    ),
    "social": (
        "social", "share", "sharing", "sharedaddy", "shares", "follow", "like", "likes", "facebook",
        "twitter", "whatsapp", "addthis", "socials", "jp",
    ),
    "sponsor": (
        "ad", "ads", "advert", "advertisement", "advertising", "adslot", "sponsor", "sponsored",
        "sponsors", "anzeige", "werbung", "affiliate", "commercial", "partner", "dfp", "gpt",
        "product", "shop", "price", "deal", "deals", "buy", "cta",
    ),
    "newsletter": (
        "newsletter", "subscribe", "subscription", "signup", "optin", "mailchimp", "email",
        "donate", "donation", "membership", "notification", "push", "app", "form", "convertkit",
    ),
    "comments": (
        "comment", "comments", "commentlist", "discussion", "disqus", "respond", "reply", "replies",
        "kommentar", "kommentare", "forum", "review", "reviews",
    ),
    "legal": (
        "cookie", "cookies", "consent", "gdpr", "privacy", "legal", "terms", "disclaimer",
        "imprint", "onetrust", "cmp", "notice",
    ),
    "paywall": (
        "paywall", "premium", "login", "register", "signin", "account", "regwall", "piano", "offer",
        "user",
    ),
    "modal": (
        "modal", "popup", "overlay", "dialog", "lightbox", "tooltip", "alert", "toast", "sr",
        "hidden", "visually", "screen", "offscreen", "noprint", "print",
    ),
    "search": (
        "search", "filter", "searchform", "suche", "sort",
    ),
    "note": (
        "note", "notes", "correction", "editor", "footnote", "footnotes", "references", "reference",
        "citation", "source", "sources", "box", "infobox", "callout", "factbox", "faq", "accordion",
    ),
    "quote": (
        "quote", "blockquote", "pullquote", "tweet",
    ),
    "table": (
        "table", "row", "cell", "specs", "score", "scores", "stats", "ticker", "stock", "weather",
    ),
    "list": (
        "ul", "ol", "link", "links", "button", "btn", "buttons", "icon",
    ),
    "layout": (
        "container", "wrapper", "wrap", "inner", "section", "block", "group", "component", "module",
        "elementor", "wp", "et", "pb", "vc", "col", "wpb", "div", "gutenberg",
    ),
}  # fmt: skip


@cache
def _bits() -> dict[str, int]:
    return {word: 1 << number for number, words in enumerate(CUES.values()) for word in words}


def bits_of(cues: tuple[str, ...]) -> int:
    """The groups of CUES that `cues` belong to, a bit each."""
    bits, found = _bits(), 0
    for cue in cues:
        found |= bits.get(cue, 0)
    return found
