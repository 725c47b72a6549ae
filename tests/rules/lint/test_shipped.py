"""The table of codes and the plain sentences. (tests/cli checks the shipped rules.)"""

import re
from pathlib import Path

from bodycopy.rules.lint.codes import CODES
from bodycopy.rules.lint.prose import ABOVE, BELOW, sentences
from bodycopy.rules.load import load_over_shipped, shipped_folder
from bodycopy.shape import measure

ROOT = Path(__file__).parents[3]
TABLE = re.findall(
    r"^\| `([a-z-]+)` \| (\w+) \|", (ROOT / "docs" / "linting.md").read_text("utf-8"), re.MULTILINE
)
#: Of every language that has packs so many sentences at least, of some more.
LEAST = 50
MORE = {"en": 300, "de": 100, "fr": 100, "es": 100}
TESTS = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))


def test_the_table_of_codes_is_the_codes() -> None:
    assert dict(TABLE) == CODES
    assert len(TABLE) == len(CODES)


def test_every_code_has_a_test() -> None:
    assert [code for code in CODES if f'"{code}"' not in TESTS + '"schema"'] == []


def test_there_are_enough_plain_sentences_and_none_stands_twice() -> None:
    found = sentences()
    assert len(found) == len(set(found)) >= 800
    spoken = {source.language for source in load_over_shipped(()).sources} - {"any"}
    for language, least in (dict.fromkeys(spoken, LEAST) | MORE).items():
        text = (shipped_folder() / "prose" / f"{language}.txt").read_text("utf-8")
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert len(lines) >= least, language
        assert set(lines) <= set(found)


def test_the_paragraphs_around_the_sentences_are_sure() -> None:
    assert all(shape.prose for shape in measure(ABOVE + BELOW))
