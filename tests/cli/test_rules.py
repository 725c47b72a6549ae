"""`bodycopy rules`: list, show, check."""

import json
import os
from pathlib import Path

import pytest
import yaml

from bodycopy import Cleaner
from tests.cli.helpers import process, refused, run

PACK = """\
language: en
rules:
  - id: own/house-line
    label: sponsor
    why: The line with which our own site asks for money.
    certain: true
    when:
      equals: [keep the lights on at the gazette]
    examples:
      match: [Keep the lights on at the Gazette!, keep the lights on at the gazette]
      pass: [They keep the lights on at the Gazette., The lights went on at the Gazette.]
"""
REPLACING = PACK.replace("own/house-line", "en/share-link\n    replaces: true")


def pack(folder: Path, text: str) -> Path:
    (folder / "own.yaml").write_text(text)
    return folder


def test_list(cleaner: Cleaner) -> None:
    lines = run("rules", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in cleaner.ruleset.rules]


def test_list_filters(cleaner: Cleaner) -> None:
    rule, source = cleaner.ruleset.rules[0], cleaner.ruleset.sources[0]
    for option, value in (("--label", rule.label), ("--language", source.language), ("--pack", source.pack)):
        lines = run("rules", "list", option, value).stdout.splitlines()
        assert lines[0].split()[0] == rule.id
        assert len(lines) < len(cleaner.ruleset.rules)
    refused(run("rules", "list", "--label", "captoin"), "'captoin'")


def test_lines_go_out_in_utf8_whatever_the_locale_and_the_names_of_files_say(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"r\xfcles")
    folder.mkdir()
    pack(folder, PACK.replace("asks", "“asks”"))
    for encoding in ("latin-1", "utf-8"):
        done = process("rules", "show", "own/house-line", "--rules", str(folder), PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert r"r\udcfcles/own.yaml" in done.stdout.decode()
        assert "“asks”" in done.stdout.decode()


def test_show_gives_the_rule_as_yaml_and_where_it_stands(cleaner: Cleaner) -> None:
    rule, source = cleaner.ruleset.rules[-1], cleaner.ruleset.sources[-1]
    shown = run("rules", "show", rule.id).stdout
    assert shown.startswith(f"# {source.file}:{source.line} ")
    assert yaml.safe_load(shown)["examples"]["pass"] == rule.examples.pass_
    refused(run("rules", "show", "xx/yy"), "there is no rule 'xx/yy'; `bodycopy rules list` lists the rules")
    refused(run("rules", "show", "en/agency-datelin"), "did you mean 'en/agency-dateline'?")


@pytest.mark.slow
def test_check_of_the_shipped_rules(cleaner: Cleaner) -> None:
    result = run("rules", "check")
    assert result.exit_code == 0, result.stdout
    packs = len({source.file for source in cleaner.ruleset.sources})
    assert result.stdout == f"{len(cleaner.ruleset.rules)} rules in {packs} packs, all examples hold\n"


def test_check_of_a_good_pack_that_then_works(tmp_path: Path) -> None:
    result = run("rules", "check", pack(tmp_path, PACK))
    assert (result.exit_code, result.stdout) == (0, "1 rules in 1 packs, all examples hold\n")
    assert "own/house-line" in run("rules", "list", BODYCOPY_RULES=str(tmp_path)).stdout
    line = "Keep the lights on at the Gazette"
    text = f"The council met on Tuesday and voted for the new bridge over the river.\n\n{line}\n"
    assert line not in run("clean", stdin=text, BODYCOPY_RULES=str(tmp_path)).stdout


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "[keep the lights on at the gazette]",
            "[turn it off]",
            "own.yaml:10: own/house-line: examples.match.0: should match and does not",
        ),
        ("equals:", "equal:", "own.yaml:8: rules.0.when.equal"),
        ("label: sponsor", "label: advert", "'advert'"),
        ("language: en", "language: en\nlanguage: en", "twice"),
        ("rules:", "rules: [", "not YAML"),
    ],
)
def test_check_says_where_a_pack_is_wrong(tmp_path: Path, old: str, new: str, says: str) -> None:
    result = run("rules", "check", pack(tmp_path, PACK.replace(old, new, 1)))
    assert result.exit_code == 1
    assert says in result.stdout
    for line in result.stdout.splitlines():
        assert line.startswith(f"{tmp_path}/own.yaml:")


