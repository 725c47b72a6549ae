"""The language of a text, and tags that markup stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.facts.language import canonical, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said on Monday that the bridge would open before the end of the year.", "en"),
        ("Der Stadtrat teilte am Montag mit, dass die Brücke noch in diesem Jahr geöffnet wird.", "de"),
        ("Le conseil municipal a annoncé lundi que le pont ouvrirait avant la fin de l'année.", "fr"),
        ("El ayuntamiento anunció el lunes que el puente se abrirá antes de fin de año.", "es"),
        (
            "Byrådet opplyste mandag at broen skal åpnes før utgangen av året, og at bussene går som før.",
            "no",
        ),
        ("Городской совет сообщил в понедельник, что мост откроется до конца года.", "ru"),
        ("מועצת העיר הודיעה ביום שני כי הגשר ייפתח עד סוף השנה הזאת.", "he"),
        ("市议会星期一表示，这座大桥将在今年年底之前开放，公共汽车照常运行。", "zh"),
        ("市議會星期一表示，這座大橋將在今年年底之前開放，公車照常運行。", "zh-Hant"),
        ("市議会は月曜日に、橋が年末までに開通すると発表しました。", "ja"),
        ("", None),
        ("OK", None),
        ("12 34 56 78 90 12 34 56 78 90", None),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_what_the_library_cannot_read_is_left_out() -> None:
    text = "The council said\x00 on Monday that the\ud800 bridge\ufffe would open before\x1b the year ends."
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("en", "en"),
        ("en_us", "en-US"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("iw", "he"),
        ("de-DE-x-private", "de-DE"),
        ("x-default", None),
        ("und", None),
        ("English", None),
        ("", None),
        (None, None),
    ],
)
def test_canonical(stated: str | None, tag: str | None) -> None:
    assert canonical(stated) == tag


@given(st.text(st.characters(codec=None), max_size=300))
def test_never_raises(text: str) -> None:
    detect(text)
    canonical(text)
