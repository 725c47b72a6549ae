"""Every case under fixtures/: input, expected text, expected metadata and labels."""

import json
from pathlib import Path
from typing import Any

import pytest

from bodycopy import Cleaner
from bodycopy.labels import KEPT

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = sorted(path.parent for path in FIXTURES.glob("*/*/expected.json"))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


def cases() -> list[Any]:
    """Every case; one with a `gap` is expected to fail, and noticed when it does not any more."""
    found = []
    for case in CASES:
        gap = json.loads((case / "expected.json").read_text("utf-8")).get("gap")
        marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
        found.append(pytest.param(case, id=case.relative_to(FIXTURES).as_posix(), marks=marks))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: Path, cleaner: Cleaner) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    source = next(case.glob("input.*")).read_bytes()
    options = expected.get("options", {})
    result = cleaner.adjusted(options.get("disable", ()), options.get("keep", ())).clean(
        source, options.get("media_type", "text/plain"), options.get("url")
    )
    blocks = [[block.label, block.text] for block in result.blocks]
    if "blocks" in expected:
        wanted = expected["blocks"]
        if expected.get("blocks_kept_only"):
            blocks = [[str(label in KEPT), text] for label, text in blocks]
            wanted = [[str(label in KEPT), text] for label, text in wanted]
        assert blocks == wanted
    assert result.text == (case / "expected.txt").read_text("utf-8").rstrip("\n")
    metadata = dict(result.metadata)
    assert {key: metadata[key] for key in expected["metadata"]} == expected["metadata"]
