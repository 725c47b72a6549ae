"""Fitting the network, with torch, on one thread and from one seed: the same samples in the same order
give the same weights, bit for bit, on the same machine and release of torch."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from bodycopy.bench.renderers import RENDERERS
from bodycopy.decide.network import NO_SPREAD
from bodycopy.train.samples import Sample

BATCH: Final = 16
#: Longer documents are cut to a stretch of so many blocks, another one each time.
STRETCH: Final = 500
#: How often a page loses a part of its head, and how often of its tail: scrapers cut there.
CUT: Final = 0.25
RATE: Final = 5e-3
DECAY: Final = 2e-2
DROPOUT: Final = 0.2
NOISE: Final = 0.03
#: So much noise is drawn once, and each batch takes another stretch of it: drawing takes long.
DRAWN: Final = 4_000_000
WIDTH: Final = 32
DILATIONS: Final = (1, 2)


class Net(nn.Module):
    """What `bodycopy.decide.network` runs, for training; masked: a batch's documents differ in length."""

    def __init__(self, features: int, width: int, dilations: Sequence[int]) -> None:
        super().__init__()
        self.dilations = tuple(dilations)
        self.entry = nn.Linear(features, width)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(width, width, 3, padding=d, dilation=d) for d in dilations
        )
        self.whole = nn.Linear(2 * width, width)
        self.exit = nn.Linear(2 * width, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, seen: Tensor, mask: Tensor) -> Tensor:
        """Log-odds: documents x blocks."""
        there = mask[..., None]
        state = torch.relu(self.entry(seen)) * there
        for convolution in self.convolutions:
            state = (state + torch.relu(convolve(state, convolution))) * there
        mean = state.sum(1) / mask.sum(1, keepdim=True).clamp(min=1.0)
        most = (state - 1e4 * (1.0 - there)).max(1).values
        whole = torch.relu(self.whole(torch.cat((mean, most), 1)))
        whole = whole[:, None].expand(-1, state.shape[1], -1)
        found: Tensor = self.exit(torch.cat((self.dropout(state), whole), 2))[..., 0]
        return found


def convolve(state: Tensor, convolution: nn.Conv1d) -> Tensor:
    """`convolution` as three products of matrices, which is faster with so few channels."""
    before, here, after = convolution.weight.unbind(2)
    step = int(convolution.dilation[0])
    found = nn.functional.linear(state, here, convolution.bias)
    if state.shape[1] > step:
        from_before = nn.functional.linear(state[:, :-step], before)
        from_after = nn.functional.linear(state[:, step:], after)
        found = found + nn.functional.pad(from_before, (0, 0, step, 0))
        found = found + nn.functional.pad(from_after, (0, 0, 0, step))
    return found


class Fitted:
    """A trained network with the scale of its features."""

    def __init__(self, net: Net, mean: NDArray[Any], scale: NDArray[Any]) -> None:
        self.net, self.mean, self.scale = net, mean, scale

    def likely(self, seen: NDArray[Any]) -> NDArray[np.float64]:
        """The probability that each block is the article's."""
        rows = torch.from_numpy(((seen - self.mean) / self.scale).astype(np.float32))[None]
        with torch.no_grad():
            odds = self.net(rows, torch.ones(rows.shape[:2]))[0]
        found: NDArray[np.float64] = torch.sigmoid(odds).numpy().astype(np.float64)
        return found

    def arrays(self) -> dict[str, Any]:
        """By name, as `bodycopy.decide.network.Network.read` takes them."""
        state = {name: value.numpy() for name, value in self.net.state_dict().items()}
        found: dict[str, Any] = {
            "dilations": list(self.net.dilations),
            "mean": self.mean,
            "scale": self.scale,
        }
        for name in ("entry", "whole"):
            found[name], found[f"{name}_bias"] = state[f"{name}.weight"].T, state[f"{name}.bias"]
        found["exit"], found["exit_bias"] = state["exit.weight"][0], state["exit.bias"]
        for index in range(len(self.net.dilations)):
            found[f"convolution.{index}"] = state[f"convolutions.{index}.weight"].transpose(2, 1, 0)
            found[f"convolution.{index}.bias"] = state[f"convolutions.{index}.bias"]
        return found


