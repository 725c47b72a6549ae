"""What comes out: the clean text, its metadata, and a reason for every block that went."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, NamedTuple, TypedDict

from bodycopy.document import Inline, Kind
from bodycopy.errors import OptionError

#: What a result as JSON may have beside its text and metadata.
_PARTS: Final = frozenset(("blocks", "markdown", "removed"))


class Caption(TypedDict):
    """A caption as it stood, and the part of it that names photographer or agency."""

    text: str
    credit: str | None


class Dateline(TypedDict):
    """Where a story was filed and by which agency."""

    place: str | None
    agency: str | None


class RulesetName(TypedDict):
    """What identifies the rules that were in force."""

    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class Metadata(Mapping[str, Any]):
    """What the article says of itself. What was not found is None or empty, never guessed.

    Reads as attributes (`metadata.title`) and as a mapping (`metadata["title"]`). `authors` are people,
    `agencies` the agencies and organisations named as author. Dates are ISO 8601, `language` is a BCP 47 tag.
    `paywalled` is what a page states: True, False or nothing. `word_count` counts the words of the clean
    text. `sources` says for each field where its value stood: `text`, or the place in the page's markup, as
    `json-ld:headline`.
    """

    title: str | None = None
    subtitle: str | None = None
    authors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    language: str | None = None
    site_name: str | None = None
    url: str | None = None
    paywalled: bool | None = None
    word_count: int = 0
    sources: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        if key not in _METADATA_FIELDS:
            raise KeyError(key)
        return getattr(self, key)

    def __iter__(self) -> Iterator[str]:
        return iter(_METADATA_FIELDS)

    def __len__(self) -> int:
        return len(_METADATA_FIELDS)


_METADATA_FIELDS = tuple(f.name for f in fields(Metadata))


@dataclass(frozen=True, slots=True)
class ResultBlock:
    """One block of the input and what became of it. `rules` are the ids of the rules that spoke for
    its label; `confidence` lies between 0 and 1. Offsets are code points of the decoded source, None
    for HTML."""

    text: str
    label: str
    kept: bool
    start: int | None
    end: int | None
    rules: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Removed:
    """A block, or a span cut from a kept block, that is not in the text."""

    text: str
    label: str
    rules: tuple[str, ...]
    start: int | None
    end: int | None
    confidence: float


class KeptBlock(NamedTuple):
    """A block of the clean text, without what was cut from it, and what the source's markup said of it."""

    text: str
    label: str
    kind: Kind
    level: int
    marker: str | None
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CleanResult:
    """The outcome of cleaning one document. `kept` is what its text and its Markdown are made of."""

    text: str
    metadata: Metadata
    blocks: tuple[ResultBlock, ...]
    removed: tuple[Removed, ...]
    ruleset: RulesetName
    warnings: list[str]
    kept: tuple[KeptBlock, ...] = field(default=(), repr=False)

    @property
    def markdown(self) -> str:
        """The clean text as Markdown. It is made whenever it is asked for."""
        from bodycopy.render.markdown import to_markdown  # nobody pays for what nobody asks for

        return to_markdown(self.kept)

    def to_dict(self, include: Iterable[str] = ("removed",)) -> dict[str, Any]:
        """The JSON body: plain lists, dicts, strings and numbers. `include` may name `blocks`,
        `removed` and `markdown`. Raises OptionError for another name."""
        if isinstance(include, str):
            raise OptionError(f"include: one text, {include!r}, is given; a list of names is accepted")
        wanted = set(include)
        if not wanted <= _PARTS:
            unknown = ", ".join(sorted(wanted - _PARTS))
            raise OptionError(f"include: {unknown} is not known; accepted are {', '.join(sorted(_PARTS))}")
        body: dict[str, Any] = {"text": self.text}
        if "markdown" in wanted:
            body["markdown"] = self.markdown
        body["metadata"] = dict(self.metadata)
        for name in ("removed", "blocks"):
            if name in wanted:
                body[name] = [_as_dict(part) for part in getattr(self, name)]
        return body | {"ruleset": dict(self.ruleset), "warnings": list(self.warnings)}


def _as_dict(part: ResultBlock | Removed) -> dict[str, Any]:
    """What `dataclasses.asdict` gives, without its copies of what can't change."""
    return {name: getattr(part, name) for name in part.__slots__}
