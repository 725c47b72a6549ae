"""The headline and what stands with it: the lines between it and the article's first paragraph."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bodycopy.decide.verdict import Verdict, rename
from bodycopy.labels import METADATA
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence
from bodycopy.shape import Shape

MAX_WORDS: Final = 35
#: How far above the first paragraph of the article a headline is looked for.
REACH: Final = 40
#: How far below the headline its byline and date are looked for.
HEAD_LINES: Final = 14
#: A headline stands above a deck that looks nearly as much like one.
DECK_MARGIN: Final = 1.0
#: How far above the headline a first copy of it may stand; farther up it is the window's title.
COPIES: Final = 6
#: So much more is a line like a headline that stands there twice: in the path to the page, and as headline.
COPIED: Final = 1.5
COPIED_WORDS: Final = 4
#: So much more is a line like a headline that begins with the name of its writer (“Jane Roe: The shed”).
SIGNED: Final = 2.0
#: So much less is a line like a headline than the one above the byline that it stands under: captions do.
UNDER_BYLINE: Final = 2.5
KICKER_WORDS: Final = 3
#: A name, or a name printed twice (beside its picture and below it), has at most so many words.
NAME_WORDS: Final = 6
#: So many lines that rules know for a menu's part the page's own head from the headline.
MENU_LINES: Final = 4
_ANCHORS: Final = ("byline", "date")
_PASSED: Final = ("byline", "date", "caption", "section", "social", "subtitle", "player", "other")


def find_headline(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    verdicts: list[Verdict],
    disabled: frozenset[str],
) -> None:
    """Labels the title, and the lines between it and the article, in place."""
    first = next(
        (
            i
            for i, v in enumerate(verdicts)
            if v.label == "body" and scene.shapes[i].prose and not _asks_above_date(scene, evidence, i)
        ),
        None,
    )
    if first is None or "title" in disabled:
        return
    if not first:
        return  # nothing stands above it
    about = set().union(
        *(
            shape.content.tolist()
            for verdict, shape in zip(verdicts, scene.shapes, strict=True)
            if verdict.label == "body" and shape.prose
        )
    )
    copies = Counter(shape.folded for shape in scene.shapes[:first] if shape.words >= COPIED_WORDS)
    scores = {
        index: score + COPIED * (copies[scene.shapes[index].folded] > 1)
        for index in range(max(0, first - REACH), first)
        if (score := _title_score(scene, evidence, verdicts, index, first, about)) is not None
    }
    best = max(
        scores,
        key=lambda index: (
            scores[index] - UNDER_BYLINE * (index > 0 and verdicts[index - 1].label == "byline"),
            -index,
        ),
        default=None,
    )
    if best is None or scores[best] <= 0:
        return
    best = _topmost(scene, verdicts, scores, best)
    speaking = tuple(e.rule for e in evidence[best] if e.label == "title")
    verdicts[best] = Verdict("title", round(min(0.99, 0.5 + scores[best] / 12), 3), speaking)
    _name_masthead(verdicts, best, disabled)
    _name_head(scene, evidence, verdicts, best, about, disabled)
    _name_authors(scene, verdicts, best, disabled)
    if "section" not in disabled:
        _name_kicker(scene, verdicts, best)


def _title_score(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    verdicts: Sequence[Verdict],
    index: int,
    first: int,
    about: set[int],
) -> float | None:
    """How much the block at `index` is like the headline of the paragraph at `first`, or None."""
    shape = scene.shapes[index]
    said = [e for e in evidence[index] if e.of is None]
    if any(e.certain and e.label != "title" for e in said):
        return None
    if not 2 <= shape.words <= MAX_WORDS or shape.folded.endswith((",", ";", ":")) or _is_bracketed(shape):
        return None
    if _is_amid(scene, verdicts, index):
        return None
    words = shape.content.tolist()
    shared = len(about.intersection(words)) / len(words) if words else 0.0
    score = 4.0 * shared * min(1.0, len(words) / 3) + min(shape.words, 8) / 4 - 1.0
    score += sum(e.weight if e.label == "title" else -e.weight for e in said)
    if shape.ends_sentence and not shape.folded.endswith(("?", "!", ")", '"', "'")):
        score -= 2.0
    between = range(index + 1, first)
    strange = sum(
        1 for i in between if verdicts[i].label not in _PASSED and not scene.shapes[i].ends_sentence
    )
    score -= 0.25 * strange
    score += 1.0 * any(verdicts[i].label in _ANCHORS for i in between)
    writer = shape.folded.partition(": ")[0]
    if writer != shape.folded:
        score += SIGNED * any(
            verdicts[i].label == "byline" and scene.shapes[i].folded == writer for i in between
        )
    return score - 2.5 * (scene.blocks[index].kind == "list_item")


def _is_bracketed(shape: Shape) -> bool:
    """Whether all of a line stands in brackets, as pictures' sources do."""
    return shape.folded.startswith("(") and shape.folded.endswith(")") and shape.folded.count("(") == 1


def _asks_above_date(scene: Scene, evidence: Sequence[Sequence[Evidence]], index: int) -> bool:
    """Whether the sentences at `index` are a headline's: they end with a question right above a date."""
    return (
        scene.shapes[index].folded.endswith("?")
        and scene.shapes[index].words <= MAX_WORDS // 2
        and index + 1 < len(evidence)
        and any(e.label == "date" for e in evidence[index + 1])
    )


