"""The pytest plugin in a user's own repository: the same cases, as items of `pytest`."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.testing.repository import APPEAL, BLOCKS, PACK, STORY, add_case, add_rules

Run = Callable[..., tuple[int, str]]
ROOT = Path(__file__).parents[2]
SETTINGS = "[pytest]\nbodycopy_rules = rules\nbodycopy_fixtures = fixtures\n"


ALONE = ("-p", "bodycopy.testing.plugin", "--color=no")


def process(*arguments: str) -> tuple[int, str]:
    """Exit code and output of a `pytest` of its own, with no other plugin than bodycopy's."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *ALONE, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "COLUMNS": "100"},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same inside this process, which has the rules compiled."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> tuple[int, str]:
        code = pytest.main([*ALONE, "--import-mode=importlib", *arguments])
        said = capsys.readouterr()
        return int(code), said.out + said.err

    return run


@pytest.fixture
def repository(here: Path) -> Path:
    """Rules, a case that passes, one that fails and one with a gap, and a test of the user's own."""
    add_rules(here)
    add_case(here, "good/one")
    add_case(here, "good/gap", input_txt=STORY, expected_json={"gap": "not yet", "metadata": {"title": "x"}})
    add_case(
        here,
        "bad/two",
        input_txt=STORY,
        expected_json={"blocks": [["body", text] for _, text in BLOCKS]},
    )
    (here / "tests").mkdir()
    (here / "tests" / "test_own.py").write_text("def test_own():\n    pass\n")
    (here / "pytest.ini").write_text(SETTINGS)
    return here


def test_cases_are_items_beside_the_users_own_tests(repository: Path) -> None:
    code, said = process()
    assert code == 1
    assert "1 failed, 6 passed, 1 xfailed" in said
    assert "FAILED fixtures/bad::two" in said
    assert f"    {APPEAL}\n      expected body, got sponsor (own/appeal)\n" in said
    assert "Traceback" not in said


def test_items_are_chosen_as_in_pytest(repository: Path, run: Run) -> None:
    assert "1 passed, 1 xfailed" in run("fixtures/good")[1]
    assert "1 passed" in run("fixtures/good/one")[1]
    assert "4 passed" in run("rules/own.yaml::own/appeal")[1]
    assert "2 passed, 6 deselected" in run("-k", "own/appeal and match")[1]
    assert "1 passed" in run("tests")[1]


def test_folders_join_what_the_settings_collect(repository: Path, run: Run) -> None:
    (repository / "pytest.ini").write_text(SETTINGS + "testpaths = tests\n")
    assert "1 failed, 6 passed, 1 xfailed" in run()[1]


def test_folders_on_the_command_line_win(repository: Path, run: Run) -> None:
    (repository / "rules").rename(repository / "packs")
    assert (
        "5 passed, 1 xfailed"
        in run("--bodycopy-rules=packs", "--bodycopy-fixtures=fixtures/good", "packs", "fixtures/good")[1]
    )


def test_without_settings_nothing_is_collected_or_imported(repository: Path) -> None:
    (repository / "pytest.ini").write_text("[pytest]\n")
    (repository / "tests" / "test_own.py").write_text(
        "import sys\n"
        "def test_own():\n"
        "    loaded = {name for name in sys.modules if name.startswith('bodycopy.')}\n"
        "    assert loaded == {'bodycopy.testing', 'bodycopy.testing.plugin'}\n"
        "    assert not {'pydantic', 're2', 'rich.console', 'yaml'} & set(sys.modules)\n"
    )
    code, said = process()
    assert (code, "1 passed" in said) == (0, True), said


def test_broken_rules_are_one_clear_error(repository: Path, run: Run) -> None:
    pack = PACK.replace("Our own appeal for money, as it stands in every article.", "Money.")
    add_rules(repository, pack.replace("max_words", "most_words"))
    code, said = run()
    assert code == 2
    assert "rules/own.yaml:5: rules.0.why" in said
    assert "rules/own.yaml:9: rules.0.when.most_words" in said
    assert "Traceback" not in said


def test_a_broken_fixture_is_one_clear_failure(repository: Path, run: Run) -> None:
    add_case(repository, "bad/two", expected_json='{"blocks": [["advert", "x"]]}')
    code, said = run("fixtures/bad")
    assert code == 1
    assert "fixtures/bad/two/expected.json:1: blocks.0.0: 'advert' is not a label" in said
    assert "Traceback" not in said


def test_a_closed_gap_fails(repository: Path, run: Run) -> None:
    add_case(repository, "good/gap", expected_json={"gap": "not yet", "blocks": BLOCKS})
    code, said = run("fixtures/good/gap")
    assert code == 1
    assert "XPASS(strict)" in said


def test_a_folder_that_is_not_there(repository: Path, run: Run) -> None:
    code, said = run("--bodycopy-fixtures=nowhere")
    assert code == 4
    assert "bodycopy: nowhere: is not a folder" in said


def test_this_repository_runs_its_own_cases_so(request: pytest.FixtureRequest) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"]["pytest11"] == {"bodycopy": "bodycopy.testing.plugin"}
    plugins = request.config.pluginmanager
    assert plugins.has_plugin("bodycopy"), "the plugin is not installed: run make, or pip install -e ."
    assert plugins.has_plugin("bodycopy-cases")
