"""What a block should be, told from the gold text of its page."""

import re
from collections.abc import Sequence
from typing import Final

_WORD: Final = re.compile(r"\w+")
SHINGLE: Final = 4
#: Blocks from this share of their shingles in the gold on are the article's.
MOSTLY: Final = 0.6
#: A block of so many words is a paragraph; copies of shorter gold lines count near paragraphs only.
PARAGRAPH_WORDS: Final = 12
SHORT_WORDS: Final = 6
NEAR: Final = 6


def targets(blocks: Sequence[str], gold: str) -> tuple[list[float], list[int]]:
    """For each block the share of its word shingles that stand in `gold` (all of it where the block is a
    line of the gold), and its number of words. A short line that stands far from all of the article's
    paragraphs is a menu entry that says the same."""
    words = _WORD.findall(gold.lower())
    shingles = set(zip(*(words[skip:] for skip in range(SHINGLE)), strict=False))
    lines = {" ".join(_WORD.findall(line.lower())) for line in gold.split("\n")} - {""}
    shares: list[float] = []
    sizes: list[int] = []
    for block in blocks:
        own = _WORD.findall(block.lower())
        sizes.append(len(own))
        if " ".join(own) in lines:
            shares.append(1.0)
        elif len(own) < SHINGLE:
            shares.append(0.0)
        else:
            grams = list(zip(*(own[skip:] for skip in range(SHINGLE)), strict=False))
            shares.append(sum(gram in shingles for gram in grams) / len(grams))
    sure = [
        i
        for i, (share, size) in enumerate(zip(shares, sizes, strict=True))
        if share >= MOSTLY and size >= PARAGRAPH_WORDS
    ]
    if sure:
        for index, size in enumerate(sizes):
            if size < SHORT_WORDS and not sure[0] - NEAR <= index <= sure[-1] + NEAR:
                shares[index] = 0.0
    return shares, sizes
