"""What a case expects beside what it got. Nothing else in bodycopy compares the two."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bodycopy.labels import KEPT
from bodycopy.result import CleanResult, ResultBlock
from bodycopy.testing.expectations import Expected
from bodycopy.testing.outcomes import BlockDifference, Difference, MetadataDifference, TextDifference


def differences(result: CleanResult, expected: Expected | None, text: str | None) -> Iterator[Difference]:
    """Each way in which `result` is not what `expected` and the expected `text` say, blocks first.

    What a case does not speak about is not compared.
    """
    if expected and expected.blocks is not None:
        yield from _blocks(expected.blocks, result.blocks, expected.blocks_kept_only)
    if expected:
        got = dict(result.metadata)
        for field, value in expected.fields.items():
            if got[field] != value:
                yield MetadataDifference(field, value, got[field])
    if text is not None and text != result.text:
        yield from _paragraphs(text, result.text)


def _blocks(
    wanted: Sequence[tuple[str, str]], blocks: Sequence[ResultBlock], kept_only: bool
) -> Iterator[BlockDifference]:
    for tag, ours, theirs in _aligned([text for _, text in wanted], [block.text for block in blocks]):
        if tag == "equal":
            for here, there in zip(ours, theirs, strict=True):
                label, block = wanted[here][0], blocks[there]
                same = (label in KEPT) == (block.label in KEPT) if kept_only else label == block.label
                if not same:
                    yield BlockDifference(block.text, label, block.label, block.rules)
            continue
        for here in ours:
            yield BlockDifference(wanted[here][1], wanted[here][0], None)
        for there in theirs:
            yield BlockDifference(blocks[there].text, None, blocks[there].label, blocks[there].rules)


def _paragraphs(wanted: str, got: str) -> Iterator[TextDifference]:
    ours, theirs = wanted.split("\n\n"), got.split("\n\n")
    for tag, here, there in _aligned(ours, theirs):
        if tag == "equal":
            continue
        yield from (TextDifference("-", ours[index]) for index in here if ours[index])
        yield from (TextDifference("+", theirs[index]) for index in there if theirs[index])


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, range, range]]:
    if ours == theirs:
        yield "equal", range(len(ours)), range(len(theirs))
        return
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs).get_opcodes():
        yield tag, range(a, b), range(c, d)
