"""Where the keys of rules stand in their files.

Packs are read once more for this, each when the first finding in it is placed, so that a normal start
pays nothing.
"""

from pathlib import Path

import yaml

from bodycopy.rules.load import shipped_folder
from bodycopy.rules.model import Rule
from bodycopy.rules.nodes import child_at
from bodycopy.rules.ruleset import Source
from bodycopy.rules.strict_yaml import compose

KeyPath = tuple[str | int, ...]
"""The keys that lead from a rule to a value in it: `("when", "regex", 2)`."""


class Places:
    """The files of rules, read as they are asked for."""

    def __init__(self) -> None:
        self._files: dict[Path, dict[int, yaml.Node]] = {}

    def line_of(self, rule: Rule, source: Source, path: KeyPath) -> int:
        """The line of the key at `path` inside the rule, or of the nearest one above it."""
        return self._find(rule, source, path)[0]

    def as_written(self, rule: Rule, source: Source, path: KeyPath) -> str | None:
        """The scalar at `path` as its file gives it, its terms not replaced; None where there is none."""
        node = self._find(rule, source, path)[1]
        return node.value if isinstance(node, yaml.ScalarNode) else None

    def _find(self, rule: Rule, source: Source, path: KeyPath) -> tuple[int, yaml.Node | None]:
        node = self._entry(rule, source)
        line = source.line
        for key in path:
            found = child_at(node, key)
            if found is None:
                return line, None
            line, node = found
        return line, node

    def _entry(self, rule: Rule, source: Source) -> yaml.Node | None:
        """The rule's node. A file shown as `rules/…` is a shipped one, or one below a folder of that name."""
        for path in (Path(source.file), shipped_folder() / f"{source.pack}.yaml"):
            node = self._rules(path).get(source.line)
            written = child_at(node, "id")
            if written and written[1].value == rule.id:
                return node
        return None

    def _rules(self, path: Path) -> dict[int, yaml.Node]:
        if path not in self._files:
            self._files[path] = _read(path) if path.is_file() else {}
        return self._files[path]


def _read(path: Path) -> dict[int, yaml.Node]:
    """The rules of a pack that was loaded before, by their lines."""
    found = child_at(compose(path.read_text("utf-8")), "rules")
    return {node.start_mark.line + 1: node for node in found[1].value} if found else {}
