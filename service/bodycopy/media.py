"""Media types: which are read, and the charset they declare."""

from email.message import Message
from functools import lru_cache
from typing import Final

from bodycopy.errors import MediaTypeError

PLAIN: Final = ("text/plain",)
HTML: Final = ("text/html", "application/xhtml+xml")
MARKDOWN: Final = ("text/markdown", "text/x-markdown")
MEDIA_TYPES: Final = PLAIN + HTML + MARKDOWN


@lru_cache(maxsize=256)
def parse_media_type(value: str) -> tuple[str, str | None]:
    """The media type in lower case and its charset parameter, or None.

    Raises MediaTypeError for a type that bodycopy does not read.
    """
    message = Message()
    message["content-type"] = value.replace("\r", " ").replace("\n", " ")
    media_type = message.get_content_type() if "/" in value else value
    if media_type not in MEDIA_TYPES:
        raise MediaTypeError(f"media type {media_type!r} is not read; {', '.join(MEDIA_TYPES)} are accepted")
    charset = message.get_param("charset")
    return media_type, charset if isinstance(charset, str) and charset else None
