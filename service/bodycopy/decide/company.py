"""Names dropped blocks by the company they keep: what rules say of the lines around them.

Boilerplate stands in groups. A line of which no rule spoke is most likely what its neighbours are; a short
line in the midst of a menu is a line of the menu, whatever it leads to; and a bullet or a bar without a word
belongs to what it stands beside.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.folding import says_something
from bodycopy.labels import BOILERPLATE, KEPT
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence
from bodycopy.shape import Shape

#: A menu's entry has at most so many words; a dropped line with more looks like a teaser.
ENTRY_WORDS: Final = 4
#: Lines farther away say nothing of a block.
REACH: Final = 8
#: What is left of a neighbour's say for each line that stands between.
FADE: Final = 0.8
#: Lines below have less to say: headings stand above what they head.
BELOW: Final = 0.7
#: What the look of a line says, against the next line above that a rule named.
LOOKS: Final = 0.6
#: What a neighbour says that no rule named: it is asked for its looks, then for what it was taken for.
UNNAMED: Final = 0.3
SWEEPS: Final = 2
#: For labels that rules give to neighbours: what they say of an entry, and of a longer line.
DRAWS: Final[dict[str, tuple[float, float]]] = {
    "navigation": (1.0, 0.3),
    "related": (0.6, 1.0),
    "legal": (0.5, 1.0),
    "sponsor": (0.8, 0.8),
    "newsletter": (0.8, 0.8),
    "paywall": (0.6, 0.6),
    "reader_comment": (0.8, 0.8),
    "comment_prompt": (0.4, 0.4),
    "social": (0.3, 0.15),
    "other": (0.2, 0.2),
}
#: What rules may call an entry by its words, although it stands in a menu.
_ENTRIES: Final = ("legal", "newsletter", "sponsor", "related", "other")
#: Parts of the article, on whose other sides other groups stand.
_PARTING: Final = (*KEPT, "title")
#: So many entries in a row may be a menu.
MENU_LINES: Final = 4
#: An offer's lines stand above its button: so many at most, which says so much of each.
CARD_LINES: Final = 3
BUTTON: Final = 2.0
#: So many lines without a word in a row are icons.
ICONS: Final = 3


def name_by_company(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    verdicts: list[Verdict],
    disabled: frozenset[str],
) -> None:
    """Changes in place the labels of dropped blocks whose neighbours tell what they are. No block is kept or
    dropped by it, and no label of `disabled` is given."""
    wordless = [not says_something(shape.folded) for shape in scene.shapes]
    shown = [index for index, nothing in enumerate(wordless) if not nothing]
    entries = [is_entry(shape) for shape in scene.shapes]
    for index, label in _by_votes(verdicts, shown, entries).items():
        rename(verdicts, index, label, disabled)
    for index in _in_menus(scene, verdicts, shown, entries):
        rename(verdicts, index, "navigation", disabled)
    listed = [
        index
        for index in shown
        if entries[index] and verdicts[index].label == "related" and _only_listed(evidence[index])
    ]
    for index in _behind_lists(scene, verdicts, shown, frozenset(listed)):
        rename(verdicts, index, "navigation", disabled)
    _name_wordless(verdicts, wordless, disabled)


def is_entry(shape: Shape) -> bool:
    """Whether a line is as short as a menu's entry, and no sentence."""
    return shape.words <= ENTRY_WORDS and not shape.ends_sentence


def look_of(entry: bool) -> str:
    """What a dropped line looks like: its label until its company names it."""
    return "navigation" if entry else "related"


def unnamed(verdict: Verdict) -> bool:
    """Whether a block is dropped and no rule gave its label."""
    return not verdict.rules and verdict.label in ("related", "navigation")


def _by_votes(verdicts: Sequence[Verdict], shown: Sequence[int], entries: Sequence[bool]) -> dict[int, str]:
    """For each block that no rule named the label for which its looks and its neighbours say most."""
    looks = {index: look_of(entries[index]) for index in shown if unnamed(verdicts[index])}
    said = {
        index: _neighbours(verdicts, shown, entries, looks, place)
        for place, index in enumerate(shown)
        if index in looks
    }
    found = looks
    for _ in range(SWEEPS):
        taken_for, found = found, {}
        for index, (named, others) in said.items():
            votes = named.copy()
            for other, weight in others:
                label = taken_for[other]
                votes[label] = votes.get(label, 0.0) + weight
            found[index] = max(votes, key=lambda name: (votes[name], name))
    return found


