"""Fitting the network that finds lost line breaks, with torch, and how well it does on other sites."""

import random
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from bodycopy.read.breaks import Breaks
from bodycopy.read.words import COLUMNS, KINDS, UNKNOWN, look_at
from bodycopy.train.breaks import RENDERED, Words
from bodycopy.train.fit import convolve
from bodycopy.train.samples import ALONE, fold_of

#: The share of words that are made unknown, another one each time: in other languages most are.
UNKNOWN_SHARE: Final = 0.25
KIND_WIDTH: Final = 8
WIDTH: Final = 32
DILATIONS: Final = (1, 2, 4, 8)
STRETCH: Final = 512
BATCH: Final = 16
RATE: Final = 4e-3
DECAY: Final = 2e-2


class Found(NamedTuple):
    """How well lines are found on sites that were not seen: of `corpus`, the share of the breaks found that
    are true and of the true ones that are found, and how many sentences of a thousand words of articles by
    themselves are broken."""

    corpus: str
    pages: int
    precision: float
    recall: float
    broken: float

    def to_dict(self) -> dict[str, Any]:
        """Plain data, rounded."""
        return {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in self._asdict().items()
        }


class Net(nn.Module):
    """What `bodycopy.read.breaks.Breaks` runs, for training."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = nn.Embedding(KINDS, KIND_WIDTH)
        nn.init.normal_(self.kinds.weight, 0.0, 0.1)
        self.entry = nn.Linear(COLUMNS + KIND_WIDTH, WIDTH)
        self.convolutions = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, dilation=d) for d in DILATIONS)
        self.exit = nn.Linear(WIDTH, 1)

    def forward(self, looks: Tensor, kinds: Tensor) -> Tensor:
        """Log-odds: texts x words."""
        state = torch.relu(self.entry(torch.cat((looks, self.kinds(kinds)), -1)))
        for convolution in self.convolutions:
            state = state + torch.relu(convolve(state, convolution))
        found: Tensor = self.exit(state)[..., 0]
        return found

    def arrays(self) -> dict[str, Any]:
        """By name, as `Breaks.read` takes them."""
        state = {name: value.numpy() for name, value in self.state_dict().items()}
        found: dict[str, Any] = {
            "dilations": list(DILATIONS),
            "kinds": state["kinds.weight"],
            "entry": state["entry.weight"].T,
            "entry_bias": state["entry.bias"],
            "exit": state["exit.weight"][0],
            "exit_bias": state["exit.bias"],
        }
        for index in range(len(DILATIONS)):
            found[f"convolution.{index}"] = state[f"convolutions.{index}.weight"].transpose(2, 1, 0)
            found[f"convolution.{index}.bias"] = state[f"convolutions.{index}.bias"]
        return found


def fit_breaks(texts: Sequence[Words], passes: int, seed: int, say: Callable[[str], None]) -> Breaks:
    """The network after so many `passes` over `texts`; `say` is told of each. The same texts in the same
    order give the same network, bit for bit, on the same machine and release of torch."""
    return Breaks.read(fit_arrays(texts, passes, seed, say))


def fit_arrays(texts: Sequence[Words], passes: int, seed: int, say: Callable[[str], None]) -> dict[str, Any]:
    """As `fit_breaks`; the network's arrays by name."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    seen = [(*look_at(text.words), text.begins, text.costs) for text in texts]
    stretches = [
        tuple(part[at : at + STRETCH] for part in parts)
        for parts in seen
        for at in range(0, len(parts[-1]), STRETCH)
    ]
    net = Net()
    steps = passes * (len(stretches) // BATCH + 1)
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    for number in range(1, passes + 1):
        chance.shuffle(stretches)
        total = 0.0
        for at in range(0, len(stretches), BATCH):
            looks, kinds, begins, costs = _padded(stretches[at : at + BATCH])
            kinds = kinds.masked_fill(torch.rand(kinds.shape) < UNKNOWN_SHARE, UNKNOWN)
            losses = nn.functional.binary_cross_entropy_with_logits(
                net(looks, kinds), begins, reduction="none"
            )
            loss = (losses * costs).sum() / costs.sum().clamp(min=1.0)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * BATCH / len(stretches)
        say(f"pass {number} of {passes}: loss {total:.4f}")
    arrays: dict[str, Any] = net.eval().arrays()
    return arrays


def _padded(stretches: Sequence[tuple[NDArray[Any], ...]]) -> list[Tensor]:
    """Each part of `stretches` in one tensor, with zeros where they are shorter than the longest."""
    longest = max(len(stretch[-1]) for stretch in stretches)
    found = []
    for parts in zip(*stretches, strict=True):
        padded = np.zeros((len(parts), longest, *parts[0].shape[1:]), parts[0].dtype)
        for row, part in zip(padded, parts, strict=True):
            row[: len(part)] = part
        found.append(torch.from_numpy(padded))
    return found


def cross_validate_breaks(
    texts: Sequence[Words], folds: int, passes: int, seed: int, say: Callable[[str], None]
) -> list[Found]:
    """How well breaks are found in `texts` by networks fitted without their sites."""
    counts: dict[str, NDArray[np.float64]] = {}
    for fold in range(folds):
        say(f"fold {fold + 1} of {folds}")
        network = fit_breaks([t for t in texts if fold_of(t.site, folds) != fold], passes, seed, say)
        for text in texts:
            if fold_of(text.site, folds) == fold:
                counted = counts.setdefault(text.corpus, np.zeros(6))
                counted += _count(text, network.odds(text.words) > 0.0)
    return [
        Found(
            corpus,
            int(pages),
            true / max(1.0, found),
            true / max(1.0, there),
            1_000 * broken / max(1.0, words),
        )
        for corpus, (pages, true, found, there, broken, words) in counts.items()
    ]


def _count(text: Words, found: NDArray[np.bool_]) -> tuple[int, ...]:
    """Pages, breaks found that are true, breaks found, true ones; sentences broken and words, of articles by
    themselves."""
    asked = text.costs > 0.0
    found, there = found & asked, (text.begins > 0.0) & asked
    if text.kind == ALONE:
        return 0, 0, 0, 0, int((found & ~there).sum()), len(text.words)
    return int(text.kind == RENDERED[0]), int((found & there).sum()), int(found.sum()), int(there.sum()), 0, 0
