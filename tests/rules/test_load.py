"""The loader: what is wrong with a pack is said with file, line and key, and all of it at once."""

from pathlib import Path

import pytest
import yaml
from tests.rulesets import load_text

from bodycopy import RuleError
from bodycopy.rules import pack
from bodycopy.rules.files import MAX_PACK_BYTES
from bodycopy.rules.load import load, load_over_shipped, shipped_folder
from bodycopy.rules.nodes import Children, children

PACK = """\
language: en
rules:
  - id: own/house-line
    label: sponsor
    why: The line above every advertisement of ours.
    certain: true
    when:
      equals: ["House advertisement"]
    examples:
      match: ["House advertisement", "HOUSE ADVERTISEMENT:"]
      pass: ["The house advertisement ran for a year.", "House"]
"""
EQUALS = 'equals: ["House advertisement"]'


def problems(text: str) -> list[str]:
    return load_text(text)[3]


def test_a_good_pack() -> None:
    rules, lines, language, found = load_text(PACK)
    assert [rule.id for rule in rules] == ["own/house-line"]
    assert (lines, language, found) == ([("own.yaml", 3)], "en", [])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("label: sponsor", "label: sponsor\n    label: tags", "own.yaml:5: label: the key stands here twice"),
        ("equals:", "equal:", "own.yaml:8: rules.0.when.equal: this key is not known here"),
        ("language: en", "languages: en", "own.yaml:1: languages: this key is not known here"),
        ("language: en", "language: English", "own.yaml:1: language: "),
        ("id: own/house-line", "id: House Line", "own.yaml:3: rules.0.id: an id is lower case"),
        (
            "label: sponsor",
            "label: advert",
            "own.yaml:4: rules.0.label: 'advert' is not one of body, heading",
        ),
        ("label: sponsor", "label: dateline", "own.yaml:4: rules.0.label: 'dateline' is not one of body, "),
        ("certain: true", "certain: 'yes'", "own.yaml:6: rules.0.certain: "),
        ("certain: true", "certain: false", "own.yaml:6: rules.0.certain: "),
        ("certain: true", "weight: heavy", "own.yaml:6: rules.0.weight: "),
        ("certain: true", "weight: 9", "own.yaml:6: rules.0.weight: "),
        (
            "certain: true",
            "certain: true\n    weight: 1",
            "own.yaml:7: rules.0.weight: exactly one of `certain",
        ),
        (
            "language: en",
            "language: klingon",
            "own.yaml:1: language: 'klingon' is not `any` or a language tag",
        ),
        (f"    when:\n      {EQUALS}\n", "    when: 5\n", "when: should be an object of keys and values"),
        ("    label: sponsor\n", "", "own.yaml:3: rules.0.label: is needed"),
        ("    certain: true\n", "", "own.yaml:3: rules.0: exactly one of `certain: true` and `weight`"),
        ("why: The line above every advertisement of ours.", "why: Short", "own.yaml:5: rules.0.why: "),
        ("why: The line above every advertisement of ours.", "why: 2024-01-01", "put it in quotes"),
        ('["House advertisement"]', "House advertisement", "own.yaml:8: rules.0.when.equals: "),
        ('["House advertisement"]', "[]", "own.yaml:8: rules.0.when.equals: "),
        ('["House advertisement"]', '["»"]', "own.yaml:8: rules.0.when.equals.0: "),
        (
            EQUALS,
            "regex: ['(']",
            "own.yaml:8: rules.0.when.regex.0: not a pattern",
        ),
        (EQUALS, "regex: ['(?=a)b']", "look-around and back-references"),
        (EQUALS, "regex: ['(a)\\1']", "look-around and back-references"),
        (EQUALS, "regex: ['a*']", "matches the empty text"),
        (
            EQUALS,
            "regex: ['(?:ab){999}{9}']",
            "own.yaml:8: rules.0.when.regex.0: ",
        ),
        (
            EQUALS,
            "regex: ['^{mnth} x$']",
            "{mnth} is not a term of terms.yaml (month)",
        ),
        (EQUALS, "position: top", "own.yaml:8: rules.0.when.position.0: "),
        (EQUALS, "kind: para", "own.yaml:8: rules.0.when.kind.0: "),
        (EQUALS, "min_words: -1", "own.yaml:8: rules.0.when.min_words: "),
        (EQUALS, "min_words: 0x1z", "own.yaml:8: rules.0.when.min_words: "),
        (
            '      equals: ["House advertisement"]',
            "      max_words: 4\n      min_words: 5",
            "own.yaml:9: rules.0.when.min_words: min_words is greater than max_words",
        ),
        ("      " + EQUALS, "      {}", "at least one condition is needed"),
        (f"    when:\n      {EQUALS}\n", "", "own.yaml:3: rules.0: `when` is needed"),
        (
            f"when:\n      {EQUALS}",
            f"wen:\n      {EQUALS}",
            "own.yaml:7: rules.0.wen: this key is not known here",
        ),
        (
            "    examples:",
            "    run: {}\n    section: {}\n    examples:",
            "own.yaml:9: rules.0.run: at most one of section, run, span",
        ),
        ("    examples:", "    span: {regex: ['a']}\n    weight: 1\n    examples:", "it takes no weight"),
        ("    examples:", "    run: {min_block: 2}\n    examples:", "own.yaml:9: rules.0.run.min_block: "),
        ('match: ["House advertisement", ', "match: [", "own.yaml:10: rules.0.examples.match: "),
        ("rules:", "rules: [", "own.yaml:3: not YAML: "),
        ("label: sponsor", "label: &a sponsor", "own.yaml:4: not YAML: anchors and aliases are not accepted"),
        ("label: sponsor", "label: *a", "own.yaml:4: not YAML: anchors and aliases are not accepted"),
        ("label: sponsor", "<<: {label: sponsor}", "own.yaml:4: a key must be a plain word"),
        ("label: sponsor", "[label]: sponsor", "own.yaml:4: a key must be a plain word"),
        ("label: sponsor", "label: !!binary aGk=", "own.yaml:4: a value of type binary is not accepted"),
        ("label: sponsor", "label: !ruby sponsor", "own.yaml:4: a value of type"),
    ],
    ids=str,
)
def test_one_problem(old: str, new: str, says: str) -> None:
    assert old in PACK
    found = problems(PACK.replace(old, new, 1))
    assert any(says in problem for problem in found), found
    assert all(problem.startswith("own.yaml:") and "\n" not in problem for problem in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("equals:", "equls:", "rules.0.when.equls: this key is not known here; did you mean 'equals'?"),
        ("why:", "wy:", "own.yaml:5: rules.0.wy: this key is not known here; did you mean 'why'?"),
        ("language: en", "version: 1", "not known here; accepted are language, sites, disable, rules"),
        ("language: en", "language: no", "own.yaml:1: language: should be a valid string; put no in quotes"),
        ('["House advertisement"]', "House advertisement", "a list of one is written [one]"),
        (
            '["House advertisement", ',
            "[Note: this is it, ",
            "match.0: should be a valid string; a text with",
        ),
        (
            '["House advertisement", ',
            "[[Home], ",
            "match.0: should be a valid string; a text that",
        ),
        ('["House advertisement"]', "\n      -", "equals.0: should be a valid string; nothing stands here"),
        ('["House advertisement"]', "[house advertisement: ]", "equals.0: should be a valid string; a text"),
        (
            "why: The",
            "why: Note: The",
            "own.yaml:5: not YAML: mapping values are not allowed in this",
        ),
        ("      pass:", "     pass:", "own.yaml:11: not YAML: did not find expected key; keys that belong"),
        (EQUALS, 'regex: ["\\s"]', "own.yaml:8: not YAML: found unknown escape character; patterns stand in"),
        ("    examples:", "    section:\n    examples:", "own.yaml:9: section: nothing stands under the key"),
        ("    examples:", "    unless: ~\n    examples:", "own.yaml:9: unless: nothing stands under the key"),
        ("of ours", "of \a ours", "own.yaml:5: not YAML: the character U+0007 is not accepted"),
    ],
    ids=str,
)
def test_the_usual_mistakes_are_told_with_what_is_meant(old: str, new: str, says: str) -> None:
    assert old in PACK
    found = problems(PACK.replace(old, new, 1))
    assert any(says in problem for problem in found), found


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n"])
def test_an_empty_pack(text: str) -> None:
    [problem] = problems(text)
    assert problem.startswith("own.yaml:")


