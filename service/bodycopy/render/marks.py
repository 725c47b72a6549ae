"""A block's text as Markdown: links, emphasis and code marked, everything else as it reads."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from bodycopy.document import Inline, InlineKind

#: Deeper marks are left out.
MAX_DEPTH: Final = 8
_STARS: Final[dict[InlineKind, str]] = {"strong": "**", "emphasis": "*"}
_SPECIAL: Final = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w*(?:;|$))")
#: What would begin a heading, a list or a quote at the head of a line.
_OPENS: Final = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[-+](?:[\s-]|$)|>)")
#: Addresses that a reader can follow, and those that are relative to the page.
_FOLLOWED: Final = re.compile(r"(?:https?|ftp|mailto|tel):|[^:/?#]*(?:[/?#]|$)", re.IGNORECASE)
_UNSAFE_IN_TARGET: Final = re.compile(r"[\s\x00-\x20\x7f-\xa0<>()\\`|\"\[\]]")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_BACKTICKS: Final = re.compile(r"`+")


def marked(text: str, inlines: Sequence[Inline], line_start: bool) -> str:
    """`text` as Markdown that is read as the same text. `line_start` says that it stands at the head of a
    line, where it must not begin a block of another kind."""
    shown = _Marker(text).between(0, len(text), _shallow(inlines), frozenset())
    if line_start and (opens := _OPENS.match(shown)):
        return f"{shown[: opens.end()]}\\{shown[opens.end() :]}"
    return shown


def escaped(text: str) -> str:
    """`text` with a backslash before each character that Markdown would take for a mark."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def fence_around(lines: Sequence[str]) -> str:
    """Backticks that stand in none of `lines`, at least three."""
    return "`" * max(3, 1 + max((len(run) for line in lines for run in _BACKTICKS.findall(line)), default=0))


class _Marker:
    """Marks one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def between(self, start: int, end: int, inlines: Sequence[Inline], inside: frozenset[str]) -> str:
        """The text from `start` to `end`, which holds `inlines` and stands in marks of the kinds `inside`."""
        shown: list[str] = []
        at, index = start, 0
        while index < len(inlines):
            inline = inlines[index]
            index += 1
            first, last = max(inline.start, at), min(inline.end, end)
            within = index
            while within < len(inlines) and inlines[within].start < last:
                within += 1
            held, index = inlines[index:within], within
            first, last = self._trimmed(first, last)
            if first > last or (first == last and inline.kind != "image"):
                index -= len(held)
                continue
            mark = self._mark(first, last, inline, held, inside)
            before = escaped(self.text[at:first])
            if before:
                shown.append(before)
            if shown and mark.startswith("[") and shown[-1].endswith("!"):
                shown[-1] = f"{shown[-1][:-1]}\\!"  # the link would be an image
            elif shown and mark.startswith("`") and shown[-1].endswith("`"):
                mark = self._unmarked(first, last)  # two runs of backticks would be one
            shown.append(mark)
            at = last
        return "".join((*shown, escaped(self.text[at:end])))

    def _mark(
        self, first: int, last: int, inline: Inline, held: Sequence[Inline], inside: frozenset[str]
    ) -> str:
        kind = inline.kind
        if kind == "image":
            return self._image(first, last, inline.target)
        if kind == "code":
            return self._code(first, last)
        target = _target(inline.target) if kind == "link" else None
        if kind in inside or (kind == "link" and not target):
            return self.between(first, last, held, inside)
        shown = self.between(first, last, held, inside | {kind})
        if kind == "link":
            return f"[{shown}]({target})"
        label = "link" in inside
        if self._opens(first, shown, label) and self._closes(last, shown, label):
            return f"{_STARS[kind]}{shown}{_STARS[kind]}"
        return shown

    def _image(self, first: int, last: int, target: str | None) -> str:
        address = _target(target)
        if not address:
            return self._unmarked(first, last)
        shown = f"![{self._unmarked(first, last)}]({address})"
        if first < last:
            return shown
        # an image without text stands between words, never in one
        if first == len(self.text):
            return f" {shown}" if first else shown
        return f"{shown} " if first == 0 or self.text[first - 1] == " " else shown

    def _code(self, first: int, last: int) -> str:
        code = self.text[first:last]
        runs = {len(run) for run in _BACKTICKS.findall(code)}
        ticks = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
        space = " " if code.startswith("`") or code.endswith("`") else ""
        return f"{ticks}{space}{code}{space}{ticks}"

    def _unmarked(self, first: int, last: int) -> str:
        return escaped(self.text[first:last])

    def _opens(self, at: int, shown: str, label: bool) -> bool:
        """Whether stars before `shown`, which begins at `at`, open and can't close."""
        before = self.text[at - 1] if at else ""
        if shown.lstrip("*")[:1].isalnum():
            return not before or before == " " or _is_mark(before)
        return not label and before in ("", " ")

    def _closes(self, at: int, shown: str, label: bool) -> bool:
        """Whether stars behind `shown`, which ends at `at`, close and can't open."""
        after = self.text[at : at + 1]
        if shown.rstrip("*")[-1:].isalnum():
            return not after or after == " " or _is_mark(after)
        return not label and after in ("", " ")

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while first < last and self.text[first] == " ":
            first += 1
        while first < last and self.text[last - 1] == " ":
            last -= 1
        return first, last


def _shallow(inlines: Sequence[Inline]) -> list[Inline]:
    """The stretches in their order, without those that stand in too many others."""
    found: list[Inline] = []
    ends: list[int] = []
    for inline in sorted(inlines, key=lambda one: (one.start, -one.end, one.kind != "link")):
        while ends and ends[-1] <= inline.start:
            ends.pop()
        if len(ends) < MAX_DEPTH:
            found.append(inline)
            ends.append(inline.end)
    return found


def _is_mark(char: str) -> bool:
    """Whether `char` is punctuation for everybody who reads Markdown."""
    return unicodedata.category(char)[0] == "P"


def _target(target: str | None) -> str | None:
    """The address as Markdown writes it; None for one that nobody should follow."""
    target = (target or "").strip()
    if not target or not _FOLLOWED.match(target):
        return None
    encoded = _UNSAFE_IN_TARGET.sub(lambda found: quote(found[0], safe=""), target)
    return _ENTITY.sub("&amp;", encoded)
