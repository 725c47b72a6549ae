"""HTML to raw text, as crude scrapers do it: what a corpus of pages becomes to measure text in."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Final

from bodycopy.errors import BodycopyError

RENDERERS: Final = ("inscriptis", "html_text", "bs4")


class RendererError(BodycopyError):
    """The renderer is not installed; the message says how to get it."""


def renderer(name: str) -> Callable[[str], str]:
    """What renders a page with the library `name`, one of RENDERERS. Picklable.

    Raises RendererError where it is not installed.
    """
    if find_spec(name) is None:
        raise RendererError(f"{name} is not installed: pip install 'bodycopy[bench]'")
    return {"inscriptis": _inscriptis, "html_text": _html_text, "bs4": _bs4}[name]


def _inscriptis(page: str) -> str:
    from inscriptis import get_text
    from inscriptis.model.config import ParserConfig

    return str(get_text(page, ParserConfig(display_links=False, display_images=False)))


def _html_text(page: str) -> str:
    from html_text import extract_text

    return str(extract_text(page))


def _bs4(page: str) -> str:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    for hidden in soup(["script", "style", "noscript", "template"]):
        hidden.decompose()
    return soup.get_text("\n", strip=True)
