"""Training samples: pages as raw text and as HTML, articles alone, what extractors leave, hard examples; as
the decider sees them."""

import random
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bodycopy.bench.renderers import RENDERERS, renderer
from bodycopy.cleaner import Cleaner
from bodycopy.decide.features import features
from bodycopy.document import Block
from bodycopy.errors import InputError
from bodycopy.rules.sites import site_of
from bodycopy.train.corpora import Page
from bodycopy.train.extractors import agreed_text, extractors
from bodycopy.train.splices import MOSTLY, Labelled, copied, splice
from bodycopy.train.targets import targets, word_counts

#: Articles without their page, so that a clean text is left as it is.
ALONE: Final = "gold"
#: Pages with their markup: the only kind that the network for pages learns from.
HTML: Final = "html"
SPLICED: Final = "spliced"
COPIED: Final = "copied"
#: Which rules speak in a sample: all of them; some, as on a site whose words no writer of rules has met; or
#: those that know no language, as where there is no pack for it.
Heard = Literal["all", "some", "general"]
#: The share of the rules that are silent where some are. Rules know the pages that were at hand when they
#: were written: a network that sees all of them speak trusts them more than other pages bear out.
SILENT: Final = 0.35
#: The hard examples that are made of each page.
_HARD: Final = (SPLICED, SPLICED, COPIED)
#: Longer documents teach a hard example nothing more.
LONGEST: Final = 1_500
_OTHERS: Final = 6
#: What stands in boxes between paragraphs.
_BOXES: Final = ("related", "newsletter", "sponsor", "social")


@dataclass(slots=True)
class Sample:
    """One text. `kind` says how it was made; `shares` and `sizes` are those of `targets`; `seen` are the
    features of its blocks. `gold` is None where no person said what it is. `heard` says which rules
    spoke."""

    id: str
    corpus: str
    site: str
    kind: str
    heard: Heard
    gold: str | None
    blocks: list[str]
    seen: NDArray[np.float32]
    shares: NDArray[np.float32]
    sizes: NDArray[np.float32]


class _Read(NamedTuple):
    """The samples of one page, and its renderings by name."""

    page: Page
    samples: list[Sample]
    renderings: dict[str, Labelled]


def fold_of(site: str, folds: int) -> int:
    """The fold that all pages of `site` are in."""
    return zlib.crc32(site.encode()) % folds


def make_samples(
    pages: Sequence[Page], folds: int, processes: int, done: Callable[[], None]
) -> Iterator[Sample]:
    """The samples of `pages`, the same ones in the same order whatever the number of `processes`. Of a page
    without gold text come those that extractors agree on, if they do; hard examples mix pages of one fold
    only, so that none knows a site of another. Calls `done` after each page."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        read: list[_Read] = []
        for found in pool.map(_read, pages, chunksize=4):
            read.append(found)
            yield from found.samples
            done()
        for sample in pool.map(_hard, *zip(*_mixtures(read, max(1, folds)), strict=True), chunksize=16):
            if sample is not None:
                yield sample


@cache
def _cleaner() -> Cleaner:
    return Cleaner(decider="rules")


@cache
def _of_languages() -> frozenset[str]:
    """The rules that know a language."""
    ruleset = _cleaner().ruleset
    pairs = zip(ruleset.rules, ruleset.sources, strict=True)
    return frozenset(rule.id for rule, source in pairs if source.language != "any")


def _silent(sample: str) -> frozenset[str]:
    """The rules that are silent in the sample named so: others in each, whatever rules there are beside."""
    most = SILENT * (1 << 32)
    ids = [rule.id for rule in _cleaner().ruleset.rules]
    return frozenset(one for one in ids if zlib.crc32(f"{sample} {one}".encode()) < most)


def site_name(page: Page) -> str:
    """What names the site of `page`: all pages of a site are in one fold."""
    return site_of(page.url) or page.id


def _read(page: Page) -> _Read:
    gold = page.gold if page.gold is not None else agreed_text(page.html)
    if not gold:
        return _Read(page, [], {})
    samples, renderings = [], {}
    unruled = random.Random(f"{page.corpus} {page.id}").choice(RENDERERS)
    for kind, source in _sources(page, gold):
        try:
            blocks = _cleaner().read(source, "text/html" if kind == HTML else "text/plain").blocks
        except InputError:  # an extractor that found nothing
            continue
        shares = targets([block.text for block in blocks], gold)
        samples.append(_sample(page, kind, blocks, shares))
        if kind == unruled:
            samples.append(_sample(page, kind, blocks, shares, "general"))
        if kind in RENDERERS:
            samples.append(_sample(page, kind, blocks, shares, "some"))
            renderings[kind] = Labelled(blocks, shares, page.title, _openers(blocks, shares))
    return _Read(page._replace(html=""), samples, renderings)


def _openers(blocks: Sequence[Block], shares: Sequence[float]) -> list[int]:
    """The blocks of the page's junk that rules are certain to be the first of a box."""
    evidence = _cleaner().look(blocks).evidence
    return [
        index
        for index, entries in enumerate(evidence)
        if shares[index] < MOSTLY and any(entry.certain and entry.label in _BOXES for entry in entries)
    ]


def _sources(page: Page, gold: str) -> Iterator[tuple[str, str]]:
    for name in RENDERERS:
        yield name, renderer(name)(page.html)
    yield HTML, page.html
    if page.gold is not None:
        yield ALONE, gold
        for name, extract in extractors().items():
            yield name, extract(page.html)


def _sample(
    page: Page, kind: str, blocks: Sequence[Block], shares: Sequence[float], heard: Heard = "all"
) -> Sample:
    matched = _cleaner().look(blocks)
    evidence, texts = matched.evidence, [block.text for block in blocks]
    if heard != "all":
        silent = _silent(f"{page.corpus} {page.id} {kind}") if heard == "some" else _of_languages()
        evidence = [[entry for entry in entries if entry.rule not in silent] for entries in evidence]
    return Sample(
        id=page.id,
        corpus=page.corpus,
        site=site_name(page),
        kind=kind,
        heard=heard,
        gold=None if kind in _HARD else page.gold,
        blocks=texts,
        seen=features(matched.scene, evidence),
        shares=np.array(shares, np.float32),
        sizes=np.array(word_counts(texts), np.float32),
    )


_Mixture = tuple[str, Page, Labelled, list[Labelled], int]


def _mixtures(read: Sequence[_Read], folds: int) -> Iterator[_Mixture]:
    """For each hard example its page, the rendering, others of the same fold, and a seed."""
    pools: dict[int, list[_Read]] = {}
    for one in read:
        if len(one.renderings) == len(RENDERERS):
            pools.setdefault(fold_of(site_name(one.page), folds), []).append(one)
    for pool in pools.values():
        for page, _, renderings in pool if len(pool) > _OTHERS else ():
            for number, kind in enumerate(_HARD):
                seed = zlib.crc32(f"{page.corpus} {page.id} {number}".encode())
                chance = random.Random(seed)
                form = chance.choice(RENDERERS)
                others = [one for one in chance.sample(pool, _OTHERS + 1) if one.page is not page]
                yield kind, page, renderings[form], [one.renderings[form] for one in others[:_OTHERS]], seed


def _hard(kind: str, page: Page, own: Labelled, others: Sequence[Labelled], seed: int) -> Sample | None:
    make = copied if kind == COPIED else splice
    made = make(own, others, random.Random(seed))
    if len(made.blocks) > LONGEST or own.span() == (0, 0):
        return None
    return _sample(page, kind, made.blocks, made.shares)
