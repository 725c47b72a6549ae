"""A corpus: JSON lines, plain or gzipped, a document a line, with its gold text where there is one."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, NamedTuple, Self

from bodycopy.bench.renderers import renderer
from bodycopy.errors import BodycopyError, InputError
from bodycopy.lines import read_lines
from bodycopy.payload import parse_json
from bodycopy.settings import variable

_PLAIN: Final = "text/plain"
_HTML: Final = "text/html"


class CorpusError(BodycopyError):
    """The corpus can't be read: the message says why."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which keys of a line hold what.

    `take`: None takes a line's text where it has one, else its html; `html` takes its html as HTML, and
    `text` takes its html and renders it as plain text with `renderer`.
    """

    text: str = "text"
    gold: str = "gold"
    take: Literal["html", "text"] | None = None
    renderer: str = "inscriptis"


class Row(NamedTuple):
    """One document of a corpus. `name` is its id, or what stands for it."""

    name: str
    url: str | None
    lang: str | None
    source: str
    media_type: str
    gold: str | None


class Corpus:
    """The lines of a file, numbered from 1; blank ones are passed over. A context manager.

    Of a line over `limit` bytes only its beginning is held. Raises OSError where the file can't be opened.
    """

    def __init__(self, path: Path, limit: int) -> None:
        self.path, self._limit = path, limit
        self._file = path.open("rb")
        #: Bytes of the file; 0 where it is a pipe.
        self.size = path.stat().st_size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Number and bytes of each line. Raises CorpusError where the file can't be unpacked."""
        packed = self.path.suffix == ".gz"
        try:
            source = gzip.GzipFile(fileobj=self._file) if packed else self._file
            for number, line in enumerate(read_lines(source, self._limit), 1):  # type: ignore[arg-type]
                if line.strip():
                    yield number, line
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise CorpusError(f"{self.path}: can't be unpacked as gzip: {error}") from None

    @property
    def position(self) -> int:
        """Bytes of the file that were read."""
        return self._file.tell() if self.size else 0


class RowReader:
    """Reads lines as `columns` says. Raises RendererError where its renderer is not installed."""

    def __init__(self, columns: Columns, limit: int) -> None:
        self._columns, self._limit = columns, limit
        self._render: Callable[[str], str] | None = None
        if columns.take == "text":
            self._render = renderer(columns.renderer)

    def read(self, number: int, line: bytes) -> Row:
        """The document of a line. Raises InputError where there is none."""
        if len(line) > self._limit:
            raise InputError(
                f"the line has more than {self._limit} bytes; {variable('max_bytes')} sets the limit"
            )
        row = parse_json(line)
        if not isinstance(row, dict):
            raise InputError("a JSON object a line is accepted, nothing else")
        columns = self._columns
        source, media_type = self._source(row)
        identity = row.get("id")
        name = identity if isinstance(identity, str) else json.dumps(identity)
        return Row(
            f"line {number}" if identity is None else name,
            _string(row, "url"),
            _string(row, "lang"),
            source,
            media_type,
            _string(row, columns.gold),
        )

    def _source(self, row: dict[str, object]) -> tuple[str, str]:
        columns = self._columns
        html = _string(row, "html")
        if columns.take:
            if html is None:
                raise InputError(f"has no 'html' to take as {columns.take}")
            return (self._rendered(html), _PLAIN) if self._render else (html, _HTML)
        text = _string(row, columns.text) if columns.text != columns.gold else None
        if text is not None and html is not None:
            raise InputError(
                f"has both {columns.text!r} and 'html'; say which: --as html, --as text, or --gold-key"
            )
        if text is not None:
            return text, _PLAIN
        if html is None:
            raise InputError(f"has neither {columns.text!r} nor 'html' to clean")
        return html, _HTML

    def _rendered(self, html: str) -> str:
        assert self._render
        try:
            return self._render(html)
        except (ValueError, SyntaxError, RecursionError, AssertionError) as error:
            raise InputError(f"html: can't be rendered as text: {error}") from None


def _string(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{key}: a string is accepted, not {json.dumps(value)[:40]}")
    return value
