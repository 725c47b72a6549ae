"""Examples: right, not said twice, and showing every pattern."""

from collections.abc import Iterator

from bodycopy.rules.examples import example_blocks, wrong_examples
from bodycopy.rules.lint.finding import Finding, quote
from bodycopy.rules.lint.subject import Entry, Subject
from bodycopy.rules.lint.witness import seen_as
from bodycopy.rules.patterns import compile_pattern


def check_examples(subject: Subject) -> Iterator[Finding]:
    """Each `match` example makes its rule speak, each `pass` example does not, and none stands twice."""
    for entry in subject.own:
        for wrong in wrong_examples(entry.rule, entry.source):
            yield entry.finding(("examples", wrong.kind, wrong.index), "example-fails", str(wrong))
        examples = entry.rule.examples
        for kind, texts in (("match", examples.match), ("pass", examples.pass_)):
            seen: dict[str, int] = {}
            for index, text in enumerate(texts):
                first = seen.setdefault(text, index)
                if first != index:
                    message = f"{quote(text)} stands there as examples.{kind}.{first} already"
                    yield entry.finding(("examples", kind, index), "example-twice", message)


def check_shown(subject: Subject) -> Iterator[Finding]:
    """Each pattern that makes a rule speak is found in one of its `match` examples."""
    for entry in subject.own:
        texts = match_texts(entry)
        for path, pattern in entry.patterns():
            if path[0] == "unless" or shown(pattern, texts):
                continue
            written = entry.quoted(path, pattern)
            yield entry.finding(path, "not-shown", f"no example under `match` uses the pattern {written}")


def match_texts(entry: Entry) -> list[str]:
    """What patterns see of the blocks of the rule's `match` examples."""
    return [seen_as(block.text) for text in entry.rule.examples.match for block in example_blocks(text)]


def shown(pattern: str, texts: list[str]) -> bool:
    """Whether the pattern is found in one of `texts`."""
    search = compile_pattern(pattern).search
    return any(search(text) is not None for text in texts)
