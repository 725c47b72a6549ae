"""Documents of a batch, in the forms that callers have them in."""

from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from bodycopy.errors import OptionError
from bodycopy.payload import Payload, read_payload
from bodycopy.rules.sites import site_of


class Input(NamedTuple):
    """One document as it came: its source, what that is, and the address where it stood, if known."""

    source: str | bytes | bytearray
    media_type: str = "text/plain"
    url: str | None = None


Given = Input | str | bytes | bytearray | Mapping[str, object]
"""An Input, a plain text, or an object as a line of JSON has it: `text`, `html` or
`markdown`, and perhaps `url`."""
GroupBy = Literal["site"] | Callable[[Input], str | None] | None
"""What says which documents belong together: the registered domain of their address, a function of the
document (None: it belongs to none), or nothing."""
GROUPINGS: Final = ("site",)


def as_input(given: Given) -> Input:
    """`given` as an Input. Raises PayloadError for an object with other keys or values."""
    if isinstance(given, Input):
        return given
    if isinstance(given, Mapping):
        payload = read_payload(Payload, dict(given))
        return Input(payload.source, payload.media_type, payload.url)
    return Input(given)


def check_grouping(group_by: object) -> None:
    """Raises OptionError where `group_by` is none of what GroupBy says."""
    if not callable(group_by) and group_by not in (None, *GROUPINGS):
        raise OptionError(
            f"group_by: {group_by!r} is not known; accepted are {', '.join(GROUPINGS)}, a function and None"
        )


def group_of(document: Input, group_by: GroupBy) -> str | None:
    """The name of the group that `document` belongs to; None where it stands alone."""
    if callable(group_by):
        return group_by(document)
    return site_of(document.url) if group_by == "site" else None
