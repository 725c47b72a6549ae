"""What stands around a headline: the title of the window, a path before it, the section, the subtitle."""

import pytest

from bodycopy.document import Hints
from bodycopy.render.metadata import read_metadata
from bodycopy.result import Metadata

TITLE = "Council promises to open the bridge"
Labelled = tuple[str, str]


def read(*blocks: Labelled, hints: Hints | None = None) -> Metadata:
    return read_metadata(blocks, [], "", hints or Hints(), None)


@pytest.mark.parametrize(
    ("window", "site"),
    [
        (f"{TITLE} | Example Post", "Example Post"),
        (f"{TITLE} - City - Example Post", "Example Post"),
        (f"{TITLE} – 26.06.2024", None),
    ],
)
def test_the_title_of_the_window_tells_headline_and_site(window: str, site: str | None) -> None:
    found = read(("navigation", window), ("navigation", TITLE), ("title", "Join our letter today"))
    assert (found.title, found.site_name) == (TITLE, site)


def test_a_first_line_that_nothing_repeats_is_no_title_of_a_window() -> None:
    found = read(("navigation", "News of the day | Example Post"), ("navigation", "News"), ("title", TITLE))
    assert (found.title, found.site_name) == (TITLE, None)


def test_a_path_before_the_headline() -> None:
    found = read(("title", f"Home News {TITLE}"), ("subtitle", TITLE))
    assert (found.title, found.subtitle) == (TITLE, None)
    found = read(("title", "Town: the bridge opens again"), ("subtitle", "Bridge Opens Again"))
    assert found.title == "Town: the bridge opens again"


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("City", "City"),
        ("* City", "City"),
        ("2. City Life", "City Life"),
        ("City —", "City"),
        ("City · Updated", "City"),
        ("SECTION: CITY; Pg. B3", "CITY"),
        ("Abo Anmelden", None),
        ("Menu", None),
        ("On Off", None),
        ("Dec. 19, 2016", None),
        ("14.84 KB", None),
        ("less costly than thought,", None),
        (TITLE, None),
    ],
)
def test_section(line: str, section: str | None) -> None:
    assert read(("section", line), ("title", TITLE)).section == section


def test_the_first_line_that_can_be_a_section() -> None:
    assert read(("section", "Login"), ("section", "City"), ("title", TITLE)).section == "City"


@pytest.mark.parametrize(
    "line",
    [
        "By Nora Quist and Paul Ibarra",
        "Posted on 26 June 2024 by harbour",
        "June 26, 2024, 6:22 PM EST",
        f"> {TITLE}",
        f"Home City {TITLE}",
        "…",
    ],
)
def test_what_is_no_subtitle(line: str) -> None:
    blocks = (("title", TITLE), ("subtitle", line), ("subtitle", "Buses run as before"))
    assert read(*blocks).subtitle == "Buses run as before"
    seen = Hints(title=TITLE, subtitle=line, sources={"subtitle": "text"})
    assert read(("subtitle", "Buses run as before"), hints=seen).subtitle == "Buses run as before"


def test_a_subtitle_that_markup_states_is_believed() -> None:
    stated = Hints(subtitle="By the river", sources={"subtitle": "meta:deck"})
    assert read(("subtitle", "Buses run as before"), hints=stated).subtitle == "By the river"
    long = "By the end of the year the bridge, shut since 26 June 2024, will open again for buses and bikes"
    assert read(("title", TITLE), ("subtitle", long)).subtitle == long


@pytest.mark.parametrize("bar", ["｜", " － ", " | "])
def test_separators_of_full_width(bar: str) -> None:
    title = "川の古い橋が年内に再び開通へ"
    found = read(("title", f"{title}{bar}例の新聞"), ("heading", title))
    assert (found.title, found.site_name) == (title, "例の新聞")


def test_the_name_of_a_site_without_the_mark_behind_it() -> None:
    found = read(("navigation", f"{TITLE} - Example Post -"), ("navigation", TITLE))
    assert found.site_name == "Example Post"


def test_a_headline_behind_the_name_of_the_site_is_no_name() -> None:
    title = "川の古い橋が年内に再び開通へと市議会が月曜日に約束したと発表"
    found = read(("title", f"港町の新しい日記帳 - {title}"), ("heading", "港町の新しい日記帳"))
    assert found.site_name is None


def test_the_highlight_of_an_archive_s_record_is_a_subtitle() -> None:
    found = read(("title", TITLE), ("subtitle", "Highlight: The council had waited for years"))
    assert found.subtitle == "The council had waited for years"
