"""Publication and update times: what is written comes out, what is not written never does."""

import datetime
import re
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.facts import moments
from bodycopy.facts.dates import normalise_date, read_dates
from bodycopy.facts.moments import find_moments

WRITTEN = [
    ("June 3, 2024", "en", "2024-06-03"),
    ("Monday, 3 June 2024", "en", "2024-06-03"),
    ("September 1st, 2023 at 3 p.m.", "en", "2023-09-01T15:00"),
    ("12:00 am, 1 May 2024", "en", "2024-05-01T00:00"),
    ("📅Jul. 11. 2025", "en", "2025-07-11"),
    ("26-Jun-2024 10:30", "en", "2024-06-26T10:30"),
    ("6/26/2024", "en", "2024-06-26"),
    ("6/26/24", "en", "2024-06-26"),
    ("2024/06/26", "en", "2024-06-26"),
    ("2024-06-26T10:00:00Z", "en", "2024-06-26T10:00:00+00:00"),
    ("2024-06-26 10:00:05.123+02:00", "en", "2024-06-26T10:00:05+02:00"),
    ("Mon, 03 Jun 2024 10:30:00 +0530", "en", "2024-06-03T10:30:00+05:30"),
    ("3 June 2024 10:30 UTC+2", "en", "2024-06-03T10:30+02:00"),
    ("Aug 08, 2024 4:00 AM EDT", "en", "2024-08-08T04:00-04:00"),
    ("Wed 3 Jul 2024 06.00 BST", "en", "2024-07-03T06:00+01:00"),
    ("10:30 AM ET, June 3, 2024", "en", "2024-06-03T10:30-04:00"),
    ("10:30 AM ET, January 8, 2024", "en", "2024-01-08T10:30-05:00"),
    ("June 3, 2024 · 5 min read", "en", "2024-06-03"),
    ("June 3, 2024 10:30 min", "en", "2024-06-03"),
    ("By SarahJuly 30, 2019", "en", "2019-07-30"),
    ("3. Juni 2024, 10:30 Uhr", "de", "2024-06-03T10:30"),
    ("18.07.2024, 11.08 Uhr 7 min", "de", "2024-07-18T11:08"),
    ("04.06.2024, 08:15 Uhr MESZ", "de", "2024-06-04T08:15+02:00"),
    ("Le 1er juin 2024", "fr", "2024-06-01"),
    ("2 juin 2024 à 14h30", "fr", "2024-06-02T14:30"),
    ("June 3, 20245:01 AM ET", "en", "2024-06-03"),
    ("Published On 18 Feb 202418 Feb 2024", "en", "2024-02-18"),
    ("3 de junio de 2024 a las 10:30", "es", "2024-06-03T10:30"),
    ("4 jun 2024 - 05:30 CEST", "es", "2024-06-04T05:30+02:00"),
    ("torsdag 09. mai 2024 - 13:26", "no", "2024-05-09T13:26"),
    ("26 июня 2024, 10:30", "ru", "2024-06-26T10:30"),
    ("2 czerwca 2024", "pl", "2024-06-02"),
    ("9 मई 2024", "hi", "2024-05-09"),
    ("2024. június 26. 10:30", "hu", "2024-06-26T10:30"),
    ("2024年6月26日 10:30", "ja", "2024-06-26T10:30"),
    ("2024년 6월 26일", "ko", "2024-06-26"),
]


@pytest.mark.parametrize(("line", "language", "iso"), WRITTEN)
def test_a_written_date_is_read(line: str, language: str, iso: str) -> None:
    assert read_dates([line], language) == (iso, None)


@pytest.mark.parametrize(
    "line",
    [
        "2 hours ago",
        "yesterday",
        "Today, 10:30",
        "June 3",
        "3 June, 10:30",
        "June 2024",
        "10:30",
        "Heute, 12:37 Uhr",
        "hier à 14h30",
        "Feb 30, 2024",
        "June 3, 20245",
        "31/31/2024",
        "2024-13-01",
        "May 3, 9999",
        "Reviewed on August 12, 2025",
        "",
    ],
)
@pytest.mark.parametrize("language", ["en", "ru", None])
def test_what_is_no_full_date_gives_none(line: str, language: str | None) -> None:
    assert read_dates([line], language) == (None, None)


