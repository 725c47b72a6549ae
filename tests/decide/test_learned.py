"""The learned decider in the cleaner: rules stay in charge, and its file says where it comes from."""

import json
import pickle
from pathlib import Path

import pytest
from tests.decide.ferry import PROSE
from tests.inputs import ARTICLE, ONLY_BOILERPLATE, PARAGRAPHS, TITLE

from bodycopy import Cleaner
from bodycopy.decide.weights import NAME, WeightsError, read_weights
from bodycopy.errors import OptionError
from bodycopy.rules.load import shipped_folder

RULE = {
    "id": "own/opponents",
    "label": "sponsor",
    "why": "A line for this test and for nothing else.",
    "when": {"regex": ["^opponents of the plan"]},
}


@pytest.fixture(scope="module")
def by_rules() -> Cleaner:
    return Cleaner(decider="rules")


def test_the_file_names_corpora_licences_date_and_scores() -> None:
    header = read_weights(shipped_folder() / NAME).header
    names = {corpus["name"] for corpus in header["corpora"]}
    assert names == {"wcxb-dev", "fundus-dev", "unlabelled-news"}
    assert all("CC-BY" in corpus["source"] or "MIT" in corpus["source"] for corpus in header["corpora"])
    assert header["date"]
    assert all(0.5 < result["f1"] <= 1 for result in header["cross_validated"])
    assert names == {result["corpus"] for result in header["cross_validated"]}
    assert {"inscriptis", "html_text", "bs4", "html"} < {r["kind"] for r in header["cross_validated"]}


def test_the_file_is_small() -> None:
    assert (shipped_folder() / NAME).stat().st_size < 200_000


def test_both_deciders_keep_an_article_and_drop_what_is_none(cleaner: Cleaner, by_rules: Cleaner) -> None:
    for each in (cleaner, by_rules):
        result = each.clean(ARTICLE)
        assert result.text.split("\n\n") == PARAGRAPHS
        assert result.metadata.title == TITLE
        assert each.clean(ONLY_BOILERPLATE).text == ""


def test_a_certain_rule_overrides_the_weights(cleaner: Cleaner) -> None:
    text = cleaner.adjusted(rules=[RULE | {"certain": True}]).clean(ARTICLE).text
    assert text.split("\n\n") == PARAGRAPHS[:-1]


def test_a_new_weighed_rule_has_its_effect_without_training(cleaner: Cleaner) -> None:
    sure = {block.text: block.confidence for block in cleaner.clean(ARTICLE).blocks}
    said = cleaner.adjusted(rules=[RULE | {"weight": 3.0}]).clean(ARTICLE)
    (block,) = [block for block in said.blocks if block.text == PARAGRAPHS[-1]]
    assert block.label == "sponsor" or block.confidence < sure[block.text]
    strong = cleaner.adjusted(rules=[RULE | {"weight": 5.0}]).clean(ARTICLE)
    assert PARAGRAPHS[-1] not in strong.text


def test_a_cleaner_keeps_its_decider_when_it_travels(by_rules: Cleaner) -> None:
    page = ONLY_BOILERPLATE + ARTICLE
    again = pickle.loads(pickle.dumps(by_rules))
    assert again.clean(page) == by_rules.clean(page)


def test_an_unknown_decider_is_named() -> None:
    with pytest.raises(OptionError, match="decider: 'magic' is not known; accepted are learned, rules"):
        Cleaner(decider="magic")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is no file of weights"),
        ("[]", "is no file of weights"),
        ('{"header": {"format": 2, "threshold": 0.5}}', "is no file of weights"),
        ('{"header": {"format": 0}}', "has format 0; 2 is needed"),
    ],
)
def test_a_file_that_is_none_is_refused(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(text)
    with pytest.raises(WeightsError, match=says):
        read_weights(path)


def test_a_missing_array_is_refused(tmp_path: Path) -> None:
    data = json.loads((shipped_folder() / NAME).read_text("utf-8"))
    del data["page"]["entry"]
    (tmp_path / NAME).write_text(json.dumps(data))
    with pytest.raises(WeightsError, match="entry"):
        read_weights(tmp_path / NAME)


@pytest.mark.parametrize("label", ["body", "heading", "title", "subtitle", "section", "duplicate"])
@pytest.mark.parametrize("speaks", [{"certain": True}, {"weight": 3}])
def test_a_rule_with_a_label_that_training_hardly_saw_speaks_for_its_line_alone(
    label: str, speaks: dict[str, object]
) -> None:
    line = "Wooden anchors of the upper river"
    lines = ["Home", "Sport", "Ferry sails again", *PROSE[:2], line, PROSE[2], "Share on Facebook", "Imprint"]
    rule = {
        "id": "own/anchors",
        "label": label,
        "why": "A line for this test.",
        "when": {"equals": [line]},
        **speaks,
    }
    plain = Cleaner().clean("\n\n".join(lines))
    ruled = Cleaner().adjusted(rules=[rule]).clean("\n\n".join(lines))
    others = [(b.text, b.label) for b in plain.blocks if b.text != line]
    assert [(b.text, b.label) for b in ruled.blocks if b.text != line] == others
