"""Cross-validation: networks that have not seen a site choose on its pages, as the decider would."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")

from bodycopy.decide.network import TEXT_SHARE
from bodycopy.train import validate
from bodycopy.train.samples import HTML, Sample, fold_of

FOLDS = 2
SITES = ("a.example", "b.example", "c.example", "d.example")


def sample(site: str, kind: str, *seen: tuple[float, ...]) -> Sample:
    count = len(seen)
    return Sample(
        id=f"{site} {kind}",
        corpus="made",
        site=site,
        kind=kind,
        heard="all",
        gold="the first block of this text",
        blocks=["the first block of this text", "another block that is no part of it"][:count],
        seen=np.array(seen, np.float32),
        shares=np.array([1.0, 0.0], np.float32)[:count],
        sizes=np.full(count, 6.0, np.float32),
    )


class _Passing:
    """A network whose log-odds are the last of its features."""

    def __init__(self, features: int) -> None:
        self.features = features

    def arrays(self) -> dict[str, Any]:
        entry = np.zeros((self.features, 2), np.float32)
        entry[-1] = 1.0, -1.0
        return {
            "dilations": [],
            "mean": np.zeros(self.features, np.float32),
            "scale": np.ones(self.features, np.float32),
            "entry": entry,
            "entry_bias": np.zeros(2, np.float32),
            "whole": np.zeros((4, 2), np.float32),
            "whole_bias": np.zeros(2, np.float32),
            "exit": np.array([1.0, -1.0, 0.0, 0.0], np.float32),
            "exit_bias": np.zeros(1, np.float32),
        }


def test_texts_by_the_one_network_pages_by_both_and_no_site_by_one_that_saw_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fits: list[tuple[int, set[str]]] = []

    def distil(samples: Sequence[Sample], passes: int, seed: int, say: object) -> _Passing:
        fits.append((passes, {one.site for one in samples}))
        return _Passing(samples[0].seen.shape[1])

    monkeypatch.setattr(validate, "distil", distil)
    assert len({fold_of(site, FOLDS) for site in SITES}) == FOLDS
    # of pages both networks together keep the first block alone; that for pages would keep both
    texts = [sample(site, "bs4", (1.0,), (-1.0,)) for site in SITES]
    low = -0.8 * (1.0 - TEXT_SHARE) / TEXT_SHARE
    pages = [sample(site, HTML, (1.0, 0.5), (2.0 * low, 0.8)) for site in SITES]
    results = validate.cross_validate(texts, pages, FOLDS, (3, 7), 1, 0.5, lambda line: None)
    by_fold = [{site for site in SITES if fold_of(site, FOLDS) != fold} for fold in range(FOLDS)]
    assert fits == [(passes, known) for known in by_fold for passes in (3, 7)]
    assert {(one.kind, one.pages, one.f1) for one in results} == {("bs4", 4, 1.0), (HTML, 4, 1.0)}
    assert all(one.before < 1.0 for one in results)


def test_without_folds_nothing_is_fitted() -> None:
    one = [sample("a.example", "bs4", (1.0,))]
    assert validate.cross_validate(one, one, 0, (1, 1), 1, 0.5, lambda line: None) == []
