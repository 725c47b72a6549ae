"""Tables of contents: lines in a row that all stand again below, each above its own part of the article."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.labels import KEPT
from bodycopy.match.conditions import Scene

#: So many lines in a row make a table of contents.
LINES: Final = 3
MAX_WORDS: Final = 20
_NUMBER: Final = re.compile(r"^\d+(?:\.\d+)*[.):]? ")


def drop_contents(scene: Scene, verdicts: list[Verdict], disabled: frozenset[str]) -> None:
    """Labels the kept lines of tables of contents navigation, in place."""
    lines = [at for at, verdict in enumerate(verdicts) if verdict.label not in ("title", "subtitle")]
    names = [_name(scene.shapes[at].folded) if _short(scene, at) else "" for at in range(len(verdicts))]
    last: dict[str, int] = {name: at for at, name in enumerate(names) if name and verdicts[at].label in KEPT}
    again = [last.get(name, -1) for name in names]
    paragraphs = list(accumulate((shape.prose for shape in scene.shapes), initial=0))
    run: list[int] = []
    for at in (*lines, None):
        if at is not None and again[at] > at and (not run or _goes_on(run, again, at)):
            run.append(at)
            continue
        if len(run) >= LINES and again[run[0]] > run[-1] and _apart(paragraphs, again, run):
            for entry in run:
                if verdicts[entry].label in KEPT:
                    rename(verdicts, entry, "navigation", disabled)
        run = [at] if at is not None and again[at] > at else []


def _short(scene: Scene, at: int) -> bool:
    shape = scene.shapes[at]
    return 0 < shape.words <= MAX_WORDS and not shape.prose


def _name(folded: str) -> str:
    """A line without its number."""
    return _NUMBER.sub("", folded).casefold()


def _goes_on(run: Sequence[int], again: Sequence[int], at: int) -> bool:
    """Whether the line at `at` stands right below the last of `run`, here and further down."""
    return at == run[-1] + 1 and again[at] > again[run[-1]]


def _apart(paragraphs: Sequence[int], again: Sequence[int], run: Sequence[int]) -> bool:
    """Whether paragraphs stand between the second copies, as in a part below its heading and not among the
    rows of a table or the lines of a song; `paragraphs` counts those before each block."""
    parts = [paragraphs[again[two]] > paragraphs[again[one]] for one, two in pairwise(run)]
    return sum(parts) * 2 >= len(parts)
