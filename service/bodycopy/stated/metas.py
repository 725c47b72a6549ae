"""Which names of `<meta>` say what: for each field the names in the order in which they are believed."""

from typing import Final


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TITLES: Final = _names(
    """
    parsely-title sailthru.title cxenseparse:title citation_title dcterms.title dc.title headline
    article:title hdl rnews:headline
    """
)
#: Titles made for sharing: often shortened, often with the site's name.
SHARED_TITLES: Final = _names("og:title twitter:title twitter:text:title")
SUBTITLES: Final = _names(
    """
    article:subtitle subtitle og:subtitle alternativeheadline cxenseparse:subtitle deck
    """
)
AUTHORS: Final = _names(
    """
    parsely-author sailthru.author cxenseparse:author citation_author dcterms.creator dc.creator author
    article:author article:author_name og:article:author og:author articleauthor byl
    shareaholic:article_author_name rbauthors authors author-name creator
    """
)
PUBLISHED: Final = _names(
    """
    article:published_time og:article:published_time article:published parsely-pub-date sailthru.date
    cxenseparse:publishtime cxenseparse:recs:publishtime datepublished og:published_time og:publish_date
    dcterms.issued dc.date.issued dcterms.created dc.date.created dc.date dcterms.date
    citation_publication_date citation_date citation_online_date rnews:datepublished
    article_date_original original-publish-date publish-date publish_date publishdate publication_date
    pubdate date_published published published_at shareaholic:article_published_time
    dcsext.articlefirstpublished article.published ptime date displaydate last-published
    article:create_time
    """
)
MODIFIED: Final = _names(
    """
    article:modified_time og:article:modified_time article:modified og:modified_time og:updated_time
    article:updated_time article:updated datemodified dcterms.modified dc.date.modified lastmod
    last-modified last_updated_date lastmodified rnews:datemodified modified revised article.updated
    utime shareaholic:article_modified_time
    """
)
SECTIONS: Final = _names(
    """
    article:section og:article:section parsely-section cxenseparse:section dc.subject.section
    rnews:articlesection section article.section channel
    """
)
TAGS: Final = _names(
    """
    article:tag og:article:tag parsely-tags sailthru.tags news_keywords cxenseparse:tags keywords
    citation_keywords dc.subject dcterms.subject
    """
)
SITE_NAMES: Final = _names(
    """
    og:site_name og:site application-name apple-mobile-web-app-title dc.publisher dcterms.publisher
    publisher copyright
    """
)
URLS: Final = _names("og:url twitter:url parsely-link dc.identifier dcterms.identifier")
LANGUAGES: Final = _names("content-language inlanguage language dc.language dcterms.language og:locale")
PAYWALLS: Final = _names("article:content_tier og:article:content_tier content_tier cxenseparse:paywall")