@pytest.mark.parametrize("text", ["- a\n", "words\n", "language: en\nrules: {}\n", "language: en\n", "a: \0"])
def test_a_file_that_is_no_pack(text: str) -> None:
    assert problems(text)


def test_the_children_of_a_node_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def noted(node: yaml.Node) -> Children:
        asked.append(id(node))
        return children(node)

    monkeypatch.setattr(pack, "children", noted)
    found = problems("language: en\n" + "".join(f"key{number}: 1\n" for number in range(100)))
    assert found[50].startswith("own.yaml:52: key50: this key is not known here")
    assert len(asked) == 1


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "a:\n" + "  - " * 500])
def test_deep_nesting_is_refused(text: str) -> None:
    [problem] = problems(text)
    assert "nested too deeply" in problem


def test_a_pack_reports_all_its_problems() -> None:
    broken = (
        PACK.replace("label: sponsor", "label: sponsor\n    label: tags")
        .replace("equals:", "equal:")
        .replace("certain: true", "certain: maybe")
        .replace("language: en", "language: 2024-01-01")
    )
    found = problems(broken)
    for place in ("1: ", "5: label", "7: rules.0.certain", "9: rules.0.when"):
        assert any(problem.startswith(f"own.yaml:{place}") for problem in found), found


def test_what_is_wrong_between_keys_is_said_with_what_is_wrong_in_them() -> None:
    broken = PACK.replace("equals:", "equal:").replace("    certain: true\n", "").replace("sponsor", "advert")
    found = problems(broken)
    for place in ("3: rules.0: exactly one", "4: rules.0.label: ", "7: rules.0.when.equal: "):
        assert any(problem.startswith(f"own.yaml:{place}") for problem in found), found


