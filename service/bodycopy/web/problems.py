"""Errors become RFC 9457 problem details: a client's mistake never a 500, and never a stack trace."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from bodycopy.errors import InputError, MediaTypeError, OptionError, RuleError
from bodycopy.payload import MAX_ERRORS, PayloadError
from bodycopy.web.answers import PROBLEM_JSON, answer


def init_app(app: Flask) -> None:
    """Registers the handlers."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(InputError, _input)
    app.register_error_handler(OptionError, _option)
    app.register_error_handler(RuleError, _rules)
    app.register_error_handler(Exception, _unexpected)


def problem(status: int, detail: str, **members: Any) -> Response:
    """A problem answer. Its title is the status's phrase, as the type `about:blank` asks."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return answer(body | members, status, PROBLEM_JSON)


def _http(error: HTTPException) -> AnyResponse:
    status = error.code or 500
    if status < 400:  # a redirect is no problem
        return error.get_response(request.environ)
    detail = error.description or HTTPStatus(status).phrase
    if status == 404 and not request.url_rule:
        detail = f"there is nothing at {request.path}; /openapi.json lists what there is"
    if status == 405 and error.response is None:
        allowed = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
        detail = f"{request.method} is not accepted at {request.path}; accepted: {allowed}"
    response = problem(status, detail)
    for name, value in error.get_headers(request.environ):
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    return response


def _input(error: InputError) -> Response:
    if isinstance(error, MediaTypeError):
        return problem(415, str(error))
    if isinstance(error, PayloadError) and error.errors:
        fields = [{"field": field, "detail": detail} for field, detail in error.errors]
        return problem(400, str(error), errors=fields)
    return problem(400, str(error))


def _option(error: OptionError) -> Response:
    return problem(400, str(error))


def _rules(error: RuleError) -> Response:
    """Rules that came with a request; each problem begins with the field that is wrong."""
    pairs = (problem.partition(": ") for problem in error.problems[:MAX_ERRORS])
    errors = [{"field": field, "detail": detail} for field, _, detail in pairs]
    return problem(400, "; ".join(error.problems[:MAX_ERRORS]), errors=errors)


def _unexpected(error: Exception) -> Response:
    current_app.logger.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(500, "an error of bodycopy's own; the service's log has the details")