def _neighbours(
    verdicts: Sequence[Verdict],
    shown: Sequence[int],
    entries: Sequence[bool],
    looks: Mapping[int, str],
    place: int,
) -> tuple[dict[str, float], list[tuple[int, float]]]:
    """What the looks of a block and its named neighbours say for which label, and the others with what each
    of them will say."""
    index = shown[place]
    long = not entries[index]
    votes = {looks[index]: LOOKS}
    others = []
    for step, weight in ((-1, 1.0), (1, BELOW)):
        for at in range(place + step, place + step * (REACH + 1), step):
            if not 0 <= at < len(shown):
                break
            other = shown[at]
            label = verdicts[other].label
            if other in looks:
                others.append((other, weight * UNNAMED))
            elif not entries[other] and label in _PARTING:
                break
            elif step > 0 and label == "sponsor" and entries[other]:
                votes[label] = votes.get(label, 0.0) + BUTTON * (at - place <= CARD_LINES)
                break
            elif label in DRAWS:
                votes[label] = votes.get(label, 0.0) + weight * DRAWS[label][long]
            weight *= FADE
    return votes, others


def _in_menus(
    scene: Scene, verdicts: Sequence[Verdict], shown: Sequence[int], entries: Sequence[bool]
) -> list[int]:
    """Entries that rules named otherwise, inside of runs of entries that are mostly a menu's. What is legal
    often stands in a row below a menu, and is taken for a part of it as an item of its list alone."""
    found: list[int] = []
    run: list[int] = []
    for index in (*shown, None):
        if index is not None and entries[index] and verdicts[index].label in ("navigation", *_ENTRIES):
            run.append(index)
            continue
        strange = [at for at in run if verdicts[at].label != "navigation"]
        if len(run) >= MENU_LINES and 2 * len(strange) <= len(run):
            found += [
                at
                for at in strange
                if at not in (run[0], run[-1])
                and (verdicts[at].label != "legal" or scene.blocks[at].kind == "list_item")
            ]
        run = []
    return found


def _only_listed(entries: Sequence[Evidence]) -> bool:
    """Whether rules call a block related for no more than the list that it stands in."""
    said = [entry.member for entry in entries if entry.label == "related"]
    return bool(said) and all(said)


def _behind_lists(
    scene: Scene, verdicts: Sequence[Verdict], shown: Sequence[int], listed: frozenset[int]
) -> list[int]:
    """Entries that a list of articles took in (`listed`), as it runs on to the page's end: those of a menu
    that rules know begin behind its first line, and a row of what stands in a menu above."""
    menu = {scene.shapes[index].folded for index in shown if verdicts[index].label == "navigation"}
    again = [index in listed and scene.shapes[index].folded in menu for index in shown]
    found: list[int] = []
    known = False
    for place, index in enumerate(shown):
        if index in listed:
            if known or (again[place] and again[max(0, place - 1) : place + 2].count(True) > 1):
                found.append(index)
        else:
            known = verdicts[index].label == "navigation" and (known or bool(verdicts[index].rules))
    return found


def _name_wordless(verdicts: list[Verdict], wordless: Sequence[bool], disabled: frozenset[str]) -> None:
    """Gives each run of dropped blocks without a word one label: that of the caption or the share buttons
    above it, or of what stands on both of its sides; else three in a row are icons to share with, and fewer
    are of what stands below or above."""
    start = 0
    while start < len(verdicts):
        if not wordless[start]:
            start += 1
            continue
        end = next((at for at in range(start, len(verdicts)) if not wordless[at]), len(verdicts))
        before = verdicts[start - 1].label if start else ""
        after = verdicts[end].label if end < len(verdicts) else ""
        if before in ("caption", "social"):
            label = before
        elif end - start >= ICONS and before != after:
            label = "social"
        else:
            label = next((one for one in (after, before) if one in BOILERPLATE), "other")
        for at in range(start, end):
            if verdicts[at].label in ("other", "navigation"):
                rename(verdicts, at, label, disabled)
        start = end
