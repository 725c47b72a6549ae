"""Names dropped blocks by the company they keep: what rules say of the lines around them.

Boilerplate stands in groups. A line of which no rule spoke is most likely what its neighbours are; a short
line in the midst of a menu is a line of the menu, whatever it leads to; and a bullet or a bar without a word
belongs to what it stands beside.
"""

from collections.abc import Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict
from bodycopy.labels import BOILERPLATE, KEPT
from bodycopy.match.conditions import Scene

#: A menu's entry has at most so many words; a dropped line with more looks like a teaser.
ENTRY_WORDS: Final = 4
#: Lines farther away say nothing of a block.
REACH: Final = 8
#: What the next line says counts so much for each line that stands between.
FADE: Final = 0.8
#: How much the look of a line says, against one neighbour that a rule named.
LOOKS: Final = 1.0
#: How much a neighbour says that looks the same and that no rule named.
ALIKE: Final = 0.15
#: A line below speaks less: headings stand above what they head.
BELOW: Final = 0.7
#: Of labels that rules gave to a neighbour: how likely an entry, and a longer line, beside it is the same.
DRAWS: Final[dict[str, tuple[float, float]]] = {
    "navigation": (1.0, 0.3),
    "related": (0.6, 1.0),
    "legal": (0.5, 1.0),
    "sponsor": (0.8, 0.8),
    "newsletter": (0.8, 0.8),
    "paywall": (0.6, 0.6),
    "reader_comment": (0.8, 0.8),
    "comment_prompt": (0.4, 0.4),
    "social": (0.4, 0.15),
    "other": (0.2, 0.2),
}
#: What a short line in a menu may be called by the rule that knows its words.
_ENTRIES: Final = ("legal", "newsletter", "sponsor", "related", "comment_prompt", "other")
#: Pictures without words stand beside these.
_WORDLESS: Final = (*BOILERPLATE, "caption")


def name_by_company(scene: Scene, verdicts: list[Verdict], disabled: frozenset[str]) -> None:
    """Changes in place the labels of dropped blocks whose neighbours tell what they are. No block is kept or
    dropped by it, and no label of `disabled` is given."""
    silent = [not any(map(str.isalnum, shape.folded)) for shape in scene.shapes]
    said = [index for index, nothing in enumerate(silent) if not nothing]
    unnamed = [unnamed_by_rules(verdict) for verdict in verdicts]
    found = dict(_by_votes(scene, verdicts, said, unnamed))
    for index, label in found.items():
        _rename(verdicts, index, label, disabled)
    for index in _in_menus(scene, verdicts, said):
        _rename(verdicts, index, "navigation", disabled)
    _name_silent(verdicts, silent, disabled)


def unnamed_by_rules(verdict: Verdict) -> bool:
    """Whether no rule gave the label of a dropped block."""
    return not verdict.rules and verdict.label in ("related", "navigation")


def _rename(verdicts: list[Verdict], index: int, label: str, disabled: frozenset[str]) -> None:
    if label != verdicts[index].label and label not in disabled:
        verdicts[index] = Verdict(label, verdicts[index].confidence, ())


def _entry(scene: Scene, index: int) -> bool:
    shape = scene.shapes[index]
    return shape.words <= ENTRY_WORDS and not shape.ends_sentence


def _by_votes(
    scene: Scene, verdicts: Sequence[Verdict], said: Sequence[int], unnamed: Sequence[bool]
) -> list[tuple[int, str]]:
    """For each block that no rule named the label that most speaks for."""
    found = []
    for place, index in enumerate(said):
        if not unnamed[index]:
            continue
        entry = _entry(scene, index)
        votes = {"navigation" if entry else "related": LOOKS}
        for step, side in ((-1, 1.0), (1, BELOW)):
            for distance in range(1, REACH + 1):
                at = place + step * distance
                if not 0 <= at < len(said) or _article(scene, verdicts, said[at]):
                    break
                other, weight = said[at], side * FADE ** (distance - 1)
                label = verdicts[other].label
                if unnamed[other]:
                    label = "navigation" if _entry(scene, other) else "related"
                    votes[label] = votes.get(label, 0.0) + weight * ALIKE
                elif label in DRAWS:
                    votes[label] = votes.get(label, 0.0) + weight * DRAWS[label][not entry]
        found.append((index, max(votes, key=lambda name: (votes[name], name))))
    return found


def _article(scene: Scene, verdicts: Sequence[Verdict], index: int) -> bool:
    """Whether the block is a part of the article that parts what stands around it."""
    return verdicts[index].label in (*KEPT, "title") and scene.shapes[index].words > ENTRY_WORDS


def _in_menus(scene: Scene, verdicts: Sequence[Verdict], said: Sequence[int]) -> list[int]:
    """Short lines that rules named otherwise, in runs of short lines that are mostly a menu's."""
    found: list[int] = []
    run: list[int] = []
    for index in (*said, -1):
        if index >= 0 and _entry(scene, index) and verdicts[index].label in ("navigation", *_ENTRIES):
            run.append(index)
            continue
        menu = [i for i in run if verdicts[i].label == "navigation"]
        if 2 * len(menu) >= len(run) and len(run) >= 3:
            found += [
                i for i in run[1:-1] if verdicts[i].label != "navigation"
            ]
        run = []
    return found


def _name_silent(verdicts: list[Verdict], silent: Sequence[bool], disabled: frozenset[str]) -> None:
    """Gives each dropped block without a word the label of the picture's caption or the share buttons above
    it, else of the dropped block below it, else of the one above it."""
    following: list[str] = [""] * len(verdicts)
    label = ""
    for index in range(len(verdicts) - 1, -1, -1):
        following[index] = label
        if not silent[index]:
            label = verdicts[index].label
    before = ""
    for index, verdict in enumerate(verdicts):
        if not silent[index]:
            before = verdict.label
        elif verdict.label in ("other", "navigation"):
            near = (before,) * (before in ("caption", "social")) + (following[index], before)
            _rename(verdicts, index, next((one for one in near if one in _WORDLESS), verdict.label), disabled)
