"""What holds for every input, tried on shuffled lines of the fixtures and on arbitrary text."""

import re
from pathlib import Path

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from bodycopy import Cleaner, InputError
from bodycopy.folding import offsets_in
from bodycopy.labels import LABELS
from bodycopy.read.plain import join_lines
from bodycopy.result import CleanResult
from tests.inputs import ARTICLE, ONLY_BOILERPLATE

FIXTURES = Path(__file__).parents[1] / "fixtures"
LINES = sorted(
    {
        line
        for path in FIXTURES.glob("*/*/input.txt")
        if "windows-1252" not in path.parent.name
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    }
)
_HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"\w+")

lines = st.one_of(st.sampled_from(LINES), st.sampled_from(LINES), st.text(max_size=60))
documents = st.builds(str.join, st.sampled_from(["\n", "\n\n", "\r\n"]), st.lists(lines, max_size=30))
tags = st.sampled_from(["<p>", "</p>", "<h1>", "<ul><li>", "<div", "<!--", "&#0;"])
texts = st.one_of(documents, documents, documents, st.text(max_size=300))
cheap = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def cleaned(cleaner: Cleaner, source: str | bytes, media_type: str = "text/plain") -> CleanResult | None:
    try:
        return cleaner.clean(source, media_type)
    except InputError:
        return None


def words(text: str) -> set[str]:
    return set(_WORD.findall(_HIDDEN.sub("", text)))


@cheap
@given(texts)
@example(ARTICLE)
@example("a\x0bb\x1cc\u2028d")
def test_offsets_give_back_each_block(cleaner: Cleaner, source: str) -> None:
    result = cleaned(cleaner, source)
    assume(result)
    assert result
    end = 0
    for block in result.blocks:
        assert block.start is not None
        assert block.end is not None
        assert end <= block.start < block.end <= len(source)
        end = block.end
        assert join_lines(source[block.start : block.end]) == block.text
    for part in result.removed:
        assert part.start is not None
        assert part.end is not None
        assert join_lines(source[part.start : part.end]) == part.text


@cheap
@given(texts)
def test_every_block_has_one_label_and_kept_blocks_are_the_text(cleaner: Cleaner, source: str) -> None:
    result = cleaned(cleaner, source)
    assume(result)
    assert result
    assert all(block.label in LABELS and 0 <= block.confidence <= 1 for block in result.blocks)
    kept = [block for block in result.blocks if block.kept]
    dropped = [block for block in result.blocks if not block.kept]
    spans = len(result.removed) - len(dropped)
    assert spans >= 0
    assert len(result.text.split("\n\n") if result.text else []) == len(kept)
    if spans == 0:
        assert result.text == "\n\n".join(block.text for block in kept)


@cheap
@given(texts)
def test_words_that_come_out_went_in(cleaner: Cleaner, source: str) -> None:
    result = cleaned(cleaner, source)
    assume(result)
    assert result
    assert words(result.text) <= words(join_lines(source)) | words(source)


@cheap
@given(texts)
@example(ONLY_BOILERPLATE)
def test_cleaning_the_clean_text_changes_nothing(cleaner: Cleaner, source: str) -> None:
    result = cleaned(cleaner, source)
    assume(result and result.text)
    assert result
    assert cleaner.clean(result.text).text == result.text


@cheap
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/plain", "text/html", "text/markdown", "text/plain; charset=utf-16"]),
)
def test_bytes_raise_nothing_but_input_errors(cleaner: Cleaner, source: bytes, media_type: str) -> None:
    cleaned(cleaner, source, media_type)


@cheap
@given(st.one_of(texts, st.text(alphabet=st.characters(), max_size=200)), st.text(max_size=30))
def test_text_raises_nothing_but_input_errors(cleaner: Cleaner, source: str, media_type: str) -> None:
    cleaned(cleaner, source)
    cleaned(cleaner, source, "text/markdown")
    cleaned(cleaner, source, media_type)


@settings(cheap, max_examples=60)
@given(st.lists(st.one_of(lines, tags), max_size=20))
def test_html_raises_nothing_but_input_errors(cleaner: Cleaner, parts: list[str]) -> None:
    result = cleaned(cleaner, "\n".join(parts), "text/html")
    assert result is None or all(block.label in LABELS for block in result.blocks)


def test_offsets_in_finds_each_character() -> None:
    source = "so\u00adft  hy\u200bphen"
    assert [source[at] for at in offsets_in(source, "soft hyphen")] == list("soft hyphen")
