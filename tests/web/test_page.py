"""GET /: the page stands alone."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient


class Page(HTMLParser):
    """Collects what the page loads, and whether it runs or styles anything inline."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.labelled: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "img") or (tag == "link" and "href" in given):
            self.loads.append(given.get("src") or given.get("href", ""))
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self.ids += [given["id"]] if "id" in given else []
        self.labelled += [given[name] for name in ("for", "aria-labelledby") if name in given]


def test_it_loads_its_own_files_alone(client: FlaskClient) -> None:
    page = Page(client.get("/").text)
    assert page.inline == []
    assert len(page.loads) == 3
    for address in page.loads:
        assert address.startswith("static/")
        text = client.get("/" + address).text
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_its_policy_is_strict(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_what_labels_something_exists(client: FlaskClient) -> None:
    html = client.get("/").text
    page = Page(html)
    assert '<html lang="en">' in html
    assert 'name="viewport"' in html
    assert set(page.labelled) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_its_script_finds_every_id_it_asks_for(client: FlaskClient) -> None:
    page = Page(client.get("/").text)
    asked = re.findall(r'byId\("([\w-]+)"\)', client.get("/static/page.js").text)
    assert asked
    assert set(asked) <= set(page.ids)


@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_was_cut_is_shown_in_its_block(client: FlaskClient, kind: str) -> None:
    story = Path(__file__).parents[2] / "docs" / "story.txt"
    lines = story.read_text("utf-8").splitlines()
    source = "\n".join(lines) if kind == "plain" else "".join(f"<p>{line}</p>" for line in lines)
    answer = client.post("/v1/clean?include=blocks", data=source, content_type=f"text/{kind}").json
    [function] = re.findall(r"^function cutsOf.*?^}", client.get("/static/page.js").text, re.M | re.S)
    given = f"{json.dumps(answer['blocks'])}, {json.dumps(answer['removed'])}"
    script = f"{function}; console.log(JSON.stringify(cutsOf({given})))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, timeout=60, check=True)
    cuts = {
        block["text"][:12]: [cut["text"] for cut in found]
        for block, found in zip(answer["blocks"], json.loads(done.stdout), strict=True)
        if found
    }
    assert cuts == {"ORNE HARBOUR": ["ORNE HARBOUR (Reuters) -", "ADVERTISEMENT"]}
