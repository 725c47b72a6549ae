"""Arrays of numbers in JSON, as halves in base64."""

import base64
from typing import Any

import numpy as np


def read_array(value: dict[str, Any]) -> Any:
    """The array that `write_array` made `value` of, in single precision."""
    halves = np.frombuffer(base64.b64decode(value["float16"]), "<f2")
    return halves.reshape(value["shape"]).astype(np.float32)


def write_array(array: Any) -> dict[str, Any]:
    """`array` for JSON: its shape, and its numbers in half precision."""
    halves = np.asarray(array).astype("<f2")
    return {"shape": list(halves.shape), "float16": base64.b64encode(halves.tobytes()).decode("ascii")}
