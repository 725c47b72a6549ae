"""Whether text that comes as plain text is Markdown, as converters and crawlers hand it out."""

import re
from itertools import islice
from typing import Final

#: So many links and headings show it.
LEAST: Final = 5
_MARK: Final = re.compile(
    r"\]\(<?(?:[a-z][a-z+.-]{1,11}:|//?|#|\.\.?/)[^\s()]{0,2000}(?:[\s\"][^()]{0,300})?\)|^#{2,6} +[^\s#]",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Whether `text` has the links and headings of Markdown."""
    if "](" not in text and "## " not in text:
        return False
    return len(list(islice(_MARK.finditer(text), LEAST))) == LEAST
