"""The pytest plugin: the cases of a repository's rules and fixtures as items of its own test run.

Asked for by `bodycopy_rules` and `bodycopy_fixtures` in pytest's settings, or on the command line. Where
nobody asks, nothing of bodycopy is imported.
"""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two settings, as options and in the ini file."""
    group = parser.getgroup("bodycopy", "bodycopy: rules and fixtures")
    for name, what in (("rules", "rules, whose own examples are run"), ("fixtures", "fixture cases")):
        group.addoption(
            f"--bodycopy-{name}", action="append", metavar="DIR", default=[], help=f"A folder of {what}."
        )
        parser.addini(f"bodycopy_{name}", type="paths", help=f"Folders of {what}.")


def pytest_configure(config: pytest.Config) -> None:
    """Where there are folders of cases, adds them to what pytest collects."""
    rules, fixtures = _folders(config, "rules"), _folders(config, "fixtures")
    if not rules and not fixtures:
        return
    for folder in (*rules, *fixtures):
        if not folder.is_dir():
            raise pytest.UsageError(f"bodycopy: {folder}: is not a folder")
    from bodycopy.settings import Settings  # all of bodycopy: only where it is asked for
    from bodycopy.testing.collect import Collecting
    from bodycopy.testing.suite import build_suite

    decider = Settings.from_environment().decider
    collecting = Collecting((*rules, *fixtures), lambda: build_suite(rules, fixtures, decider))
    config.pluginmanager.register(collecting, "bodycopy-cases")
    if config.args_source is not pytest.Config.ArgsSource.ARGS:  # who names files wants those alone
        named = [Path(config.invocation_params.dir, argument) for argument in config.args]
        for folder in dict.fromkeys(map(Path.absolute, (*rules, *fixtures))):
            if not any(path == folder or path in folder.parents for path in named):
                config.args.append(str(folder))


def _folders(config: pytest.Config, name: str) -> list[Path]:
    here = config.invocation_params.dir
    given: list[str] = config.getoption(f"bodycopy_{name}")
    folders = [Path(here, folder) for folder in given] or config.getini(f"bodycopy_{name}")
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in dict.fromkeys(folders)]
