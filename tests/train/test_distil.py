"""The network learns half from the samples and half from teachers of other seeds."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch")

from bodycopy.train import distil as distillation
from bodycopy.train.distil import TEACHERS, distil
from bodycopy.train.samples import Sample


def sample(*shares: float) -> Sample:
    """A page of one feature a block: its share, with nothing to tell the last block by."""
    count = len(shares)
    return Sample(
        id="1",
        corpus="a",
        site="a.example",
        kind="html",
        heard="all",
        gold="",
        blocks=["word"] * count,
        seen=np.array([*shares[:-1], 0.5], np.float32)[:, None],
        shares=np.array(shares, np.float32),
        sizes=np.full(count, 10.0, np.float32),
    )


class _Sure:
    """Says of every block that it is the article's with this probability."""

    def __init__(self, probability: float) -> None:
        self.probability = probability

    def likely(self, seen: NDArray[np.float32]) -> NDArray[np.float64]:
        return np.full(len(seen), self.probability)


def test_teachers_see_the_samples_and_the_network_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    fits: list[tuple[int, list[list[float]]]] = []
    says = [0.2, 0.6, 1.0]
    assert len(says) == TEACHERS

    def fit(samples: Sequence[Sample], passes: int, seed: int, say: Callable[[str], None]) -> _Sure:
        fits.append((seed, [one.shares.tolist() for one in samples]))
        return _Sure([*says, 0.0][len(fits) - 1])

    monkeypatch.setattr(distillation, "fit", fit)
    samples = [sample(0.0, 1.0), sample(1.0)]
    distil(samples, 1, 7, lambda line: None)
    own = [[0.0, 1.0], [1.0]]
    assert fits[:-1] == [(8, own), (9, own), (10, own)]
    seed, taught = fits[-1]
    assert seed == 7
    assert taught[0] == pytest.approx([0.3, 0.8])
    assert taught[1] == pytest.approx([0.8])
    assert [one.shares.tolist() for one in samples] == own, "the samples are left as they were"


def test_the_same_seed_gives_the_same_network_and_it_learns() -> None:
    samples = [sample(0.0, 1.0, 0.0, 1.0, 1.0, 0.0), sample(1.0, 0.0, 0.0, 1.0, 0.0, 1.0)] * 64
    first, again = (distil(samples, 12, 1, lambda line: None) for _ in range(2))
    for name, array in first.arrays().items():
        assert np.array_equal(array, again.arrays()[name]), name
    likely = first.likely(samples[0].seen)[:-1] > 0.5
    assert likely.tolist() == [False, True, False, True, True]
