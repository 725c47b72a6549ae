"""A stream of documents, one JSON document a line in, one result a line out, in order."""

from collections.abc import Iterable
from typing import Any, BinaryIO

from pydantic import Field, JsonValue

from bodycopy.cleaner import Cleaner
from bodycopy.errors import InputError, OptionError, RuleError
from bodycopy.lines import read_lines
from bodycopy.payload import Choices, Payload, PayloadError, dump_json, parse_json, read_payload
from bodycopy.rules.inline import InlineRules, inline_scope
from bodycopy.settings import variable


class Line(Payload, Choices, InlineRules):
    """One line: a document, what is to be done otherwise for it alone, and, if it has one, its id, which
    its result carries."""

    id: JsonValue = Field(None, description="any JSON value")


def clean_lines(
    source: BinaryIO, out: BinaryIO, cleaner: Cleaner, limit: int, include: Iterable[str]
) -> tuple[int, int]:
    """Cleans each line of `source` into a line of `out`; returns how many were cleaned and refused.

    Holds one line at a time, at most `limit` bytes of it. A line that can't be read gives its id (or
    null), the error and its number.
    """
    cleaned = refused = 0
    for number, line in enumerate(read_lines(source, limit), 1):
        try:
            result = _clean_line(line, cleaner, limit, include)
            cleaned += 1
        except (InputError, OptionError, RuleError) as error:
            result = {"id": _id_of(line), "error": "; ".join(str(error).splitlines()), "line": number}
            refused += 1
        out.write(dump_json(result) + b"\n")
        out.flush()
    return cleaned, refused


def _clean_line(line: bytes, cleaner: Cleaner, limit: int, include: Iterable[str]) -> dict[str, Any]:
    if len(line) > limit:
        raise InputError(f"the line has more than {limit} bytes; {variable('max_bytes')} sets the limit")
    if not line.strip():
        raise PayloadError("the line is empty; a JSON document a line is accepted")
    document = read_payload(Line, parse_json(line), context=inline_scope(cleaner.ruleset.terms))
    if document.disable or document.keep or document.rules:
        cleaner = cleaner.adjusted(document.disable, document.keep, document.rules)
    result = cleaner.clean(document.source, document.media_type, document.url).to_dict(include)
    return {"id": document.id, **result} if "id" in document.model_fields_set else result


def _id_of(line: bytes) -> object:
    """The id of a line that was refused, where it can be read."""
    try:
        value = parse_json(line)
    except PayloadError:
        return None
    return value.get("id") if isinstance(value, dict) else None
