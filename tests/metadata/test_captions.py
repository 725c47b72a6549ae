"""The part of a caption that names who made the picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodycopy.facts.captions import caption_credit


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Crowds in the square on Sunday. (AP Photo/Jane Roe)", "AP Photo/Jane Roe"),
        ("Smoke over the harbour (Photo: Reuters)", "Reuters"),
        (
            "A tank on display in 2017. (Some Defense Ministry via Getty Images)",
            "Some Defense Ministry via Getty Images",
        ),
        ("Some Defense Ministry via Getty Images", "Some Defense Ministry via Getty Images"),
        ("The envoy arrives. (Jane Roe/Example Labs)", "Jane Roe/Example Labs"),
        ("The envoy arrives. (Jane Roe)", "Jane Roe"),
        ("The envoy arrives (Image: Long Films/Short Pictures)", "Long Films/Short Pictures"),
        ("The envoy arrives. Photograph: Jane Roe/The Agency", "Jane Roe/The Agency"),
        ("The envoy arrives. Photo by Jane Roe/AFP via Getty Images", "Jane Roe/AFP via Getty Images"),
        ("The envoy arrives. Credit: Jane Roe", "Jane Roe"),
        ("Photo Credit: www.example.com", "www.example.com"),
        ("Photo courtesy of Jane Roe", "Jane Roe"),
        ("The barge at the mill, 1897. Courtesy of the City Archive.", "City Archive"),
        ("(Image: Jane Roe for the Example)", "Jane Roe for the Example"),
        ("Die Brücke im Mai. Foto: Jane Roe/dpa", "Jane Roe/dpa"),
        ("Broen i mai. Foto: NTB Vis mer", "NTB"),
        ("Quelle: AFP", "AFP"),
        ("Most w maju. Fot. Jana Roh / PAP", "Jana Roh / PAP"),
        ("Silta toukokuussa. Kuva: Jana Roh", "Jana Roh"),
        ("De brug in mei. Beeld: Jana Roh / ANP", "Jana Roh / ANP"),
        ("Köprü. Fotoğraf: Jana Roh/AA", "Jana Roh/AA"),
        ("Höfnin í maí. Ljósmynd: Jana Roh", "Jana Roh"),
        ("הגשר במאי. צילום: רות לוי", "רות לוי"),
        ("五月の橋（写真：山田太郎）", "山田太郎"),
        ("© dpa/Jane Roe", "dpa/Jane Roe"),
        ("Temperatures reached 32.7 degrees that day. The Associated Press", "The Associated Press"),
        ("Jane Roe / Reuters", "Jane Roe / Reuters"),
        ("AP", "AP"),
    ],
)
def test_credit(caption: str, credit: str) -> None:
    assert caption_credit(caption) == credit


@pytest.mark.parametrize(
    "caption",
    [
        "Crowds in the square on Sunday.",
        "Houseplants that clear the air (stock image)",
        "The mayor (left) and her deputy",
        "Voters queue in Springfield (Ohio)",
        "The head of Reuters speaks to reporters in Paris on Monday.",
        "The image: a man who waits for a train that never comes, as the painter saw it in his youth.",
        "[Image: A trench half full of water]",
        "Image:",
        "(",
        "",
    ],
)
def test_no_credit(caption: str) -> None:
    assert caption_credit(caption) is None


@given(st.text(max_size=300))
def test_never_raises_and_quotes_the_caption(caption: str) -> None:
    credit = caption_credit(caption)
    assert credit is None or credit in " ".join(caption.split())
