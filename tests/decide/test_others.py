"""A page with several articles: the first is the text. Parts of one article stay together."""

import pytest
from tests.decide.site import PROSE, SECOND, article, page, paragraphs

from bodycopy import Cleaner, CleanResult

TITLE = "Eastern pier closed after divers find shipworm"
OTHER = "Railwaymen's choir wins for the third time"
FIRST_BY = "<p class=byline>By Della Marsh</p><time datetime=2025-03-04>March 4, 2025</time>"
SECOND_BY = "<p class=byline>By Osei Trant</p><time datetime=2025-03-03>March 3, 2025</time>"
SCRIPT = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
    + TITLE
    + '", "datePublished": '
    '"2025-03-04", "author": {"@type": "Person", "name": "Della Marsh"}}</script>'
)


def clean(either: Cleaner, body: str, title: str = TITLE, head: str = "") -> CleanResult:
    return either.clean(page(body, title, head), "text/html")


def one_of_two(result: CleanResult) -> None:
    """The first article is the text, the second is related, and says nothing of the first."""
    assert all(text in result.text for text in PROSE)
    assert not any(text in result.text for text in SECOND)
    labels = {block.text: block.label for block in result.blocks}
    assert {labels[text] for text in SECOND} == {"related"}
    assert "Osei Trant" not in result.metadata.authors


def both(result: CleanResult) -> None:
    assert all(text in result.text for text in (*PROSE, *SECOND))


@pytest.mark.parametrize("level", [1, 2])
def test_an_article_loaded_below_the_first(level: int, either: Cleaner) -> None:
    body = article(TITLE, PROSE, byline=FIRST_BY, level=level) + article(
        OTHER, SECOND, byline=SECOND_BY, level=level
    )
    one_of_two(clean(either, body, head=SCRIPT))
    one_of_two(clean(either, body))


def test_boxes_that_are_called_articles(either: Cleaner) -> None:
    body = article(TITLE, PROSE, byline=FIRST_BY, level=1) + article(OTHER, SECOND, byline=SECOND_BY, level=1)
    boxes = body.replace("<article>", "<div class=entry><div>").replace("</article>", "</div></div>")
    one_of_two(clean(either, boxes, head=SCRIPT))


def test_a_blog_with_whole_posts(either: Cleaner) -> None:
    posts = article(TITLE, PROSE, byline=FIRST_BY, link="/p/1") + article(
        OTHER, SECOND, byline=SECOND_BY, link="/p/2"
    )
    one_of_two(clean(either, f"<h1>Harbour notes</h1>{posts}", "Harbour notes"))


PARTS = {
    "no byline of its own": article(TITLE, PROSE, byline=FIRST_BY, level=1) + article(OTHER, SECOND, level=1),
    "a lower headline": (
        article(TITLE, PROSE, byline=FIRST_BY, level=1) + article(OTHER, SECOND, byline=SECOND_BY, level=2)
    ),
    "a headline above both": (
        f"<h1>{TITLE}</h1>{FIRST_BY}" + article("What happened", PROSE, byline=FIRST_BY)
        + article("What comes next", SECOND, byline=SECOND_BY)
    ),
    "parts of one article element": (
        f"<article><h1>{TITLE}</h1>{FIRST_BY}<section class=post><h2>Now</h2>{paragraphs(PROSE)}</section>"
        f"<section class=post><h2>Then</h2>{SECOND_BY}{paragraphs(SECOND)}</section></article>"
    ),
    "a live blog": (
        f"<article><h1>{TITLE}</h1>{FIRST_BY}{paragraphs(PROSE)}</article><div class=live-blog>"
        + article("Divers are back", SECOND, byline=SECOND_BY, level=1) + "</div>"
    ),
    "questions and answers": (
        f"<h1>{TITLE}</h1>" + article("How long will it take?", PROSE, byline=FIRST_BY)
        + article("Who pays for it?", SECOND, byline=SECOND_BY)
    ),
    "a list with linked names": (
        f"<h1>{TITLE}</h1><p>We asked the crew which books they take along on the long winter crossings, "
        f"and these "
        "are the two that were named more often than all of the others together.</p>"
        + article("The Pilot's Wife", PROSE, byline=FIRST_BY, link="/shop/1")
        + article("A Choir of Engines", SECOND, byline=SECOND_BY, link="/shop/2")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_one_article_in_parts_stays_whole(name: str, either: Cleaner) -> None:
    both(clean(either, PARTS[name], head=SCRIPT))


def test_comments_in_article_elements_are_no_other_articles(either: Cleaner) -> None:
    comments = "".join(
        f"<article class=comment><h2>Reader {at}</h2><time>March 5, 2025</time>{paragraphs(SECOND)}</article>"
        for at in range(2)
    )
    result = clean(either, article(TITLE, PROSE, byline=FIRST_BY, level=2) + comments, head=SCRIPT)
    assert all(text in result.text for text in PROSE)
    # whatever they are taken for, it is not for being articles of their own
    assert not any(
        block.confidence == 0.9 and block.label == "related"
        for block in result.blocks
        if block.text in SECOND
    )


def test_a_disabled_label_is_not_given(either: Cleaner) -> None:
    body = article(TITLE, PROSE, byline=FIRST_BY) + article(OTHER, SECOND, byline=SECOND_BY)
    both(clean(either.adjusted(disable=["related"]), body))
