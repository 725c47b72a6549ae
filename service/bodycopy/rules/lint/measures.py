"""What the tree of a pattern says of its matches: how many words they have, where they may stand."""

from typing import NamedTuple

from bodycopy.rules.lint.syntax import Chars, Choice, Edge, Node, Repeat, Row

#: Stands for "any number".
MANY = 1 << 30


class Words(NamedTuple):
    """How many words a block has, at least and at most, in which a pattern is found."""

    least: int
    most: int


def words_of(node: Node) -> Words:
    """The words of the blocks in which the pattern is found. The upper bound is of use only for a pattern
    that must be the whole block."""
    least, most = _spaces(node)
    bound = pinned(node, "^") and pinned(node, "$")
    return Words(least + 1, min(most + 1, MANY) if bound else MANY)


def _spaces(node: Node) -> tuple[int, int]:
    if isinstance(node, Chars):
        return int(node.seen == {" "}), int(" " in node.seen)
    if isinstance(node, Edge):
        return 0, 0
    if isinstance(node, Repeat):
        least, most = _spaces(node.part)
        return least * node.least, min(MANY, most * (MANY if node.most is None else node.most))
    bounds = [_spaces(part) for part in node.parts]
    if isinstance(node, Choice):
        return min(low for low, _ in bounds), max(high for _, high in bounds)
    return sum(low for low, _ in bounds), min(MANY, sum(high for _, high in bounds))


def pinned(node: Node, edge: str) -> bool:
    """Whether every match begins at the block's start (`^`) or ends at its end (`$`)."""
    if isinstance(node, Edge):
        return node.kind == edge
    if isinstance(node, Choice):
        return all(pinned(part, edge) for part in node.parts)
    if isinstance(node, Repeat):
        return node.least > 0 and pinned(node.part, edge)
    if isinstance(node, Row):
        parts = node.parts if edge == "^" else node.parts[::-1]
        for part in parts:
            if pinned(part, edge):
                return True
            if not isinstance(part, Edge):
                return False
    return False


def lost(node: Node) -> list[Chars]:
    """The characters that the pattern asks for and that no folded text holds, in order."""
    if isinstance(node, Chars):
        return [] if node.seen or not node.members else [node]
    if isinstance(node, Edge):
        return []
    if isinstance(node, Repeat):
        return lost(node.part) if node.most != 0 else []
    return [chars for part in node.parts for chars in lost(part)]


def last_chars(node: Node) -> frozenset[str]:
    """The characters with which a match may end."""
    return _ends(node)[0]


def _ends(node: Node) -> tuple[frozenset[str], bool]:
    """The last characters, and whether the part may be empty."""
    if isinstance(node, Chars):
        return node.seen, False
    if isinstance(node, Edge):
        return frozenset(), True
    if isinstance(node, Repeat):
        chars, empty = _ends(node.part)
        return chars, empty or node.least == 0
    if isinstance(node, Choice):
        ends = [_ends(part) for part in node.parts]
        return frozenset().union(*(chars for chars, _ in ends)), any(empty for _, empty in ends)
    found: frozenset[str] = frozenset()
    for part in reversed(node.parts):
        chars, empty = _ends(part)
        found |= chars
        if not empty:
            return found, False
    return found, True