def _is_amid(scene: Scene, verdicts: Sequence[Verdict], index: int) -> bool:
    """Whether the line at `index` begins or ends amid a sentence: it goes on in small letters. A byline below
    a headline may begin so too (“by Jane Roe”)."""
    if _goes_on(scene, index):
        return True
    after = index + 1
    return (
        not scene.shapes[index].ends_sentence
        and after < len(verdicts)
        and verdicts[after].label == "body"
        and _goes_on(scene, after)
    )


def _goes_on(scene: Scene, index: int) -> bool:
    shape = scene.shapes[index]
    return shape.words > KICKER_WORDS and shape.folded.split(None, 1)[0].islower()


def _topmost(scene: Scene, verdicts: Sequence[Verdict], scores: dict[int, float], best: int) -> int:
    """The first copy of the headline at `best`, or a line right above it that is one as well."""
    said = scene.shapes[best].folded
    copies = [i for i in sorted(scores) if best - COPIES <= i < best and scene.shapes[i].folded == said]
    if copies:
        return copies[0]
    for index in range(best - 1, best - 4, -1):
        near = index in scores and scores[index] >= scores[best] - DECK_MARGIN
        if near and scene.shapes[index].words >= 4 and not scene.shapes[index].ends_sentence:
            return _topmost(scene, verdicts, scores, index)
        if index < 0 or verdicts[index].label not in _PASSED:
            break
    return best


def _name_head(
    scene: Scene,
    evidence: Sequence[Sequence[Evidence]],
    verdicts: list[Verdict],
    title: int,
    about: set[int],
    disabled: frozenset[str],
) -> None:
    """Labels the lines from the title to its byline or date, and a deck right under it. What no rule knows is
    a deck where it shares content words with the article, those in `about`, or where nothing but it parts the
    title from a byline or a date."""
    end = title
    paragraphs = 0
    for index in range(title + 1, min(title + HEAD_LINES, len(verdicts))):
        if _is_anchored(evidence, index):
            end = index
        elif (
            scene.shapes[index].prose
            and verdicts[index].label == "body"
            and scene.blocks[index].kind != "list_item"
        ):
            paragraphs += 1
            if paragraphs > 1:
                break
    for index in range(title + 1, max(end, title + 1) + 1):
        if index >= len(verdicts) or scene.shapes[index].folded == scene.shapes[title].folded:
            continue
        known = [e for e in evidence[index] if e.of is None]
        named = [e for e in known if e.label in METADATA and e.label != "title"]
        verdict = verdicts[index]
        if named and not any(e.certain for e in known):
            strongest = max(named, key=lambda e: (e.weight, e.rule))
            verdicts[index] = Verdict(strongest.label, verdict.confidence, (strongest.rule,))
        elif known or "subtitle" in disabled or scene.shapes[index].words < 4:
            continue
        elif (
            verdict.label == "related"
            and (
                (index == title + 1 and _is_anchored(evidence, index + 1))
                or not about.isdisjoint(scene.shapes[index].content.tolist())
            )
        ) or (verdict.label in ("body", "heading") and index < end):
            verdicts[index] = Verdict("subtitle", verdict.confidence, ())


def _is_anchored(evidence: Sequence[Sequence[Evidence]], index: int) -> bool:
    """Whether rules know the block at `index` for a byline or a date."""
    return index < len(evidence) and any(e.label in _ANCHORS for e in evidence[index])


def _name_masthead(verdicts: list[Verdict], title: int, disabled: frozenset[str]) -> None:
    """Labels dates, and names beside them, that a menu parts from the headline navigation where the article
    has its own: they are the page's."""
    own = {verdict.label for verdict in verdicts[title : title + HEAD_LINES]}
    menu = 0
    for index in range(title - 1, -1, -1):
        label = verdicts[index].label
        menu += label == "navigation" and bool(verdicts[index].rules)
        if label in _ANCHORS and label in own and menu >= MENU_LINES:
            rename(verdicts, index, "navigation", disabled)


def _name_authors(scene: Scene, verdicts: list[Verdict], title: int, disabled: frozenset[str]) -> None:
    """Labels names byline that stand alone between the headline and the date, right above it or right below
    another: each word begins with a capital, and no rule knows it."""
    for index in range(min(title + HEAD_LINES, len(verdicts)) - 1, title, -1):
        if verdicts[index].label == "navigation" and not verdicts[index].rules and _is_name(scene, index):
            below = verdicts[index + 1].label if index + 1 < len(verdicts) else ""
            if below in _ANCHORS or verdicts[index - 1].label == "byline":
                rename(verdicts, index, "byline", disabled)


def _is_name(scene: Scene, index: int) -> bool:
    words = scene.shapes[index].folded.split()
    return (
        2 <= len(words) <= NAME_WORDS
        and scene.blocks[index].kind != "list_item"
        and all(word[0].isupper() and word.replace("-", "").replace(".", "").isalpha() for word in words)
        and not any(word.isupper() and len(word) > 3 for word in words)
    )


def _name_kicker(scene: Scene, verdicts: list[Verdict], title: int) -> None:
    """Labels a lone word or two right above the title the section, where no menu stands above it."""
    index = title - 1
    if index < 0 or scene.shapes[index].words > KICKER_WORDS or verdicts[index].rules:
        return
    menu = index > 0 and scene.shapes[index - 1].words <= KICKER_WORDS and not verdicts[index - 1].rules
    if not menu and verdicts[index].label in ("navigation", "body", "heading") and scene.shapes[index].phrase:
        verdicts[index] = Verdict("section", verdicts[index].confidence, ())
