"""What patterns cost: near the limit of steps, or alone without a cheaper condition before them."""

from collections.abc import Iterator
from typing import Final

from bodycopy.match.atoms import Atoms
from bodycopy.match.automata import SHARED_STEPS
from bodycopy.rules.lint.finding import Finding
from bodycopy.rules.lint.subject import Subject
from bodycopy.rules.patterns import MAX_STEPS, count_steps

#: The share of the limit from which a pattern is near it.
NEAR: Final = 0.8
#: Conditions that are tried before a large pattern of `when` is, and spare most blocks its cost; kind, place
#: and neighbours are asked after it. Patterns of spans are looked for where the whole of `when` holds.
CHEAPER: Final = frozenset(
    {"equals", "min_words", "max_words", "ends_sentence", "prose", "tag", "within", "css"}
)


def check_cost(subject: Subject) -> Iterator[Finding]:
    """No pattern is near the limit of steps, and none that runs alone is looked for in every block."""
    for entry in subject.own:
        when = entry.rule.when
        asked = when.model_fields_set if when else set()
        for path, pattern in entry.patterns():
            steps = count_steps(pattern)
            if steps <= min(SHARED_STEPS, NEAR * MAX_STEPS):
                continue
            written = entry.quoted(path, pattern)
            if steps > NEAR * MAX_STEPS:
                message = f"{written} compiles to {steps} steps; at most {MAX_STEPS} are accepted"
                yield entry.finding(path, "large-pattern", message)
            starts = path[:2] in (("when", "regex"), ("span", "regex"))
            guards = asked - {"regex"} if path[0] == "span" else asked & CHEAPER
            if starts and not guards and Atoms().pattern(pattern, 0, "any") is None:
                message = (
                    f"{written} compiles to {steps} steps; above {SHARED_STEPS} it runs alone on every "
                    "block: make it smaller, or add max_words or another cheap condition to `when`"
                )
                yield entry.finding(path, "runs-alone", message)
