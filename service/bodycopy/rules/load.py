"""From files to packs: strict YAML with positions, every problem reported at once as file:line: key."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bodycopy.errors import RuleError
from bodycopy.rules.model import Pack, Rule, expand
from bodycopy.rules.nodes import child_at

MAX_PACK_BYTES: Final = 1 << 20
#: How deep a pack's values may be nested; a rule needs nine. The YAML library crashes at some depth.
MAX_DEPTH: Final = 20
#: Beside the packs' folders: parts of patterns that packs share.
TERMS: Final = "terms.yaml"
_Problems = list[tuple[int, str]]
"""Line and message of each problem."""
_SCALARS: Final[dict[str, Callable[[str], object]]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda word: word.lower() in ("true", "yes", "on"),
    "null": lambda _: None,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from. `pack` is the file's path below the rules folder, without its ending."""

    pack: str
    language: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules in force, in loading order, and what identifies them."""

    rules: tuple[Rule, ...]
    sources: tuple[Source, ...]
    version: str
    hash: str


def shipped_folder() -> Path:
    """The folder of the rules that come with bodycopy: in the wheel, or at the repository's root."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_rules", package.parents[1] / "rules"):
        if (folder / "VERSION").is_file():
            return folder
    raise RuleError([f"{package}: no rules were installed with the package"])


def load(*folders: Path) -> Ruleset:
    """Reads every `*.yaml` file below `folders` (default: the shipped rules).

    Raises RuleError with all problems of all files.
    """
    roots = folders or (shipped_folder(),)
    rules: list[Rule] = []
    sources: list[Source] = []
    problems: list[str] = []
    for root in roots:
        if not root.is_dir():
            problems.append(f"{root}: is not a folder of rules")
            continue
        terms, errors = read_terms(root)
        problems += errors
        for path in sorted(root.rglob("*.yaml")):
            if path == root / TERMS:
                continue
            name = path.relative_to(root).as_posix()
            shown = f"rules/{name}" if root == shipped_folder() else str(path)
            found, lines, language, errors = _read_pack(path, shown, terms)
            problems += errors
            rules += found
            sources += [Source(name[:-5], language, file, line) for file, line in lines]
    problems += _clashes(rules, sources)
    if not rules and not problems:
        problems.append(f"{', '.join(map(str, roots))}: no rules found (*.yaml)")
    if problems:
        raise RuleError(problems)
    return Ruleset(tuple(rules), tuple(sources), _version(), _digest(rules))


def _version() -> str:
    return (shipped_folder() / "VERSION").read_text("utf-8").strip()


def _digest(rules: list[Rule]) -> str:
    data = [rule.model_dump(by_alias=True, exclude_none=True) for rule in rules]
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


def _clashes(rules: list[Rule], sources: list[Source]) -> Iterator[str]:
    seen: dict[str, Source] = {}
    for rule, source in zip(rules, sources, strict=True):
        first = seen.setdefault(rule.id, source)
        if first is not source:
            yield f"{source.file}:{source.line}: id: {rule.id!r} is taken by {first.file}:{first.line}"


def read_terms(root: Path) -> tuple[dict[str, str], list[str]]:
    """The named parts that patterns of the packs below `root` may share, and the problems found.

    A term may use the terms above it.
    """
    path = root / TERMS
    if not path.is_file():
        return {}, []
    terms: dict[str, str] = {}
    try:
        node = _compose(path.read_text("utf-8"))
        problems: _Problems = []
        data = _plain(node, problems) if node else None
        if problems:
            return {}, [f"{path}:{line}: {message}" for line, message in problems]
        if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
            return {}, [f"{path}:1: each line is `name: pattern`"]
        for name, pattern in data.items():
            terms[name] = expand(pattern, terms)
    except yaml.YAMLError as error:
        return {}, [f"{path}:{_not_yaml(error)}"]
    except ValueError as error:
        return {}, [f"{path}: {error}"]
    return terms, []


