"""What a block should be, told from the gold text of its page."""

import re
from collections.abc import Sequence
from typing import Final

from bodycopy.shingles import runs

_WORD: Final = re.compile(r"\w+")
SHINGLE: Final = 4
#: Blocks from this share of their shingles in the gold on are the article's.
MOSTLY: Final = 0.6
#: A block of so many words is a paragraph; copies of shorter gold lines count near paragraphs only.
PARAGRAPH_WORDS: Final = 12
SHORT_WORDS: Final = 6
NEAR: Final = 6
#: No language's words are this long on average.
LETTERS: Final = 12


def targets(blocks: Sequence[str], gold: str) -> list[float]:
    """For each block the share of its words that lie in word shingles of `gold` (all of them where the block
    is a line of the gold). Shingles run on from block to block: renderings break a paragraph at each link of
    it. A short line that stands far from all of the article's paragraphs is a menu entry that says the
    same."""
    words = _WORD.findall(gold.lower())
    shingles = set(runs(words, SHINGLE))
    lines = {" ".join(_WORD.findall(line.lower())) for line in gold.split("\n")} - {""}
    own = [_WORD.findall(block.lower()) for block in blocks]
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
        for i, (share, part) in enumerate(zip(shares, own, strict=True))
        if share >= MOSTLY and len(part) >= PARAGRAPH_WORDS
    ]
    if sure:
        for index, part in enumerate(own):
            if len(part) < SHORT_WORDS and not sure[0] - NEAR <= index <= sure[-1] + NEAR:
                shares[index] = 0.0
    return shares


def word_counts(blocks: Sequence[str]) -> list[int]:
    """How many words each block has; long ones of scripts without spaces count as several."""
    return [max(len(_WORD.findall(block)), len(block) // LETTERS) for block in blocks]


def _covered(words: Sequence[str], shingles: set[tuple[str, ...]]) -> list[bool]:
    """Whether each word lies in one of `shingles`."""
    covered = [False] * len(words)
    for at, shingle in enumerate(runs(words, SHINGLE)):
        if shingle in shingles:
            covered[at : at + SHINGLE] = [True] * SHINGLE
    return covered
