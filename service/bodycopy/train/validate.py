"""Cross-validation by site: how well the networks choose blocks on pages of sites they have not seen."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from bodycopy.bench.scores import Mean, f1, score
from bodycopy.decide.network import Blend, Network
from bodycopy.train.distil import distil
from bodycopy.train.samples import HTML, Heard, Sample, fold_of


class Result(NamedTuple):
    """Scores over `pages` samples of one corpus and kind, in which these rules were `heard`.
    `before` is the F1 of the text as it came."""

    corpus: str
    kind: str
    heard: Heard
    pages: int
    precision: float
    recall: float
    f1: float
    before: float

    def to_dict(self) -> dict[str, Any]:
        """Plain data, rounded."""
        return {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in self._asdict().items()
        }


#: By corpus, kind and which rules spoke: for each sample what was kept, its gold and the whole.
_Texts = dict[tuple[str, str, Heard], list[tuple[str, str, str]]]


def cross_validate(
    texts: Sequence[Sample],
    pages: Sequence[Sample],
    folds: int,
    passes: tuple[int, int],
    seed: int,
    threshold: float,
    say: Callable[[str], None],
) -> list[Result]:
    """Each sample judged by the networks that the decider has, fitted without its site; block by block,
    without rules' vetoes. `passes` are those over `texts` and those over `pages`."""
    chosen: _Texts = defaultdict(list)
    least = math.log(threshold / (1.0 - threshold))
    for fold in range(folds):
        say(f"fold {fold + 1} of {folds}")
        text, page = (
            Network.read(distil(_without(group, folds, fold), count, seed, say).arrays())
            for group, count in zip((texts, pages), passes, strict=True)
        )
        for sample in (*texts, *pages):
            if sample.gold is not None and fold_of(sample.site, folds) == fold:
                network = Blend(page, text) if sample.kind == HTML else text
                kept = network.logits(sample.seen) > least
                text_kept = "\n\n".join(np.array(sample.blocks, object)[kept])
                key = sample.corpus, sample.kind, sample.heard
                chosen[key].append((text_kept, sample.gold, "\n\n".join(sample.blocks)))
    return list(_results(chosen))


def _without(samples: Sequence[Sample], folds: int, fold: int) -> list[Sample]:
    return [sample for sample in samples if fold_of(sample.site, folds) != fold]


def _results(texts: _Texts) -> Iterator[Result]:
    for (corpus, kind, heard), pages in texts.items():
        after, before = Mean(), Mean()
        for text, gold, whole in pages:
            after.add(score(text, gold))
            before.add(score(whole, gold))
        precision, recall = (share or 0.0 for share in after.score)
        yield Result(
            corpus,
            kind,
            heard,
            len(pages),
            precision,
            recall,
            f1(precision, recall) or 0.0,
            f1(*before.score) or 0.0,
        )
