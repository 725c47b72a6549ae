"""What the linter can find: a code for each kind of finding, and how grave it is. docs/linting.md says what
each means, and what to do."""

from typing import Final, Literal

Severity = Literal["error", "warning", "notice"]

CODES: Final[dict[str, Severity]] = {
    "schema": "error",
    "id-folder": "error",
    "not-read": "warning",
    "example-fails": "error",
    "example-twice": "warning",
    "example-claimed": "error",
    "certain-on-prose": "error",
    "weighed-on-prose": "warning",
    "broad-pattern": "warning",
    "folded-away": "error",
    "never-matches": "error",
    "never-compared": "error",
    "contradiction": "error",
    "refused": "error",
    "said-twice": "warning",
    "phrase-claimed": "error",
    "covered": "warning",
    "overshadowed": "warning",
    "large-pattern": "warning",
    "runs-alone": "warning",
    "unused-term": "warning",
    "not-shown": "notice",
}
