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
    """For each block the share of its words that lie in word shingles of `gold` (all of them where the block is
    a line of the gold), and its number of words. Shingles run on from block to block: renderings break a
    paragraph at each link of it. A short line that stands far from all of the article's paragraphs is a menu
    entry that says the same."""
    words = _WORD.findall(gold.lower())
    shingles = set(zip(*(words[skip:] for skip in range(SHINGLE)), strict=False))
    lines = {" ".join(_WORD.findall(line.lower())) for line in gold.split("\n")} - {""}
    own = [_WORD.findall(block.lower()) for block in blocks]
    sizes = [len(part) for part in own]
    covered = _covered([word for part in own for word in part], shingles)
    shares: list[float] = []
    begin = 0
    for part in own:
        end = begin + len(part)
        whole = " ".join(part) in lines
        shares.append(1.0 if whole else sum(covered[begin:end]) / len(part) if part else 0.0)
        begin = end
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


def _covered(words: Sequence[str], shingles: set[tuple[str, ...]]) -> list[bool]:
    """Whether each word lies in one of `shingles`."""
    covered = [False] * len(words)
    for at, shingle in enumerate(zip(*(words[skip:] for skip in range(SHINGLE)), strict=False)):
        if shingle in shingles:
            covered[at : at + SHINGLE] = [True] * SHINGLE
    return covered
