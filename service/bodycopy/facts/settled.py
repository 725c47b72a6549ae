"""Values with the places where they stand, and the rule by which two dates are settled."""

from collections.abc import Sequence
from typing import Final, NamedTuple

#: The source of what stands in the visible text.
TEXT: Final = "text"


class Stated(NamedTuple):
    """A value and where it stands, as `json-ld:headline`, `meta:og:title` or `text`."""

    value: str
    source: str


def settled_dates(
    published: Sequence[Stated], modified: Sequence[Stated]
) -> tuple[Stated | None, Stated | None]:
    """The date of publication and that of the last change, from those that are stated (ISO 8601), the most
    trusted first.

    A publication behind the last change is believed only where no other is stated. A last change on a day
    before the publication is none.
    """
    last = modified[0] if modified else None
    first = next((one for one in published if last is None or _day(one) <= _day(last)), None)
    if first is None and published:
        first = published[0]
    if first and last and _day(last) < _day(first):
        last = next((one for one in modified if _day(one) >= _day(first)), None)
    return first, last


def _day(stated: Stated) -> str:
    return stated.value[:10]
