"""Samples: what the networks learn from is what the decider sees, with all rules and with fewer."""

from collections import Counter

import pytest

pytest.importorskip("inscriptis")

from bodycopy.bench.renderers import RENDERERS
from bodycopy.train.corpora import Page
from bodycopy.train.samples import ALONE, HTML, make_samples

BODY = (
    "The ferry to the outer islands will sail again from the first of May, the council said on Tuesday.",
    "It has lain in dock since the storm of last autumn tore the ramp from the pier at Holm Point.",
    "Repairs cost a little more than had been planned, as divers found cracks in two of the old piles.",
)
LINES = ("Share this article", "Subscribe to our newsletter", "Advertisement", "Read more", "Leave a comment")


def page(number: int) -> Page:
    parts = [part for pair in zip(BODY, LINES, strict=False) for part in pair] + list(LINES[len(BODY) :])
    html = "".join(f"<p>{part}</p>" for part in parts)
    url = f"https://site-{number}.example/news/ferry"
    html = f"<html><body><h1>Ferry sails again</h1>{html}</body></html>"
    return Page("made", str(number), url, "Ferry sails again", html, "\n\n".join(BODY))


def test_each_rendering_comes_with_all_rules_and_with_some_silent() -> None:
    pages = [page(number) for number in range(4)]
    samples = list(make_samples(pages, 0, 1, lambda: None))

    heard = Counter((sample.kind, sample.heard) for sample in samples)
    assert {kind: (heard[kind, "all"], heard[kind, "some"]) for kind in RENDERERS} == dict.fromkeys(
        RENDERERS, (len(pages), len(pages))
    )
    assert sum(heard[kind, "general"] for kind in RENDERERS) == len(pages)
    assert heard[HTML, "all"] == heard[ALONE, "all"] == len(pages)
    assert not heard[HTML, "some"]

    said = {
        heard: sum(float(s.seen.sum()) for s in samples if s.heard == heard and s.kind == RENDERERS[0])
        for heard in ("all", "some")
    }
    assert said["all"] != said["some"]
    same = [s for s in samples if s.kind == RENDERERS[0] and s.heard == "some"]
    assert len({s.seen.tobytes() for s in same}) > 1, "the same rules are silent in every sample"
