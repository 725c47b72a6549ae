"""The way through: decode, read, match, decide, render."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bodycopy.decide.judge import judge
from bodycopy.decode import decode
from bodycopy.errors import OptionError
from bodycopy.labels import ALL_LABELS
from bodycopy.match.engine import Engine
from bodycopy.media import HTML, parse_media_type
from bodycopy.read.plain import read_plain
from bodycopy.render.result import render
from bodycopy.result import CleanResult
from bodycopy.rules.load import load_over_shipped
from bodycopy.rules.merge import did_you_mean
from bodycopy.rules.ruleset import Ruleset
from bodycopy.rules.sites import Sites


class Cleaner:
    """Cleans documents with one set of rules, compiled once.

    `rules`: None for the shipped rules, a folder or folders of packs that stand over them, or a
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
        self.ruleset = rules if isinstance(rules, Ruleset) else load_over_shipped(_folders(rules))
        self._compile()
        self._disable, self._keep = _options(self.ruleset, disable, keep)

    def adjusted(self, disable: Iterable[str] = (), keep: Iterable[str] = ()) -> "Cleaner":
        """A cleaner with more labels or rules disabled or kept; it shares the compiled rules."""
        disabled, kept = _options(self.ruleset, disable, keep)
        other = object.__new__(Cleaner)
        other.ruleset, other._engine, other._sites = self.ruleset, self._engine, self._sites
        other._disable, other._keep = self._disable | disabled, self._keep | kept
        return other

    def __getstate__(self) -> dict[str, Any]:
        return {"ruleset": self.ruleset, "_disable": self._disable, "_keep": self._keep}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._compile()

    def _compile(self) -> None:
        self._engine = Engine(self.ruleset)
        self._sites = Sites(self.ruleset.sites)

    def clean(
        self, source: str | bytes, media_type: str = "text/plain", url: str | None = None
    ) -> CleanResult:
        """Cleans one document. Bytes are decoded by their mark, the media type's charset, or detection.

        Raises a subclass of InputError where the input can't be read.
        """
        kind, charset = parse_media_type(media_type)
        if kind in HTML:
            from bodycopy.read.html import read_html  # lxml and trafilatura load for HTML alone

            document = read_html(source, charset, url)
        else:
            decoded = decode(source, charset)
            document = replace(read_plain(decoded.text), warnings=decoded.warnings)
        judged = judge(document, self._engine, self._disable | self._sites.silent(url))
        return render(document, judged, self._keep, self.ruleset, url)


def _folders(rules: str | Path | Iterable[str | Path] | None) -> Iterable[str | Path]:
    return [rules] if isinstance(rules, str | Path) else rules or ()


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
        hint = did_you_mean(name, accepted) or f"; labels are {', '.join(ALL_LABELS)}"
        raise OptionError(f"{option}: {name!r} is not a known {what}{hint}")
