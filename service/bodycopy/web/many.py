"""POST /v1/clean-many: a batch of documents, those of one site seen beside each other."""

from typing import Annotated, Any, Final, Literal

from flask import Blueprint, Response, request
from pydantic import Field, JsonValue

from bodycopy.batch.inputs import Input
from bodycopy.batch.survey import Survey
from bodycopy.cleaner import Cleaner
from bodycopy.errors import InputError
from bodycopy.payload import Payload, read_payload
from bodycopy.web.answers import answer, ruleset_name
from bodycopy.web.request import Options, read_json_alone
from bodycopy.web.service import service

#: Documents of one request.
MAX_DOCUMENTS: Final = 1_000

blueprint = Blueprint("many", __name__)


class ManyDocument(Payload):
    """One document of a batch: exactly one of `text`, `html` and `markdown`. Its result carries its id."""

    id: JsonValue = Field(None, description="any JSON value")


class ManyBody(Options):
    """A batch of documents. One that can't be read gets an error in its place, and no other is the worse."""

    documents: Annotated[
        list[JsonValue],
        Field(
            min_length=1,
            max_length=MAX_DOCUMENTS,
            json_schema_extra={"items": {"$ref": "#/components/schemas/ManyDocument"}},
        ),
    ]
    group_by: Literal["site"] | None = Field(
        "site",
        description="site: what stands on several pages of one site counts against it; null: nothing does",
    )


@blueprint.post("/v1/clean-many")
def clean_many() -> Response:
    """Cleans the documents in the body."""
    body = read_payload(ManyBody, read_json_alone(request, service().settings.max_bytes))
    cleaner = service().cleaner
    if body.keep or body.disable:
        cleaner = cleaner.adjusted(disable=body.disable, keep=body.keep)
    read = [_read(given) for given in body.documents]
    survey = Survey(cleaner.read, body.group_by)
    for document in read:
        if isinstance(document, ManyDocument):
            survey.add(_input(document))
    results = [_result(document, cleaner, survey, body.parts) for document in read]
    return answer({"results": results, "ruleset": ruleset_name(cleaner.ruleset)})


def _read(given: JsonValue) -> ManyDocument | dict[str, Any]:
    """A document, or what its place says where it is none."""
    try:
        return read_payload(ManyDocument, given)
    except InputError as error:
        return {"id": given.get("id") if isinstance(given, dict) else None, "error": str(error)}


def _result(
    document: ManyDocument | dict[str, Any], cleaner: Cleaner, survey: Survey, include: frozenset[str]
) -> dict[str, Any]:
    if not isinstance(document, ManyDocument):
        return document
    given = _input(document)
    try:
        result = cleaner.among(survey.furniture(given)).clean(*given)
    except InputError as error:
        return {"id": document.id, "error": str(error)}
    service().metrics.count_result(result)
    found = result.to_dict(include)
    del found["ruleset"]  # the same for all
    return {"id": document.id, **found}


def _input(document: ManyDocument) -> Input:
    return Input(document.source, document.media_type, document.url)
