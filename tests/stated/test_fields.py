"""Each field from each kind of source, and what is believed where sources contradict each other."""

import pytest

from bodycopy.document import StatedCaption
from tests.stated.pages import article, ld, meta, read

BY = {"@type": "Person", "name": "Nora Quist"}
H1 = "<h1>A bridge opens</h1>"
LEDGER = {"@type": "NewsMediaOrganization", "name": "Orne Ledger"}


@pytest.mark.parametrize(
    ("head", "body", "title", "source"),
    [
        (ld(article(headline="A bridge opens")), "", "A bridge opens", "json-ld:headline"),
        ('<meta property="og:title" content="A bridge opens">', "", "A bridge opens", "meta:og:title"),
        (meta(parsely_title="A bridge opens"), "", "A bridge opens", "meta:parsely-title"),
        ("<title>A bridge opens</title>", "", "A bridge opens", "title"),
        ("", H1, "A bridge opens", "h1"),
        (
            "",
            "<div itemscope itemtype='https://schema.org/Article'><b itemprop=headline>A bridge opens</b>",
            "A bridge opens",
            "microdata:headline",
        ),
        # the site's name goes
        ("<title>A bridge opens | Orne Ledger</title>", H1, "A bridge opens", "title"),
        (
            "<title>A bridge opens - Orne Ledger</title><meta property=og:site_name content='Orne Ledger'>",
            "",
            "A bridge opens",
            "title",
        ),
        # what is shown is believed before what was made for search engines
        (
            "<title>Orne bridge opening: all you need to know in 2024</title>",
            "<h1>The Orne bridge is to open before winter</h1>",
            "The Orne bridge is to open before winter",
            "h1",
        ),
        # unless the rest of the page agrees on another
        (
            ld(article(headline="A bridge opens")) + "<title>A bridge opens</title>",
            "<h1>Orne Ledger</h1>",
            "A bridge opens",
            "json-ld:headline",
        ),
        (
            "<title>A bridge opens</title><meta property=og:title content='A bridge opens'>"
            "<meta property=og:site_name content='Orne Ledger'>",
            "<h1>Orne Ledger</h1><h2>A bridge opens</h2>",
            "A bridge opens",
            "meta:og:title",
        ),
        ("<title>  </title>", "<h1><img src=logo.png></h1>", None, None),
        ("", "<svg><title>Search</title></svg>", None, None),
        ("<meta property=og:title content='{{ page.title }}'>", H1, "A bridge opens", "h1"),
    ],
)
def test_title(head: str, body: str, title: str | None, source: str | None) -> None:
    found = read(head, body)
    assert (found.title, found.sources.get("title")) == (title, source)


@pytest.mark.parametrize(
    ("head", "body", "people", "source"),
    [
        (ld(article(author=BY)), "", ("Nora Quist",), "json-ld:author"),
        (meta(author="Nora Quist"), "", ("Nora Quist",), "meta:author"),
        (
            meta(parsely_author="Nora Quist", author="Ledger Staff"),
            "",
            ("Nora Quist",),
            "meta:parsely-author",
        ),
        ("<meta property=article:author content='Nora Quist'>", "", ("Nora Quist",), "meta:article:author"),
        (
            meta(dc_creator="") + '<meta name="DC.Creator" content="Nora Quist">',
            "",
            ("Nora Quist",),
            "meta:dc.creator",
        ),
        (
            "<meta name=citation_author content='Ann Quist'><meta name=citation_author content='Ian Roe'>",
            ("Ann Quist", "Ian Roe"),
            ("Ann Quist", "Ian Roe"),
            "meta:citation_author",
        ),
        ("", H1 + "<p>By Nora Quist and Paul Ibarra</p>", ("Nora Quist", "Paul Ibarra"), "byline"),
        ("", H1 + "<div class=byline><a rel=author>Nora Quist</a></div>", ("Nora Quist",), "byline"),
        ("", H1 + "<div>By</div><div>Nora Quist</div>", ("Nora Quist",), "byline"),
        ("", H1 + "<span><a href='/authors/nora-quist/'>Nora Quist</a></span>", ("Nora Quist",), "byline"),
        (
            "",
            "<div itemscope itemtype='http://schema.org/Article'><span itemprop=author itemscope "
            "itemtype='http://schema.org/Person'><i itemprop=name>Nora Quist</i></span></div>",
            ("Nora Quist",),
            "microdata:author",
        ),
        # who is stated is no person
        (meta(author="admin"), H1 + "<p>By Nora Quist</p>", ("Nora Quist",), "byline"),
        (meta(author="https://example.org/nora"), "", (), None),
        (meta(author="nora@example.org"), "", (), None),
        (meta(author="Staff"), "", (), None),
        (meta(author="undefined"), "", (), None),
        (meta(author="@noraq"), "", (), None),
        # one place names more of the same people
        (
            ld(article(author=BY)),
            H1 + "<p>By Nora Quist and Paul Ibarra</p>",
            ("Nora Quist", "Paul Ibarra"),
            "byline",
        ),
        # people elsewhere on the page
        ("", H1 + "<div class='comments'><div class=author>Ian Roe</div></div>", (), None),
        ("", H1 + "<section class='related-stories'><p>By Zoe Lind</p></section>", (), None),
        ("", H1 + "<p>Reviewed by Ian Roe</p>", (), None),
    ],
)
def test_authors(head: str, body: str, people: tuple[str, ...], source: str | None) -> None:
    found = read(head, body)
    assert (found.authors, found.sources.get("authors")) == (people, source)