def _read_pack(
    path: Path, shown: str, terms: dict[str, str]
) -> tuple[list[Rule], list[tuple[str, int]], str, list[str]]:
    size = path.stat().st_size
    if size > MAX_PACK_BYTES:
        return [], [], "", [f"{shown}: has {size} bytes; a pack has at most {MAX_PACK_BYTES}"]
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        return [], [], "", [f"{shown}: byte {error.start} is not UTF-8"]
    return parse_pack(text, shown, terms)


def parse_pack(
    text: str, shown: str, terms: Mapping[str, str]
) -> tuple[list[Rule], list[tuple[str, int]], str, list[str]]:
    """Reads one pack from `text`; `shown` is its name in messages, `terms` what its patterns may name.

    Returns its rules, the (file, line) of each, the pack's language and the problems found.
    """
    try:
        node = _compose(text)
        if node is None:
            return [], [], "", [f"{shown}:1: the pack is empty; `language` and `rules` are needed"]
        pack, problems = _validated(node, terms)
    except yaml.YAMLError as error:
        return [], [], "", [f"{shown}:{_not_yaml(error)}"]
    if pack is None:
        return [], [], "", [f"{shown}:{line}: {message}" for line, message in problems]
    entries = _child(node, "rules").value  # the model says it is there
    return list(pack.rules), [(shown, entry.start_mark.line + 1) for entry in entries], pack.language, []


def _validated(node: yaml.Node, terms: Mapping[str, str]) -> tuple[Pack | None, _Problems]:
    problems: _Problems = []
    data = _plain(node, problems)
    noted = {line for line, _ in problems}
    try:
        pack = Pack.model_validate(data, context=terms)
    except ValidationError as errors:
        explained = [_explain(node, error) for error in errors.errors()]
        return None, sorted(problems + [error for error in explained if error[0] not in noted])
    return (None if problems else pack), problems


class _Refused(yaml.YAMLError):
    """What YAML accepts and a pack does not."""

    def __init__(self, reason: str, event: yaml.Event) -> None:
        self.problem, self.problem_mark = reason, event.start_mark
        super().__init__(reason)


def _not_yaml(error: yaml.YAMLError) -> str:
    """Line and reason of a syntax error."""
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error)
    return f"{mark.line + 1 if mark else 1}: not YAML: {' '.join(reason.split())}"


def _compose(text: str) -> yaml.Node | None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if getattr(event, "anchor", None) is not None:
            raise _Refused("anchors and aliases are not accepted", event)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Refused("the values are nested too deeply", event)
    return yaml.compose(text, Loader=_Loader)


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _plain(node: yaml.Node, problems: _Problems) -> object:
    """What `node` says, in plain Python; what it may not say is added to `problems`."""
    if isinstance(node, yaml.MappingNode):
        mapping: dict[object, object] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if name is None or key.tag != "tag:yaml.org,2002:str":
                _note(problems, key, "a key must be a plain word")
            elif name in mapping:
                _note(problems, key, f"{name}: the key stands here twice")
            else:
                mapping[name] = _plain(value, problems)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, problems) for child in node.value]
    kind = node.tag.rpartition(":")[2]
    if kind not in _SCALARS:
        _note(problems, node, f"a value of type {kind} is not accepted; put it in quotes")
        return None
    try:
        return _SCALARS[kind](node.value)
    except ValueError:
        _note(problems, node, f"{node.value!r} is not read as a {kind}; put it in quotes")
        return None


def _note(problems: _Problems, node: yaml.Node, message: str) -> None:
    problems.append((node.start_mark.line + 1, message))


def _child(node: yaml.Node, key: str | int) -> yaml.Node:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        child: yaml.Node = node.value[key]
        return child
    for name, value in node.value:
        if name.value == key:
            found: yaml.Node = value
            return found
    raise KeyError(key)


def _explain(node: yaml.Node, error: ErrorDetails) -> tuple[int, str]:
    line = node.start_mark.line + 1
    place: tuple[int, yaml.Node] | None = (line, node)
    for key in error["loc"]:
        place = child_at(place[1], key) if place else None
        line = place[0] if place else line
    message = error["msg"].removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        message = "this key is not known here"
    where = ".".join(map(str, error["loc"]))
    return line, f"{where + ': ' if where else ''}{message}"
