"""The network runs as it is described: taps, residual sums, and what all blocks have in common."""

import numpy as np
import pytest

from bodycopy.decide.network import NO_SPREAD, TEXT_SHARE, Blend, Network


def network(**arrays: object) -> Network:
    """One feature, one hidden state that passes it on, nothing else."""
    plain: dict[str, object] = {
        "mean": np.zeros(1, np.float32),
        "scale": np.ones(1, np.float32),
        "entry": np.ones((1, 1), np.float32),
        "entry_bias": np.zeros(1, np.float32),
        "dilations": [],
        "whole": np.zeros((2, 1), np.float32),
        "whole_bias": np.zeros(1, np.float32),
        "exit": np.array([1.0, 0.0], np.float32),
        "exit_bias": np.zeros(1, np.float32),
    }
    return Network.read(plain | arrays)


def column(*values: float) -> np.ndarray:
    return np.array(values, np.float32)[:, None]


def test_features_are_scaled_and_what_is_negative_is_nothing() -> None:
    found = network(mean=np.array([1.0]), scale=np.array([2.0])).logits(column(5.0, 1.0, -3.0))
    assert found.tolist() == [2.0, 0.0, 0.0]


def test_what_was_the_same_in_all_of_training_says_nothing() -> None:
    found = network(scale=np.array([NO_SPREAD])).logits(column(1.0, 0.0))
    assert found.tolist() == [0.0, 0.0]


@pytest.mark.parametrize("dilation", [1, 2, 3])
def test_a_convolution_sees_so_many_blocks_away(dilation: int) -> None:
    taps = np.array([10.0, 0.0, 100.0], np.float32).reshape(3, 1, 1)
    arrays = {"dilations": [dilation], "convolution.0": taps, "convolution.0.bias": np.zeros(1, np.float32)}
    found = network(**arrays).logits(column(0, 0, 0, 1, 0, 0, 0))
    expected = [0.0] * 7
    expected[3], expected[3 + dilation], expected[3 - dilation] = 1.0, 10.0, 100.0
    assert found.tolist() == expected


def test_mean_and_maximum_of_all_blocks_are_added() -> None:
    whole = np.array([[1.0], [10.0]], np.float32)
    found = network(whole=whole, exit=np.array([0.0, 1.0], np.float32)).logits(column(1.0, 2.0, 3.0))
    assert found.tolist() == [32.0, 32.0, 32.0]


def test_one_block_has_no_neighbours() -> None:
    taps = np.ones((3, 1, 1), np.float32)
    arrays = {"dilations": [1, 8], "convolution.0": taps, "convolution.1": taps}
    biases = {f"convolution.{at}.bias": np.zeros(1, np.float32) for at in (0, 1)}
    assert network(**arrays, **biases).logits(column(1.0)).tolist() == [4.0]


def test_a_page_is_judged_by_both_networks_and_text_sees_its_own_columns() -> None:
    text = network()
    page = network(mean=np.zeros(2), scale=np.ones(2), entry=np.array([[0.0], [10.0]], np.float32))
    both = Blend(page, text).logits(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]], np.float32))
    assert both.tolist() == pytest.approx(
        [TEXT_SHARE, 10 * (1 - TEXT_SHARE), TEXT_SHARE + 10 * (1 - TEXT_SHARE)], rel=1e-6
    )
