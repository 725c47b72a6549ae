"""Place and agency of a dateline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.facts.datelines import read_dateline


@pytest.mark.parametrize(
    ("span", "place", "agency"),
    [
        ("MOSCOW (Reuters) -", "MOSCOW", "Reuters"),
        ("LONDON, June 3 (AP) —", "LONDON", "AP"),
        ("LONDON, 3 June (AP) —", "LONDON", "AP"),
        ("WASHINGTON —", "WASHINGTON", None),
        ("NAIROBI, Kenya (AP) –", "NAIROBI, Kenya", "AP"),
        ("(Reuters) -", None, "Reuters"),
        ("PARIS, June 5, 2024 /PRNewswire/ --", "PARIS", "PRNewswire"),
        ("SAN FRANCISCO--(BUSINESS WIRE)--", "SAN FRANCISCO", "BUSINESS WIRE"),
        ("SAN FRANCISCO--(BUSINESS WIRE)--Jun 5, 2024--", "SAN FRANCISCO", "BUSINESS WIRE"),
        ("MOSCOW. Nov 5 (Interfax) -", "MOSCOW", "Interfax"),
        ("New Delhi, Dec 17 (PTI):", "New Delhi", "PTI"),
        ("Berlin (dpa/tmn) -", "Berlin", "dpa/tmn"),
        ("PARIS, le 5 juin –", "PARIS", None),
        ("WINSTON-SALEM, N.C. (AP) —", "WINSTON-SALEM, N.C.", "AP"),
        ("AP —", None, "AP"),
    ],
)
def test_read(span: str, place: str | None, agency: str | None) -> None:
    assert read_dateline(span) == {"place": place, "agency": agency}


@pytest.mark.parametrize(
    ("span", "language", "place", "agency"),
    [
        ("RIALTO (Savona) —", "it", "RIALTO (Savona)", None),
        ("ROMA (ANSA) -", "it", "ROMA", "ANSA"),
        ("LISBOA (Lusa) -", "pt-PT", "LISBOA", "Lusa"),
        ("SKARROW (Harbour Wire) -", "en", "SKARROW", "Harbour Wire"),
    ],
)
def test_a_province_in_brackets_is_no_agency(
    span: str, language: str, place: str, agency: str | None
) -> None:
    assert read_dateline(span, language) == {"place": place, "agency": agency}


@pytest.mark.parametrize("span", ["", "—", "June 5, 2024 --", "12 --"])
def test_nothing_named(span: str) -> None:
    assert read_dateline(span) is None


@given(st.text(max_size=300))
def test_never_raises(span: str) -> None:
    found = read_dateline(span)
    assert found is None or found["place"] or found["agency"]
