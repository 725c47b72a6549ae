"""Plain sentences, on which no rule should speak: those shipped beside the rules."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from bodycopy.document import Block
from bodycopy.match.engine import Engine, Matched
from bodycopy.match.looks import Memory
from bodycopy.read.plain import line_kind
from bodycopy.rules.lint.finding import Finding, quote
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.lint.witness import seen_as
from bodycopy.rules.load import shipped_folder
from bodycopy.rules.patterns import compile_pattern

#: Paragraphs between which each sentence is put: as sure as paragraphs are.
ABOVE: Final = (
    "The council voted on Monday to close the old bridge to all heavy traffic for at least a year.",
    "Lorries will take the longer road through the valley, officials said, which adds half an hour.",
)
BELOW: Final = (
    "Nobody who lives along that road was asked what they thought of it, the paper wrote on Tuesday.",
    "Work on the bridge is to begin in the spring, once the river has fallen and the ice has gone.",
)
#: Where a sentence stands, and the paragraphs before and after it.
SETTINGS: Final = (
    ("between paragraphs", ABOVE, BELOW),
    ("at the head", (), ABOVE + BELOW),
    ("at the end", ABOVE + BELOW, ()),
)
#: The share of all sentences in which a pattern may be found.
BROAD: Final = 0.4
#: One in so many sentences tells how broad a pattern is.
EVERY: Final = 5
NAMED: Final = 3


def sentences() -> tuple[str, ...]:
    """The sentences under `prose/` in the shipped rules, one a line; lines that begin with `#` are notes."""
    files = sorted((shipped_folder() / "prose").glob("*.txt"))
    lines = (line.strip() for file in files for line in file.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def check_prose(subject: Subject) -> Iterator[Finding]:
    """No rule speaks on a sentence that an article could print."""
    found: dict[str, list[str]] = defaultdict(list)
    memory: Memory = {}
    in_a_row = subject.own_engine.match(_blocks(), frozenset(), memory)  # looks at all of them at once
    for sentence in sentences():
        for rule, where in _speakers(subject.own_engine, sentence, memory).items():
            found[rule].append(f"{quote(sentence)} ({where})")
    for rule, sentence in _run_speakers(subject, in_a_row):
        found[rule].append(f"{quote(sentence)} (among others in a row)")
    for entry in subject.own:
        said = found.get(entry.rule.id)
        if said:
            sure = entry.rule.certain or entry.rule.span
            code = "certain-on-prose" if sure else "weighed-on-prose"
            more = f" and {len(said) - NAMED} more" if len(said) > NAMED else ""
            message = f"speaks on what an article could print: {', '.join(said[:NAMED])}{more}"
            yield entry.finding(("span",) if entry.rule.span else ("when",), code, message)


def _speakers(engine: Engine, sentence: str, memory: Memory) -> dict[str, str]:
    """The rules that speak on the sentence, each with the first setting in which it does. `memory` keeps
    what is known of the paragraphs around it."""
    block = Block(sentence, kind=line_kind(sentence))
    rules: dict[str, str] = {}
    for where, above, below in SETTINGS:
        blocks = [*map(Block, above), block, *map(Block, below)]
        matched = engine.match(blocks, frozenset(), memory)
        for evidence in matched.evidence[len(above)]:
            rules.setdefault(evidence.rule, where)
        for cut in engine.cuts(matched.scene, len(above), frozenset()):
            rules.setdefault(cut.rule, where)
    return rules


def _run_speakers(subject: Subject, in_a_row: Matched) -> Iterator[tuple[str, str]]:
    """The rules for runs that speak on sentences where these stand `in_a_row`, and each such sentence."""
    runs = {entry.rule.id for entry in subject.own if entry.rule.run}
    for block, said in zip(in_a_row.scene.blocks, in_a_row.evidence, strict=True):
        yield from ((evidence.rule, block.text) for evidence in said if evidence.rule in runs)


def _blocks() -> list[Block]:
    return [Block(text, kind=line_kind(text)) for text in sentences()]


def check_broad(subject: Subject) -> Iterator[Finding]:
    """No pattern of `when` or of a span is found in much of the sentences, whatever else its rule asks."""
    texts = [seen_as(sentence) for sentence in sentences()[::EVERY]]
    for entry in subject.own:
        for path, pattern in entry.patterns():
            if path[:2] not in (("when", "regex"), ("span", "regex")):
                continue
            search = compile_pattern(pattern).search
            share = sum(search(text) is not None for text in texts) / len(texts)
            if share > BROAD:
                written = entry.quoted(path, pattern)
                message = f"{written} is found in {share:.0%} of plain sentences; say more of the line"
                yield entry.finding(path, "broad-pattern", message)