TWICE = PACK.replace("lights on at the gazette]", "lights on at the gazette, The Gazette, the gazette]")
HIDDEN = PACK.replace(
    "equals: [keep the lights on at the gazette]",
    "regex: ['^keep the lights on at the gazette!?$', '^Gazette$']",
)


def test_check_with_a_warning(tmp_path: Path) -> None:
    result = run("rules", "check", pack(tmp_path, TWICE))
    assert (result.exit_code, result.stdout) == (
        0,
        f"{tmp_path}/own.yaml:8: own/house-line: when.equals.2: warning: 'the gazette' says the same as "
        "when.equals.1 [said-twice]\n1 rules in 1 packs, all examples hold, 1 warning\n",
    )


@pytest.mark.slow
def test_strict_makes_warnings_errors_and_shows_notices(tmp_path: Path) -> None:
    result = run("rules", "check", "--strict", pack(tmp_path, TWICE))
    assert result.exit_code == 1
    assert result.stdout.endswith(
        "when.equals.2: 'the gazette' says the same as when.equals.1 [said-twice]\n"
    )
    assert result.stderr == "bodycopy: 1 error\n"
    assert "not-shown" not in run("rules", "check", pack(tmp_path, HIDDEN)).stdout
    result = run("rules", "check", "--strict", tmp_path)
    assert result.exit_code == 0
    assert "when.regex.1: notice: no example" in result.stdout


def test_check_as_json(tmp_path: Path) -> None:
    result = run("rules", "check", "--json", pack(tmp_path, TWICE))
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "rules": 1,
        "packs": 1,
        "findings": [
            {
                "file": f"{tmp_path}/own.yaml",
                "line": 8,
                "rule": "own/house-line",
                "key": "when.equals.2",
                "severity": "warning",
                "code": "said-twice",
                "message": "'the gazette' says the same as when.equals.1",
            }
        ],
    }
    result = run("rules", "check", "--json", pack(tmp_path, PACK.replace("equals:", "equal:")))
    assert result.exit_code == 1
    [finding] = json.loads(result.stdout)["findings"]
    assert (finding["line"], finding["key"], finding["code"]) == (8, "rules.0.when.equal", "schema")


def test_check_of_ones_own_rules_beside_the_shipped_ones(tmp_path: Path) -> None:
    """In a process of its own: a rule that takes what a shipped rule has, named with its place."""
    own = PACK.replace("[keep the lights on at the gazette]", "[share on facebook]")
    own = own.replace(
        "match: [Keep the lights on at the Gazette!, keep",
        "match: [Share on Facebook, share on facebook, keep",
    )
    own = own.replace(", keep the lights on at the gazette]", "]")
    done = process("rules", "check", str(pack(tmp_path, own)))
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    claimed = (
        "10: own/house-line: examples.match.0: 'Share on Facebook' is claimed by en/share-link (social, "
    )
    assert any(line.startswith(f"{tmp_path}/own.yaml:{claimed}rules/en/social.yaml:3)") for line in lines), (
        lines
    )
    assert all(line.startswith(f"{tmp_path}/own.yaml:") for line in lines)
    assert b"Traceback" not in done.stderr


def test_check_sees_an_id_that_a_shipped_rule_has(tmp_path: Path, cleaner: Cleaner) -> None:
    taken = cleaner.ruleset.rules[0].id
    result = run("rules", "check", pack(tmp_path, PACK.replace("own/house-line", taken)))
    assert result.exit_code == 1
    assert f"{taken!r} is taken" in result.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["rules", "check", ""],
        ["rules", "list", "--rules", ""],
        ["explain", "--html-report", ""],
        ["test", "--rules", ""],
        ["test", "--junit", ""],
    ],
)
def test_an_empty_name_is_not_the_current_folder(command: list[str]) -> None:
    refused(
        run(*command, stdin="A sentence."), "'': is not" if command[1] == "check" else f"{command[-2]}': ''"
    )


