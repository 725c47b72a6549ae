"""A parsed page to its blocks."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urljoin

import turbohtml

from bodycopy.document import Block, Markup
from bodycopy.read.page.builder import Builder, Join
from bodycopy.read.page.hidden import marked
from bodycopy.read.page.walk import walk

#: With fewer characters in sight a page shows next to nothing, and what it hides or keeps for browsers
#: without scripts is all there is to read.
BARE: Final = 250


def page_blocks(page: turbohtml.Document, source: str, url: str | None = None) -> list[Block]:
    """All that a reader sees of `page`, in reading order; `source` is its HTML. Where `url` is known,
    addresses are absolute."""
    root = page.root
    if root is None:
        return []
    join = joiner(page.base_url(url)) if url else None
    shadows = "shadowroot" in source
    special = marked(page)
    builder = Builder(special, join, spare=False)
    walk(root, builder, shadows=shadows)
    blocks = builder.blocks
    if _is_shown(blocks):
        return blocks
    if sum([len(block.text) for block in blocks]) >= BARE:
        return [_in_sight(block) for block in blocks]
    spare = Builder(special, join, spare=True)
    walk(root, spare, shadows=shadows)
    for frames in page.find_all("noframes"):
        inner = turbohtml.parse(frames.text).root
        if inner is not None:
            walk(inner, spare, shadows=False)
    return spare.blocks


def blocks_of(source: str) -> list[Block]:
    """All that a reader sees of a piece of HTML."""
    return page_blocks(turbohtml.parse(source), source)


def joiner(base: str) -> Join:
    """What makes an address absolute. One that is no address stays as it is."""
    scheme, _, rest = base.partition("://")
    origin = f"{scheme}://{rest.partition('/')[0]}"

    def join(target: str) -> str:
        if target.startswith(("http://", "https://")):
            return target
        if target.startswith("/") and not target.startswith("//") and ".." not in target:
            return origin + target
        try:
            return urljoin(base, target)
        except ValueError:
            return target

    return join


def _is_shown(blocks: Sequence[Block]) -> bool:
    """Whether the blocks in sight have so many characters that the page is not bare."""
    count = 0
    for block in blocks:
        if not (block.markup and block.markup.hidden):
            count += len(block.text)
            if count >= BARE:
                return True
    return False


def _in_sight(block: Block) -> Block:
    markup = block.markup
    if markup is None or not markup.hidden:
        return block
    return block._replace(markup=Markup(markup.element, markup.link_density))
