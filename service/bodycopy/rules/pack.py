"""From a pack's text to its rules: strict YAML with positions, every problem reported at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bodycopy.rules.hints import hint
from bodycopy.rules.model import Pack, Rule
from bodycopy.rules.nodes import Children, child_at, children
from bodycopy.rules.patterns import TERM_NAME, Scope, expand
from bodycopy.rules.strict_yaml import Problems, Said, compose, not_yaml, read_yaml
from bodycopy.wording import in_words

MAX_TERMS: Final = 500
#: So many problems of one file are said; a file with more is not a pack.
MAX_PROBLEMS: Final = 200


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


def parse_pack(text: str, shown: str, scope: Scope) -> tuple[ParsedPack | None, list[str]]:
    """Reads one pack from `text`; `shown` is its name in messages, `scope` what its patterns may name and
    cost.

    Returns the pack, None where it is broken, and the problems found.
    """
    try:
        said = read_yaml(text)
    except yaml.YAMLError as error:
        return None, [f"{shown}:{not_yaml(error)}"]
    if said is None:
        return None, [f"{shown}:1: the pack is empty; `language` and `rules` are needed"]
    pack, problems = _validated(said, text, scope)
    if pack is None:
        more = len(problems) - MAX_PROBLEMS
        shortened = [f"{shown}:{line}: {message}" for line, message in problems[:MAX_PROBLEMS]]
        return None, shortened + ([f"{shown}: and {more} more problems"] if more > 0 else [])
    parsed = ParsedPack(
        shown,
        pack.language or "any",
        tuple(pack.sites),
        tuple(map(Located, pack.disable, said.lines.get("disable", ()))),
        tuple(pack.rules),
        tuple(said.lines.get("rules", ())),
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
        said = read_yaml(text)
    except yaml.YAMLError as error:
        return {}, [f"{shown}:{not_yaml(error)}"]
    if said is None or said.problems:
        return {}, [f"{shown}:{line}: {message}" for line, message in (said.problems if said else ())]
    data = said.data
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        return {}, [f"{shown}:1: each line is `name: pattern`"]
    if len(data) > MAX_TERMS:
        return {}, [f"{shown}:1: has {len(data)} terms; at most {MAX_TERMS} are accepted"]
    terms = dict(base)
    for name, pattern in data.items():
        try:
            if not TERM_NAME.fullmatch(name):
                raise ValueError("a term's name is of small letters and underscores, two at least")
            terms[name] = expand(pattern, terms)
        except ValueError as error:
            place = child_at(compose(text), name)
            line = place[1].start_mark.line + 1 if place else 1
            return {}, [f"{shown}:{line}: {name}: {error}"]
    return terms, []


def _validated(said: Said, text: str, scope: Scope) -> tuple[Pack | None, Problems]:
    problems = said.problems
    noted = {line for line, _ in problems}
    try:
        pack = Pack.model_validate(said.data, context=scope)
    except ValidationError as errors:
        node = compose(text)
        known: dict[int, Children] = {}
        told = errors.errors()
        helps = len(told) <= MAX_PROBLEMS
        explained = [_explain(node, error, known, helps) for error in told] if node else []
        return None, sorted(problems + [error for error in explained if error[0] not in noted])
    return (None if problems else pack), problems


def _explain(
    node: yaml.Node, error: ErrorDetails, known: dict[int, Children], helps: bool
) -> tuple[int, str]:
    """Line and message of `error` in what `node` says, with a hint if it `helps`. `known` takes the children
    of nodes, by their ids: a thousand errors may stand in one."""
    line = node.start_mark.line + 1
    place: tuple[int, yaml.Node] | None = (line, node)
    for key in error["loc"]:
        if place:
            inside = known.get(id(place[1]))
            if inside is None:
                inside = known[id(place[1])] = children(place[1])
            place = inside.get(key)
        line = place[0] if place else line
    where = ".".join(map(str, error["loc"]))
    more = hint(error, place[1] if place else None) if helps else ""
    return line, f"{where + ': ' if where else ''}{in_words(error)}{more}"
