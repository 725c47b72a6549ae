"""The documents of a corpus that cost bodycopy's scores most, and which of their lines did it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from bodycopy.bench.quality import HTML, Input, Row, read_texts
from bodycopy.bench.scores import SHINGLE, shingles, tokens
from bodycopy.bench.tools import OWN
from bodycopy.bench.totals import PageScore
from bodycopy.cleaner import Cleaner
from bodycopy.errors import InputError
from bodycopy.explain.evidence import ExplainedBlock

#: Documents that are told of each corpus.
TOLD: Final = 10
#: From this share of a line's 4-grams in the gold text it is the article's.
ARTICLE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Mistake:
    """The longest line of a document that was wrongly dropped or kept: its text and words, the label that it
    got, and why."""

    text: str
    words: int
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cost:
    """A document in the rendering in which it costs most: the words of its article that were lost, the others
    that were left, and the longest line of each kind (None where no whole line is)."""

    corpus: str
    form: str
    name: str
    lost: int
    left: int
    dropped: Mistake | None
    kept: Mistake | None

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        return asdict(self)


def costs(rows: Sequence[Row], inputs: Sequence[Input]) -> list[Cost]:
    """The TOLD documents of each corpus with the most words lost and left, worst first, as text. `inputs` are
    those that `rows` were measured on."""
    own = {(row.corpus, row.form): row.scores for row in rows if row.tool == OWN and row.form != HTML}
    cleaner: Cleaner | None = None
    found: list[Cost] = []
    for corpus in dict.fromkeys(corpus for corpus, _ in own):
        for score, form, at in _worst(corpus, own):
            [one] = [given for given in inputs if (given.corpus, given.form) == (corpus, form)]
            cleaner = cleaner or Cleaner()
            blocks = _explained(cleaner, read_texts(one.file)[at])
            dropped, kept = _mistakes(blocks, one.pages[at][1])
            found.append(Cost(corpus, form, score.page.name, score.lost, score.left, dropped, kept))
    return found


def _worst(
    corpus: str, own: dict[tuple[str, str], tuple[PageScore, ...]]
) -> list[tuple[PageScore, str, int]]:
    """The pages of `corpus` that cost most, each once, in the rendering in which it does, with its number."""
    pages = [
        (score, form, at)
        for (of, form), scores in own.items()
        if of == corpus
        for at, score in enumerate(scores)
        if score.lost + score.left
    ]
    ranked = sorted(pages, key=lambda page: (-page[0].lost - page[0].left, page[0].page.name, page[1]))
    once: dict[str, tuple[PageScore, str, int]] = {}
    for page in ranked:
        once.setdefault(page[0].page.name, page)
    return list(once.values())[:TOLD]


def _explained(cleaner: Cleaner, text: str) -> Sequence[ExplainedBlock]:
    try:
        return cleaner.explain(text).blocks
    except InputError:
        return ()


def _mistakes(blocks: Iterable[ExplainedBlock], gold: str) -> tuple[Mistake | None, Mistake | None]:
    """The longest line of the article that was dropped, and of the rest that was kept."""
    wanted = shingles(gold)
    longest: dict[bool, ExplainedBlock] = {}
    sizes: Counter[bool] = Counter()
    for block in blocks:
        size = len(tokens(block.text))
        if size < SHINGLE:
            continue
        own = shingles(block.text)
        article = (own & wanted).total() > ARTICLE * own.total()
        if article != block.kept and size > sizes[block.kept]:
            longest[block.kept], sizes[block.kept] = block, size
    dropped, kept = (_mistake(longest[was], sizes[was]) if was in longest else None for was in (False, True))
    return dropped, kept


def _mistake(block: ExplainedBlock, words: int) -> Mistake:
    spoken = [*block.speaks_for, *block.speaks_against]
    rules = f" ({', '.join(dict.fromkeys(one.rule for one in spoken))})" if spoken else ""
    moved = ", ".join(f"{one.group} {one.by:+.1f}" for one in block.moved[:3])
    return Mistake(
        block.text, words, block.label, f"{block.reason}{rules}; score {block.score:+.1f}, moved by {moved}"
    )
