"""The way through: decode, read, match, decide, render."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from bodycopy.batch.furniture import Furniture
from bodycopy.batch.templated import Templated
from bodycopy.decide.decider import BY_RULES, Decider, by_weights
from bodycopy.decide.judge import Judged, judge
from bodycopy.decide.names import DECIDERS, DeciderName
from bodycopy.decide.page import Settled, settle
from bodycopy.decide.weights import NAME as WEIGHTS
from bodycopy.decide.weights import read_weights
from bodycopy.decode import decode
from bodycopy.document import Block, Document
from bodycopy.errors import OptionError, RuleError
from bodycopy.labels import ALL_LABELS
from bodycopy.match.engine import Engine, Matched
from bodycopy.match.layered import Layered
from bodycopy.match.matcher import Matcher
from bodycopy.media import HTML, MARKDOWN, parse_media_type
from bodycopy.read.markdown.sniff import is_markdown
from bodycopy.read.plain import read_plain
from bodycopy.read.printed import page_breaks
from bodycopy.render.result import render
from bodycopy.result import CleanResult
from bodycopy.rules.inline import Overlay, lay_inline, read_inline
from bodycopy.rules.load import load_over_shipped, shipped_folder
from bodycopy.rules.model import InlineRule
from bodycopy.rules.ruleset import Ruleset
from bodycopy.rules.sites import Sites
from bodycopy.wording import LONGEST_NAME, did_you_mean, shorten

if TYPE_CHECKING:
    from bodycopy.batch.inputs import Given, GroupBy
    from bodycopy.explain.evidence import Explanation


class Cleaner:
    """Cleans documents with one set of rules, compiled once.

    `rules`: None for the shipped rules, a folder or folders of packs that stand over them, or a
    loaded Ruleset. `disable` names rules (by id) or labels that must not speak; `keep` names labels
    whose blocks and spans stay in the text. `decider` is "learned" (the weights beside the shipped rules) or
    "rules" (weights set by hand). Picklable; safe to share between threads and processes.

    Raises RuleError for broken packs, OptionError for an unknown label, rule id or decider.
    """

    def __init__(
        self,
        rules: Ruleset | str | Path | Iterable[str | Path] | None = None,
        disable: Iterable[str] = (),
        keep: Iterable[str] = (),
        decider: DeciderName = "learned",
    ) -> None:
        self._by = decider
        self._base = rules if isinstance(rules, Ruleset) else load_over_shipped(_folders(rules))
        self._overlay: Overlay | None = None
        self._furniture: Furniture | None = None
        self._compile()
        self._disable, self._keep = _options(self._base, self._base, disable, keep)

    @property
    def ruleset(self) -> Ruleset:
        """The rules in force and what identifies them."""
        return self._overlay.combined if self._overlay else self._base

    def adjusted(
        self,
        disable: Iterable[str] = (),
        keep: Iterable[str] = (),
        rules: Iterable[InlineRule | Mapping[str, Any]] = (),
    ) -> "Cleaner":
        """A cleaner with more labels or rules disabled or kept, and with a few more rules; it shares the
        compiled rules. `rules` are rules as a pack has them, in plain Python; examples may be left out. At
        most fifty are accepted, and they replace those that an earlier call added.

        Raises OptionError for an unknown label or rule id, RuleError for broken rules.
        """
        own = read_inline(rules, self._base.terms)
        return self._with(lay_inline(self._base, own) if own else self._overlay, disable, keep)

    def with_overlay(self, overlay: Overlay) -> "Cleaner":
        """A cleaner with the rules of `overlay`, which lies over the rules of this one."""
        return self._with(overlay, (), ())

    def among(self, furniture: Furniture) -> "Cleaner":
        """A cleaner for the pages of one site, of which `furniture` says what repeats on them."""
        if not furniture.seen and self._furniture is None:
            return self
        other = self._with(self._overlay, (), ())
        other._furniture = furniture
        return other

    def _with(self, overlay: Overlay | None, disable: Iterable[str], keep: Iterable[str]) -> "Cleaner":
        other = object.__new__(Cleaner)
        other.__dict__.update(self.__dict__)
        if overlay is not self._overlay:
            other._overlay = overlay
            other._small = Engine(overlay.ruleset, overlay.combined) if overlay else None
        disabled, kept = _options(self._base, other.ruleset, disable, keep)
        other._disable, other._keep = self._disable | disabled, self._keep | kept
        return other

    def __getstate__(self) -> dict[str, Any]:
        return {
            name: getattr(self, name)
            for name in ("_base", "_overlay", "_disable", "_keep", "_by", "_furniture")
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._compile()

    def _compile(self) -> None:
        self._decider = _decider(self._by)
        self._engine = Engine(self._base)
        over = self._overlay
        self._small = Engine(over.ruleset, over.combined) if over else None
        self._sites = Sites(self._base.sites)

    def clean(
        self, source: str | bytes | bytearray, media_type: str = "text/plain", url: str | None = None
    ) -> CleanResult:
        """Cleans one document. Bytes are decoded by their mark, the media type's charset, or detection.

        Raises a subclass of InputError where the input can't be read, or where rules that were added by
        `adjusted` would take too long on it.
        """
        document = self.read(source, media_type, url)
        return render(document, self._settled(document, url), self._keep, self.ruleset, url)

    def clean_many(self, documents: Iterable["Given"], group_by: "GroupBy" = "site") -> Iterator[CleanResult]:
        """The result of each of `documents`, in order. A document is a text, an object with `text`,
        `html` or `markdown` and perhaps `url`, or an `Input(source, media_type, url)`.

        Lines that stand under different articles of one group count as evidence against them. `group_by`
        says what a group is: "site" the registered domain of the url, a function of an Input its name (None:
        the document stands alone); with None nothing is compared. The documents are read twice, so an
        iterator is held in memory whole; a list, or an object that can be iterated again, is not.

        Raises OptionError for another `group_by`, and while it is iterated a subclass of InputError that says
        which document can't be read.
        """
        from bodycopy.batch.many import clean_many  # nothing else needs it

        return clean_many(self, documents, group_by)

    def explain(
        self, source: str | bytes | bytearray, media_type: str = "text/plain", url: str | None = None
    ) -> "Explanation":
        """Why each block of one document is kept or not: its label and the evidence for and against it.

        Raises what `clean` raises.
        """
        from bodycopy.explain.evidence import explain  # nothing else needs it

        document = self.read(source, media_type, url)
        judged, warnings = self._settled(document, url)
        look = self.look([one.block for one in judged], url)
        warnings = document.warnings + warnings
        return explain(judged, look, self._decider, document.opinion, self.ruleset, self._keep, warnings)

    def read(
        self, source: str | bytes | bytearray, media_type: str = "text/plain", url: str | None = None
    ) -> Document:
        """The blocks of a document, before any rule looks at them. Raises a subclass of InputError, and
        TypeError for what is no text, no bytes or no address."""
        _typed("source", source, str, bytes, bytearray)
        _typed("media_type", media_type, str)
        _typed("url", url, str, NoneType)
        if isinstance(source, bytearray):
            source = bytes(source)
        kind, charset = parse_media_type(media_type)
        if kind in HTML:
            from bodycopy.read.html import read_html  # its parser and trafilatura load for HTML alone

            return read_html(source, charset, url)
        decoded = decode(source, charset)
        if kind in MARKDOWN or is_markdown(decoded.text):
            from bodycopy.read.markdown.reader import read_markdown  # its parser loads for Markdown alone

            document = read_markdown(decoded.text)
            return replace(document, warnings=decoded.warnings + document.warnings)
        return replace(read_plain(decoded.text, page_breaks(decoded.text)), warnings=decoded.warnings)

    def judge(self, document: Document, url: str | None = None) -> list[Judged]:
        """The verdict on each block of a document that was read."""
        return self._settled(document, url).judged

    def look(self, blocks: Sequence[Block], url: str | None = None) -> Matched:
        """What the rules say of `blocks` at first sight."""
        return self._matcher().match(blocks, self._disable | self._sites.silent(url), {})

    def _settled(self, document: Document, url: str | None) -> Settled:
        disabled = self._disable | self._sites.silent(url)
        judged = judge(document, self._matcher(), disabled, self._decider)
        return settle(document, judged, url, disabled)

    def _matcher(self) -> Matcher:
        """What looks at one document."""
        matcher: Matcher = self._engine
        if self._small is not None and self._overlay is not None:
            matcher = Layered(self._engine, self._small, self._overlay)
        return Templated(matcher, self._furniture) if self._furniture else matcher


def _decider(name: str) -> Decider:
    if name not in DECIDERS:
        raise OptionError(f"decider: {name!r} is not known; accepted are {', '.join(DECIDERS)}")
    return BY_RULES if name == "rules" else by_weights(read_weights(shipped_folder() / WEIGHTS))


def _folders(rules: str | Path | Iterable[str | Path] | None) -> Iterable[str | Path]:
    folders = [rules] if isinstance(rules, str | Path) else list(rules or ())
    if "" in folders:  # it would be the folder where the program runs
        raise RuleError(["'': is not a folder of rules"])
    return folders


def _options(
    base: Ruleset, ruleset: Ruleset, disable: Iterable[str], keep: Iterable[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """`disable` and `keep`, checked. A rule that a pack or a request put out of force may be disabled too:
    who asks for it need not know what the packs of a service say."""
    for option, names in (("disable", disable), ("keep", keep)):
        if isinstance(names, str):
            raise OptionError(f"{option}: one text, {names!r}, is given; a list of names is accepted")
    disabled, kept = frozenset(disable), frozenset(keep)
    if not disabled and not kept:
        return disabled, kept
    ids = {rule.id for rule in (*base.rules, *ruleset.rules)} | {gone.rule.id for gone in base.silenced}
    _known("keep", kept, set(ALL_LABELS), "label")
    _known("disable", disabled, ids | set(ALL_LABELS), "rule id or label")
    return disabled, kept


def _typed(name: str, value: object, *types: type) -> None:
    if not isinstance(value, types):
        accepted = ", ".join(one.__name__ for one in types)
        raise TypeError(f"{name}: a value of type {type(value).__name__} is given; accepted are {accepted}")


def _known(option: str, names: frozenset[str], accepted: set[str], what: str) -> None:
    for name in sorted(names - accepted):
        hint = did_you_mean(name, accepted) or f"; labels are {', '.join(ALL_LABELS)}"
        shown = shorten(name, LONGEST_NAME)
        raise OptionError(f"{option}: {shown!r} is not a known {what}{hint}")
