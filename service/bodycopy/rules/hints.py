"""Hints for who writes a pack: the key that was meant, and how YAML wants a value written."""

from collections.abc import Sequence
from typing import Final

import yaml
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bodycopy.rules.model import (
    Conditions,
    Examples,
    LinkDensity,
    Neighbour,
    Pack,
    Repeat,
    Rule,
    Run,
    Section,
    Span,
)
from bodycopy.wording import did_you_mean

#: What stands under a key; the whole pack under none.
_UNDER: Final[dict[str, type[BaseModel]]] = {
    "": Pack,
    "rules": Rule,
    "when": Conditions,
    "unless": Conditions,
    "previous": Neighbour,
    "next": Neighbour,
    "link_density": LinkDensity,
    "section": Section,
    "run": Run,
    "span": Span,
    "repeat": Repeat,
    "examples": Examples,
}


def hint(error: ErrorDetails, node: yaml.Node | None) -> str:
    """What may help with `error`, which stands at `node`, as the end of a sentence; "" where nothing does."""
    if error["type"] == "extra_forbidden":
        return _meant(error["loc"])
    if error["type"] == "string_type":
        return _in_quotes(node)
    if error["type"] == "list_type" and isinstance(node, yaml.ScalarNode):
        return "; a list of one is written [one]"
    return ""


def _meant(place: Sequence[str | int]) -> str:
    """The nearest of the keys that are accepted beside that at `place`, or all of them."""
    names = [str(key) for key in place if not isinstance(key, int)]
    model = _UNDER.get(names[-2] if len(names) > 1 else "")
    if model is None:
        return ""
    accepted = [field.alias or name for name, field in model.model_fields.items()]
    return did_you_mean(names[-1], accepted) or f"; accepted are {', '.join(accepted)}"


def _in_quotes(node: yaml.Node | None) -> str:
    """Why YAML reads as something else what was meant as a text."""
    if isinstance(node, yaml.MappingNode):
        return "; a text with `: ` in it stands in quotes"
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return "; a text that begins with a bracket stands in quotes"
    if isinstance(node, yaml.ScalarNode):
        return f"; put {node.value} in quotes" if node.value else "; nothing stands here"
    return ""
