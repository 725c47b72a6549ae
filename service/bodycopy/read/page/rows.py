"""Table rows: the blocks of their cells become one, unless the table only lays out the page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bodycopy.document import BETWEEN_CELLS, Block, Inline, Markup
from bodycopy.inlines import moved
from bodycopy.read.page.frame import Frame

#: A cell whose lines are longer in all is not data; neither is a lone one.
LONG_CELL: Final = 300
#: Blocks a cell, on average, above which no row is data.
MANY: Final = 10


def close_row(row: Frame, begins: Sequence[int], blocks: list[Block]) -> None:
    """Joins the blocks at the end of `blocks`, of which the cells of `row` begin at `begins`, where they are
    data."""
    if not begins or begins[0] == len(blocks):
        return
    if len(blocks) - begins[0] > MANY * len(begins):  # rows of rows must not be gone through time and again
        return
    cells = [blocks[begin:end] for begin, end in pairwise([*begins, len(blocks)])]
    filled = [cell for cell in cells if cell]
    if not filled or not all(map(_is_data, filled)):
        return
    if len(filled) == 1 and (len(begins) == 1 or sum(len(block.text) for block in filled[0]) > LONG_CELL):
        return
    if len({block.markup.hidden for cell in filled for block in cell if block.markup}) > 1:
        return
    blocks[begins[0] :] = [_joined(row, filled)]


def _is_data(cell: Sequence[Block]) -> bool:
    """One block, or the short lines of one element."""
    if len(cell) == 1:
        return cell[0].kind not in ("heading", "code")
    elements = {id(block.markup.element) for block in cell if block.markup}
    return len(elements) == 1 and sum(len(block.text) for block in cell) <= LONG_CELL


def _joined(row: Frame, cells: Sequence[Sequence[Block]]) -> Block:
    parts: list[str] = []
    inlines: list[Inline] = []
    length, linked, hidden = 0, 0.0, False
    for cell in cells:
        for number, block in enumerate(cell):
            between = (" " if number else BETWEEN_CELLS) if parts else ""
            length += len(between)
            parts += (between, block.text)
            inlines += moved(block.inlines, length)
            length += len(block.text)
            if block.markup:
                linked += block.markup.link_density * len(block.text)
                hidden = block.markup.hidden
    markup = Markup(row.element(), linked / length, hidden)
    return Block("".join(parts), kind="table_row", inlines=tuple(inlines), markup=markup)
