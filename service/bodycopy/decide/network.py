"""A small convolutional network over the blocks of a document, in numpy: forward only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np

from bodycopy.convolution import Array, Convolution, positive, read_convolutions
from bodycopy.product import product

#: What the network for text counts on pages with markup. It has seen ten times as many documents and never a
#: class: cross-validated, pages score best from a fifth to two fifths.
TEXT_SHARE: Final = 0.3
#: The spread of a column that is the same in all of training, and that from which on there was something to
#: learn of it: below, one block in five thousand differs, and a user's rule may be the first to do so often.
NO_SPREAD: Final = 1e-2
LEAST_SPREAD: Final = 2.6e-2


@dataclass(frozen=True, slots=True)
class Network:
    """Each block's features become a hidden state; dilated convolutions with residual connections let it see
    its neighbours; the mean and the maximum of all states tell it what kind of document it stands in."""

    mean: Array
    scale: Array
    entry: Array
    entry_bias: Array
    convolutions: tuple[Convolution, ...]
    whole: Array
    whole_bias: Array
    exit: Array
    exit_bias: Array

    @classmethod
    def read(cls, arrays: Mapping[str, Any]) -> Self:
        """The network of `arrays` (a name an array; `dilations` lists those of the convolutions)."""
        convolutions = read_convolutions(arrays, arrays["dilations"])
        names = ("mean", "scale", "entry", "entry_bias", "whole", "whole_bias", "exit", "exit_bias")
        own = {name: arrays[name] for name in names}
        own["entry"] = own["entry"] * (own["scale"] >= LEAST_SPREAD)[:, None]
        return cls(convolutions=convolutions, **own)

    def logits(self, features: Array) -> Array:
        """Log-odds for each row of `features`."""
        state = positive(product((features - self.mean) / self.scale, self.entry) + self.entry_bias)
        for convolution in self.convolutions:
            state = convolution.added_to(state)
        whole = np.concatenate((state.mean(0), state.max(0)))
        whole = positive(whole @ self.whole + self.whole_bias)
        width = state.shape[1]
        found: Array = state @ self.exit[:width] + (whole @ self.exit[width:] + self.exit_bias)
        return found


@dataclass(frozen=True, slots=True)
class Blend:
    """The networks for pages with markup and for text, both asked of a page: the second of the columns that
    text has, which come first."""

    page: Network
    text: Network

    @property
    def mean(self) -> Array:
        """Of each column, in training."""
        return self.page.mean

    def logits(self, features: Array) -> Array:
        """Log-odds for each row of `features`."""
        by_text = self.text.logits(features[:, : len(self.text.mean)])
        return (1.0 - TEXT_SHARE) * self.page.logits(features) + TEXT_SHARE * by_text
