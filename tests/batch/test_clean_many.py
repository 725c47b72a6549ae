"""Cleaner.clean_many: what stands on several pages of a site goes, an article's own words never do."""

import pickle
import random
from collections.abc import Iterator

import pytest

import bodycopy
from bodycopy import Cleaner, Input, InputError, OptionError
from bodycopy.batch.templated import TEMPLATE
from tests.batch.pages import APPEAL, FIRST, URL, body, page, site
from tests.inputs import ARTICLE

ALL = range(len(FIRST))


def texts(cleaner: Cleaner, documents: list[Input], **options: object) -> list[str]:
    return [result.text for result in cleaner.clean_many(documents, **options)]  # type: ignore[arg-type]


def test_the_furniture_of_a_site_goes_with_a_reason(cleaner: Cleaner) -> None:
    alone = [cleaner.clean(*document).text for document in site(*ALL)]
    assert all(APPEAL in text for text in alone), "it must look like the article's own, or this shows nothing"
    for number, result in zip(ALL, cleaner.clean_many(site(*ALL)), strict=True):
        assert result.text == "\n\n".join(body(number))
        [appeal] = [removed for removed in result.removed if removed.text == APPEAL]
        assert appeal.rules == (TEMPLATE,)
        assert result.metadata.title == FIRST[number][0]


def test_without_others_of_the_site_nothing_changes(cleaner: Cleaner) -> None:
    pages = site(*ALL)
    alone = [cleaner.clean(*document) for document in pages]
    assert list(cleaner.clean_many(pages, group_by=None)) == alone
    assert list(cleaner.clean_many(pages[:2])) == alone[:2]
    elsewhere = [document._replace(url=f"https://site-{n}.example/") for n, document in enumerate(pages)]
    assert texts(cleaner, elsewhere) == [result.text for result in alone]
    assert texts(cleaner, [Input(document.source) for document in pages]) == [one.text for one in alone]


def test_order_makes_no_difference(cleaner: Cleaner) -> None:
    pages = [*site(*ALL), Input(page(0) + "\n\nPrinted on Friday.", url=URL.format("print/0"))]
    results = {
        document.url: result for document, result in zip(pages, cleaner.clean_many(pages), strict=True)
    }
    for seed in range(4):
        random.Random(seed).shuffle(pages)
        for document, result in zip(pages, cleaner.clean_many(pages), strict=True):
            assert result == results[document.url]


@pytest.mark.parametrize("copies", [3, 6])
def test_copies_of_one_article_do_not_erase_each_other(cleaner: Cleaner, copies: int) -> None:
    for urls in ([URL.format(1)] * copies, [URL.format(f"amp/{n}") for n in range(copies)]):
        same = [Input(page(1), url=url) for url in urls]
        for text in texts(cleaner, [*same, *site(0, 2, 3, 4)]):
            assert APPEAL not in text
        for text in texts(cleaner, [*same, *site(0, 2, 3, 4)])[:copies]:
            assert text == "\n\n".join(body(1))
        alone = cleaner.clean(page(1), url=URL.format(1)).text
        assert texts(cleaner, same) == [alone] * copies


def test_an_article_that_grows_keeps_its_paragraphs(cleaner: Cleaner) -> None:
    """Updates of a live story: each says the last two things again, and something new."""
    story = [line for number in ALL for line in body(number)]
    grown = [
        Input(page(0, story[at : at + 4]), url=URL.format(f"live/{at}")) for at in range(0, len(story) - 4, 2)
    ]
    for document, result in zip(grown, cleaner.clean_many(grown), strict=True):
        for line in str(document.source).split("\n\n")[6:-4]:
            assert line == APPEAL or line in result.text


def test_what_stands_as_a_teaser_elsewhere_stays_where_it_belongs(cleaner: Cleaner) -> None:
    """The headline and the first paragraph of one article stand on all other pages."""
    teaser = f"{FIRST[0][0]}\n\n{FIRST[0][1]}"
    pages = [*site(0), *(Input(f"{one.source}\n\n{teaser}", url=one.url) for one in site(1, 2, 3, 4))]
    first, *_ = cleaner.clean_many(pages)
    assert first.text == "\n\n".join(body(0))
    assert first.metadata.title == FIRST[0][0]