@pytest.mark.parametrize(
    ("author", "people", "agencies"),
    [
        ("Reuters", (), ("Reuters",)),
        (["Nora Quist", "Reuters"], ("Nora Quist",), ("Reuters",)),
        ("Nora Quist, AFP", ("Nora Quist",), ("AFP",)),
        ("Orne Ledger", (), ("Orne Ledger",)),
        ("Orne Ledger Newsroom", (), ("Orne Ledger Newsroom",)),
        (
            {"@type": "Organization", "name": "Harbour Research Institute"},
            (),
            ("Harbour Research Institute",),
        ),
    ],
)
def test_agencies_and_organisations_stand_apart(
    author: object, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    found = read(ld(article(author=author, publisher=LEDGER)))
    assert (found.authors, found.agencies) == (people, agencies)


def test_a_person_may_have_a_site_of_the_same_name() -> None:
    site = {"@type": "WebSite", "name": "Nora Quist"}
    found = read(ld(article(author=BY), site), url="https://www.noraquist.example/bridge")
    assert found.authors == ("Nora Quist",)


@pytest.mark.parametrize(
    ("head", "body", "published", "source"),
    [
        (
            ld(article(datePublished="2024-06-26T08:00:00Z")),
            "",
            "2024-06-26T08:00:00+00:00",
            "json-ld:datePublished",
        ),
        (
            "<meta property=article:published_time content=2024-06-26>",
            "",
            "2024-06-26",
            "meta:article:published_time",
        ),
        (
            meta(sailthru_date="") + '<meta name="sailthru.date" content="June 26, 2024">',
            "",
            "2024-06-26",
            "meta:sailthru.date",
        ),
        (
            meta(citation_date="") + '<meta name="citation_date" content="2024/06/26">',
            "",
            "2024-06-26",
            "meta:citation_date",
        ),
        (meta(date="20240626"), "", "2024-06-26", "meta:date"),
        ("", H1 + "<p>Published 26 June 2024</p>", "2024-06-26", "text"),
        ("", H1 + "<time datetime='2024-06-26'>two days ago</time>", "2024-06-26", "text"),
        ("", H1 + "<p>Published:</p><p>26 June 2024</p>", "2024-06-26", "text"),
        ("<link rel=canonical href='https://example.org/2024/06/26/bridge'>", "", "2024-06-26", "url"),
        # what is stated is no date
        (meta(date="soon"), H1 + "<p>26 June 2024</p>", "2024-06-26", "text"),
        (meta(date="9999-01-01"), "", None, None),
        ("<link rel=canonical href='https://example.org/2024/13/45/bridge'>", "", None, None),
        # a publication behind the page's own last change
        (
            ld(article(datePublished="2025-01-01", dateModified="2024-06-27")) + meta(date="2024-06-26"),
            "",
            "2024-06-26",
            "meta:date",
        ),
        # dates that are not the article's
        ("", H1 + "<p>On 26 June 2024 the council said that it would be open by the winter.</p>", None, None),
        ("", H1 + "<aside class=related><p>26 June 2024</p></aside>", None, None),
        ("", "<footer><p>© 2024. Updated 26 June 2024</p></footer>", None, None),
    ],
)
def test_published(head: str, body: str, published: str | None, source: str | None) -> None:
    found = read(head, body)
    assert (found.published, found.sources.get("published")) == (published, source)


def test_modified() -> None:
    found = read(ld(article(datePublished="2024-06-26", dateModified="2024-06-27T10:00:00+02:00")))
    assert (found.modified, found.sources["modified"]) == (
        "2024-06-27T10:00:00+02:00",
        "json-ld:dateModified",
    )
    found = read(ld(article(datePublished="2024-06-26", dateModified="2024-06-25")))
    assert (found.published, found.modified) == ("2024-06-26", None)
    found = read("", H1 + "<p>26 June 2024</p><p>Updated 27 June 2024</p>")
    assert (found.published, found.modified) == ("2024-06-26", "2024-06-27")
    found = read(meta(last_modified="2024-06-27"))
    assert (found.modified, found.sources["modified"]) == ("2024-06-27", "meta:last-modified")


@pytest.mark.parametrize(
    ("lang", "line", "published"),
    [
        ("de", "Veröffentlicht am 26. Juni 2024, 08:15 Uhr", "2024-06-26T08:15"),
        ("fr", "Publié le 26 juin 2024 à 8h15", "2024-06-26T08:15"),
        ("es", "Publicado: 26 de junio de 2024", "2024-06-26"),
        ("nl", "Gepubliceerd: 26 juni 2024", "2024-06-26"),
        ("pl", "26 czerwca 2024", "2024-06-26"),
        ("ja", "2024年6月26日", "2024-06-26"),
    ],
)
def test_visible_dates_of_other_languages(lang: str, line: str, published: str) -> None:
    assert read("", f"<h1>Brücke</h1><p>{line}</p>", lang=lang).published == published


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "Von Jörg Zander"),
        ("fr", "Par Jörg Zander"),
        ("es", "Por Jörg Zander"),
        ("no", "Tekst: Jörg Zander"),
    ],
)
def test_visible_bylines_of_other_languages(lang: str, line: str) -> None:
    assert read("", f"<h1>Brücke</h1><p>{line}</p>", lang=lang).authors == ("Jörg Zander",)


