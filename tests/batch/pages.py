"""A small newspaper's site, invented: pages with articles of their own amid the same furniture."""

from bodycopy import Input

MENU = ["Harbour", "Council", "Letters to the tide", "Market days", "The rope walk"]
APPEAL = "The Skarrow Post is paid for by those who read it, and it would be glad if you were one of them."
CLOSING = ["Tide tables", "Back issues", "Where to buy us", "Ask the ferryman"]
URL = "https://www.skarrow-post.example/{}"
FIRST = [
    (
        "Ferry sails again",
        "The ferry left its berth at dawn with eleven passengers and a goat aboard on Friday.",
    ),
    (
        "Mill wheel turns",
        "The wheel of the old mill began to turn again on Monday, after the river had risen.",
    ),
    ("Bakers join hands", "Four bakers of the upper town have agreed to share one oven through the winter."),
    (
        "Owl in the tower",
        "An owl has nested in the tower of the town hall, and the bells will be silent in May.",
    ),
    (
        "School gets a boat",
        "The school on the island has been given a boat, which the pupils painted themselves.",
    ),
]
MORE = [
    "Nobody could say on {day} how long it would last, but {name} said that the {thing} had been worth it.",
    "“We have waited for the {thing} for nine winters,” {name} told a meeting in the hall that evening.",
    "The {thing} cost less than the council had feared, according to {name}, who keeps the books for it.",
]
WHO = [
    ("Friday", "Hanne Voss", "pier"),
    ("Monday", "Piet Haverland", "millrace"),
    ("Tuesday", "Ada Quist", "bakehouse"),
    ("Thursday", "Maren Tolk", "belfry"),
    ("Saturday", "Jette Brandt", "rowing boat"),
]


def body(number: int) -> list[str]:
    """The paragraphs of an article; no two articles share one."""
    day, name, thing = WHO[number]
    return [FIRST[number][1], *(line.format(day=day, name=name, thing=thing) for line in MORE)]


def page(number: int, paragraphs: list[str] | None = None) -> str:
    """The page of an article: the menu above it, an appeal in it, the site's closing lines below."""
    first, *rest = body(number) if paragraphs is None else paragraphs
    return "\n\n".join([*MENU, FIRST[number][0], first, APPEAL, *rest, *CLOSING])


def site(*numbers: int) -> list[Input]:
    """Pages of the site, each at its address."""
    return [Input(page(number), url=URL.format(number)) for number in numbers]
