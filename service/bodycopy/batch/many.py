"""Many documents, in order, each seen beside the others of its site."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bodycopy.batch.inputs import Given, GroupBy, Input, as_input, check_grouping
from bodycopy.batch.survey import Survey
from bodycopy.errors import InputError
from bodycopy.result import CleanResult

if TYPE_CHECKING:
    from bodycopy.cleaner import Cleaner


def clean_many(
    cleaner: "Cleaner", documents: Iterable[Given], group_by: GroupBy = "site"
) -> Iterator[CleanResult]:
    """The result of each document, in order; see `Cleaner.clean_many`."""
    check_grouping(group_by)
    if isinstance(documents, str | bytes | bytearray | Mapping | Input):  # whose parts are texts as well
        raise TypeError("documents: one document is given; several are accepted, `clean` takes one")
    if group_by is None:
        return _cleaned(cleaner, documents, None)
    if iter(documents) is documents:  # it would be used up by the first look
        documents = list(documents)
    return _cleaned(cleaner, documents, group_by)


def _cleaned(cleaner: "Cleaner", documents: Iterable[Given], group_by: GroupBy) -> Iterator[CleanResult]:
    survey = Survey(cleaner.read, group_by)
    if group_by is not None:
        for _, document in _inputs(documents):
            survey.add(document)
    for number, document in _inputs(documents):
        try:
            yield cleaner.among(survey.furniture(document)).clean(*document)
        except InputError as error:
            raise InputError(f"document {number}: {error}") from None


def _inputs(documents: Iterable[Given]) -> Iterator[tuple[int, Input]]:
    for number, given in enumerate(documents, 1):
        try:
            yield number, as_input(given)
        except InputError as error:
            raise InputError(f"document {number}: {error}") from None
