"""HTML to blocks: all that a reader of the page sees, menus and footer included, in reading order."""

import turbohtml
from bs4.dammit import UnicodeDammit

from bodycopy.decode import check_text, decode
from bodycopy.document import Document
from bodycopy.errors import EncodingError
from bodycopy.read.page.metadata import page_hints
from bodycopy.read.page.page import page_blocks


def read_html(source: str | bytes, charset: str | None = None, url: str | None = None) -> Document:
    """The page's blocks, each with its markup, and what the page states of itself.

    Raises EmptyInputError, BinaryInputError or EncodingError.
    """
    text, warnings = _decode_html(source, charset)
    page = turbohtml.parse(text)
    return Document(text, tuple(page_blocks(page, text, url)), page_hints(text, url), warnings)


def _decode_html(source: str | bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    if isinstance(source, str) or charset:
        decoded = decode(source, charset)
        return decoded.text, decoded.warnings
    dammit = UnicodeDammit(source, is_html=True)
    if dammit.unicode_markup is None:
        raise EncodingError("the page's bytes fit no encoding; send UTF-8 or declare the charset")
    decoded = check_text(dammit.unicode_markup)
    lossy = ("some bytes did not fit the page's encoding",) if dammit.contains_replacement_characters else ()
    return decoded.text, decoded.warnings + lossy