@pytest.mark.parametrize(
    ("lines", "language", "published", "modified"),
    [
        (["Page last reviewed: 12 February 2026", "Next review due: 12 February 2029"], "en", None, None),
        (["6/26/2024", "Updated:", "6/26/2024"], "en", "2024-06-26", "2024-06-26"),
        (
            ["08:39, 06 Jan 2026 Updated 08:41, 06 Jan 2026"],
            "en",
            "2026-01-06T08:39",
            "2026-01-06T08:41",
        ),
        (["July 30, 2019January 18, 2023"], "en", "2019-07-30", None),
        (["Published Aug 28, 2024 • Last updated 1 hour ago • 4 minute read"], "en", "2024-08-28", None),
        (["Last updated 1 hour ago • Aug 28, 2024"], "en", "2024-08-28", None),
        (["Jane Roe · Posted: Aug 08, 2024 | Last Updated: August 8"], "en", "2024-08-08", None),
        (["First published on 3 Jul 2024", "Last modified on 4 Jul 2024"], "en", "2024-07-03", "2024-07-04"),
        (["Updated 4 Jul 2024", "First published 3 Jul 2024"], "en", "2024-07-03", "2024-07-04"),
        (["Posted on", "Nov 21, 2018", "Updated at", "Dec 10, 2025"], "en", "2018-11-21", "2025-12-10"),
        (["June 3, 2024 (updated)"], "en", None, "2024-06-03"),
        (["Stand: 03.06.2024"], "de", None, "2024-06-03"),
        (["03.06.2024", "Aktualisiert am 04.06.2024 um 9 Uhr"], "de", "2024-06-03", "2024-06-04T09:00"),
        (["Publié le 2 juin 2024, mis à jour le 3 juin 2024"], "fr", "2024-06-02", "2024-06-03"),
        (["Publicado: 2 jun 2024", "Actualizado: 3 jun 2024"], "es", "2024-06-02", "2024-06-03"),
        (["Обновлено: 26 июня 2024"], "ru", None, "2024-06-26"),
        (
            ["Publicado em 2 de junho de 2024", "Última atualização: 3/6/2024"],
            "pt",
            "2024-06-02",
            "2024-06-03",
        ),
        (
            ["Pubblicato il 2 giugno 2024", "Ultimo aggiornamento: 03/06/2024"],
            "it",
            "2024-06-02",
            "2024-06-03",
        ),
        (["Julkaistu 2.6.2024", "Päivitetty 3.6.2024 klo 9.45"], "fi", "2024-06-02", "2024-06-03T09:45"),
        (["Opublikowano 2 czerwca 2024", "Aktualizacja: 3 czerwca 2024"], "pl", "2024-06-02", "2024-06-03"),
        (["Publikováno 2. 6. 2024", "Aktualizováno 3. 6. 2024"], "cs", "2024-06-02", "2024-06-03"),
        (["Yayınlanma: 2 Haziran 2024", "Güncelleme: 3 Haziran 2024"], "tr", "2024-06-02", "2024-06-03"),
        (["By Jane Roe | September 07, 2023"], "en", "2023-09-07", None),
    ],
)
def test_labels_tell_publication_from_update(
    lines: list[str], language: str, published: str | None, modified: str | None
) -> None:
    assert read_dates(lines, language) == (published, modified)


@pytest.mark.parametrize(
    ("lines", "language", "url", "published"),
    [
        (["03/04/2024"], "en", None, "2024-03-04"),
        (["03/04/2024"], "en", "https://www.example.co.uk/a", "2024-04-03"),
        (["03/04/2024"], "en", "https://example.in", "2024-04-03"),
        (["03/04/2024"], "en-GB", None, "2024-04-03"),
        (["03/04/2024"], "en-US", None, "2024-03-04"),
        (["03/04/2024"], "fr", None, "2024-04-03"),
        (["03/04/2024"], None, None, None),
        (["04/04/2024"], None, None, "2024-04-04"),
        (["03/04/2024", "25/04/2024"], "en", None, "2024-04-03"),
        (["03/04/2024", "04/25/2024"], "en", "https://example.co.uk", "2024-03-04"),
        (["03/04/2024"], "en", "http://[broken", "2024-03-04"),
    ],
)
def test_order_of_day_and_month(
    lines: list[str], language: str | None, url: str | None, published: str | None
) -> None:
    assert read_dates(lines, language, url).published == published


