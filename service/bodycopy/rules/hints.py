"""Hints for who writes a pack: the key that was meant, and how YAML wants a value written."""

import yaml
from pydantic_core import ErrorDetails

from bodycopy.rules.model import Pack
from bodycopy.wording import meant


def hint(error: ErrorDetails, node: yaml.Node | None) -> str:
    """What may help with `error`, which stands at `node`, as the end of a sentence; "" where nothing does."""
    if error["type"] == "extra_forbidden":
        return meant(Pack, error["loc"])
    if error["type"] == "string_type":
        return _in_quotes(node)
    if error["type"] == "list_type" and isinstance(node, yaml.ScalarNode):
        return "; a list of one is written [one]"
    return ""


def _in_quotes(node: yaml.Node | None) -> str:
    """Why YAML reads as something else what was meant as a text."""
    if isinstance(node, yaml.MappingNode):
        return "; a text with `: ` in it stands in quotes"
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return "; a text that begins with a bracket stands in quotes"
    if isinstance(node, yaml.ScalarNode):
        return f"; put {node.value} in quotes" if node.value else "; nothing stands here"
    return ""
