"""Packs that were not written to help: a clear finding, soon."""

from pathlib import Path

import pytest
from tests.cli.helpers import run
from tests.rules.lint.helpers import RULE, findings, pack, write

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"# " + b"x" * (10 << 20), "own.yaml:1: is too large; a pack has at most 1048576 bytes"),
        (BOMB.encode(), "own.yaml:1: not YAML: anchors and aliases are not accepted"),
        (bytes(range(256)) * 40, "own.yaml:2: byte 128 is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 900, "own.yaml:1: byte 0 is not UTF-8"),
        (b"language: en\nlanguage: de\nrules: []\n", "own.yaml:2: language: the key stands here twice"),
        (b"language: [en]\nrules: 7\n", "own.yaml:2: rules: "),
        (b"- 1\n- 2\n", "own.yaml:1: "),
        (RULE.replace("equals: [keep our presses running]", "regex: [7, [a], {b: c}]").encode(), "regex.1"),
        (
            RULE.replace("    when:\n      equals: [keep our presses running]\n", "    when: 5\n").encode(),
            "own.yaml:7: ",
        ),
    ],
    ids=["10 MB", "alias bomb", "binary", "image", "doubled key", "wrong types", "list", "patterns", "when"],
)
def test_a_file_that_is_no_pack_has_its_place_and_reason(content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(content)
    result = run("rules", "check", tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path}/own.yaml" in result.stdout
    assert says in result.stdout
    assert all(line.endswith("[schema]") for line in result.stdout.splitlines())
    assert result.stderr.startswith("bodycopy: ")


def test_a_thousand_rules(tmp_path: Path) -> None:
    one = RULE.partition("rules:\n")[2]
    many = "".join(
        one.replace("own/house-line", f"own/line-{n}").replace("presses", f"presses {n}x")
        for n in range(1_000)
    ).replace("PRESSES", "presses 1x")
    found = findings(tmp_path, "language: en\nrules:\n" + many)
    wrong = [finding for finding in found if finding.code == "example-fails"]
    assert len(wrong) == 999
    assert len({finding.line for finding in wrong}) == 999


@pytest.mark.parametrize(
    "pattern",
    [
        "(" * 300 + "zq" + ")" * 300,
        "|".join(f"zq{n}" for n in range(120)),
        "zq" + "(?:a|b|c|d)?" * 70,
        "(?:zq ?){1,200}x",
        r"zq\pL{1,3}",
        "[^a-z]zq[[:alpha:]][^[:^alpha:]]",
    ],
    ids=["nested", "alternatives", "options", "counted", "letters", "classes"],
)
def test_patterns_at_the_limits(pattern: str, tmp_path: Path) -> None:
    text = pack(f"{{regex: ['{pattern}', '^tip jar$'], max_words: 9}}", '["Tip jar", "tip jar"]')
    assert all(finding.severity != "error" for finding in findings(tmp_path, text))


def test_a_long_list_of_patterns(tmp_path: Path) -> None:
    patterns = ", ".join(f"'^tip no {n} \\w+$'" for n in range(300))
    text = pack(f"regex: [{patterns}]", '["Tip no 7 jar", "tip no 299 jar"]')
    found = findings(tmp_path, text)
    assert {finding.code for finding in found} == {"not-shown"}
    assert len(found) == 298


def test_folders_that_hold_other_things(tmp_path: Path) -> None:
    write(tmp_path, {"own.yaml": RULE, "notes.txt": "rules", "sub/data.json": "{"})
    (tmp_path / "sub" / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run("rules", "check", tmp_path).exit_code == 0
