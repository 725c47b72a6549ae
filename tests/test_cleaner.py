"""`Cleaner`: its options, and that it gives the same answer wherever and however often it is asked."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import bodycopy
from bodycopy import Cleaner, CleanResult, Input, InputError, OptionError, RuleError
from bodycopy.errors import EmptyInputError, EncodingError, MediaTypeError
from bodycopy.testing.fixtures import INPUTS
from tests.inputs import (
    ARTICLE,
    HTML_ARTICLE,
    MARKDOWN_ARTICLE,
    MARKDOWN_CLEAN,
    ONLY_BOILERPLATE,
    PARAGRAPHS,
    TITLE,
    long_line,
)

WIRE = (
    f"{TITLE}\n\nBy Jane Roe\n\nMOSCOW (Reuters) - {PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n"
    f"ADVERTISEMENT\n\n{PARAGRAPHS[2]}\n\n{PARAGRAPHS[3]}\n\n© 2024 Example Media. All rights reserved.\n"
)
FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*/*/input.*"))


def as_bytes(result: CleanResult) -> bytes:
    return json.dumps(result.to_dict(("removed", "blocks")), ensure_ascii=False).encode()


def labels(result: CleanResult) -> list[str]:
    return [block.label for block in result.blocks]


def test_clean_is_a_cleaner_with_the_shipped_rules(cleaner: Cleaner) -> None:
    assert bodycopy.clean(ARTICLE) == cleaner.clean(ARTICLE)
    assert cleaner.clean(ARTICLE).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("decider", ["learned", "rules"])
@pytest.mark.parametrize(
    "sentence",
    [
        "The river fell on Monday, and the mill began to turn again.",
        "No trains run today, she said, and none will before Friday.",
    ],
)
def test_a_text_as_short_as_a_note_is_kept(decider: str, sentence: str) -> None:
    cleaner = Cleaner(decider=decider)
    assert cleaner.clean(sentence).text == sentence
    assert cleaner.clean(f"Skip to content\n\n{sentence}").text == sentence


def test_text_and_its_bytes_give_the_same(cleaner: Cleaner) -> None:
    assert cleaner.clean(WIRE) == cleaner.clean(WIRE.encode())


def test_a_dateline_on_a_line_of_its_own_is_a_block_with_a_label_of_blocks(cleaner: Cleaner) -> None:
    text = "\n\n".join([TITLE, "By Jane Roe", "HARLOW, Neb. (KQTE) -", *PARAGRAPHS])
    moved = cleaner.clean(text)
    assert moved.metadata.dateline == {"place": "HARLOW, Neb.", "agency": "KQTE"}
    assert moved.metadata.authors == ["Jane Roe"]
    assert [block.label for block in moved.blocks if "KQTE" in block.text] == ["byline"]
    assert [one.label for one in moved.removed if "KQTE" in one.text] == ["dateline"]
    stays = cleaner.adjusted(keep=["dateline"]).clean(text)
    assert [block.label for block in stays.blocks if "KQTE" in block.text] == ["body"]
    assert "KQTE" in stays.text


def test_keep_leaves_blocks_and_datelines_in_the_text(cleaner: Cleaner) -> None:
    plain = cleaner.clean(WIRE)
    assert "Reuters" not in plain.text
    assert plain.metadata.dateline == {"place": "MOSCOW", "agency": "Reuters"}
    kept = cleaner.adjusted(keep=["dateline", "byline"]).clean(WIRE)
    assert kept.text.startswith("By Jane Roe\n\nMOSCOW (Reuters) - The town council")
    assert kept.metadata.dateline == plain.metadata.dateline
    assert labels(kept) == labels(plain)


def test_disable_silences_a_label_and_a_rule(cleaner: Cleaner) -> None:
    block = next(block for block in cleaner.clean(WIRE).blocks if block.label == "legal")
    for names in (["legal"], list(block.rules)):
        again = cleaner.adjusted(disable=names).clean(WIRE).blocks[-1]
        assert not set(again.rules) & set(block.rules)
    assert "legal" not in labels(cleaner.adjusted(disable=["legal"]).clean(WIRE))


def test_adjusted_adds_to_what_was_said_and_leaves_its_cleaner_alone(cleaner: Cleaner) -> None:
    before = as_bytes(cleaner.clean(WIRE))
    both = cleaner.adjusted(keep=["byline"]).adjusted(keep=["dateline"], disable=["sponsor"])
    assert both.clean(WIRE) == cleaner.adjusted(["sponsor"], ["byline", "dateline"]).clean(WIRE)
    assert as_bytes(cleaner.clean(WIRE)) == before


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"keep": ["captoin"]}, "keep: 'captoin' is not a known label; did you mean 'caption'?"),
        ({"keep": ["zzz"]}, "labels are body, heading, title"),
        (
            {"disable": ["spnsor"]},
            "disable: 'spnsor' is not a known rule id or label; did you mean 'sponsor'?",
        ),
        ({"disable": ["any/copyright-yea"]}, "did you mean 'any/copyright-year'?"),
        ({"keep": ["any/copyright-year"]}, "keep: 'any/copyright-year' is not a known label"),
    ],
)
def test_unknown_options_are_refused_with_a_hint(
    cleaner: Cleaner, options: dict[str, list[str]], says: str
) -> None:
    with pytest.raises(OptionError) as caught:
        cleaner.adjusted(**options)
    assert says in str(caught.value)


def test_a_pickled_cleaner_gives_equal_results(cleaner: Cleaner) -> None:
    adjusted = cleaner.adjusted(keep=["byline"], disable=["sponsor"])
    copy: Cleaner = pickle.loads(pickle.dumps(adjusted))
    assert copy.ruleset == adjusted.ruleset
    for text in (WIRE, ARTICLE, ONLY_BOILERPLATE):
        assert as_bytes(copy.clean(text)) == as_bytes(adjusted.clean(text))


def test_a_cleaner_of_ones_own_rules(tmp_path: Path, cleaner: Cleaner) -> None:
    (tmp_path / "own.yaml").write_text(
        "language: en\nrules:\n  - id: own/opponents\n    label: sponsor\n    why: A line for this test.\n"
        "    certain: true\n    when: {regex: ['^opponents of the plan']}\n"
        "    examples: {match: [Opponents of the plan, opponents of the plan], pass: [Opponents, Plan]}\n"
    )
    own = Cleaner(tmp_path).clean(ARTICLE)
    assert own.text == "\n\n".join(PARAGRAPHS[:-1])
    assert ("sponsor", ("own/opponents",)) in [(r.label, r.rules) for r in own.removed]
    assert own.ruleset["hash"] != cleaner.clean(ARTICLE).ruleset["hash"]


def test_threads_share_a_cleaner(cleaner: Cleaner) -> None:
    sources = [path.read_bytes() for path in FIXTURES if path.suffix == ".txt"] * 3
    alone = [as_bytes(cleaner.clean(source)) for source in sources]
    fresh = pickle.loads(pickle.dumps(cleaner))
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda source: as_bytes(fresh.clean(source)), sources)) == alone


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_the_same_input_gives_the_same_bytes(path: Path, cleaner: Cleaner) -> None:
    media_type = INPUTS[path.name]
    first, second = (as_bytes(cleaner.clean(path.read_bytes(), media_type)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "media_type", ["text/plain", "TEXT/PLAIN", "text/plain; charset=utf-8", 'text/plain;charset="UTF-8"']
)
def test_plain_media_types(cleaner: Cleaner, media_type: str) -> None:
    assert cleaner.clean(ARTICLE.encode(), media_type) == cleaner.clean(ARTICLE)


@pytest.mark.parametrize("media_type", ["text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"])
def test_html_media_types(cleaner: Cleaner, media_type: str) -> None:
    result = cleaner.clean(HTML_ARTICLE.encode(), media_type)
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert result.metadata.title == TITLE


@pytest.mark.parametrize(
    "media_type", ["text/markdown", "text/x-markdown; charset=utf-8", "text/markdown;variant=GFM"]
)
def test_markdown_media_types(cleaner: Cleaner, media_type: str) -> None:
    result = cleaner.clean(MARKDOWN_ARTICLE.encode(), media_type)
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert result.markdown == MARKDOWN_CLEAN
    assert result.metadata.title == TITLE
    assert "markdown" not in result.to_dict()
    assert list(result.to_dict(["markdown"]))[:2] == ["text", "markdown"]
    assert pickle.loads(pickle.dumps(result)).markdown == MARKDOWN_CLEAN


@pytest.mark.parametrize("media_type", ["", "text", "application/pdf", "text/plain2", "\r\n"])
def test_other_media_types_are_refused(cleaner: Cleaner, media_type: str) -> None:
    with pytest.raises(MediaTypeError, match="text/plain, text/html"):
        cleaner.clean(ARTICLE, media_type)


def test_the_declared_charset_is_honoured(cleaner: Cleaner) -> None:
    assert "“" in cleaner.clean(ARTICLE.encode("utf-16-le"), "text/plain; charset=utf-16-le").text
    for charset in ("no-such-charset", "base64", "ascii"):
        with pytest.raises(EncodingError):
            cleaner.clean(ARTICLE.encode(), f"text/plain; charset={charset}")


def test_bad_input_is_an_input_error(cleaner: Cleaner) -> None:
    with pytest.raises(EmptyInputError):
        cleaner.clean(" \n")
    with pytest.raises(InputError, match="binary"):
        cleaner.clean(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 8)


def test_only_boilerplate_gives_an_empty_text_and_a_warning(cleaner: Cleaner) -> None:
    result = cleaner.clean(ONLY_BOILERPLATE)
    assert result.text == ""
    assert any("no article" in warning for warning in result.warnings)


@pytest.mark.slow
@pytest.mark.parametrize("size", [1_250_000, 5_000_000])
def test_a_book_is_kept_whole(cleaner: Cleaner, size: int) -> None:
    book = long_line(size)
    assert cleaner.clean(book).text.split() == book.split()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"source": None}, "source: a value of type NoneType is given; accepted are str, bytes, bytearray"),
        ({"source": Path("story.txt")}, "source: a value of type"),
        ({"source": "A story.", "media_type": None}, "media_type: "),
        ({"source": "A story.", "url": 5}, "url: a value of type int is given; accepted are str, NoneType"),
    ],
)
def test_values_of_other_types_are_named(cleaner: Cleaner, given: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        cleaner.clean(**given)


@pytest.mark.parametrize("option", ["keep", "disable"])
def test_one_text_is_no_list_of_names(cleaner: Cleaner, option: str) -> None:
    with pytest.raises(OptionError, match=f"{option}: one text, 'title', is given; a list"):
        cleaner.adjusted(**{option: "title"})  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="include: one text, 'blocks', is given; a list"):
        cleaner.clean(ARTICLE).to_dict("blocks")


@pytest.mark.parametrize("rules", ["", ["rules", ""]])
def test_an_empty_name_is_no_folder_of_rules(rules: Any) -> None:
    with pytest.raises(RuleError, match="'': is not a folder of rules"):
        Cleaner(rules)


@pytest.mark.parametrize(
    "one", ["A story.", b"A story.", bytearray(b"A story."), {"text": "A story."}, Input("A story.")]
)
def test_one_document_is_not_many(cleaner: Cleaner, one: Any) -> None:
    with pytest.raises(TypeError, match="documents: one document is given"):
        cleaner.clean_many(one)


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "text/markdown"])
def test_bytes_that_can_change_are_read_as_others(cleaner: Cleaner, media_type: str) -> None:
    data = f"<p>{ARTICLE}</p><p>The café by the river is open.</p>".encode("cp1252", "replace")
    assert cleaner.clean(bytearray(data), media_type) == cleaner.clean(data, media_type)


def test_a_type_checker_and_a_shell_see_what_there_is() -> None:
    assert (Path(bodycopy.__file__).parent / "py.typed").is_file()
    assert set(bodycopy.__all__) <= set(dir(bodycopy))


def test_parts_of_a_result_that_there_are_not(cleaner: Cleaner) -> None:
    with pytest.raises(OptionError, match="lines is not known; accepted are blocks, markdown, removed"):
        cleaner.clean(ARTICLE).to_dict(["lines", "blocks"])
