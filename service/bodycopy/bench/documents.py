"""What speed is measured on: articles and whole pages put together from the fixtures."""

from pathlib import Path
from typing import Final, NamedTuple

from bodycopy.errors import BodycopyError

ARTICLE_BYTES: Final = 6_000
#: Lines of menus, teasers and comments around a page's article.
PAGE_LINES: Final = 150
#: Topics whose cases are pages of news in English.
TOPICS: Final = ("news", "wire", "mid", "blog")


class BenchError(BodycopyError):
    """The benchmark can't be run: the message says what is missing."""


class _Case(NamedTuple):
    lines: list[str]
    body: list[str]

    @property
    def junk(self) -> list[str]:
        return [line for line in self.lines if line not in self.body]


def articles(fixtures: Path) -> list[str]:
    """A text of about 6 kB for each case: its own lines, with the paragraphs of the next cases amid them."""
    cases = _cases(fixtures)
    return [_article(cases[at:] + cases[:at]) for at in range(len(cases))]


def pages(fixtures: Path) -> list[str]:
    """The same articles, each amid the menus, teasers and comments of all other cases."""
    cases = _cases(fixtures)
    found: list[str] = []
    for at, article in enumerate(articles(fixtures)):
        others = cases[at + 1 :] + cases[:at]
        junk = list(dict.fromkeys(line for case in others for line in case.junk))[:PAGE_LINES]
        half = len(junk) // 2
        found.append("\n".join([*junk[:half], article, *junk[half:]]))
    return found


def _cases(fixtures: Path) -> list[_Case]:
    found: list[_Case] = []
    for path in sorted(path for topic in TOPICS for path in fixtures.glob(f"{topic}/*/input.txt")):
        body = path.with_name("expected.txt").read_text("utf-8").split("\n\n")
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        found.append(_Case(lines, [paragraph.strip() for paragraph in body if paragraph.strip()]))
    if not found:
        raise BenchError(f"{fixtures}: holds no cases; name the repository's fixtures with --fixtures")
    return found


def _article(cases: list[_Case]) -> str:
    lines = list(cases[0].lines)
    middle = len(lines) // 2
    more: list[str] = []
    size = sum(len(line.encode()) + 2 for line in lines)
    for paragraph in (paragraph for case in cases[1:] for paragraph in case.body):
        if size >= ARTICLE_BYTES:
            break
        more.append(paragraph)
        size += len(paragraph.encode()) + 2
    return "\n\n".join([*lines[:middle], *more, *lines[middle:]])
