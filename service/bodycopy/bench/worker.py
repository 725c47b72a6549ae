"""`python -m bodycopy.bench.worker KIND NAME SOURCE TARGET FIGURES`: one tool over one file, in a process
that does nothing else, so that its time and its peak memory are its own.

SOURCE and TARGET hold a JSON object a line, `text` and `lang`; a line of TARGET also has `error`, what the
tool raised (its text is then empty) or null. FIGURES holds one object, `seconds` and `memory`.
"""

import json
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from bodycopy.bench.memory import peak
from bodycopy.bench.speed import clock
from bodycopy.bench.tools import Extract, Kind, load

RunKind = Literal["render"] | Kind


class Figures(NamedTuple):
    """Seconds of a core that the documents took, without start and loading; the process's peak memory in
    MB. None where that is not known: there is no /proc, or the process died."""

    seconds: float | None
    memory: float | None

    def rate(self, documents: int) -> float | None:
        """Documents a second of one core, of so many that were run."""
        return documents / max(self.seconds, 1e-9) if self.seconds is not None and documents else None


def work(extract: Extract, source: Path, target: Path) -> Figures:
    """Runs `extract` over the rows of `source` into `target`. The first row warms it up, uncounted."""
    seconds = 0.0
    with source.open(encoding="utf-8") as rows, target.open("w", encoding="utf-8") as out:
        for number, line in enumerate(rows):
            row = json.loads(line)
            if not number:
                _attempt(extract, row["text"], row["lang"])
            began = clock()
            text, error = _attempt(extract, row["text"], row["lang"])
            seconds += clock() - began
            out.write(json.dumps({"text": text, "lang": row["lang"], "error": error}) + "\n")
    return Figures(seconds, peak())


def _attempt(extract: Extract, text: str, lang: str | None) -> tuple[str, str | None]:
    try:
        return extract(text, lang), None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a peer raises what it likes; a panic in Rust is no Exception
        return "", f"{type(error).__name__}: {error}"[:200]


def _loaded(kind: RunKind, name: str) -> Extract:
    if kind == "render":
        from bodycopy.bench.renderers import renderer

        render = renderer(name)
        return lambda page, _lang: render(page)
    return load(name, kind)


def main(kind: RunKind, name: str, source: str, target: str, figures: str) -> None:
    """Runs the tool or renderer `name` over a file."""
    found = work(_loaded(kind, name), Path(source), Path(target))
    Path(figures).write_text(json.dumps(found._asdict()), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])  # type: ignore[arg-type]
