"""Lines that a scraper glued together, as bs4's `get_text()` does where a page's source has no line breaks:
“HomeNewsThe ferry sails again.Nobody said why.” No space parts the last word of one from the first of the
next, but small letters and stops meet capitals."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

Span = tuple[int, int]

#: A line that glue made is so long at least.
LEAST_LENGTH: Final = 600
#: So many different places in such lines show that a text is glued, where there is one in so many characters
#: at least, and the lines that have any hold so much of the text.
PLACES: Final = 12
SPREAD: Final = 1_000
SHARE: Final = 0.25
#: So many characters on either side tell one place from another.
WORD: Final = 16
#: Behind a word in small letters, a number, a bracket or a sentence, a capital follows without a space.
_GLUE: Final = re.compile(
    r"(?<=[a-zß-öø-ÿ0-9)][.!?…])(?<![ .]\w\.)(?=[“„«\"]?[A-ZÀ-ÖØ-Þ])"
    r"|(?<=[a-zß-öø-ÿ0-9)][.!?…][”\"»)])(?=[“„«\"]?[A-ZÀ-ÖØ-Þ])"
    r"|(?<=[a-zß-öø-ÿ]{2})(?=[A-ZÀ-ÖØ-Þ])"
    r"|(?<=\d\d)(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])"
    r"|(?<=[a-zß-öø-ÿ0-9][)»”])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])"
)
#: Names and terms with a capital amid them.
_NAMES: Final = re.compile(
    r"""
    (?:Mc|Mac|Fitz|De|Di|Le|La|Van|Von)[A-Z][a-z]+ | (?:[A-ZÄÖÜ][a-zäöüß]+|[a-zäöüß]+)Innen
    | AirBnB | AirPods | AstraZeneca | BioNTech | BlackBerry | BlackRock | BuzzFeed | ChatGPT | CoffeeScript
    | CrossFit | DeepMind | DeepSeek | DevOps | DoorDash | DuckDuckGo | FaceTime | FedEx | GitHub | GitLab
    | GoPro | GraphQL | HarperCollins | HubSpot | JavaScript | LaTeX | LinkedIn | MacBook | MacOS | MasterCard
    | MongoDB | MySQL | OneDrive | OneNote | OnePlus | OpenAI | PayPal | PhD | PlayStation | PostgreSQL
    | PowerPoint | PricewaterhouseCoopers | SalesForce | SharePoint | SnapChat | SoundCloud | SpaceX | StubHub
    | TechCrunch | ThinkPad | ThyssenKrupp | TikTok | TypeScript | WeChat | WhatsApp | WikiLeaks | WooCommerce
    | WordPress | YouTube | eBay | eBook | eCommerce | iCloud | iPad | iPhone | iPod | iTunes
    """,
    re.VERBOSE,
)


def part_glued(source: str, groups: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The spans of lines of `source`, grouped by the empty lines between them, with the long ones parted
    where lines were glued; as they are where nothing shows that any were."""
    places = {
        span: [found.start() for found in _GLUE.finditer(source, *span)]
        for group in groups
        for span in group
        if span[1] - span[0] >= LEAST_LENGTH
    }
    if sum(map(len, places.values())) >= PLACES:
        places = _without_names(source, places)
    size = sum(end - start for (start, end), found in places.items() if found)
    around = {_word(source, at) for found in places.values() for at in found}
    if len(around) < PLACES or len(around) * SPREAD < size or size < SHARE * len(source):
        return [list(group) for group in groups]
    return [
        [part for span in group for part in _parted(source, span, places.get(span, ()))] for group in groups
    ]


def _without_names(source: str, places: Mapping[Span, list[int]]) -> dict[Span, list[int]]:
    """`places` without those that a name explains."""
    named = {
        at
        for span in places
        for name in _NAMES.finditer(source, *span)
        for at in range(name.start() + 1, name.end())
    }
    return {span: [at for at in found if at not in named] for span, found in places.items()}


def _word(source: str, at: int) -> str:
    """What stands around the place `at` without a space."""
    before, behind = source[max(0, at - WORD) : at], source[at : at + WORD]
    return before.rsplit(None, 1)[-1] + behind.split(None, 1)[0]


def _parted(source: str, span: Span, places: Sequence[int]) -> list[Span]:
    parts = []
    for start, end in zip((span[0], *places), (*places, span[1]), strict=True):
        said = source[start:end]
        if said.strip():
            parts.append((start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())))
    return parts
