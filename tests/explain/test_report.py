"""The pages of `explain` and `rules diff`: they stand alone, and nothing in a document becomes markup."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from bodycopy import Cleaner
from bodycopy.explain.report import explanation_page, parts
from bodycopy.labels import ALL_LABELS
from bodycopy.pages import label_hues
from tests.cli.helpers import run
from tests.inputs import ARTICLE
from tests.rulesets import PROSE, rule, ruleset

EVIL = (
    '</span></title></style><script>alert(1)</script><img src=x onerror="alert(2)"> '
    "' onmouseover='alert(3)' \" autofocus onfocus=\"alert(4)\" <!-- {{ 7 * 7 }} {% raw %} &lt;b&gt; ]]>"
)
#: What a page may be made of. Neither script nor anything that loads.
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "h3", "p", "code", "b"),
    *("fieldset", "legend", "label", "input", "span", "ol", "ul", "li", "details", "summary", "div", "del"),
    *("section", "table", "caption", "tr", "th", "td"),
}


def harmless(html: str) -> BeautifulSoup:
    """The page, after making sure that it runs nothing and loads nothing."""
    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all()} <= TAGS
    for tag in page.find_all():
        assert not [name for name in tag.attrs if name.startswith("on") or name in ("src", "href", "style")]
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})
    assert policy
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    [style] = page.find_all("style")
    assert not re.search(r"url\(|@import|expression", style.text)
    return page


def test_hostile_text_stays_text() -> None:
    why = "</code><script>alert(5)</script> is the reason."
    evil = rule("own/evil", "sponsor", when={"regex": ["alert"]}) | {"why": why}
    cut = rule("own/cut", "dateline", span={"regex": ["^<script>[^>]+> "]}) | {"why": why}
    lines = [PROSE[0], EVIL, f"<script>alert(6)</script> {PROSE[1]}", *PROSE[2:]]
    cleaner = Cleaner(ruleset(evil | {"unless": {"prose": True}}, cut))
    explanation = cleaner.explain("\n\n".join(lines))
    page = harmless(explanation_page(explanation, "<b onclick=alert(7)>.txt"))
    shown = [found.text for found in page.select("ol.blocks .text")]
    assert shown == [block.text for block in explanation.blocks] == lines
    assert [found.text for found in page.find_all("del")] == ["<script>alert(6)</script>"]
    assert why in page.text
    assert "<b onclick=alert(7)>.txt" in page.title.text  # type: ignore[union-attr]


def test_hostile_corpus_stays_text(tmp_path: Path) -> None:
    for name, label in (("old", "sponsor"), ("new", "related")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "VERSION").write_text("1\n")
        own = rule(f"own/{name}", label, when={"regex": ["alert"]}) | {"why": "<script>alert(8)</script>"}
        pack = {"language": "any", "rules": [own]}
        (tmp_path / name / "own.yaml").write_text(json.dumps(pack))
    rows = [
        {"id": EVIL, "url": "javascript:alert(9)", "lang": EVIL, "text": "\n\n".join([*PROSE, EVIL])},
        EVIL,
    ]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "out.html"
    done = run("rules", "diff", tmp_path / "old", tmp_path / "new", "--corpus", corpus, "--html-report", out)
    assert done.exit_code == 0, done.output
    page = harmless(out.read_text("utf-8"))
    assert EVIL in [found.text for found in page.select("li.changed .text")]
    assert "javascript:alert(9)" in page.text


def test_every_block_can_be_reached_and_opened_by_keyboard(cleaner: Cleaner) -> None:
    explanation = cleaner.explain(ARTICLE)
    page = harmless(explanation_page(explanation, "article.txt"))
    for block, item in zip(explanation.blocks, page.select("ol.blocks > li"), strict=True):
        summary = item.select_one("details > summary")
        assert summary
        assert block.label in summary.text
        assert f"label-{block.label}" in item["class"]
        for one in (*block.speaks_for, *block.speaks_against):
            assert one.rule in item.text
            assert one.why in item.text
        for moved in block.moved[:6]:
            assert f"{moved.by:+.2f} {moved.group}: {moved.what}" in " ".join(item.text.split())
    labels = [box["id"] for box in page.select("fieldset label input[type=checkbox]")]
    assert set(labels) == {f"show-{block.label}" for block in explanation.blocks}


def test_both_schemes_and_a_hue_for_each_label(cleaner: Cleaner) -> None:
    html = explanation_page(cleaner.explain(ARTICLE), "article.txt")
    assert "color-scheme: light dark" in html
    assert "@media (prefers-color-scheme: dark)" in html
    assert set(label_hues()) == set(ALL_LABELS)
    assert len(set(label_hues().values())) == len(ALL_LABELS)


@pytest.mark.parametrize("text", ["ORNE HARBOUR (Reuters) - {}", "{}"])
def test_the_parts_of_a_block_are_its_text(cleaner: Cleaner, text: str) -> None:
    block = cleaner.explain("\n\n".join([text.format(PROSE[0]), *PROSE[1:]])).blocks[0]
    found = list(parts(block))
    assert "".join(part.text for part in found) == block.text
    assert [part.text for part in found if part.cut] == [cut.text.strip() for cut in block.cuts]
