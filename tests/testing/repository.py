"""A user's own repository: a folder with rules and fixtures, as small as can be."""

import json
from pathlib import Path
from typing import Any

APPEAL = "Tide over the Skarrow Post: five crowns a month keep our boat afloat."
PARAGRAPHS = (
    "The night ferry to Skarrow Sound sailed again on Monday, two winters after the harbour board laid it up "
    "for want of a crew. Forty-one people were on board, most of them going home from work.",
    "“I have slept in the waiting room more often than in my own bed,” said Ottar Lund, a nurse who lives on "
    "the far shore. He brought a cake for the captain.",
    "The board has promised three crossings a night until the spring. After that it will count the "
    "passengers, and then it will decide.",
)
STORY = "\n\n".join((PARAGRAPHS[0], APPEAL, *PARAGRAPHS[1:])) + "\n"
CLEAN = "\n\n".join(PARAGRAPHS) + "\n"
BLOCKS = [["body", PARAGRAPHS[0]], ["sponsor", APPEAL], ["body", PARAGRAPHS[1]], ["body", PARAGRAPHS[2]]]
PACK = """\
language: en
rules:
  - id: own/appeal
    label: sponsor
    why: Our own appeal for money, as it stands in every article.
    certain: true
    when:
      regex: ['^tide over the skarrow post\\b']
      max_words: 20
    examples:
      match: ["Tide over the Skarrow Post: five crowns a month.", "Tide over the Skarrow Post!"]
      pass: ["The tide over the Skarrow bar rose.", "We will tide over the winter."]
"""


def add_rules(root: Path, pack: str = PACK) -> Path:
    """Writes the pack into `root`/rules."""
    folder = root / "rules"
    folder.mkdir(exist_ok=True)
    (folder / "own.yaml").write_text(pack, "utf-8")
    return folder


def add_case(root: Path, name: str = "appeals/in-mid-article", **files: Any) -> Path:
    """Writes a case into `root`/fixtures: `input_txt="…"` is its file `input.txt`, and so on.

    What is neither text nor bytes is written as JSON. Without files, a case whose rule is still missing.
    """
    folder = root / "fixtures" / name
    folder.mkdir(parents=True, exist_ok=True)
    for key, content in (files or {"input_txt": STORY, "expected_json": {"blocks": BLOCKS}}).items():
        path = folder / key.replace("_", ".")
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, "utf-8")
    return folder
