"""An article in three paragraphs, to set lines around."""

PROSE = (
    "The ferry to Little Orne sailed again on Friday, nine winters after a storm took the only pier away.",
    "Eleven passengers and a goat were aboard, and the harbour master rang a bell that nobody knew.",
    "The new pier stands on steel piles, and the islanders say that it will see their grandchildren off.",
)
