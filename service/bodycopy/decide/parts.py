"""Names dropped lines by the larger thing that they are a part of: a reader's comment, a teaser in a list, a
form, a second copy of the article."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.company import is_entry
from bodycopy.decide.verdict import Verdict, rename
from bodycopy.folding import says_something
from bodycopy.labels import BOILERPLATE, KEPT
from bodycopy.match.conditions import Scene

#: A button that stands so often below comments is the one to reply with, and parts one from the next.
REPLIES: Final = 3
#: A comment has at most so many lines, its reader's name and its date among them.
COMMENT_LINES: Final = 16
#: What a teaser shows of the article that it leads to, in lines that look like the article's own.
SHOWN: Final = ("date", "byline", "player")
#: What an article has of its own.
OWN: Final = ("date", "byline")
SHOWN_LINES: Final = 3
#: Whose fields and notes are like those of any other form.
FORMS: Final = ("newsletter", "comment_prompt", "paywall")
#: What rules call an entry by its words, although it stands in a menu or a form.
BETWEEN: Final = {
    "navigation": ("related", "newsletter", "paywall", "other", "note", "author_bio", "player"),
    "newsletter": ("navigation", "other", "paywall"),
    "paywall": ("navigation", "other", "newsletter"),
    "tags": ("navigation",),
    "other": ("navigation", "comment_prompt"),
}
#: A line that stands again is a copy where a copied paragraph is at most so many blocks away.
COPY_LINES: Final = 2


def name_parts(scene: Scene, verdicts: list[Verdict], disabled: frozenset[str]) -> None:
    """Changes in place the labels of dropped blocks. No block is kept or dropped by it, and no label of
    `disabled` is given."""
    folded = [shape.folded for shape in scene.shapes]
    shown = [at for at, text in enumerate(folded) if says_something(text)]
    for index in _besides_own(verdicts, _comments(folded, verdicts, shown)):
        rename(verdicts, index, "reader_comment", disabled)
    for index in _besides_own(verdicts, _of_teasers(verdicts, shown)):
        rename(verdicts, index, "related", disabled)
    for index, label in _in_forms(folded, verdicts, shown):
        rename(verdicts, index, label, disabled)
    for index, label in _between(scene, verdicts, shown):
        rename(verdicts, index, label, disabled)
    for index in _copies(scene, verdicts):
        rename(verdicts, index, "duplicate", disabled)


def _nameless(verdict: Verdict) -> bool:
    return not verdict.rules and verdict.label in BOILERPLATE


def _comments(folded: Sequence[str], verdicts: Sequence[Verdict], shown: Sequence[int]) -> list[int]:
    """What no rule named, and dates and names, from one sign of a comment to the next: a button that recurs,
    or a line that rules call a reader's."""
    talk = [
        place
        for place, index in enumerate(shown)
        if verdicts[index].rules and verdicts[index].label in ("comment_prompt", "reader_comment")
    ]
    said = [(verdicts[shown[place]].label, folded[shown[place]]) for place in talk]
    counts = Counter(said)
    signs = [one[0] == "reader_comment" or counts[one] >= REPLIES for one in said]
    found: list[int] = []
    for at in range(1, len(talk)):
        start, end = talk[at - 1], talk[at]
        goes_on = at + 1 < len(talk) and signs[at + 1] and talk[at + 1] - end <= COMMENT_LINES
        if end - start <= COMMENT_LINES and signs[at] and (signs[at - 1] or goes_on):
            found += [
                index
                for index in shown[start + 1 : end]
                if _nameless(verdicts[index]) or verdicts[index].label in OWN
            ]
    return found


def _of_teasers(verdicts: Sequence[Verdict], shown: Sequence[int]) -> list[int]:
    """Dates, names and running times between teasers, below the article's first block."""
    first = next((index for index, verdict in enumerate(verdicts) if verdict.label in KEPT), len(verdicts))
    found: list[int] = []
    run: list[int] = []
    above = ""
    for index in shown:
        label = verdicts[index].label
        if label in SHOWN:
            run.append(index)
            continue
        if above == label == "related" and len(run) <= SHOWN_LINES and run and run[0] > first:
            found += run
        above, run = label, []
    return found


def _besides_own(verdicts: Sequence[Verdict], found: Sequence[int]) -> list[int]:
    """`found` without dates and names where none stand above, which may be the article's then."""
    own = {verdict.label for verdict in verdicts[: min(found, default=0)]}
    return [index for index in found if verdicts[index].label not in OWN or verdicts[index].label in own]


def _in_forms(
    folded: Sequence[str], verdicts: Sequence[Verdict], shown: Sequence[int]
) -> list[tuple[int, str]]:
    """Fields and notes right below a line of a form, with its label; what recurs is a mark of the page."""
    found: list[tuple[int, str]] = []
    counts = Counter(folded)
    form = ""
    for index in shown:
        label = verdicts[index].label
        if label != "other" or not form:
            form = label if label in FORMS else ""
        elif counts[folded[index]] == 1:
            found.append((index, form))
        else:
            form = ""
    return found


def _between(scene: Scene, verdicts: Sequence[Verdict], shown: Sequence[int]) -> list[tuple[int, str]]:
    """Entries between two lines of a menu or a form, with the label of these."""
    labels = [verdicts[index].label for index in shown]
    found = []
    for at in range(1, len(labels) - 1):
        label = labels[at - 1]
        strange = label == labels[at + 1] != labels[at] and labels[at] in BETWEEN.get(label, ())
        if strange and is_entry(scene.shapes[shown[at]]):
            found.append((shown[at], label))
    return found


def _copies(scene: Scene, verdicts: Sequence[Verdict]) -> list[int]:
    """Nameless lines that stand a second time, next to a paragraph that does."""
    copied = [
        at for at, verdict in enumerate(verdicts) if verdict.label == "duplicate" and scene.shapes[at].prose
    ]
    if not copied:
        return []
    near = {at for index in copied for at in range(index - COPY_LINES, index + COPY_LINES + 1)}
    seen: set[str] = set()
    found: list[int] = []
    for index, shape in enumerate(scene.shapes):
        if index in near and not is_entry(shape) and shape.folded in seen and _nameless(verdicts[index]):
            found.append(index)
        seen.add(shape.folded)
    return found
