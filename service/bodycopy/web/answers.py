"""What goes out: JSON answers, and the models that describe them in /openapi.json."""

from typing import Any

from flask import Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from bodycopy.payload import dump_json
from bodycopy.result import Removed, ResultBlock
from bodycopy.rules.describe import RuleSummary
from bodycopy.trial import Change, TriedRule

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"


def answer(body: object, status: int = 200, media_type: str = JSON) -> Response:
    """`body` as JSON in UTF-8."""
    return Response(dump_json(body), status, mimetype=media_type)


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RulesetName(_Answer):
    """What identifies the rules that were in force."""

    version: str
    hash: str


class Caption(_Answer):
    """A caption as it stood, and the part that names photographer or agency."""

    text: str
    credit: str | None


class Dateline(_Answer):
    """Where a story was filed and by which agency."""

    place: str | None
    agency: str | None


class Metadata(_Answer):
    """What the article says of itself. What was not found is null or empty, never guessed."""

    title: str | None
    subtitle: str | None
    authors: list[str] = Field(description="people")
    agencies: list[str] = Field(description="agencies and organisations named as author")
    published: str | None = Field(description="ISO 8601")
    modified: str | None = Field(description="ISO 8601")
    dateline: Dateline | None
    section: str | None
    tags: list[str]
    captions: list[Caption]
    credits: list[str]
    notes: list[str]
    language: str | None = Field(description="BCP 47")
    site_name: str | None
    url: str | None
    paywalled: bool | None = Field(description="whether the page states that it can't be read for free")
    word_count: int = Field(description="words of the clean text")
    sources: dict[str, str] = Field(
        description="where the value of each field stood: text, or a place in the page's markup"
    )


class CleanAnswer(_Answer):
    """A cleaned document. Offsets are code points of the decoded source, null for HTML."""

    text: str = Field(description="The kept blocks in order, one blank line between them.")
    markdown: str | None = Field(None, description="The same as Markdown, where asked for.")
    metadata: Metadata
    removed: list[Removed]
    blocks: list[ResultBlock] = Field([], description="Every block in reading order, where asked for.")
    ruleset: RulesetName
    warnings: list[str]


class ManyResult(_Answer):
    """One document of a batch, cleaned. `id` is the document's, null where it has none."""

    id: JsonValue
    text: str
    markdown: str | None = Field(None, description="The same as Markdown, where asked for.")
    metadata: Metadata
    removed: list[Removed]
    blocks: list[ResultBlock] = Field([], description="Every block in reading order, where asked for.")
    warnings: list[str]


class ManyRefused(_Answer):
    """One document of a batch that can't be read, and why."""

    id: JsonValue
    error: str


class ManyAnswer(_Answer):
    """A result or an error for each document, in order."""

    results: list[ManyResult | ManyRefused]
    ruleset: RulesetName


class RulesAnswer(_Answer):
    """The rules in force that meet the filters."""

    ruleset: RulesetName
    rules: list[RuleSummary]


class TrialAnswer(_Answer):
    """What a pack does to one document. The ruleset is the one in force, over which the pack was laid."""

    ruleset: RulesetName
    rules: list[TriedRule]
    changes: list[Change]
    more_changes: int
    warnings: list[str]


class Health(_Answer):
    """The process answers."""

    status: str


class ReloadState(_Answer):
    """How the last loading of the packs ended. Where it failed, the rules from before it are in force."""

    failed: bool
    problems: list[str] = Field(description="What is wrong with the packs, each as file:line: key: message.")


class Readiness(Health):
    """The rules are compiled and documents can be cleaned."""

    ruleset: RulesetName
    rules: int
    reload: ReloadState


class FieldProblem(_Answer):
    """One field of a request that is wrong."""

    field: str
    detail: str


class Problem(_Answer):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = Field([], description="The fields that are wrong, where fields are.")


def ruleset_name(ruleset: Any) -> dict[str, str]:
    """The version and hash of a loaded Ruleset."""
    return {"version": ruleset.version, "hash": ruleset.hash}
