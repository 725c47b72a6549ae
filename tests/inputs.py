"""Documents that the tests of both interfaces send: a good one, and each kind of bad one."""

import random

TITLE = "Town council approves new bridge over the river"
PARAGRAPHS = [
    "The town council voted on Tuesday to build a new bridge over the river, ending a debate that had "
    "lasted for almost ten years and divided the two halves of the town.",
    "Work on the foundations is expected to begin in the spring, officials said, and the bridge should "
    "carry its first cars and cyclists before the end of the following year.",
    "“We have waited long enough,” the mayor told reporters after the vote, adding that the money had "
    "been set aside in the budget and that no further taxes would be needed.",
    "Opponents of the plan said that they would study the decision before they decided whether to take "
    "the matter to court, as they had done twice before.",
]
ARTICLE = "\n\n".join(["Home | News | Sport | Weather", TITLE, *PARAGRAPHS, "Share on Facebook"]) + "\n"
HTML_ARTICLE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>{0}</title></head><body>"
    "<nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>{0}</h1>{1}</article></body></html>"
).format(TITLE, "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
_MARKDOWN = [f"The **town council** {PARAGRAPHS[0][17:]}", *PARAGRAPHS[1:]]
MARKDOWN_ARTICLE = "\n\n".join(
    [
        "[Home](/) | [News](/news)",
        f"# {TITLE}",
        *_MARKDOWN,
        "[Share on Facebook](https://social.example/share)",
    ]
)
#: The clean text of MARKDOWN_ARTICLE as Markdown.
MARKDOWN_CLEAN = "\n\n".join(_MARKDOWN)
ONLY_BOILERPLATE = (
    "Home | News | Sport | Weather\n\nShare on Facebook\n\nSubscribe to our newsletter\n\n"
    "© 2024 Example Media. All rights reserved.\n"
)

#: name -> (bytes, what the message says). No interface accepts these.
UNREADABLE = {
    "empty": (b"", "empty"),
    "white space": (b" \r\n\t\n \x0b\n", "empty"),
    "white space beyond ASCII": ("\u00a0\n\u2003\u3000\n".encode(), "empty"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(32)) * 8, "binary"),
    "random bytes": (random.Random(7).randbytes(20_000), "not UTF-8"),
}

_WORDS = ("council", "said", "work", "bridge", "would", "begin", "spring", "cost", "less", "than", "road")


def long_line(size: int) -> str:
    """About `size` characters of sentences without a line break."""
    choose = random.Random(1)
    sentences: list[str] = []
    length = 0
    while length < size:
        words = choose.choices(_WORDS, k=14)
        sentences.append(f"{words[0].capitalize()} {' '.join(words[1:])} {len(sentences)}.")
        length += len(sentences[-1]) + 1
    return " ".join(sentences)


def many_lines(count: int) -> str:
    """`count` short sentences, each a line and no two alike."""
    choose = random.Random(2)
    return "\n".join(f"{' '.join(choose.choices(_WORDS, k=6)).capitalize()} {day}." for day in range(count))
