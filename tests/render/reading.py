"""How somebody else reads Markdown: the words of what markdown-it makes of it, without the library's user."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def words_of(markdown: str) -> list[str]:
    """The words of `markdown` in order, as a browser would show them."""
    return " ".join(_texts(_PARSER.parse(markdown))).split()


def kinds_of(markdown: str) -> set[str]:
    """Which types of token `markdown` has."""
    tokens = _PARSER.parse(markdown)
    return {part.type for token in tokens for part in (token, *(token.children or ()))}


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline_texts(token.children or []))
        elif token.type in ("fence", "code_block", "html_block"):
            yield token.content


def _inline_texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield from _inline_texts(token.children or [])
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        else:
            yield token.content