def failing(*folders: Path) -> list[str]:
    with pytest.raises(RuleError) as caught:
        load(*folders)
    assert str(caught.value).splitlines() == caught.value.problems
    return caught.value.problems


def test_all_files_report_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PACK.replace("equals", "equal"))
    (tmp_path / "b.yaml").write_bytes(b"language: \xff\n")
    (tmp_path / "c.yaml").write_text("# " + "x" * MAX_PACK_BYTES)
    (tmp_path / "d.yaml").write_text("")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "e.yaml").write_text("rules: {")
    found = failing(tmp_path)
    says = {
        "a.yaml": "equal: this key",
        "b.yaml": "byte 10 is not UTF-8",
        "c.yaml": "at most 1048576",
        "d.yaml": "is empty",
        "sub/e.yaml": "not YAML",
    }
    for name, words in says.items():
        assert any(p.startswith(f"{tmp_path / name}:") and words in p for p in found), found


def test_an_id_that_stands_twice_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PACK)
    (tmp_path / "b.yaml").write_text("# a comment\n" + PACK)
    [problem] = failing(tmp_path)
    assert problem == f"{tmp_path}/b.yaml:4: id: 'own/house-line' is taken by {tmp_path}/a.yaml:3"


def test_terms_are_shared_by_packs_and_build_on_each_other(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("month: '(?:jan|feb)'\nday: '\\d\\d? {month}'\n")
    (tmp_path / "a.yaml").write_text(PACK.replace(EQUALS, "regex: ['^{day}$']"))
    [rule] = load(tmp_path).rules
    assert rule.when is not None
    assert rule.when.regex == [r"^(?:\d\d? (?:(?:jan|feb)))$"]


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("day: '{mnth}'\nmnth: jan\n", "terms.yaml:1: day: {mnth} is not a term"),
        ("- jan\n", "name: pattern"),
        ("month: [jan]\n", "name: pattern"),
        ("month: jan\nmonth: feb\n", "terms.yaml:2: month: the key stands here twice"),
        ("month: jan\nday2: feb\n", "terms.yaml:2: day2: a term's name is of small letters and underscores"),
        ("d: jan\n", "terms.yaml:1: d: a term's name is"),
        ("month: {", "terms.yaml"),
    ],
)
def test_broken_terms(tmp_path: Path, terms: str, says: str) -> None:
    (tmp_path / "terms.yaml").write_text(terms)
    (tmp_path / "a.yaml").write_text(PACK)
    assert any(says in problem for problem in failing(tmp_path))


def test_folders_without_packs(tmp_path: Path) -> None:
    assert "is not a folder" in failing(tmp_path / "absent")[0]
    assert "no rules found" in failing(tmp_path)[0]


def test_own_rules_change_the_hash_and_not_the_version(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PACK)
    shipped, more = load(), load(shipped_folder(), tmp_path)
    assert len(more.rules) == len(shipped.rules) + 1
    assert more.version == shipped.version
    assert more.hash != shipped.hash
    assert load().hash == shipped.hash


def test_packs_that_are_loaded_again_are_remembered() -> None:
    first = load_over_shipped(())
    again = load_over_shipped(())
    assert all(one is other for one, other in zip(first.rules, again.rules, strict=True))