def test_subtitle() -> None:
    found = read(ld(article(headline="A bridge opens", alternativeHeadline="Nine winters without one")))
    assert (found.subtitle, found.sources["subtitle"]) == (
        "Nine winters without one",
        "json-ld:alternativeHeadline",
    )
    body = H1 + "<p class=article__standfirst>Nine winters without a bridge are over.</p>"
    found = read("", body)
    assert (found.subtitle, found.sources["subtitle"]) == ("Nine winters without a bridge are over.", "text")
    assert read("", H1 + "<p class=leading>Buses run as they did before.</p>").subtitle is None


def test_section() -> None:
    assert read(ld(article(articleSection=["City", "News"]))).section == "City"
    assert read("<meta property=article:section content=City>").section == "City"
    crumbs = [
        {"@type": "ListItem", "position": at, "name": name}
        for at, name in enumerate(("Home", "City", "A bridge"))
    ]
    assert read(ld({"@type": "BreadcrumbList", "itemListElement": crumbs})).section == "City"
    assert read(ld(article(articleSection="Orne Ledger", publisher=LEDGER))).section is None


def test_tags() -> None:
    found = read(ld(article(keywords="bridges, council,bridges")))
    assert (found.tags, found.sources["tags"]) == (("bridges", "council"), "json-ld:keywords")
    assert read(ld(article(keywords=["a bridge, a river", "council"]))).tags == (
        "a bridge, a river",
        "council",
    )
    assert read(
        "<meta property=article:tag content=bridges><meta property=article:tag content=council>"
    ).tags == (
        "bridges",
        "council",
    )
    assert read("", "<a rel=tag href=/t>bridges</a>").tags == ("bridges",)


def test_site_url_and_language() -> None:
    head = "<meta property=og:site_name content='Orne Ledger'><link rel=canonical href='/bridge'>"
    found = read(head, url="https://www.example.org/bridge?ref=1", lang="en-GB")
    assert (found.site_name, found.url, found.language) == (
        "Orne Ledger",
        "https://www.example.org/bridge",
        "en-GB",
    )
    assert found.sources["url"] == "link:canonical"
    assert read(ld(article(publisher=LEDGER))).site_name == "Orne Ledger"
    assert read("<meta property=og:locale content=de_AT>", lang="").language == "de-AT"
    assert read("<link rel=canonical href='javascript:alert(1)'>").url is None
    assert read("<link rel=canonical href='https://[broken'>").url is None


def test_captions() -> None:
    image = {"@type": "ImageObject", "caption": "The bridge in May.", "creditText": "Ann Roe/AP"}
    other = {"@type": "ImageObject", "caption": "A barge. (Photo: Ian Roe)"}
    found = read(ld(article(image=[image, other, image, "https://example.org/a.jpg"])))
    assert found.captions == (
        StatedCaption("The bridge in May.", "Ann Roe/AP"),
        StatedCaption("A barge. (Photo: Ian Roe)", "Ian Roe"),
    )


@pytest.mark.parametrize(
    ("head", "paywalled"),
    [
        (ld(article(isAccessibleForFree=False)), True),
        (ld(article(isAccessibleForFree="False")), True),
        (ld(article(isAccessibleForFree=True)), False),
        (ld(article(isAccessibleForFree="http://schema.org/True")), None),
        ("<meta property=article:content_tier content=locked>", True),
        ("<meta property=article:content_tier content=free>", False),
        ("<meta property=article:content_tier content=perhaps>", None),
        ("", None),
    ],
)
def test_paywall(head: str, paywalled: bool | None) -> None:
    assert read(head).paywalled is paywalled


def test_every_value_has_its_source_and_nothing_else() -> None:
    assert read().sources == {"language": "html:lang"}
    found = read(meta(author="Nora Quist"), H1, url="https://example.org/a")
    assert found.sources == {"language": "html:lang", "title": "h1", "authors": "meta:author"}
