"""Pieces of HTML to blocks, for tests."""

from bodycopy.document import Block, Element
from bodycopy.read.page.page import blocks_of

#: Visible text enough that what a page hides stays hidden.
FILLER = (
    "<p>The harbour master closed the eastern pier on Monday after divers found that four of its oak piles "
    "had been eaten away by shipworm, a mollusc that had not been seen so far north before. Repairs will "
    "take until the autumn, he said, and the ferry will use the coal wharf until then.</p>"
)


def texts(source: str) -> list[str]:
    """The texts of the blocks of `source`."""
    return [block.text for block in blocks_of(source)]


def element_of(block: Block) -> Element:
    """The block's element."""
    assert block.markup is not None
    return block.markup.element


def around(block: Block) -> list[str]:
    """The tags of the block's element and of those around it, up to the body."""
    tags = []
    element: Element | None = element_of(block)
    while element is not None and element.tag != "body":
        tags.append(element.tag)
        element = element.parent
    return tags
