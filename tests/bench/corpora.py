"""Small corpora of pages that the tests write."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.inputs import HTML_ARTICLE, PARAGRAPHS

GOLD = "\n\n".join(PARAGRAPHS)
GERMAN = [
    "Der Gemeinderat hat am Dienstag beschlossen, eine neue Brücke über den Fluss zu bauen, und damit einen "
    "Streit beendet, der die Stadt fast zehn Jahre lang geteilt hatte.",
    "Die Arbeiten an den Fundamenten sollen nach Angaben der Verwaltung im Frühjahr beginnen, die ersten "
    "Fahrräder sollen vor dem Ende des nächsten Jahres über die Brücke fahren.",
]


def row(name: str, **other: object) -> dict[str, Any]:
    """The page of the tests' article, with its gold text."""
    return {"id": name, "url": None, "lang": None, "text": GOLD, "html": HTML_ARTICLE} | other


def german(name: str) -> dict[str, Any]:
    """A page in German."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in GERMAN)
    html = f"<html lang=de><body><h1>Neue Brücke</h1>{paragraphs}<p>Teilen</p></body></html>"
    return {"id": name, "lang": "de-AT", "text": "\n\n".join(GERMAN), "html": html}


def corpus(folder: Path, name: str, rows: Iterable[object]) -> Path:
    """`folder` with a corpus of these rows; a row of bytes stands as it is."""
    data = b"".join((one if isinstance(one, bytes) else json.dumps(one).encode()) + b"\n" for one in rows)
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(data))
    return folder
