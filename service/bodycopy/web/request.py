"""From a request to a typed job: raw bodies and JSON, with options in the body or in the query."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from flask import Request
from gunicorn.http.errors import ParseException
from pydantic import Field
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import BadRequest, NotAcceptable, RequestEntityTooLarge, UnsupportedMediaType

from bodycopy.media import MEDIA_TYPES
from bodycopy.payload import Choices, Payload, PayloadError, Url, parse_json, read_payload
from bodycopy.rules.inline import InlineRules, inline_scope
from bodycopy.rules.model import InlineRule
from bodycopy.web.answers import JSON

#: What a clean request's body may be.
BODY_TYPES = (*MEDIA_TYPES, JSON)
#: What its answer may be, best first.
ANSWER_TYPES = (JSON, "text/plain", "text/markdown")

#: How many times the limit is still read, and dropped, of a body that is too large.
_DROPPED_LIMITS = 8

Include = Literal["blocks", "removed"]
Format = Literal["text", "markdown"]


class Options(Choices):
    """How to clean and what to answer."""

    include: list[Include] = Field([], description="blocks adds every block; removed is always there")
    format: Format = Field("text", description="markdown adds the clean text as Markdown")

    @property
    def parts(self) -> frozenset[str]:
        """What the answer has beside the text."""
        return frozenset(("removed", *self.include, *(("markdown",) if self.format == "markdown" else ())))


class CleanBody(Payload, Options, InlineRules):
    """The JSON body of a clean request: exactly one of `text`, `html` and `markdown`, and how to clean it."""


class CleanQuery(Options):
    """The query of a clean request. Lists are given by repeating a parameter or with commas."""

    url: Url | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What one request asks for."""

    source: str | bytes
    media_type: str
    url: str | None
    keep: tuple[str, ...]
    disable: tuple[str, ...]
    include: frozenset[str]
    rules: tuple[InlineRule, ...] = ()


def read_job(request: Request, limit: int, terms: Mapping[str, str]) -> Job:
    """The job that `request` describes; its body may have `limit` bytes, and the patterns of its rules may
    name `terms`.

    Raises BadRequest, UnsupportedMediaType, RequestEntityTooLarge, or PayloadError naming what is wrong.
    """
    query = _query(request)
    _plainly_encoded(request)
    if request.mimetype not in BODY_TYPES:
        sent = f"is {request.mimetype!r}" if request.mimetype else "is missing"
        raise UnsupportedMediaType(f"Content-Type {sent}; accepted are {', '.join(BODY_TYPES)}")
    if request.mimetype == JSON:
        return _json_job(request, query, limit, terms)
    return Job(
        source=_body(request, limit),
        media_type=request.headers["Content-Type"],
        url=query.url,
        keep=tuple(query.keep),
        disable=tuple(query.disable),
        include=query.parts,
    )


def answer_type(request: Request) -> str:
    """The media type of the answer that the client likes best; parameters such as a charset don't matter.
    Raises NotAcceptable if it likes none."""
    accepted = MIMEAccept((kind.partition(";")[0].strip(), q) for kind, q in request.accept_mimetypes)
    best = accepted.best_match(ANSWER_TYPES) if accepted else JSON
    if best is None:
        raise NotAcceptable(f"Accept names none of the answers there are: {', '.join(ANSWER_TYPES)}")
    return best


def read_json(request: Request, limit: int) -> object:
    """The value of a JSON body of at most `limit` bytes.

    Raises BadRequest, UnsupportedMediaType, RequestEntityTooLarge or PayloadError.
    """
    _plainly_encoded(request)
    if request.mimetype != JSON:
        sent = f"is {request.mimetype!r}" if request.mimetype else "is missing"
        raise UnsupportedMediaType(f"Content-Type {sent}; {JSON} is accepted")
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii"):
        raise PayloadError(f"charset {charset!r} is not accepted for JSON; it is read as UTF-8")
    return parse_json(_body(request, limit))


def read_json_alone(request: Request, limit: int) -> object:
    """The same, where the body says everything and the query nothing."""
    if names := list(request.args):
        errors = tuple(
            (name, "unknown; no query is accepted here, the body says everything") for name in names
        )
        raise PayloadError(
            "query parameter " + "; ".join(f"{name}: {detail}" for name, detail in errors), errors
        )
    return read_json(request, limit)


def _json_job(request: Request, query: CleanQuery, limit: int, terms: Mapping[str, str]) -> Job:
    body = read_payload(CleanBody, read_json(request, limit), context=inline_scope(terms))
    if body.url is not None and query.url is not None:
        raise PayloadError("url: stands in the body and in the query", (("url", "stands twice"),))
    return Job(
        source=body.source,
        media_type=body.media_type,
        url=query.url if body.url is None else body.url,
        keep=(*body.keep, *query.keep),
        disable=(*body.disable, *query.disable),
        include=body.parts | query.parts,
        rules=tuple(body.rules),
    )


def _body(request: Request, limit: int) -> bytes:
    """The whole body, and no part of one: what broke off on its way is refused. Flask's own
    MAX_CONTENT_LENGTH is no help: it cuts a chunked body without a word."""
    body = bytearray()
    declared = request.content_length or 0
    if declared <= limit:
        while part := _part(request, limit + 1 - len(body)):
            body += part
        if len(body) < declared:
            raise BadRequest(f"the body ends after {len(body)} bytes; Content-Length says {declared}")
        if len(body) <= limit:
            return bytes(body)
    _drop_rest(request, _DROPPED_LIMITS * limit)
    raise RequestEntityTooLarge(f"the body is too large; at most {limit} bytes are accepted")


def _drop_rest(request: Request, most: int) -> None:
    """Reads what the client still sends, so that it comes to read the answer: a connection that is closed
    on unread bytes is reset. A client that sends more than `most` bytes is not waited for."""
    while most > 0 and (part := _part(request, min(most, 1 << 16))):
        most -= len(part)


def _part(request: Request, size: int) -> bytes:
    try:
        return request.stream.read(size)
    except (OSError, ParseException) as error:
        raise BadRequest(f"the body broke off, or is not chunked as HTTP asks ({error})") from None


def _query(request: Request) -> CleanQuery:
    found: dict[str, object] = {}
    for name, values in request.args.lists():
        if name in ("url", "format"):
            if len(values) > 1:
                raise PayloadError(f"query parameter {name}: stands twice", ((name, "stands twice"),))
            found[name] = values[0]
        else:
            found[name] = [word for value in values for word in value.split(",") if word]
    return read_payload(CleanQuery, found, "query parameter ")


def _plainly_encoded(request: Request) -> None:
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding != "identity":
        raise UnsupportedMediaType(
            f"Content-Encoding {encoding!r} is not accepted; send the body uncompressed"
        )
