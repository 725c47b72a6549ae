"""HTML to raw text, as crude scrapers do it: what a corpus of pages becomes to measure text in."""

from collections.abc import Callable
from typing import Final

from bs4 import BeautifulSoup

from bodycopy.errors import BodycopyError

RENDERERS: Final = ("inscriptis", "html_text", "bs4")


class RendererError(BodycopyError):
    """The renderer is not installed; the message says how to get it."""


def renderer(name: str) -> Callable[[str], str]:
    """What renders a page with the library `name`, one of RENDERERS.

    Raises RendererError where it is not installed.
    """
    try:
        return {"inscriptis": _inscriptis, "html_text": _html_text, "bs4": _bs4}[name]()
    except ImportError:
        raise RendererError(f"{name} is not installed: pip install 'bodycopy[bench]'") from None


def _inscriptis() -> Callable[[str], str]:
    from inscriptis import get_text
    from inscriptis.model.config import ParserConfig

    config = ParserConfig(display_links=False, display_images=False)
    return lambda page: str(get_text(page, config))


def _html_text() -> Callable[[str], str]:
    from html_text import extract_text

    return lambda page: str(extract_text(page))


def _bs4() -> Callable[[str], str]:
    def render(page: str) -> str:
        soup = BeautifulSoup(page, "lxml")
        for hidden in soup(["script", "style", "noscript", "template"]):
            hidden.decompose()
        return soup.get_text("\n", strip=True)

    return render
