"""Texts made from a pattern: what it would find, if blocks came as it asks for them."""

import random
from collections.abc import Iterator
from typing import Final

from bodycopy.folding import bullet_length, matchable, printable
from bodycopy.rules.lint.syntax import Chars, Choice, Edge, Node, Repeat, Row, parse
from bodycopy.rules.patterns import compile_pattern

#: How many texts are made of a pattern.
TEXTS: Final = 30
#: How often a part without an upper bound is repeated at most, beyond what it must be.
MORE: Final = 4
_LONGEST: Final = 2_000
_LETTERS: Final = "aeinorstlmbdg"
#: How a text's free characters are chosen: letters, capitals first, figures, or anything.
_MANNERS: Final = ("small", "small", "capital", "mixed", "any")


def seen_as(text: str) -> str:
    """What patterns see of a block with this text."""
    shown = printable(text)
    return matchable(shown)[bullet_length(shown) :]


def witnesses(pattern: str) -> Iterator[str]:
    """Folded texts in which the pattern is found; the same ones each time. None where none was made."""
    search = compile_pattern(pattern).search
    return (text for text in map(seen_as, texts(pattern)) if search(text))


def texts(pattern: str) -> Iterator[str]:
    """Texts as the pattern spells them, not folded, some with words around. Raises OpaqueError."""
    tree = parse(pattern)
    rng = random.Random(pattern)
    for turn in range(TEXTS):
        made = "".join(_make(tree, rng, _MANNERS[turn % len(_MANNERS)]))[:_LONGEST]
        yield made
        if turn % 3 == 0:
            yield f"{made} word"
            yield f"word {made} word"


def _make(node: Node, rng: random.Random, manner: str) -> Iterator[str]:
    if isinstance(node, Chars):
        yield _pick(node, rng, manner)
    elif isinstance(node, Row):
        for part in node.parts:
            yield from _make(part, rng, manner)
    elif isinstance(node, Choice):
        yield from _make(rng.choice(node.parts), rng, manner)
    elif isinstance(node, Repeat):
        most = node.least + MORE if node.most is None else min(node.most, node.least + MORE)
        times = rng.randint(node.least, most)
        if times > 1 and isinstance(node.part, Chars) and node.part.seen.issuperset(" ab"):
            yield f" {''.join([_pick(node.part, rng, manner).strip() for _ in range(times - 2)])} "
            return
        for _ in range(times):
            yield from _make(node.part, rng, manner)
    else:
        assert isinstance(node, Edge)


def _pick(chars: Chars, rng: random.Random, manner: str) -> str:
    pool = chars.seen or chars.members
    if not pool:
        return ""
    if len(pool) > 3 and manner != "any":
        wanted = {
            "small": pool.intersection(_LETTERS),
            "capital": pool.intersection(_LETTERS.upper()),
            "mixed": pool.intersection("aeiost ETA 1234 é"),
        }[manner]
        pool = wanted or pool.intersection(_LETTERS) or pool
    return rng.choice(sorted(pool))
