"""Where the keys of a YAML node stand: a finding points at the line of the key, not of what it holds."""

import yaml


def child_at(node: yaml.Node | None, key: str | int) -> tuple[int, yaml.Node] | None:
    """The line of `key` in `node` and the node it holds; None where there is no such key. One word that
    stands where a list is accepted is its first entry."""
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item: yaml.Node = node.value[key]
        return item.start_mark.line + 1, item
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.ScalarNode) and key == 0:
        return node.start_mark.line + 1, node
    return None
