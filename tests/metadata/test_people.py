"""Names of people from bylines."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.facts.people import read_authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["By Nora Quist and Paul Ibarra"], ["Nora Quist", "Paul Ibarra"]),
        (["Written by Nora Quist."], ["Nora Quist"]),
        (["BYLINE: By Nora Quist; Staff Writer"], ["Nora Quist"]),
        (["Author: Quist, Nora"], ["Nora Quist"]),
        (["Authors: Quist, Nora M.; Ibarra, Paul"], ["Nora M. Quist", "Paul Ibarra"]),
        (["Author: Nora Quist, Paul Ibarra"], ["Nora Quist", "Paul Ibarra"]),
        (["Nora Quist"], ["Nora Quist"]),
        (["Words by Nora Quist & Paul Ibarra"], ["Nora Quist", "Paul Ibarra"]),
        (["Story by Nora Quist; photographs by Paul Ibarra"], ["Nora Quist"]),
        (["Posted by Nora Quist with Paul Ibarra"], ["Nora Quist", "Paul Ibarra"]),
        (["Author of the article:", "Nora Quist"], ["Nora Quist"]),
        (["By", "Nora Quist", "Lifestyle Writer"], ["Nora Quist"]),
        (["Written by", "Eliz - Product marketer"], ["Eliz"]),
        (["By", "* Nora Quist0", "1. Nora Quist"], ["Nora Quist"]),
        (["By Sarah, Tom and Ann"], ["Sarah", "Tom", "Ann"]),
        (["By Sarah July 30, 2019January 18, 2023"], ["Sarah"]),
        (["Published June 3, 2024 by Nora Quist"], ["Nora Quist"]),
        (["Nora Quist 2 minutes read"], ["Nora Quist"]),
        (["Nora Quist · Daily News · Posted: Aug 08, 2024 4:00 AM EDT"], ["Nora Quist"]),
        (["Nora Quist @noraq Follow"], ["Nora Quist"]),
        (["Nora Quist nora@example.org"], ["Nora Quist"]),
        (["Nora Quist Nora Quist"], ["Nora Quist"]),
        (["Von Jörg Zander"], ["Jörg Zander"]),
        (["Eine Analyse von Jörg Zander, Berlin"], ["Jörg Zander"]),
        (["Par Élodie Blanc avec AFP"], ["Élodie Blanc"]),
        (["Por Juan Pérez y María Gómez"], ["Juan Pérez", "María Gómez"]),
        (["José Ortega y Gasset y Juan Pérez"], ["José Ortega y Gasset", "Juan Pérez"]),
        (["Ursula von der Heide"], ["Ursula von der Heide"]),
        (["By John Head"], ["John Head"]),
        (["Автор: Иван Петров"], ["Иван Петров"]),
        (["記者 山田太郎／東京"], ["山田太郎"]),
    ],
)
def test_people_are_named(lines: list[str], authors: list[str]) -> None:
    assert read_authors(lines) == authors


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Nora Quist, Staff Writer", "Nora Quist"),
        ("Nora Quist Deputy Content Hub Director", "Nora Quist"),
        ("By Nora Quist, Political Correspondent", "Nora Quist"),
        ("Nora Quist Senior Editor", "Nora Quist"),
        ("By Nora Quist for The Example", "Nora Quist"),
        ("By Nora Quist in Berlin", "Nora Quist"),
        ("Nora Quist is a reporter at The Example", "Nora Quist"),
        ("By Nora Quist, Reuters", "Nora Quist"),
        ("By NORA QUIST Associated Press", "Nora Quist"),
        ("Nora Quist (she/her)", "Nora Quist"),
    ],
)
def test_roles_and_places_are_dropped(line: str, author: str) -> None:
    assert read_authors([line]) == [author]


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("BY JANE ROE", "Jane Roe"),
        ("BY SEAN O'BRIEN", "Sean O'Brien"),
        ("BY ANNE-MARIE MCDONALD", "Anne-Marie McDonald"),
        ("BY LUDWIG VAN DER BERG", "Ludwig van der Berg"),
        ("BY JD SMYTHE", "JD Smythe"),
        ("BY PETER NG", "Peter Ng"),
        ("J.K. QUIST", "J.K. Quist"),
        ("JOHN ROE III", "John Roe III"),
    ],
)
def test_capitals_become_a_name(shouted: str, written: str) -> None:
    assert read_authors([shouted]) == [written]


@pytest.mark.parametrize(
    "name", ["Jane Roe, PhD", "Dr. Jane Roe", "Jane Roe Jr.", "Jane Roe III", "Jane Roe, Jr.", "Jane Roe, MD"]
)
def test_titles_stay_with_their_person(name: str) -> None:
    assert read_authors([f"By {name}"]) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "By Reuters",
        "AP",
        "By The Associated Press",
        "AFP",
        "Bloomberg News",
        "dpa",
        "PA Media",
        "By Staff",
        "By Editorial Board",
        "Newsroom",
        "Redaktion",
        "Von unserer Redaktion",
        "XY-Redaktion 18.07.2024, 11.08 Uhr 7 min",
        "Example Lifestyle Desk / example.in / Updated: Dec 17, 2025, 21:47 IST",
        "By ops@example.com",
        "By",
        "on",
        "Follow",
        "5 min read",
        "April 10, 2023 3 years 142 Views",
        "Reviewed by: Jane Roe, CFP®",
        "Photographs by Jane Roe",
        "",
        "***",
    ],
)
def test_what_is_no_person_gives_nothing(line: str) -> None:
    assert read_authors([line]) == []


def test_a_reviewer_in_the_next_line_is_no_author() -> None:
    assert read_authors(["By Nora Quist", "Reviewed by,", "Paul Ibarra, CFP®"]) == ["Nora Quist"]


def test_each_person_once() -> None:
    assert read_authors(["By Nora Quist", "NORA QUIST", "Nora Quist and Paul Ibarra"]) == [
        "Nora Quist",
        "Paul Ibarra",
    ]


@given(st.lists(st.text(max_size=120), max_size=4))
def test_never_raises(lines: list[str]) -> None:
    names = read_authors(lines)
    assert all(name.strip() for name in names)
    assert len({name.casefold() for name in names}) == len(names)


@given(st.text(max_size=60))
def test_names_hold_no_digits(text: str) -> None:
    assert not any(char in "0123456789@" for name in read_authors([f"By {text}"]) for char in name)


@pytest.mark.parametrize("part", ["by ", "1 ", "and ", "(", "a@", "Jan 1 ", ", ", "Von y e "])
def test_long_nonsense_is_quick(part: str) -> None:
    start = time.perf_counter()
    read_authors([part * 2_000])
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("投稿者 Nora Quist", ["Nora Quist"]),
        ("Nora Quist 著", ["Nora Quist"]),
        ("カテゴリー 社会 | タグ 政治", []),
        ("登录 退出", []),
        ("執筆：山田太郎", ["山田太郎"]),
        ("מאת: רות לוי", ["רות לוי"]),
        ("كتبت: نادية حسن", ["نادية حسن"]),
        ("Höfundur: Anna Jónsdóttir", ["Anna Jónsdóttir"]),
        ("Írta: Kovács Anna", ["Kovács Anna"]),
        ("Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("آخر تحديث", []),
        ("26 June 2024, 15:46 / Nora Quist", ["Nora Quist"]),
    ],
)
def test_labels_of_other_scripts_and_what_follows_a_date(line: str, names: list[str]) -> None:
    assert read_authors([line]) == names