def fit(samples: Sequence[Sample], passes: int, seed: int, say: Callable[[str], None]) -> Fitted:
    """The network after so many `passes` over `samples`; `say` is told of each."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    mean, scale = _moments(samples)
    drawn = NOISE * torch.randn(DRAWN)
    net = Net(len(mean), WIDTH, DILATIONS)
    steps = passes * (len(samples) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=max(1, steps))
    for number in range(1, passes + 1):
        net.train()
        loss = 0.0
        batches = _batches(samples, chance)
        for batch in batches:
            seen, wanted, mask, weight = _tensors([samples[at] for at in batch], mean, scale, chance)
            odds = net(seen + _some(drawn, seen, chance), mask)
            losses = nn.functional.binary_cross_entropy_with_logits(odds, wanted, reduction="none")
            mean_loss = (losses * weight).sum() / weight.sum()
            optimizer.zero_grad()
            mean_loss.backward()
            optimizer.step()
            schedule.step()
            loss += mean_loss.item() / len(batches)
        say(f"pass {number} of {passes}: loss {loss:.4f}")
    net.eval()
    return Fitted(net, mean, scale)


def _moments(samples: Sequence[Sample]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and standard deviation of each feature over all blocks, the latter a little more than it is."""
    blocks = sum(len(sample.seen) for sample in samples)
    mean = sum(sample.seen.sum(0, dtype=np.float64) for sample in samples) / blocks
    variance = sum(np.square(sample.seen - mean).sum(0) for sample in samples) / blocks
    return mean.astype(np.float32), (np.sqrt(variance) + NO_SPREAD).astype(np.float32)


def _some(drawn: Tensor, like: Tensor, chance: random.Random) -> Tensor:
    """A stretch of what was `drawn`, in the shape of `like`; over again where there is too little."""
    size = like.numel()
    begin = chance.randrange(len(drawn))
    return torch.cat([drawn[begin:], *[drawn] * (size // len(drawn) + 1)])[:size].view_as(like)


def _batches(samples: Sequence[Sample], chance: random.Random) -> list[list[int]]:
    """Samples of about the same length together."""
    order = sorted(
        range(len(samples)), key=lambda i: min(len(samples[i].sizes), STRETCH) + chance.random() * 60
    )
    batches = [order[at : at + BATCH] for at in range(0, len(order) - BATCH + 1, BATCH)]
    chance.shuffle(batches)
    return batches


def _stretch(sample: Sample, chance: random.Random) -> slice:
    begin, end = 0, len(sample.sizes)
    third = max(1, end // 3)
    if sample.kind in RENDERERS:
        if chance.random() < CUT:
            begin = chance.randrange(third)
        if chance.random() < CUT:
            end -= chance.randrange(third)
    if end - begin > STRETCH:
        begin = chance.randrange(begin, end - STRETCH + 1)
        end = begin + STRETCH
    return slice(begin, end)


def _tensors(
    batch: Sequence[Sample],
    mean: NDArray[Any],
    scale: NDArray[Any],
    chance: random.Random,
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Features, wanted shares, mask and weights, padded to the longest stretch. A block weighs by its words,
    less than in proportion, and a document by the root of its weight."""
    stretches = [_stretch(sample, chance) for sample in batch]
    longest = max(s.stop - s.start for s in stretches)
    seen = np.zeros((len(batch), longest, len(mean)), np.float32)
    wanted, mask, weight = (np.zeros((len(batch), longest), np.float32) for _ in range(3))
    for at, (sample, stretch) in enumerate(zip(batch, stretches, strict=True)):
        size = stretch.stop - stretch.start
        words = np.maximum(sample.sizes[stretch], 1.0)
        heavy = 0.4 * np.log1p(words) + 0.3 * words**0.75
        seen[at, :size] = (sample.seen[stretch] - mean) / scale
        wanted[at, :size] = sample.shares[stretch]
        mask[at, :size] = 1.0
        weight[at, :size] = heavy / math.sqrt(heavy.sum() + 1.0)
    return torch.from_numpy(seen), torch.from_numpy(wanted), torch.from_numpy(mask), torch.from_numpy(weight)
