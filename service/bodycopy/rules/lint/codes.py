"""What the linter can find: a code, how grave it is, and what it means. docs/linting.md explains each."""

from typing import Final, Literal, NamedTuple

Severity = Literal["error", "warning", "notice"]


class Code(NamedTuple):
    """One kind of finding."""

    severity: Severity
    meaning: str


CODES: Final = {
    "schema": Code("error", "the file is no pack, or a key or a value is not accepted"),
    "id-folder": Code("error", "the rule's id does not begin with its pack's folder"),
    "example-fails": Code(
        "error", "the rule keeps silent on a `match` example or speaks on a `pass` example"
    ),
    "example-twice": Code("warning", "the same example stands twice"),
    "example-claimed": Code("error", "a certain rule of another label speaks on a `match` example"),
    "certain-on-prose": Code("error", "a certain rule speaks on a plain sentence"),
    "weighed-on-prose": Code("warning", "a weighed rule speaks on a plain sentence"),
    "broad-pattern": Code("warning", "a pattern is found in much of the plain sentences"),
    "folded-away": Code("error", "a pattern asks for a character that folding replaces or drops"),
    "never-matches": Code("error", "no text, once folded, matches the pattern"),
    "never-compared": Code("error", "a phrase is longer than the blocks that phrases are compared with"),
    "contradiction": Code("error", "conditions that can never hold together"),
    "refused": Code("error", "`unless` refuses whatever `when` accepts"),
    "said-twice": Code("warning", "a phrase or a pattern stands twice in one list"),
    "phrase-claimed": Code("error", "certain rules of two labels claim the same phrase"),
    "covered": Code("warning", "a pattern finds nothing that another of its list does not find"),
    "overshadowed": Code("warning", "a certain rule of the same label speaks on all `match` examples"),
    "large-pattern": Code("warning", "a pattern is near the limit of steps"),
    "runs-alone": Code(
        "warning", "a pattern too large to share an automaton has no cheaper condition before it"
    ),
    "unused-term": Code("warning", "no pattern and no other term uses the term"),
    "not-shown": Code("notice", "no `match` example uses the pattern"),
}
