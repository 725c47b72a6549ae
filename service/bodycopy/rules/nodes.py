"""Where the keys of a YAML node stand: a finding points at the line of the key, not of what it holds."""

import yaml

Children = dict[str | int, tuple[int, yaml.Node]]
"""The line of each key of a node and the node it holds."""


def children(node: yaml.Node | None) -> Children:
    """The children of `node`. One word that stands where a list is accepted is its first entry; of a key that
    stands twice it is the first."""
    if isinstance(node, yaml.SequenceNode):
        return {number: (item.start_mark.line + 1, item) for number, item in enumerate(node.value)}
    if isinstance(node, yaml.MappingNode):
        found: Children = {}
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                found.setdefault(name.value, (name.start_mark.line + 1, value))
        return found
    return {0: (node.start_mark.line + 1, node)} if isinstance(node, yaml.ScalarNode) else {}


def child_at(node: yaml.Node | None, key: str | int) -> tuple[int, yaml.Node] | None:
    """The line of `key` in `node` and the node it holds; None where there is no such key."""
    return children(node).get(key)
