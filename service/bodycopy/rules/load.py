"""From folders of packs to the rules in force: every problem of every file is reported at once."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from bodycopy.errors import RuleError
from bodycopy.rules.checked import is_checked
from bodycopy.rules.files import UnreadableError, find_packs, read_text
from bodycopy.rules.merge import Merger
from bodycopy.rules.model import InlineRule
from bodycopy.rules.pack import ParsedPack, parse_pack, parse_terms
from bodycopy.rules.patterns import Scope
from bodycopy.rules.ruleset import Ruleset
from bodycopy.rules.sites import SitePack

#: Beside the packs: parts of patterns that packs share.
TERMS: Final = "terms.yaml"
#: The folder of packs that speak on some sites only.
SITES: Final = "sites"
#: How many packs are remembered as they were read: validating the shipped ones takes a second.
REMEMBERED: Final = 512


def shipped_folder() -> Path:
    """The folder of the rules that come with bodycopy: in the wheel, or at the repository's root."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_rules", package.parents[1] / "rules"):
        if (folder / "VERSION").is_file():
            return folder
    raise RuleError([f"{package}: no rules were installed with the package"])


def load_over_shipped(folders: Iterable[str | Path]) -> Ruleset:
    """The shipped rules with the packs of `folders` over them. Raises RuleError as `load` does."""
    return load(shipped_folder(), *map(Path, folders))


def load(*folders: Path) -> Ruleset:
    """Reads every `*.yaml` file below `folders` (default: the shipped rules), each folder over those before
    it. Patterns may name the shipped terms, those of their own folder and those of the folders before it.

    Raises RuleError with all problems of all files.
    """
    merger = Merger()
    shipped = shipped_folder()
    terms, problems = _terms(shipped, {}, "rules")
    for folder in folders or (shipped,):
        if not folder.is_dir():
            problems.append(f"{folder}: is not a folder of rules")
            continue
        shown = "rules" if folder == shipped else str(folder)
        errors: list[str] = []
        if folder != shipped:
            terms, errors = _terms(folder, terms, shown)
        packs, more = _packs(folder, shown, terms, folder == shipped and is_checked(folder))
        problems += errors + more
        if not packs and not errors and not more:
            problems.append(f"{folder}: no rules found; the names of packs end in .yaml")
        problems += merger.add(folder, packs)
    if problems:
        raise RuleError(problems)
    version = (shipped / "VERSION").read_text("utf-8").strip()
    rules, sources, sites, silenced = merger.merged()
    return Ruleset(rules, sources, version, digest(rules, sites), terms, sites, silenced)


def digest(rules: Sequence[InlineRule], sites: Sequence[SitePack] = (), over: str = "") -> str:
    """What identifies these rules, `over` those that another digest identifies."""
    data: list[object] = [rule.model_dump(by_alias=True, exclude_none=True) for rule in rules]
    data += [[pack.hosts, pack.rules, pack.disable] for pack in sites]
    return hashlib.sha256((over + json.dumps(data, sort_keys=True)).encode()).hexdigest()[:16]


def _terms(root: Path, base: Mapping[str, str], shown: str) -> tuple[Mapping[str, str], list[str]]:
    path = root / TERMS
    if not path.exists():
        return base, []
    try:
        text = read_text(path, f"{shown}/{TERMS}")
    except UnreadableError as error:
        return base, [str(error)]
    terms, problems = parse_terms(text, f"{shown}/{TERMS}", base)
    return terms or base, problems


def _packs(
    root: Path, shown: str, terms: Mapping[str, str], checked: bool
) -> tuple[list[tuple[str, ParsedPack]], list[str]]:
    """Name and content of each pack below `root`, and the problems found; `checked` as in a Scope."""
    packs: list[tuple[str, ParsedPack]] = []
    problems: list[str] = []
    try:
        for path in find_packs(root):
            if path == root / TERMS:
                continue
            name = path.relative_to(root).as_posix()
            try:
                text = read_text(path, f"{shown}/{name}")
                pack, errors = _parsed(_Text(text), f"{shown}/{name}", tuple(terms.items()), checked)
            except UnreadableError as error:
                problems.append(str(error))
                continue
            problems += errors
            if pack:
                problems += _placed(name, pack)
                packs.append((name.removesuffix(".yaml"), pack))
    except UnreadableError as error:
        problems.append(str(error))
    return packs, problems


class _Text:
    """A pack's text until it is taken; then what tells it from others, which is all that is remembered."""

    __slots__ = ("_digest", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._digest = hashlib.sha256(text.encode()).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self._digest == other._digest

    def __hash__(self) -> int:
        return hash(self._digest)

    def take(self) -> str:
        text, self._text = self._text, ""
        return text


@lru_cache(maxsize=REMEMBERED)
def _parsed(
    text: _Text, shown: str, terms: tuple[tuple[str, str], ...], checked: bool
) -> tuple[ParsedPack | None, tuple[str, ...]]:
    """As `parse_pack`, once for packs that are loaded again: most of them are the same as before."""
    pack, problems = parse_pack(text.take(), shown, Scope(dict(terms), checked=checked))
    return pack, tuple(problems)


def _placed(name: str, pack: ParsedPack) -> list[str]:
    """What is wrong with a pack's place: words of one site never stand among those of all."""
    below = name.startswith(f"{SITES}/")
    if below and not pack.sites:
        return [f"{pack.shown}:1: sites: is needed in a pack below {SITES}/: the hosts on which it speaks"]
    if pack.sites and not below:
        return [f"{pack.shown}:1: sites: a pack of some sites stands below the folder {SITES}/"]
    return []
