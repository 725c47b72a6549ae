"""markdown-it with an end to its work: CommonMark with tables and strikethrough, in bounded time."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, escape, html_inline, newline
from markdown_it.token import Token

#: Deeper lists and quotes are read as plain lines. A level of a list counts twice.
MAX_NESTING: Final = 30
#: Steps done on one document, for its blocks and again for what stands in them. A megabyte of ordinary
#: Markdown takes some ten thousands.
MAX_WORK: Final = 200_000
#: A rule may look at the rest of its block, so one step more is counted for so many characters of that.
LOOKED_AT: Final = 2_000
#: What `markdown-it` puts into a token's `meta`: where in its block's content it begins and ends.
PLACE: Final = "place"


class WorkSpentError(Exception):
    """The Markdown is made to be slow; what is left of it is not worth reading as Markdown."""


class Work:
    """Counts down what may still be done."""

    def __init__(self) -> None:
        self._left = MAX_WORK

    def spend(self, steps: int) -> None:
        """Raises WorkSpentError where nothing is left."""
        self._left -= steps
        if self._left < 0:
            raise WorkSpentError


class _Parser(MarkdownIt):
    """Takes every link for a link: what is read is text, and nobody follows a link in it."""

    def validateLink(self, _url: str) -> bool:
        return True


class Blocks(NamedTuple):
    """The tokens of a text's blocks. `read` is the first line that is not in them, because it would have
    taken too long; `references` are the targets of links that stand apart, with the lines they stand in."""

    tokens: list[Token]
    read: int
    references: dict[str, Any]
    reference_lines: list[tuple[int, int]]


def parse_blocks(text: str) -> Blocks:
    """The blocks of `text`, whose lines end in newlines."""
    parser = _parser()
    tokens: list[Token] = []
    env: dict[str, Any] = {"work": Work()}
    state = StateBlock(text, parser, env, tokens)
    read = state.lineMax
    try:
        parser.block.tokenize(state, 0, state.lineMax)
    except WorkSpentError:
        read = _drop_unfinished(tokens)
    references = env.get("references", {})
    twice = env.get("duplicate_refs", ())
    lines = [tuple(one["map"]) for one in (*references.values(), *twice)]
    return Blocks(tokens, read, references, lines)


def parse_inlines(content: str, references: dict[str, Any], work: Work) -> list[Token]:
    """What stands in a block with this content; line breaks and HTML say their place in it.

    Raises WorkSpentError.
    """
    work.spend(1)
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(content, parser, {"references": references, "work": work}, tokens)
    return tokens


def _drop_unfinished(tokens: list[Token]) -> int:
    """Drops the tokens of the last block of the document, which was not read to its end, and returns the
    line where it begins."""
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].level == 0), 0)
    if not tokens:
        return 0
    token = tokens[last]
    if token.nesting == 1:
        del tokens[last:]
        return token.map[0] if token.map else 0
    # what was not finished has left no token yet
    ends = [token.map[1] for token in tokens if token.map and token.level == 0]
    return max(ends, default=0)


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    ends = ["paragraph", "reference", "blockquote", "list", "table"]
    parser.block.ruler.before("table", "work", _block_work, {"alt": ends})
    parser.inline.ruler.before("text", "work", _inline_work)
    for name, rule in (("newline", newline), ("escape", escape), ("html_inline", html_inline)):
        parser.inline.ruler.at(name, _placed(rule))
    return parser


def _block_work(state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:
    state.env["work"].spend(1)
    return False


def _inline_work(state: StateInline, _silent: bool) -> bool:
    state.env["work"].spend(1 + (state.posMax - state.pos) // LOOKED_AT)
    return False


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """`rule`, whose tokens say where in the content they stand."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent and len(state.tokens) > count:
            state.tokens[-1].meta[PLACE] = (start, state.pos)
        return found

    return run
