"""HTML to blocks: all that a reader of the page sees, menus and footer included, in reading order."""

from functools import partial

import turbohtml

from bodycopy.document import Document
from bodycopy.read.page.article_body import stated_body, with_stated
from bodycopy.read.page.encoding import decode_page
from bodycopy.read.page.page import page_blocks
from bodycopy.read.page.second_opinion import second_opinion
from bodycopy.stated.hints import hints


def read_html(source: str | bytes, charset: str | None = None, url: str | None = None) -> Document:
    """The page's blocks, each with its markup, and what the page states of itself.

    Raises EmptyInputError, BinaryInputError or EncodingError.
    """
    decoded = decode_page(source, charset)
    text = decoded.text
    page = turbohtml.parse(text)
    blocks = page_blocks(page, text, url)
    stated = stated_body(page, text)
    if stated:
        blocks = with_stated(blocks, stated)
    asks = page.select_one('input[type="password" i]') is not None
    opinion = partial(second_opinion, page, text)
    return Document(text, tuple(blocks), hints(page, url), decoded.warnings, opinion, asks)
