"""The learned weights: a generated JSON file beside the rules, under a header that says what made them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bodycopy.arrays import read_array, write_array
from bodycopy.decide.network import Blend, Network
from bodycopy.errors import BodycopyError

#: Of the file beside the shipped rules.
NAME: Final = "weights.json"
#: Raised when what the networks see changes, so that old weights are refused.
FORMAT: Final = 2


#: What they are called there: the network for text, and the one for pages with markup.
NETWORKS: Final = ("text", "page")


class WeightsError(BodycopyError):
    """The file of weights can't be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The networks for text and for pages with markup, the probability from which a block is kept, and the
    file's header."""

    text: Network
    page: Network
    threshold: float
    header: dict[str, Any]

    def network(self, markup: bool) -> Network | Blend:
        """What judges documents with `markup` or without."""
        return Blend(self.page, self.text) if markup else self.text


def read_weights(path: Path) -> Weights:
    """The weights in `path`. Raises WeightsError."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["header"]["format"] != FORMAT:
            raise WeightsError(
                f"{path}: has format {data['header']['format']}; {FORMAT} is needed: train it again"
            )
        text, page = (
            Network.read({name: read_array(value) for name, value in data[key].items()}) for key in NETWORKS
        )
        return Weights(text, page, float(data["header"]["threshold"]), data["header"])
    except OSError as error:
        raise WeightsError(f"{path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise WeightsError(f"{path}: is no file of weights ({error})") from None


def write_weights(path: Path, header: dict[str, Any], networks: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes NETWORKS, each given as a name an array, under `header`."""
    data: dict[str, Any] = {"header": header}
    for key in NETWORKS:
        data[key] = {name: write_array(value) for name, value in networks[key].items()}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
