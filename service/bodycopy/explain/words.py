"""Reasons in words: what a block looks like, what stands around it, where a rule saw it."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from bodycopy.columns import LINK_WORDS
from bodycopy.labels import KEPT
from bodycopy.match.evidence import Evidence
from bodycopy.rules.model import Rule

#: The place of evidence that only a later look gave.
AGAIN: Final = "spoke when the kept blocks were judged again"
#: Blocks on each side that count as a block's surroundings.
AROUND: Final = 3
_HEAD: Final = ("title", "subtitle", "section")


class Look(NamedTuple):
    """What is known of a block before any rule speaks."""

    words: int
    lower: float
    ends_sentence: bool
    prose: bool
    kind: str
    position: tuple[str, ...]

    @property
    def link(self) -> bool:
        """Whether it looks like a link or a menu entry."""
        return self.words <= LINK_WORDS and not self.ends_sentence


def surroundings(looks: Sequence[Look], index: int) -> tuple[str, ...]:
    """What the block at `index` and its neighbours look like, in a few words each."""
    look = looks[index]
    count = f"{look.words} word{'' if look.words == 1 else 's'}"
    said = [f"{_form(look)} ({count})"]
    if look.kind != "paragraph":
        said.append(look.kind.replace("_", " "))
    if look.words >= 4 and look.lower < 0.5:
        said.append("mostly capitals or figures")
    said.append(_company(looks[max(0, index - AROUND) : index], looks[index + 1 : index + 1 + AROUND]))
    if len(look.position) == 2:
        said.append("no paragraph in the document")
    elif "middle" not in look.position:
        edge = {"head": "before the first paragraph", "tail": "after the last paragraph"}
        said.append(edge[look.position[0]])
    return tuple(said)


def _form(look: Look) -> str:
    if look.prose:
        return "prose-like"
    if look.link:
        return "short line"
    return "ends like a sentence" if look.ends_sentence else "line without a full stop"


def _company(before: Sequence[Look], after: Sequence[Look]) -> str:
    near = [*before, *after]
    sides = any(look.prose for look in before) + any(look.prose for look in after)
    if not near:
        return "alone"
    if sum(look.link for look in near) * 2 > len(near):
        return "among links" if not sides else "among links, a paragraph near"
    return ("no paragraph near", "beside paragraphs", "among paragraphs")[sides]


def reason(label: str, *, certain: bool, weighed: bool, cut_whole: bool, likely: bool) -> str:
    """In one line who decided: `certain` and `weighed` say whether such rules speak for the label, `likely`
    whether shape and place speak for keeping the block."""
    kept = label in KEPT
    if cut_whole:
        return "cut as a whole"
    if certain:
        return "a certain rule decides"
    if weighed:
        return "rules are weighed with shape and place"
    if label in _HEAD:
        return "found in the article's head by shape and place"
    if kept:
        return "shape and place speak for it" if likely else "kept with its neighbours"
    return (
        "dropped for the blocks around it, or when what was kept was judged again by itself"
        if likely
        else "shape and place speak against it"
    )


def places(evidence: Sequence[Sequence[Evidence]], rules: Mapping[str, Rule]) -> list[list[str | None]]:
    """For each piece of evidence where its rule saw the block: in which section or run, as a copy of
    what; None where it judged the block by itself. Blocks are counted from 1."""
    begins = _begins(evidence, rules)
    ends: dict[tuple[str, int], int] = {}
    for index, starts in enumerate(begins):
        for rule, begin in starts.items():
            ends[rule, begin] = index
    return [
        [_place(rules[e.rule], e, index, begins[index][e.rule], ends) for e in entries]
        for index, entries in enumerate(evidence)
    ]


def _begins(evidence: Sequence[Sequence[Evidence]], rules: Mapping[str, Rule]) -> list[dict[str, int]]:
    """For each block and rule that speaks there, where the unbroken row of blocks began of which it speaks.
    What opens a section begins a row."""
    begins: list[dict[str, int]] = []
    before: dict[str, int] = {}
    for index, entries in enumerate(evidence):
        here = {e.rule: index if _opens(rules[e.rule], e) else before.get(e.rule, index) for e in entries}
        begins.append(here)
        before = here
    return begins


def _opens(rule: Rule, entry: Evidence) -> bool:
    return rule.section is not None and not entry.member


def _place(
    rule: Rule, entry: Evidence, index: int, begin: int, ends: Mapping[tuple[str, int], int]
) -> str | None:
    if entry.of is not None:
        return f"repeats block {entry.of + 1}"
    if rule.section:
        return "opens a section" if begin == index else f"in the section that block {begin + 1} opens"
    if rule.run:
        return f"in the run of blocks {begin + 1} to {ends[rule.id, begin] + 1}"
    return None
