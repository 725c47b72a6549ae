"""The wheel holds the rules, and works where nothing but it and its dependencies is installed."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.inputs import ARTICLE, PARAGRAPHS

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, stdin: str = "") -> str:
    done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheels that the Dockerfile's first stage builds: bodycopy's and those of its dependencies."""
    folder = tmp_path_factory.mktemp("wheels")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new venv with what the second stage installs, from those wheels alone."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    run(
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--find-links",
        wheels,
        "bodycopy",
        cwd=folder,
    )
    return folder


def test_the_wheels_rules_are_the_trees(wheels: Path) -> None:
    [wheel] = wheels.glob("bodycopy-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("bodycopy/_rules/"): archive.read(name)
            for name in archive.namelist()
            if name.startswith("bodycopy/_rules/")
        }
    tree = {
        path.relative_to(ROOT / "rules").as_posix(): path.read_bytes()
        for path in (ROOT / "rules").rglob("*")
        if path.is_file()
    }
    assert packed == tree


def test_the_wheel_holds_the_package_and_nothing_else(wheels: Path) -> None:
    [wheel] = wheels.glob("bodycopy-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"bodycopy"}
    for name in ("templates/page.html", "static/page.js", "static/page.css", "static/icon.svg"):
        assert f"bodycopy/web/{name}" in names
    for name in ("base.html", "explanation.html", "diff.html"):
        assert f"bodycopy/templates/{name}" in names
    assert "bodycopy/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_works_from_the_wheel(installed: Path) -> None:
    bodycopy = installed / "venv" / "bin" / "bodycopy"
    assert run(bodycopy, "clean", cwd=installed, stdin=ARTICLE) == "\n\n".join(PARAGRAPHS) + "\n"
    page = installed / "page.html"
    assert "en/share-link" in run(bodycopy, "explain", "--html-report", page, cwd=installed, stdin=ARTICLE)
    assert PARAGRAPHS[0] in page.read_text("utf-8")
    assert "all examples hold" in run(bodycopy, "rules", "check", cwd=installed)
    code = "import json; from bodycopy.web.openapi import describe; print(json.dumps(describe()))"
    assert json.loads(run(installed / "venv" / "bin" / "python", "-c", code, cwd=installed))["openapi"]


def test_cases_run_from_the_wheel(installed: Path) -> None:
    case = installed / "cases" / "plain"
    case.mkdir(parents=True)
    (case / "input.txt").write_text(ARTICLE, "utf-8")
    (case / "expected.txt").write_text("\n\n".join(PARAGRAPHS), "utf-8")
    python = installed / "venv" / "bin" / "python"
    chosen = ("--shipped", "--fixtures", "cases", "-k", "cases or dateline")
    assert run(python, "-m", "bodycopy", "test", *chosen, cwd=installed).endswith(" passed\n")
    assert "1 passed" in run(python, "-m", "pytest", "--bodycopy-fixtures=cases", "cases", cwd=installed)


def test_rules_in_a_folder_of_their_own_as_in_the_image(installed: Path) -> None:
    [rules] = installed.glob("venv/lib/python*/site-packages/bodycopy/_rules")
    moved = installed / "rules"
    rules.rename(moved)
    rules.symlink_to(moved)
    bodycopy = installed / "venv" / "bin" / "bodycopy"
    assert run(bodycopy, "clean", cwd=installed, stdin=ARTICLE) == "\n\n".join(PARAGRAPHS) + "\n"
