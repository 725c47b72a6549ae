"""The way through: decode, read, match, decide, render."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bodycopy.decide.judge import Judged, judge
from bodycopy.decode import decode
from bodycopy.document import Block, Document
from bodycopy.errors import OptionError
from bodycopy.labels import ALL_LABELS
from bodycopy.match.engine import Engine, Matched
from bodycopy.media import HTML, parse_media_type
from bodycopy.read.plain import read_plain
from bodycopy.render.result import render
from bodycopy.result import CleanResult
from bodycopy.rules.load import Ruleset, load, shipped_folder

if TYPE_CHECKING:
    from bodycopy.explain.evidence import Explanation


class Cleaner:
    """Cleans documents with one set of rules, compiled once.

    `rules`: None for the shipped rules, a folder or folders of packs that are added to them, or a
    loaded Ruleset. `disable` names rules (by id) or labels that must not speak; `keep` names labels
    whose blocks and spans stay in the text. Picklable; safe to share between threads and processes.

    Raises RuleError for broken packs, OptionError for an unknown label or rule id.
    """

    def __init__(
        self,
        rules: Ruleset | str | Path | Iterable[str | Path] | None = None,
        disable: Iterable[str] = (),
        keep: Iterable[str] = (),
    ) -> None:
        self.ruleset = rules if isinstance(rules, Ruleset) else load(*_folders(rules))
        self._engine = Engine(self.ruleset)
        self._disable, self._keep = _options(self.ruleset, disable, keep)

    def adjusted(self, disable: Iterable[str] = (), keep: Iterable[str] = ()) -> "Cleaner":
        """A cleaner with more labels or rules disabled or kept; it shares the compiled rules."""
        disabled, kept = _options(self.ruleset, disable, keep)
        other = object.__new__(Cleaner)
        other.ruleset, other._engine = self.ruleset, self._engine
        other._disable, other._keep = self._disable | disabled, self._keep | kept
        return other

    def __getstate__(self) -> dict[str, Any]:
        return {"ruleset": self.ruleset, "_disable": self._disable, "_keep": self._keep}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._engine = Engine(self.ruleset)

    def clean(
        self, source: str | bytes, media_type: str = "text/plain", url: str | None = None
    ) -> CleanResult:
        """Cleans one document. Bytes are decoded by their mark, the media type's charset, or detection.

        Raises a subclass of InputError where the input can't be read.
        """
        document = self.read(source, media_type, url)
        return render(document, self.judge(document), self._keep, self.ruleset, url)

    def explain(
        self, source: str | bytes, media_type: str = "text/plain", url: str | None = None
    ) -> "Explanation":
        """Why each block of one document is kept or not: its label and the evidence for and against it.

        Raises what `clean` raises.
        """
        from bodycopy.explain.evidence import explain  # nothing else needs it

        document = self.read(source, media_type, url)
        judged = self.judge(document)
        look = self.look([one.block for one in judged])
        return explain(judged, look, self.ruleset, self._keep, document.warnings)

    def read(self, source: str | bytes, media_type: str = "text/plain", url: str | None = None) -> Document:
        """One document as it is read, before any rule looks at it. Raises what `clean` raises."""
        kind, charset = parse_media_type(media_type)
        if kind in HTML:
            from bodycopy.read.html import read_html  # lxml and trafilatura load for HTML alone

            return read_html(source, charset, url)
        decoded = decode(source, charset)
        return replace(read_plain(decoded.text), warnings=decoded.warnings)

    def judge(self, document: Document) -> list[Judged]:
        """The final verdict on each block of a document that was read."""
        return judge(document, self._engine, self._disable)

    def look(self, blocks: Sequence[Block]) -> Matched:
        """What the rules say of `blocks` at first sight."""
        return self._engine.match(blocks, self._disable, {})


def _folders(rules: str | Path | Iterable[str | Path] | None) -> list[Path]:
    if rules is None:
        return []
    extra = [rules] if isinstance(rules, str | Path) else list(rules)
    return [shipped_folder(), *map(Path, extra)] if extra else []


def _options(
    ruleset: Ruleset, disable: Iterable[str], keep: Iterable[str]
) -> tuple[frozenset[str], frozenset[str]]:
    disabled, kept = frozenset(disable), frozenset(keep)
    ids = {rule.id for rule in ruleset.rules}
    _known("keep", kept, set(ALL_LABELS), "label")
    _known("disable", disabled, ids | set(ALL_LABELS), "rule id or label")
    return disabled, kept


def _known(option: str, names: frozenset[str], accepted: set[str], what: str) -> None:
    for name in sorted(names - accepted):
        near = get_close_matches(name, accepted, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; labels are {', '.join(ALL_LABELS)}"
        raise OptionError(f"{option}: {name!r} is not a known {what}{hint}")
