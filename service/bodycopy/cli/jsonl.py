"""A stream of documents, one JSON document a line in, one result a line out, in order."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, Final, NamedTuple

from pydantic import Field, JsonValue

from bodycopy.batch.inputs import GroupBy, Input
from bodycopy.batch.survey import Survey
from bodycopy.cleaner import Cleaner
from bodycopy.errors import InputError, OptionError, RuleError
from bodycopy.lines import read_lines
from bodycopy.payload import Choices, Payload, PayloadError, dump_json, parse_json, read_payload
from bodycopy.processes import in_order
from bodycopy.rules.inline import InlineRules, inline_scope
from bodycopy.settings import variable

#: Bytes of a batch that are held in memory until it is looked at a second time.
IN_MEMORY: Final = 64 << 20


class Line(Payload, Choices, InlineRules):
    """One line: a document, what is to be done otherwise for it alone, and, if it has one, its id, which
    its result carries."""

    id: JsonValue = Field(None, description="any JSON value")


def clean_lines(
    source: BinaryIO,
    out: BinaryIO,
    cleaner: Cleaner,
    limit: int,
    include: Iterable[str],
    group_by: GroupBy = None,
    processes: int = 1,
) -> tuple[int, int]:
    """Cleans each line of `source` into a line of `out`; returns how many were cleaned and refused.

    Holds one line at a time (with more `processes` a few for each), at most `limit` bytes of it. A line that
    can't be read gives its id (or null), the error and its number. With `group_by` all lines are looked at
    before the first is cleaned; in the meantime they stand in a temporary file, those of a small batch in
    memory.
    """
    survey = Survey(cleaner.read, group_by)
    work = _LineCleaner(cleaner, survey, limit, tuple(include))
    if group_by is None:
        return _write(work, read_lines(source, limit), out, processes)
    with SpooledTemporaryFile(IN_MEMORY) as held:
        for line in read_lines(source, limit):
            held.write(line + b"\n")
            with suppress(InputError, RuleError):
                survey.add(_as_input(_read_line(line, cleaner, limit)))
        held.seek(0)
        return _write(work, read_lines(held, limit), out, processes)  # type: ignore[arg-type]


class _Cleaned(NamedTuple):
    """A line of the output; `refused` says that it is an error."""

    line: bytes
    refused: bool


class _LineCleaner:
    """Cleans a line with its number. Picklable."""

    def __init__(self, cleaner: Cleaner, survey: Survey, limit: int, include: Sequence[str]) -> None:
        self._cleaner, self._survey = cleaner, survey
        self._limit, self._include = limit, include

    def clean(self, numbered: tuple[int, bytes]) -> _Cleaned:
        """The result for a line, which its number comes with, or what is wrong with it."""
        number, line = numbered
        try:
            return _Cleaned(dump_json(self._result(line)), refused=False)
        except (InputError, OptionError, RuleError) as error:
            message = "; ".join(str(error).splitlines())
            return _Cleaned(dump_json({"id": _id_of(line), "error": message, "line": number}), refused=True)

    def _result(self, line: bytes) -> dict[str, Any]:
        document = _read_line(line, self._cleaner, self._limit)
        cleaner = self._cleaner
        if document.disable or document.keep or document.rules:
            cleaner = cleaner.adjusted(document.disable, document.keep, document.rules)
        given = _as_input(document)
        result = cleaner.among(self._survey.furniture(given)).clean(*given).to_dict(self._include)
        return {"id": document.id, **result} if "id" in document.model_fields_set else result


def _write(work: _LineCleaner, lines: Iterable[bytes], out: BinaryIO, processes: int) -> tuple[int, int]:
    numbered = enumerate(lines, 1)
    results = map(work.clean, numbered) if processes == 1 else in_order(work.clean, numbered, processes)
    cleaned = refused = 0
    for result in results:
        out.write(result.line + b"\n")
        out.flush()
        refused += result.refused
        cleaned += not result.refused
    return cleaned, refused


def _read_line(line: bytes, cleaner: Cleaner, limit: int) -> Line:
    if len(line) > limit:
        raise InputError(f"the line has more than {limit} bytes; {variable('max_bytes')} sets the limit")
    if not line.strip():
        raise PayloadError("the line is empty; a JSON document a line is accepted")
    return read_payload(Line, parse_json(line), context=inline_scope(cleaner.ruleset.terms))


def _as_input(line: Line) -> Input:
    return Input(line.source, line.media_type, line.url)


def _id_of(line: bytes) -> object:
    """The id of a line that was refused, where it can be read."""
    try:
        value = parse_json(line)
    except PayloadError:
        return None
    return value.get("id") if isinstance(value, dict) else None
