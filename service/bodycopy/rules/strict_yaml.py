"""YAML as packs have it: what a text says, in plain Python, and what it may not say, with its line. It is
parsed once; where its nodes stand is asked of `compose`, which only what is wrong needs."""

from collections.abc import Callable
from typing import Final, NamedTuple

import yaml
from yaml.reader import Reader, ReaderError

#: How deep a pack's values may be nested; a rule needs nine. The YAML library crashes at some depth.
MAX_DEPTH: Final = 20
Problems = list[tuple[int, str]]
"""Line and message of each problem."""
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORD: Final = "tag:yaml.org,2002:str"
_SCALARS: Final[dict[str, Callable[[str], object]]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda word: word.lower() in ("true", "yes", "on"),
    "null": lambda _: None,
}
#: What helps with what the library says of the mistakes that are made most.
_HINTS: Final = {
    "mapping values are not allowed": "a text with `: ` in it stands in quotes",
    "unknown escape character": "patterns stand in single quotes, in which a backslash is a backslash",
    "did not find expected key": "keys that belong together begin in the same column",
    "did not find expected '-' indicator": "keys that belong together begin in the same column",
    "cannot start any token": "a text that begins with this sign stands in quotes",
    "alphabetic or numeric character": "a text that begins with * or & stands in quotes",
}


class Said(NamedTuple):
    """What a text says. `lines` holds, for each list under a key of the whole, the line of each entry."""

    data: object
    problems: Problems
    lines: dict[str, list[int]]


def read_yaml(text: str) -> Said | None:
    """What `text` says, None where it holds nothing.

    Raises yaml.YAMLError where it is not YAML, has anchors or aliases, or is nested too deeply.
    """
    try:
        reader = _Reader(text)
        return reader.read()
    except UnicodeEncodeError as error:  # from JSON, not from a file
        raise _marked("lone surrogates are not accepted", text, error.start) from None
    except ReaderError:
        found = Reader.NON_PRINTABLE.search(text)
        if not found:
            raise
        said = f"the character U+{ord(found[0]):04X} is not accepted"
        raise _marked(said, text, found.start()) from None


def compose(text: str) -> yaml.Node | None:
    """The nodes of a text that `read_yaml` can read, None where it holds nothing."""
    return yaml.compose(text, Loader=_LOADER)


def not_yaml(error: yaml.YAMLError) -> str:
    """Line and reason of a syntax error."""
    mark = getattr(error, "problem_mark", None)
    reason = " ".join((getattr(error, "problem", None) or str(error)).split())
    more = next((f"; {hint}" for problem, hint in _HINTS.items() if problem in reason), "")
    return f"{mark.line + 1 if mark else 1}: not YAML: {reason}{more}"


def _marked(problem: str, text: str, position: int) -> yaml.MarkedYAMLError:
    mark = yaml.Mark("", position, text.count("\n", 0, position), 0, None, 0)
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)


class _Refused(yaml.YAMLError):
    """What YAML accepts and a pack does not."""

    def __init__(self, reason: str, event: yaml.Event) -> None:
        self.problem, self.problem_mark = reason, event.start_mark
        super().__init__(reason)


class _Reader:
    def __init__(self, text: str) -> None:
        self._loader = _LOADER(text)
        self._problems: Problems = []
        self._lines: dict[str, list[int]] = {}
        self._depth = 0

    def read(self) -> Said | None:
        said: Said | None = None
        second: yaml.Event | None = None
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if said:
                    second = second or event
                data = self._value(self._next())
                said = said or Said(data, self._problems, self._lines)
        if second:
            raise _Refused("but found another document", second)
        return said

    def _next(self) -> yaml.Event:
        event: yaml.Event = self._loader.get_event()
        if getattr(event, "anchor", None) is not None:
            raise _Refused("anchors and aliases are not accepted", event)
        return event

    def _value(self, event: yaml.Event, name: str = "") -> object:
        """What begins with `event` and stands under the key `name`."""
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Refused("the values are nested too deeply", event)
        lines: list[int] = []
        value = self._mapping() if isinstance(event, yaml.MappingStartEvent) else self._sequence(lines)
        self._depth -= 1
        if self._depth == 1:
            self._lines[name] = lines
        return value

    def _mapping(self) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            name = key.value if isinstance(key, yaml.ScalarEvent) and self._tag(key) == _WORD else None
            if name is not None and name not in mapping:
                event = self._next()
                mapping[name] = self._value(event, name)
                if mapping[name] is None and name.isidentifier() and self._is_null(event):
                    self._note(key, f"{name}: nothing stands under the key")
                continue
            said = "a key must be a plain word" if name is None else f"{name}: the key stands here twice"
            self._note(key, said)
            known = len(self._problems)
            if not isinstance(key, yaml.ScalarEvent):
                self._value(key)
            self._value(self._next())
            del self._problems[known:]  # of what is not taken nothing is said
        return mapping

    def _sequence(self, lines: list[int]) -> list[object]:
        """The entries up to the sequence's end; the line of each is added to `lines`."""
        entries = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            lines.append(_line(event))
            entries.append(self._value(event))
        return entries

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        kind = self._tag(event).rpartition(":")[2]
        if kind == "str":
            return event.value
        if kind not in _SCALARS:
            self._note(event, f"a value of type {kind} is not accepted; put it in quotes")
            return None
        try:
            return _SCALARS[kind](event.value)
        except ValueError:
            self._note(event, f"{event.value!r} is not read as a {kind}; put it in quotes")
            return None

    def _is_null(self, event: yaml.Event) -> bool:
        return isinstance(event, yaml.ScalarEvent) and self._tag(event).endswith(":null")

    def _tag(self, event: yaml.ScalarEvent) -> str:
        if event.tag is not None and event.tag != "!":
            return str(event.tag)
        return str(self._loader.resolve(yaml.ScalarNode, event.value, event.implicit))

    def _note(self, event: yaml.Event, message: str) -> None:
        self._problems.append((_line(event), message))


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1
