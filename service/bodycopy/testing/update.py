"""Rewrites what a case expects to what it gets. Only for cases that do not pass, and only when asked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any, Final

from rich.text import Text

from bodycopy.cleaner import Cleaner
from bodycopy.errors import BodycopyError
from bodycopy.labels import KEPT
from bodycopy.result import CleanResult
from bodycopy.testing.cases import FixtureCase
from bodycopy.testing.fixtures import JSON, TEXT
from bodycopy.testing.outcomes import Outcome, Status
from bodycopy.testing.run import clean_input
from bodycopy.testing.show import excerpt

#: What the first expectations of a case say of themselves.
UNREAD: Final = "Written by `bodycopy test --update`; nobody has read it yet."
#: Fields that hang on a single word, that the case's own options give, or that say where others stood.
_NOT_WRITTEN: Final = ("word_count", "url", "sources")


@dataclass(frozen=True, slots=True)
class Update:
    """The files of `case` that were written: name, text before, text after."""

    case: FixtureCase
    files: tuple[tuple[str, str, str], ...]


def update_case(outcome: Outcome, cleaner: Cleaner) -> Update | None:
    """Rewrites the expectations of a fixture that fails, whose gap is closed, or that has none yet.

    Keys that no comparison looks at stay as they are, in their order. None where there is nothing to do.
    """
    case = outcome.case
    if not isinstance(case, FixtureCase):
        return None
    if outcome.status not in (Status.FAILED, Status.CLOSED) and not case.blank:
        return None
    try:
        result = clean_input(case, cleaner).result
    except BodycopyError:  # the outcome says so
        return None
    files = []
    if case.blank or case.expected:
        file = case.path / JSON
        before = file.read_text("utf-8-sig") if file.is_file() else ""
        old: dict[str, Any] = json.loads(before) if before else {}
        new = _first(old, result) if case.blank else _rewritten(old, result)
        if new != old:
            files.append((JSON, before, dump_expected(new)))
    if case.blank or (case.text is not None and case.text != result.text):
        files.append((TEXT, f"{case.text}\n" if case.text else "", f"{result.text}\n" if result.text else ""))
    for name, _, after in files:
        (case.path / name).write_bytes(after.encode())
    return Update(case, tuple(files))


def describe_update(update: Update) -> Iterator[Text]:
    """What changed, line by line."""
    yield Text.assemble(("UPDATED", "bold yellow"), " ", (update.case.id, "bold"))
    for name, before, after in update.files:
        yield Text(f"  {update.case.where}/{name}", style="dim")
        for line in list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]:
            if not line.startswith("@@"):
                yield Text(f"    {line[0]} {excerpt(line[1:])}", style="green" if line[0] == "+" else "red")


def dump_expected(data: dict[str, Any]) -> str:
    """`expected.json` as people write it: a key, a field and a block a line."""
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            inner = ",\n    ".join(_dump(one) for one in value)
            lines.append(f"  {_dump(key)}: [\n    {inner}\n  ]")
        elif isinstance(value, dict) and value and key == "metadata":
            inner = ",\n    ".join(f"{_dump(name)}: {_dump(one)}" for name, one in value.items())
            lines.append(f"  {_dump(key)}: {{\n    {inner}\n  }}")
        else:
            lines.append(f"  {_dump(key)}: {_dump(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _first(old: dict[str, Any], result: CleanResult) -> dict[str, Any]:
    stated = {name: value for name, value in result.metadata.items() if value and name not in _NOT_WRITTEN}
    blocks = [[block.label, block.text] for block in result.blocks]
    return {"why": UNREAD} | old | {"metadata": stated, "blocks": blocks}


def _rewritten(old: dict[str, Any], result: CleanResult) -> dict[str, Any]:
    new = {key: value for key, value in old.items() if key != "gap"}
    if "metadata" in new:
        got = dict(result.metadata)
        new["metadata"] = {name: got[name] for name in new["metadata"]}
    if "blocks" in new:
        new["blocks"] = _relabelled(new["blocks"], result, kept_only=bool(old.get("blocks_kept_only")))
    return new


def _relabelled(old: list[list[str]], result: CleanResult, kept_only: bool) -> list[list[str]]:
    """The result's labels; where only kept or dropped counts, the old label of a block that agrees."""
    said = {text: label for label, text in old} if kept_only else {}
    return [
        [
            said[block.text]
            if block.text in said and (said[block.text] in KEPT) == (block.label in KEPT)
            else block.label,
            block.text,
        ]
        for block in result.blocks
    ]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
