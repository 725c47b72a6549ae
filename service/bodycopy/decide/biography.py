"""Biographies: lines that open with the name of an author whom the byline names, dropped ones anywhere and
kept ones at the article's end."""

import re
from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.facts.wordlist import words
from bodycopy.labels import BOILERPLATE, KEPT
from bodycopy.match.conditions import Scene
from bodycopy.shape import Shape

#: A biography says so much at least.
LEAST_WORDS: Final = 8
#: A name of so many words at least is known again, and of so many at most.
NAME_WORDS: Final = 2
MOST_NAME_WORDS: Final = 5
#: So many kept blocks at least stand before what is told of an author, and at most so many behind it.
LEAST_KEPT: Final = 4
LAST_KEPT: Final = 3
#: What follows a name where it is told who that is, as against what it did or said.
_IS: Final = words(
    "is was works writes covers lives joined holds leads manages founded specializes specialises"
    " ist war arbeitet schreibt berichtet leitet lebt est travaille écrit couvre dirige es trabaja escribe"
    " cubre è scrive lavora é trabalha escreve werkt schrijft jest pisze pracuje är skriver jobbar er"
)
_BY: Final = re.compile(
    r"^(?:(?:written|reviewed|words|story|text) )?(?:by|von|par|por|av|af|di|door)\b:? ", re.I
)
_END: Final = re.compile(r"[,|(•/;]| - | and | und | et | y ")


def name_biographies(scene: Scene, verdicts: list[Verdict], disabled: frozenset[str]) -> None:
    """Labels them author_bio, in place, and the name alone right above one."""
    names = {
        name
        for index, verdict in enumerate(verdicts)
        if verdict.label == "byline"
        and len((name := _name(scene.shapes[index].folded)).split()) >= NAME_WORDS
    }
    for index, verdict in enumerate(verdicts):
        text = scene.shapes[index].folded
        if (
            not verdict.rules
            and verdict.label in BOILERPLATE
            and scene.shapes[index].words >= LEAST_WORDS
            and scene.shapes[index].ends_sentence
            and _opens_with(text, names)
        ):
            rename(verdicts, index, "author_bio", disabled)
        if index and verdicts[index].label == "author_bio":
            _name_above(scene, verdicts, index, disabled)
    kept = [index for index, verdict in enumerate(verdicts) if verdict.label in KEPT] if names else []
    for index in kept[max(LEAST_KEPT, len(kept) - 1 - LAST_KEPT) :]:
        if _tells_who(scene.shapes[index], names):
            rename(verdicts, index, "author_bio", disabled)
            _name_above(scene, verdicts, index, disabled)


def _opens_with(text: str, names: set[str]) -> bool:
    said = text.split(" ", MOST_NAME_WORDS)
    return any(" ".join(said[:count]) in names for count in range(NAME_WORDS, len(said)))


def _tells_who(shape: Shape, names: set[str]) -> bool:
    said = shape.folded.lstrip("*([ ").split(" ", MOST_NAME_WORDS + 1)
    return (
        shape.words >= LEAST_WORDS
        and shape.ends_sentence
        and any(
            said[count] in _IS and " ".join(said[:count]).rstrip(",") in names
            for count in range(NAME_WORDS, len(said) - 1)
        )
    )


def _name(byline: str) -> str:
    return _END.split(_BY.sub("", byline), maxsplit=1)[0].strip()


def _name_above(scene: Scene, verdicts: list[Verdict], index: int, disabled: frozenset[str]) -> None:
    above = scene.shapes[index - 1].folded
    if (
        len(above.split()) >= NAME_WORDS
        and verdicts[index - 1].label in BOILERPLATE
        and scene.shapes[index].folded.startswith(above + " ")
    ):
        rename(verdicts, index - 1, "author_bio", disabled)
