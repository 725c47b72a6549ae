"""From a pack's text to its rules: strict YAML with positions, every problem reported at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bodycopy.rules.model import Pack, Rule
from bodycopy.rules.nodes import child_at
from bodycopy.rules.patterns import MAX_PACK_STEPS, Scope, expand

#: How deep a pack's values may be nested; a rule needs nine. The YAML library crashes at some depth.
MAX_DEPTH: Final = 20
MAX_TERMS: Final = 500
#: So many problems of one file are said; a file with more is not a pack.
MAX_PROBLEMS: Final = 200
_Problems = list[tuple[int, str]]
"""Line and message of each problem."""
_SCALARS: Final[dict[str, Callable[[str], object]]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda word: word.lower() in ("true", "yes", "on"),
    "null": lambda _: None,
}


class Located(NamedTuple):
    """A value of a pack and the line on which it stands."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class ParsedPack:
    """What a pack says. `shown` is its name in messages; `lines` holds the line of each rule."""

    shown: str
    language: str
    sites: tuple[str, ...]
    disable: tuple[Located, ...]
    rules: tuple[Rule, ...]
    lines: tuple[int, ...]


def parse_pack(
    text: str, shown: str, terms: Mapping[str, str], max_steps: int = MAX_PACK_STEPS
) -> tuple[ParsedPack | None, list[str]]:
    """Reads one pack from `text`; `shown` is its name in messages, `terms` what its patterns may name,
    `max_steps` what they may compile to in all.

    Returns the pack, None where it is broken, and the problems found.
    """
    try:
        node = _compose(text)
        if node is None:
            return None, [f"{shown}:1: the pack is empty; `language` and `rules` are needed"]
        pack, problems = _validated(node, Scope(terms, max_steps))
    except yaml.YAMLError as error:
        return None, [f"{shown}:{_not_yaml(error)}"]
    if pack is None:
        more = len(problems) - MAX_PROBLEMS
        said = [f"{shown}:{line}: {message}" for line, message in problems[:MAX_PROBLEMS]]
        return None, said + ([f"{shown}: and {more} more problems"] if more > 0 else [])
    parsed = ParsedPack(
        shown,
        pack.language or "any",
        tuple(pack.sites),
        tuple(map(Located, pack.disable, _lines(node, "disable"))),
        tuple(pack.rules),
        tuple(_lines(node, "rules")),
    )
    return parsed, [
        f"{shown}:{line}: rules.{number}.replaces: a rule of some sites can't take another's place on all; "
        "give it an id of its own and put the other's under `disable`, which then holds on these sites"
        for number, (rule, line) in enumerate(zip(parsed.rules, parsed.lines, strict=True))
        if rule.replaces and parsed.sites
    ]


def parse_terms(text: str, shown: str, base: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The terms of `base` and those that `text` names, each expanded by the terms before it, and the
    problems found; `shown` is the file's name in messages."""
    try:
        node = _compose(text)
        problems: _Problems = []
        data = _plain(node, problems) if node else {}
    except yaml.YAMLError as error:
        return {}, [f"{shown}:{_not_yaml(error)}"]
    if node is None or problems:
        return {}, [f"{shown}:{line}: {message}" for line, message in problems]
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        return {}, [f"{shown}:1: each line is `name: pattern`"]
    if len(data) > MAX_TERMS:
        return {}, [f"{shown}:1: has {len(data)} terms; at most {MAX_TERMS} are accepted"]
    terms = dict(base)
    for name, pattern in data.items():
        try:
            terms[name] = expand(pattern, terms)
        except ValueError as error:
            line = _child(node, name).start_mark.line + 1
            return {}, [f"{shown}:{line}: {name}: {error}"]
    return terms, []


def _lines(node: yaml.Node, key: str) -> list[int]:
    try:
        return [entry.start_mark.line + 1 for entry in _child(node, key).value]
    except KeyError:
        return []


def _validated(node: yaml.Node, scope: Scope) -> tuple[Pack | None, _Problems]:
    problems: _Problems = []
    data = _plain(node, problems)
    noted = {line for line, _ in problems}
    try:
        pack = Pack.model_validate(data, context=scope)
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