def test_check_of_no_folder(tmp_path: Path) -> None:
    refused(run("rules", "check", tmp_path / "absent"), "absent: is not a folder")
    result = run("rules", "check", tmp_path)
    assert result.exit_code == 1
    assert "no rules found" in result.stdout


def test_rules_may_be_given_as_an_option_several_times(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    (two / "own.yaml").write_text("disable: [own/house-line, player]\n")
    folder = str(pack(one, PACK))
    assert "own/house-line" in run("rules", "list", "--rules", folder).stdout
    listed = run("rules", "list", "--rules", folder, "--rules", two).stdout
    assert "own/house-line" not in listed
    assert "player" not in {line.split()[1] for line in listed.splitlines() if line.split()[1:]}
    assert "own/house-line" in run("rules", "list", "--rules", folder, BODYCOPY_RULES=str(two)).stdout
    refused(run("rules", "list", "--rules", two, "--rules", folder), "'own/house-line' is no label")
    refused(run("rules", "list", "--rules", tmp_path / "absent"), "absent: is not a folder of rules")


def test_clean_takes_rules(tmp_path: Path) -> None:
    line = "Keep the lights on at the Gazette"
    text = f"The council met on Tuesday and voted for the new bridge over the river.\n\n{line}\n"
    done = run("clean", "--json", "--rules", pack(tmp_path, PACK), stdin=text)
    assert '"own/house-line"' in done.stdout


def test_what_packs_silence_is_listed_and_shown(tmp_path: Path) -> None:
    text = (
        PACK.replace("own/house-line", "en/share-link\n    replaces: true") + "disable: [en/copyright-line]\n"
    )
    folder = pack(tmp_path, text)
    listed = run("rules", "list", "--silenced", "--rules", folder).stdout
    assert f"replaced by {folder}/own.yaml:3\n" in listed
    assert f"disabled by {folder}/own.yaml:13\n" in listed
    legal = run("rules", "list", "--silenced", "--rules", folder, "--label", "legal").stdout.splitlines()
    assert [line.split()[0] for line in legal] == ["en/copyright-line"]
    shown = run("rules", "show", "en/share-link", "--rules", folder).stdout
    assert shown.startswith(f"# {folder}/own.yaml:3 ")
    assert "\n# replaces rules/en/social.yaml:" in shown
    assert yaml.safe_load(shown)["replaces"] is True
    gone = run("rules", "show", "en/copyright-line", "--rules", folder)
    refused(gone, "'en/copyright-line' of rules/en/legal.yaml:", f"is disabled by {folder}/own.yaml:13")


def test_rules_of_a_site() -> None:
    lines = run("rules", "list", "--site", "orne.substack.com").stdout.splitlines()
    assert lines
    assert all(line.startswith("sites/substack-") and line.endswith("[substack.com]") for line in lines)
    assert run("rules", "list", "--site", "example.com").stdout == ""
    refused(run("rules", "list", "--site", "https://substack.com"), "is not a host name such as example.com")
    assert "# speaks on substack.com\n" in run("rules", "show", "sites/substack-discussion").stdout


def test_check_of_a_pack_that_replaces_disables_and_borrows_terms(tmp_path: Path) -> None:
    text = PACK.replace("own/house-line", "en/share-link\n    replaces: true") + "disable: [legal]\n"
    text = text.replace(
        "equals: [keep the lights on at the gazette]", "regex: ['^keep the .* gazette!?$', '^{date}x$']"
    )
    result = run("rules", "check", pack(tmp_path, text))
    assert (result.exit_code, result.stdout) == (0, "1 rules in 1 packs, all examples hold\n")
