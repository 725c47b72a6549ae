"""Folders and files that are no packs: an error with their name, in bounded time and memory."""

import itertools
import os
from pathlib import Path

import pytest
from tests.rules.test_load import EQUALS, PACK

from bodycopy import RuleError
from bodycopy.rules import files
from bodycopy.rules.load import load
from bodycopy.rules.pack import MAX_PROBLEMS, parse_pack
from bodycopy.rules.patterns import Scope


def problems(folder: Path) -> list[str]:
    with pytest.raises(RuleError) as caught:
        load(folder)
    return caught.value.problems


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "own.yaml").write_text(PACK)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "linked").symlink_to(tmp_path / "elsewhere")
    assert [rule.id for rule in load(tmp_path / "rules").rules] == ["own/house-line"]


@pytest.mark.parametrize("target", ["..", ".", "../inner"])
def test_a_link_back_is_named(tmp_path: Path, target: str) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "own.yaml").write_text(PACK)
    (tmp_path / "inner" / "loop").symlink_to(target)
    [problem] = problems(tmp_path)
    assert problem.startswith(f"{tmp_path}/inner/loop: is a link back to {tmp_path}")


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    (tmp_path / "b.yaml").symlink_to("absent")
    assert problems(tmp_path) == [
        f"{tmp_path}/a.yaml: can't be read: Too many levels of symbolic links",
        f"{tmp_path}/b.yaml: can't be read: No such file or directory",
    ]


def test_a_folder_and_a_pipe_with_the_name_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "a.yaml" / "own.yaml").write_text(PACK)
    os.mkfifo(tmp_path / "b.yaml")
    os.mkfifo(tmp_path / "terms.yaml")
    assert problems(tmp_path) == [
        f"{tmp_path}/terms.yaml: is not a plain file",
        f"{tmp_path}/b.yaml: is not a plain file",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(PACK)
    (tmp_path / "own.yaml").chmod(0)
    assert problems(tmp_path) == [f"{tmp_path}/own.yaml: can't be read: Permission denied"]


def test_a_file_that_the_system_does_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.yaml").write_text(PACK)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(files.UnreadableError, match=r"own\.yaml: can't be read: Permission denied"):
        files.read_text(tmp_path / "own.yaml", str(tmp_path / "own.yaml"))


def test_hidden_folders_are_passed_by(tmp_path: Path) -> None:
    """As Kubernetes mounts a ConfigMap: own.yaml -> ..data/own.yaml, ..data -> ..2025_01_01."""
    (tmp_path / "..2025_01_01").mkdir()
    (tmp_path / "..2025_01_01" / "own.yaml").write_text(PACK)
    (tmp_path / "..data").symlink_to("..2025_01_01")
    (tmp_path / "own.yaml").symlink_to("..data/own.yaml")
    assert len(load(tmp_path).rules) == 1


def test_a_folder_of_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_ENTRIES", 20)
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        for number in range(9):
            (tmp_path / name / f"{number}.txt").touch()
    assert problems(tmp_path) == [f"{tmp_path}: holds more than 20 files; name a folder of packs"]


@pytest.mark.parametrize("name", ["own.yaml", "terms.yaml"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "byte 0 is not UTF-8"),
        (b"a: \x00\x01\x02\n", "not YAML"),
        (b"# " + b"x" * 10_000_000, "is too large; a pack has at most 1048576 bytes"),
        (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1: not YAML: anchors and aliases are not accepted"),
        (b"a: 1\na: 2\n", "2: a: the key stands here twice"),
        (b"[" * 50_000, "nested too deeply"),
    ],
)
def test_files_that_are_no_packs(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / "other.yaml").write_text(PACK)
    (tmp_path / name).write_bytes(data)
    found = problems(tmp_path)
    assert any(p.startswith(f"{tmp_path}/{name}:") and says in p for p in found), found
    assert all(len(problem) < 400 for problem in found)


def test_costly_patterns_end_soon() -> None:
    """A megabyte of patterns that compile to half a million steps each."""
    many = ", ".join([r"'\p{L}{500}x'"] * 50_000)
    pack, found = parse_pack(PACK.replace(EQUALS, f"regex: [{many}]"), "own.yaml", Scope())
    assert pack is None
    assert found[0].startswith(
        "own.yaml:8: rules.0.when.regex.0: the pattern compiles to more than 8000 steps"
    )
    assert "not read: the patterns before it are too large or too many" in found[-2]
    assert found[-1] == f"own.yaml: and {50_000 - MAX_PROBLEMS} more problems"


def test_terms_are_few(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(PACK)
    (tmp_path / "terms.yaml").write_text("".join(f"a{'b' * number}: x\n" for number in range(501)))
    assert problems(tmp_path) == [f"{tmp_path}/terms.yaml:1: has 501 terms; at most 500 are accepted"]


def test_terms_do_not_grow_without_bound(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(PACK)
    names = [f"a{chr(97 + number)}" for number in range(20)]
    lines = [
        "aa: xxxxxxxxxx",
        *(f"{two}: '{{{one}}}{{{one}}}{{{one}}}'" for one, two in itertools.pairwise(names)),
    ]
    (tmp_path / "terms.yaml").write_text("\n".join(lines))
    [problem] = problems(tmp_path)
    assert problem.startswith(f"{tmp_path}/terms.yaml:")
    assert "at most 20000" in problem
