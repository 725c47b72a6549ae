"""docs/metadata.md is true: every field and every source stands there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bodycopy.result import Metadata

ROOT = Path(__file__).parents[2]
NOTE = (ROOT / "docs" / "metadata.md").read_text("utf-8")
STATED = ROOT / "service" / "bodycopy" / "stated"
SOURCES = {
    source
    for file in STATED.glob("*.py")
    for source in re.findall(r'"((?:json-ld|microdata|link|html):\w+)"', file.read_text("utf-8"))
}


@pytest.mark.parametrize("name", sorted({one.name for one in fields(Metadata)} - {"word_count", "sources"}))
def test_every_field_is_explained(name: str) -> None:
    assert re.search(rf"^\|[^|]*`{name}`", NOTE, re.MULTILINE)


def test_every_source_is_named() -> None:
    assert len(SOURCES) > 10
    assert {source for source in SOURCES if f"`{source}`" not in NOTE} == set()
