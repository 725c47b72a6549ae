"""What training takes from extractors."""

from collections.abc import Callable

import pytest

from bodycopy.bench.tools import EXTRACTORS
from bodycopy.train import extractors
from tests.inputs import PARAGRAPHS

LONG = "".join(f"<p>{' '.join(PARAGRAPHS)} Part {part}.</p>" for part in "abc")


def loaded(**texts: str | None) -> Callable[[str, str], Callable[[str, None], str]]:
    """Extractors that give these texts; None is one that raises."""

    def load(name: str, kind: str) -> Callable[[str, None], str]:
        def extract(html: str, lang: None) -> str:
            text = texts.get(name.partition("-")[0])
            if text is None:
                raise ValueError("a page like that")
            return text

        assert kind == "html"
        return extract

    return load


def test_they_are_the_benchs_and_two_are_kept_out() -> None:
    names = {tool.name for tool in EXTRACTORS}
    assert set(extractors.LEARNED_FROM) < names
    assert {"jusText", "turbohtml"} <= names - set(extractors.LEARNED_FROM)


def test_pages_that_extractors_read() -> None:
    for module in ("readability", "html_text", "boilerpy3", "resiliparse"):
        pytest.importorskip(module, reason="the bench extra is not installed")
    page = f"<html><body><article>{LONG}</article></body></html>"
    assert all(PARAGRAPHS[0][:40] in extract(page) for extract in extractors.extractors().values())
    assert PARAGRAPHS[0][:40] in (extractors.agreed_text(page) or "")


def test_one_that_raises_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractors, "load", loaded(trafilatura="a text"))
    left = {name: extract("<p>") for name, extract in extractors.extractors().items()}
    assert left == {"trafilatura": "a text", "readability-lxml": "", "boilerpy3": "", "resiliparse": ""}


def test_one_that_agrees_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"word{number}" for number in range(extractors.LEAST_WORDS))
    monkeypatch.setattr(
        extractors, "load", loaded(trafilatura=text, boilerpy3="another text", resiliparse=text)
    )
    assert extractors.agreed_text("<p>") == text
    monkeypatch.setattr(extractors, "load", loaded(trafilatura=text, boilerpy3="another text"))
    assert extractors.agreed_text("<p>") is None
    monkeypatch.setattr(extractors, "load", loaded(trafilatura="short", boilerpy3="short"))
    assert extractors.agreed_text("<p>") is None
