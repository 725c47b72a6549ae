"""Evidence of rules that reach beyond the block for which they hold: sections, runs, repeats."""

from collections.abc import Mapping, Sequence
from typing import Final

from bodycopy.match.compiled import Compiled
from bodycopy.match.conditions import Scene
from bodycopy.match.evidence import Evidence
from bodycopy.match.repeats import Repeat

#: A heading between paragraphs has mostly no more words, and other articles' headlines so many times more.
SHORT_HEADING: Final = 7
LONGER: Final = 1.6


def add_sections(
    scene: Scene, openers: Mapping[int, Sequence[Compiled]], evidence: Sequence[list[Evidence]]
) -> None:
    """Adds what the section rules say that open at a block (`openers`): of it, and of those up to the end."""
    for index, opening in openers.items():
        for compiled in opening:
            evidence[index].append(compiled.evidence)
            section = compiled.rule.section
            assert section is not None
            member = Evidence(
                compiled.rule.id, compiled.rule.label, section.member_weight, certain=False, member=True
            )
            links = section.until == "prose" and compiled.rule.label == "related"
            last = min(index + section.max_blocks, len(scene.blocks) - 1)
            for inside in range(index + 1, last + 1):
                if inside in openers or (section.until == "prose" and scene.shapes[inside].prose):
                    break
                if links and _may_head(scene, inside, index + 1):
                    break
                evidence[inside].append(member)


def _may_head(scene: Scene, index: int, first: int) -> bool:
    """Whether a section's last line may be the heading of the paragraph below: a short one under headlines
    (from `first` on) that are all much longer."""
    below = index + 1
    if below == len(scene.blocks) or not scene.shapes[below].prose or scene.blocks[index].kind != "paragraph":
        return False
    words = scene.shapes[index].words if " " in scene.blocks[index].text else SHORT_HEADING + 1
    return (
        words <= SHORT_HEADING
        and first < index
        and all(shape.words >= LONGER * words for shape in scene.shapes[first:index])
    )


def add_runs(compiled: Compiled, indexes: Sequence[int], evidence: Sequence[list[Evidence]]) -> None:
    """Adds what a run rule says that holds for the blocks at `indexes`, in order: of each long enough row."""
    assert compiled.rule.run is not None
    start = 0
    for end in range(1, len(indexes) + 1):
        if end == len(indexes) or indexes[end] != indexes[end - 1] + 1:
            if end - start >= compiled.rule.run.min_blocks:
                for index in indexes[start:end]:
                    evidence[index].append(compiled.evidence)
            start = end


def add_repeats(
    repeating: Sequence[Compiled],
    repeats: Sequence[Repeat],
    scene: Scene,
    evidence: Sequence[list[Evidence]],
) -> None:
    """Adds what the `repeating` rules say of blocks that repeat others."""
    for found in repeats:
        words = scene.shapes[found.index].words
        for compiled in repeating:
            rule = compiled.rule
            limits = rule.repeat
            assert limits is not None
            if (
                compiled.speaks_in(scene.languages)
                and found.similarity >= limits.similarity
                and words >= limits.min_words
                and compiled.holds(scene, found.index)
            ):
                evidence[found.index].append(
                    Evidence(rule.id, rule.label, rule.weight or 0.0, bool(rule.certain), found.of)
                )
