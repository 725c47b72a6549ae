"""The cases under fixtures/ and the examples of the rules are run by the pytest plugin, as items of their
own; here stands what holds for all of them."""

from pathlib import Path

import pytest

from bodycopy.testing.cases import FixtureCase
from bodycopy.testing.fixtures import find_cases

ROOT = Path(__file__).parents[1]
CASES = [case for case in find_cases(ROOT / "fixtures") if isinstance(case, FixtureCase)]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_of_ours_says_why_and_expects_a_text(case: FixtureCase) -> None:
    assert case.expected
    assert case.expected.why
    assert case.expected.fields
    assert case.text is not None


def test_the_cases_are_collected(request: pytest.FixtureRequest) -> None:
    assert request.config.getini("bodycopy_fixtures") == [ROOT / "fixtures"]
    assert request.config.getini("bodycopy_rules") == [ROOT / "rules"]