def test_another_block_can_settle_the_order() -> None:
    assert (
        read_dates(["03/04/2024"], "en", None, ["The fair ran until 25/04/2024."]).published == "2024-04-03"
    )


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2024-06-26", "2024-06-26"),
        ("2024-06-26T10:00:00.000Z", "2024-06-26T10:00:00+00:00"),
        ("2024-06-26T10:00+02:00", "2024-06-26T10:00+02:00"),
        ("Wed, 26 Jun 2024 10:00:00 GMT", "2024-06-26T10:00:00+00:00"),
        ("June 26, 2024", "2024-06-26"),
        ("2024-06-26T10:00:00.5", "2024-06-26T10:00:00"),
        ("0001-01-01T00:00:00", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_markup(stated: str | None, iso: str | None) -> None:
    assert normalise_date(stated, "en") == iso


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ru", "hi", "xx", "", None]))
def test_never_raises(line: str, language: str | None) -> None:
    read_dates([line, line], language, line)
    normalise_date(line, language, line)


@given(st.from_regex(r"[A-Za-z0-9 .,:/\-]{0,60}", fullmatch=True))
def test_no_date_without_its_year(line: str) -> None:
    for moment in find_moments(line, "en"):
        year = moment.iso[:4]
        assert year in line or re.search(rf"(?<!\d){year[2:]}(?!\d)", line)


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2050, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: datetime.date) -> None:
    for form in ("%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert read_dates([day.strftime(form)], "en").published == day.isoformat()


@pytest.mark.parametrize("line", ["26 июня", "26 июня 10:30", "июня 2024", "вчера 26", "2 часа назад"])
def test_nothing_is_filled_in_from_today(line: str) -> None:
    assert read_dates([line], "ru") == (None, None)


@pytest.mark.parametrize("today", [(1999, 12, 31), (2024, 2, 29), (2031, 7, 15)])
def test_the_answer_does_not_depend_on_today(
    monkeypatch: pytest.MonkeyPatch, today: tuple[int, int, int]
) -> None:
    """dateparser reads the clock for its own ends; whatever it shows, the answers stay."""

    class Clock(type(datetime.datetime)):  # type: ignore[misc]
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, datetime.date)

    class Stopped(datetime.datetime, metaclass=Clock):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Stopped":
            return cls(*today, tzinfo=tz)

        @classmethod
        def today(cls) -> "Stopped":
            return cls(*today)

        @classmethod
        def utcnow(cls) -> "Stopped":
            return cls(*today)

    read_dates(["26 июля 2024"], "ru")  # loads dateparser
    moments._month.cache_clear()
    stopped = 0
    for name, module in list(sys.modules.items()):
        if name.startswith("dateparser") and getattr(module, "datetime", None) is datetime.datetime:
            monkeypatch.setattr(module, "datetime", Stopped)
            stopped += 1
    assert stopped > 3
    try:
        for line, language, iso in WRITTEN:
            assert read_dates([line], language) == (iso, None)
        for line in ("26 июня", "июня 2024", "вчера", "2 часа назад", "26 июня 10:30"):
            assert read_dates([line], "ru") == (None, None)
    finally:
        moments._month.cache_clear()


@pytest.mark.parametrize(
    "part", ["1", "1 ", "12:30 ", "Jan ", "de ", "a.", "1.1.", "Mar 1, ", "2024-", "1 x "]
)
def test_long_nonsense_is_quick(part: str) -> None:
    start = time.perf_counter()
    read_dates([part * 2_000], "ru")
    assert time.perf_counter() - start < 1
