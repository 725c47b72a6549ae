"""The first of two looks at a batch: what repeats on the pages of each group."""

from collections import defaultdict
from collections.abc import Callable

from bodycopy.batch.furniture import NONE, Furniture, Site
from bodycopy.batch.inputs import GroupBy, Input, group_of
from bodycopy.document import Document
from bodycopy.errors import InputError
from bodycopy.shape import measure

Read = Callable[[str | bytes | bytearray, str, str | None], Document]
"""Reads a source of a media type from an address into blocks."""


class Survey:
    """Takes in the documents of a batch, one at a time; then says for each what repeats in its group. Which
    documents came first makes no difference. Picklable where `group_by` is."""

    def __init__(self, read: Read, group_by: GroupBy) -> None:
        self._read, self._group_by = read, group_by
        self._sites: dict[str, Site] = defaultdict(Site)
        self._found: dict[str, Furniture] = {}

    def add(self, document: Input) -> None:
        """Takes in one document. One that can't be read says nothing of its group."""
        group = group_of(document, self._group_by)
        if group is None:
            return
        try:
            blocks = self._read(*document).blocks
        except InputError:
            return
        self._sites[group].add(measure([block.text for block in blocks]), document.url)

    def furniture(self, document: Input) -> Furniture:
        """What repeats in the group of `document`, once all documents were taken in."""
        group = group_of(document, self._group_by)
        if group is None:
            return NONE
        if group not in self._found:
            site = self._sites.pop(group, None)
            self._found[group] = site.furniture() if site else NONE
        return self._found[group]
