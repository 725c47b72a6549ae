"""Runs one case: pure but for reading its input."""

from dataclasses import dataclass
from typing import Final

from bodycopy.cleaner import Cleaner
from bodycopy.decode import decode
from bodycopy.errors import BodycopyError
from bodycopy.media import PLAIN, parse_media_type
from bodycopy.read.plain import join_lines
from bodycopy.result import CleanResult
from bodycopy.rules.examples import speaks
from bodycopy.testing.cases import BrokenCase, Case, ExampleCase, FixtureCase
from bodycopy.testing.compare import differences
from bodycopy.testing.fixtures import INPUTS, JSON, TEXT
from bodycopy.testing.locate import line_of
from bodycopy.testing.outcomes import ExampleDifference, Outcome, Status

#: Lines of one case that its input does not have: so many are named, no more.
MAX_STRANGERS: Final = 5
#: So many expected lines that are no block of the result are looked for in the input.
MAX_LOOKED_FOR: Final = 1_000


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The result of a fixture's input, and its source where that is plain text."""

    result: CleanResult
    source: str | None


def run_case(case: Case, cleaner: Cleaner) -> Outcome:
    """What becomes of `case`. Never raises for what a user wrote."""
    if isinstance(case, BrokenCase):
        return Outcome(case, Status.ERROR, problems=case.problems)
    if isinstance(case, ExampleCase):
        return _run_example(case)
    if case.blank:
        written = "`bodycopy test --update` writes down what it gets"
        return _error(case, f"{case.where}: has neither {TEXT} nor {JSON} with blocks or metadata; {written}")
    try:
        cleaned = clean_input(case, cleaner)
    except BodycopyError as error:
        return _error(case, str(error))
    found = tuple(differences(cleaned.result, case.expected, case.text))
    if problems := _strangers(case, cleaned):
        return Outcome(case, Status.ERROR, problems=problems)
    gap = case.expected.gap if case.expected else None
    if gap:
        return Outcome(case, Status.GAP if found else Status.CLOSED, found, gap=gap)
    return Outcome(case, Status.FAILED if found else Status.PASSED, found)


def clean_input(case: FixtureCase, cleaner: Cleaner) -> Cleaned:
    """Cleans the input of `case` with its options. Raises BodycopyError whose message names the file."""
    try:
        data = (case.path / case.input).read_bytes()
    except OSError as error:
        raise BodycopyError(f"{case.where}/{case.input}: {error.strerror}") from None
    options = case.expected.options if case.expected else None
    media_type = (options.media_type if options else None) or INPUTS[case.input]
    if options:
        try:
            cleaner = cleaner.adjusted(options.disable, options.keep)
            kind, charset = parse_media_type(media_type)
        except BodycopyError as error:
            raise BodycopyError(f"{case.where}/{JSON}: options: {error}") from None
    else:
        kind, charset = parse_media_type(media_type)
    try:
        result = cleaner.clean(data, media_type, options.url if options else None)
        return Cleaned(result, decode(data, charset).text if kind in PLAIN else None)
    except BodycopyError as error:
        raise BodycopyError(f"{case.where}/{case.input}: {error}") from None


def _run_example(case: ExampleCase) -> Outcome:
    should_match = case.kind == "match"
    if speaks(case.rule.engine, case.rule.rule, case.text) is should_match:
        return Outcome(case, Status.PASSED)
    return Outcome(case, Status.FAILED, (ExampleDifference(should_match, case.text),))


def _strangers(case: FixtureCase, cleaned: Cleaned) -> tuple[str, ...]:
    """Problems of expected blocks that stand nowhere in a plain text: a slip of the pen, never a finding."""
    if cleaned.source is None or not case.expected or not case.expected.blocks:
        return ()
    known = {block.text for block in cleaned.result.blocks}
    unknown = [at for at, (_, text) in enumerate(case.expected.blocks) if text not in known][:MAX_LOOKED_FOR]
    if not unknown:
        return ()
    whole = join_lines(cleaned.source)
    strangers = [at for at in unknown if case.expected.blocks[at][1] not in whole][:MAX_STRANGERS]
    written = (case.path / JSON).read_text("utf-8-sig") if strangers else ""
    return tuple(
        f"{case.where}/{JSON}:{line_of(written, ('blocks', at))}: blocks.{at}: {case.input} has no line "
        f"{case.expected.blocks[at][1][:100]!r}"
        for at in strangers
    )


def _error(case: Case, problem: str) -> Outcome:
    return Outcome(case, Status.ERROR, problems=(problem,))
