"""POST /v1/clean."""

from flask import Blueprint, Response, request

from bodycopy.web.answers import JSON, answer
from bodycopy.web.request import answer_type, read_job
from bodycopy.web.service import service

blueprint = Blueprint("clean", __name__)


@blueprint.post("/v1/clean")
def clean() -> Response:
    """Cleans the document in the body."""
    wanted = answer_type(request)
    cleaner = service().cleaner
    job = read_job(request, service().settings.max_bytes, cleaner.ruleset.terms)
    if job.keep or job.disable or job.rules:
        cleaner = cleaner.adjusted(disable=job.disable, keep=job.keep, rules=job.rules)
    result = cleaner.clean(job.source, job.media_type, job.url)
    service().metrics.count_result(result)
    if wanted == JSON:
        response = answer(result.to_dict(job.include))
    else:
        text = result.markdown if wanted == "text/markdown" else result.text
        response = Response(text, mimetype=wanted)
    response.vary.add("Accept")
    return response