def test_headings_that_a_column_always_has_stay(cleaner: Cleaner) -> None:
    def column(number: int) -> str:
        one, two, three, four = body(number)
        return "\n\n".join([FIRST[number][0], one, "What happened", two, three, "What comes next", four])

    pages = [Input(column(number), url=URL.format(number)) for number in ALL]
    for text in texts(cleaner, pages):
        assert "What happened" in text
        assert "What comes next" in text


def test_a_function_says_what_belongs_together(cleaner: Cleaner) -> None:
    pages = [Input(document.source) for document in site(*ALL)]
    assert APPEAL in texts(cleaner, pages)[0]
    assert APPEAL not in "".join(texts(cleaner, pages, group_by=lambda document: "post"))
    assert APPEAL in texts(cleaner, pages, group_by=lambda document: None)[0]


def test_forms_of_a_document_and_the_shipped_cleaner() -> None:
    html = (
        "<html><body><article>" + "".join(f"<p>{line}</p>" for line in body(1)) + "</article></body></html>"
    )
    given = [
        ARTICLE,
        ARTICLE.encode(),
        {"text": ARTICLE, "url": None},
        {"html": html},
        Input(html, "text/html"),
    ]
    results = list(bodycopy.clean_many(given))
    assert results[0] == results[1] == results[2] == bodycopy.clean(ARTICLE)
    assert results[3] == results[4]
    assert body(1)[2] in results[3].text


def test_an_iterator_is_read_once_and_a_list_is_not_copied(cleaner: Cleaner) -> None:
    def come() -> Iterator[Input]:
        yield from site(*ALL)

    assert list(cleaner.clean_many(come())) == list(cleaner.clean_many(site(*ALL)))


def test_a_rule_still_gives_the_label(cleaner: Cleaner) -> None:
    legal = "© 2025 The Skarrow Post. All rights reserved."
    pages = [document._replace(source=f"{document.source}\n\n{legal}") for document in site(*ALL)]
    for result in cleaner.clean_many(pages):
        assert result.blocks[-1].label == "legal"


def test_it_can_be_disabled_as_a_label_can(cleaner: Cleaner) -> None:
    silent = cleaner.adjusted(disable=["other", "navigation"])
    assert all(APPEAL in text for text in texts(silent, site(*ALL)))


@pytest.mark.parametrize("decider", ["learned", "rules"])
def test_a_cleaner_among_pages_explains_and_is_picklable(decider: str) -> None:
    from bodycopy.batch.survey import Survey

    cleaner = Cleaner(decider=decider)  # type: ignore[arg-type]
    survey = Survey(cleaner.read, "site")
    for document in site(*ALL):
        survey.add(document)
    among = pickle.loads(pickle.dumps(cleaner.among(survey.furniture(site(0)[0]))))
    [block] = [one for one in among.explain(*site(0)[0]).blocks if one.text == APPEAL]
    [spoken] = [one for one in block.speaks_for if one.rule == TEMPLATE]
    assert "several pages of the same site" in spoken.why
    assert (block.kept, spoken.certain) == (False, False)
    assert among.clean(*site(0)[0]).text == "\n\n".join(body(0))


def test_what_can_not_be_read_is_named(cleaner: Cleaner) -> None:
    results = cleaner.clean_many([ARTICLE, "  "])
    assert next(results).text
    with pytest.raises(InputError, match=r"^document 2: .*empty"):
        next(results)
    with pytest.raises(InputError, match=r"document 1: .*exactly one of text, html and markdown"):
        next(cleaner.clean_many([{"url": "https://a.example/"}]))
    with pytest.raises(OptionError, match="'host' is not known; accepted are site, a function and None"):
        cleaner.clean_many([], group_by="host")  # type: ignore[arg-type]


def test_many_pages_of_one_site_are_bounded(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    from bodycopy.batch import furniture

    monkeypatch.setattr(furniture, "MAX_PAGES", 4)
    held = furniture.Site()
    for document in site(*ALL):
        held.add(cleaner.look(cleaner.read(*document).blocks).scene.shapes, document.url)
    assert held.furniture().articles == 4
