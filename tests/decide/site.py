"""Whole pages that the tests put together, each with the frame of a site around what it shows."""

PROSE = [
    "The harbour master closed the eastern pier on Monday after divers found that four of its oak piles had "
    "been eaten away by shipworm, a mollusc that had not been seen so far north before.",
    "Repairs will take until the autumn, he said, and the ferry to the islands will use the coal wharf until "
    "then, which adds a quarter of an hour to every crossing that it makes.",
    "Shopkeepers along the quay fear for their summer. Most visitors come on foot from the eastern pier, and "
    "the coal wharf lies behind a fence at the other end of the town, without a single café.",
]
SECOND = [
    "A choir of retired railwaymen has won the county's singing contest for the third year running, although "
    "its conductor lost his voice the evening before and led the whole programme by gesture alone.",
    "The judges praised the warmth of the basses and the discipline of the tenors, one of whom is ninety-one "
    "years old and still walks to every rehearsal along the line that he once drove.",
    "Next month the choir travels to the national final by train, naturally, and hopes that this time nobody "
    "will be asked to help the driver on the way.",
]
MENU = "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in ("News", "Sport", "Culture"))
TOPICS = [
    "Ferry company orders two electric boats",
    "School roof repaired after winter storm",
    "Market hall reopens with forty new stalls",
    "Cycling club rides to the northern lighthouse",
    "Museum buys a rare map of the coast",
    "Bakers strike over the price of flour",
    "Students plant a thousand trees by the river",
    "New bus line links the station and beach",
    "Fishermen ask for a longer herring season",
    "Library lends out tools and sewing machines",
    "Town hall clock strikes thirteen once again",
    "Orchestra looks for a second bassoon player",
]


def page(body: str, title: str = "The Estuary Post", head: str = "") -> str:
    """`body` amid the menu and the footer of a site."""
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><header><a "
        f"href='/'>The "
        f"Estuary Post</a><nav><ul>{MENU}</ul></nav></header><main>{body}</main><footer><a "
        f"href='/about'>About "
        "us</a><p>© 2025 The Estuary Post. All rights reserved.</p></footer></body></html>"
    )


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def cards(
    count: int = 12, summary: str = "It happened on Tuesday, officials said, and nobody was hurt."
) -> str:
    """Teaser cards of other pages."""
    return "".join(
        f"<div class='card'><h3><a href='/story/{at}'>{topic}</a></h3><p>{summary}</p></div>"
        for at, topic in enumerate(TOPICS[:count])
    )


def article(headline: str, texts: list[str], *, byline: str = "", link: str = "", level: int = 2) -> str:
    """An article of its own, with its headline and who wrote it."""
    head = f"<a href='{link}'>{headline}</a>" if link else headline
    return f"<article><h{level}>{head}</h{level}>{byline}{paragraphs(texts)}</article>"
