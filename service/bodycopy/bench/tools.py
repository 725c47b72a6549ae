"""What is measured: bodycopy, its peers and a simple line filter, each as a function of text or of a page.

No peer reads the plain text of a page. On text the HTML extractors get each line as a `<p>` of a bare
page, and winnow-md, which reads Markdown, gets each line as a paragraph. That, and what it takes to make
text of an extractor's HTML, counts into their time. A peer's package is imported only when it is loaded.
"""

import json
from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from importlib.util import find_spec
from typing import Final, Literal, NamedTuple

from bodycopy.errors import BodycopyError

Extract = Callable[[str, str | None], str]
"""Takes a source and its language (None where nobody knows it), gives the article's text."""
Kind = Literal["text", "html", "metadata"]
OWN: Final = "bodycopy"
NOT_INSTALLED: Final = "not installed"


class ToolError(BodycopyError):
    """There is no such tool; the message lists those there are."""


class Tool(NamedTuple):
    """`name` as its package spells it, the modules it needs, and what loads it for text, for HTML and for the
    metadata of HTML (None: it is not for that). What is loaded for metadata gives `bench.metadata.Given` as
    JSON."""

    name: str
    modules: tuple[str, ...]
    text: Callable[[], Extract] | None
    html: Callable[[], Extract] | None
    metadata: Callable[[], Extract] | None = None

    @property
    def installed(self) -> bool:
        """Whether its modules can be found; they are not imported."""
        return all(find_spec(module) for module in self.modules)


def named(names: Iterable[str], tools: Iterable[Tool]) -> list[Tool]:
    """Those of `tools` that have one of these names, all where there are none, in their order.

    Raises ToolError for a name that none of them has.
    """
    fit = {tool.name: tool for tool in tools}
    wanted = {name.strip().casefold() for name in names}
    for name in sorted(wanted - {name.casefold() for name in fit}):
        raise ToolError(f"--tools: {name!r} is no tool here; accepted are {', '.join(fit)}")
    return [tool for name, tool in fit.items() if not wanted or name.casefold() in wanted]


def load(name: str, kind: Kind) -> Extract:
    """What the tool `name` makes of text or of a page; it may raise whatever it likes."""
    loaders = {tool.name: getattr(tool, kind) for tool in TOOLS}
    extract: Extract = loaders[name]()
    return extract


def shown_lines(text: str) -> list[str]:
    """The lines of `text` that show something, without the white space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _as_page(extract: Extract, text: str, lang: str | None) -> str:
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in shown_lines(text))
    return extract(f"<html><body>\n{lines}\n</body></html>", lang)


def _on_lines(load_html: Callable[[], Extract]) -> Callable[[], Extract]:
    return lambda: partial(_as_page, load_html())


def _bodycopy(media_type: str) -> Extract:
    from bodycopy.cleaner import Cleaner

    cleaner = Cleaner()
    return lambda text, _lang: cleaner.clean(text, media_type).text


def _bodycopy_metadata() -> Extract:
    import turbohtml

    from bodycopy.stated.hints import hints

    def extract(page: str, _lang: str | None) -> str:
        found = hints(turbohtml.parse(page), None)
        return _given(found.title, found.authors, found.agencies, found.published or found.modified)

    return extract


#: Words that a line of the line filter has at least.
SENTENCE_WORDS: Final = 5


def _line_filter() -> Extract:
    def keep(text: str, _lang: str | None) -> str:
        return "\n".join(
            line
            for line in shown_lines(text)
            if line.endswith((".", "。")) and len(line.split()) >= SENTENCE_WORDS
        )

    return keep


def _winnow() -> Extract:
    import winnow

    return lambda text, _lang: str(winnow.clean("\n\n".join(shown_lines(text))).markdown)


def _justext() -> Extract:
    import justext

    lists = {code: justext.get_stoplist(language) for code, language in _STOPLISTS.items()}

    def extract(page: str, lang: str | None) -> str:
        paragraphs = justext.justext(page, lists.get(lang or "en", lists["en"]))
        return "\n".join(one.text for one in paragraphs if not one.is_boilerplate)

    return extract


def _boilerpy3() -> Extract:
    from boilerpy3.extractors import ArticleExtractor

    return lambda page, _lang: str(ArticleExtractor().get_content(page))


def _trafilatura(recall: bool = False) -> Extract:
    import trafilatura

    return lambda page, _lang: trafilatura.extract(page, favor_recall=recall) or ""


def _trafilatura_metadata() -> Extract:
    from trafilatura.metadata import extract_metadata

    def extract(page: str, _lang: str | None) -> str:
        found = extract_metadata(page)
        authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return _given(found.title, authors, (), found.date)

    return extract


def _htmldate() -> Extract:
    from htmldate import find_date

    return lambda page, _lang: _given(None, (), (), find_date(page, original_date=True))


def _turbohtml() -> Extract:
    import turbohtml

    return lambda page, _lang: turbohtml.parse(page).main_text()


def _turbohtml_metadata() -> Extract:
    import turbohtml

    def extract(page: str, _lang: str | None) -> str:
        found = turbohtml.parse(page).article()
        return _given(found.title, (found.byline,) if found.byline else (), (), found.date)

    return extract


def _readability_metadata() -> Extract:
    from readability import Document

    return lambda page, _lang: _given(Document(page).short_title(), (), (), None)


def _given(title: str | None, authors: Iterable[str], agencies: Iterable[str], date: str | None) -> str:
    known = {"title": title, "authors": list(authors), "agencies": list(agencies), "date": date}
    return json.dumps(known)


def _readability() -> Extract:
    from html_text import extract_text
    from readability import Document

    return lambda page, _lang: str(extract_text(Document(page).summary()))


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page, _lang: str(extract_plain_text(page, main_content=True))


#: jusText's lists of stop words. Pages in other languages get the English one.
_STOPLISTS: Final = {
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nb": "Norwegian_Bokmal",
    "nl": "Dutch",
    "no": "Norwegian_Bokmal",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
}

TOOLS: Final = (
    Tool(OWN, (), partial(_bodycopy, "text/plain"), partial(_bodycopy, "text/html"), _bodycopy_metadata),
    Tool("line-filter", (), _line_filter, None),
    Tool("winnow-md", ("winnow",), _winnow, None),
    Tool("jusText", ("justext",), _on_lines(_justext), _justext),
    Tool("boilerpy3", ("boilerpy3",), _on_lines(_boilerpy3), _boilerpy3),
    Tool("trafilatura", ("trafilatura",), _on_lines(_trafilatura), _trafilatura, _trafilatura_metadata),
    Tool("trafilatura-recall", ("trafilatura",), None, partial(_trafilatura, recall=True)),
    Tool(
        "readability-lxml",
        ("readability", "html_text"),
        _on_lines(_readability),
        _readability,
        _readability_metadata,
    ),
    Tool("resiliparse", ("resiliparse",), _on_lines(_resiliparse), _resiliparse),
    Tool("turbohtml", (), _on_lines(_turbohtml), _turbohtml, _turbohtml_metadata),
    Tool("htmldate", ("htmldate",), None, None, _htmldate),
)
#: What makes text of a page that bodycopy can then clean.
EXTRACTORS: Final = tuple(tool for tool in TOOLS if tool.html and tool.name != OWN)
