"""A stream of documents, one JSON document a line in, one result a line out, in order."""

from collections.abc import Iterable
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, Final

from pydantic import Field, JsonValue

from bodycopy.batch.inputs import GroupBy, Input
from bodycopy.batch.survey import Survey
from bodycopy.cleaner import Cleaner
from bodycopy.errors import InputError, OptionError, RuleError
from bodycopy.lines import read_lines
from bodycopy.payload import Choices, Payload, PayloadError, dump_json, parse_json, read_payload
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
) -> tuple[int, int]:
    """Cleans each line of `source` into a line of `out`; returns how many were cleaned and refused.

    Holds one line at a time, at most `limit` bytes of it. A line that can't be read gives its id (or
    null), the error and its number. With `group_by` all lines are looked at before the first is cleaned;
    in the meantime they stand in a temporary file, those of a small batch in memory.
    """
    if group_by is None:
        return _clean_lines(
            read_lines(source, limit), out, cleaner, Survey(cleaner.read, None), limit, include
        )
    survey = Survey(cleaner.read, group_by)
    with SpooledTemporaryFile(IN_MEMORY) as held:
        for line in read_lines(source, limit):
            held.write(line + b"\n")
            with suppress(InputError, RuleError):
                survey.add(_as_input(_read_line(line, cleaner, limit)))
        held.seek(0)
        return _clean_lines(read_lines(held, limit), out, cleaner, survey, limit, include)  # type: ignore[arg-type]


def _clean_lines(
    lines: Iterable[bytes],
    out: BinaryIO,
    cleaner: Cleaner,
    survey: Survey,
    limit: int,
    include: Iterable[str],
) -> tuple[int, int]:
    cleaned = refused = 0
    for number, line in enumerate(lines, 1):
        try:
            result = _clean_line(line, cleaner, survey, limit, include)
            cleaned += 1
        except (InputError, OptionError, RuleError) as error:
            result = {"id": _id_of(line), "error": "; ".join(str(error).splitlines()), "line": number}
            refused += 1
        out.write(dump_json(result) + b"\n")
        out.flush()
    return cleaned, refused


def _clean_line(
    line: bytes, cleaner: Cleaner, survey: Survey, limit: int, include: Iterable[str]
) -> dict[str, Any]:
    document = _read_line(line, cleaner, limit)
    if document.disable or document.keep or document.rules:
        cleaner = cleaner.adjusted(document.disable, document.keep, document.rules)
    given = _as_input(document)
    result = cleaner.among(survey.furniture(given)).clean(*given).to_dict(include)
    return {"id": document.id, **result} if "id" in document.model_fields_set else result


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
