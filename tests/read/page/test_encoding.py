"""The bytes of a page to text, whatever the page says of itself."""

import random

import pytest

from bodycopy.errors import BinaryInputError, EmptyInputError, EncodingError
from bodycopy.read.page.encoding import LOSSY, decode_page

GERMAN = "<p>Die Bürger kämpfen für größere Straßen, schöne Häuser und Präsident Müller.</p>"
RUSSIAN = "<p>Президент сообщил журналистам, что новые правила вступят в силу в понедельник.</p>"
JAPANESE = "<p>日本の首相は月曜日に新しい規則が発効すると述べた。</p>"


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        (GERMAN, "iso-8859-1", "cp1252"),
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, None, "utf-8"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "iso-2022-jp", "iso2022_jp"),
        ("<p>“Quoted” – with a dash</p>", "iso-8859-1", "cp1252"),
        # what the page declares is not true
        (GERMAN, "iso-8859-1", "utf-8"),
        (GERMAN * 5, "utf-8", "cp1252"),
        (GERMAN * 5, "utf-16", "cp1252"),
        (GERMAN * 5, "no-such-thing", "cp1252"),
        (GERMAN * 5, "rot13", "cp1252"),
        (GERMAN * 5, "undefined", "cp1252"),
        # it declares nothing
        (GERMAN * 20, None, "cp1252"),
        (RUSSIAN * 20, None, "cp1251"),
        (JAPANESE * 20, None, "shift_jis"),
        (GERMAN, None, "utf-16"),
        (GERMAN * 3, None, "utf-16-le"),
    ],
)
def test_decoding(text: str, declared: str | None, encoding: str) -> None:
    page = (f"<meta charset={declared}>" if declared else "") + text
    assert decode_page(page.encode(encoding)).text == page


def test_a_page_cut_or_spliced_within_a_character_stays_readable() -> None:
    data = (GERMAN * 3).encode().replace(b"gr\xc3\xb6", b"gr\xc3", 1)
    decoded = decode_page(data[:-1])
    assert decoded.text.startswith("<p>Die Bürger kämpfen für gr\ufffdßere Straßen")
    assert decoded.warnings == (LOSSY,)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyInputError),
        (b" \n", EmptyInputError),
        (b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5_000), BinaryInputError),
        (b"%PDF-1.4\n" + random.Random(2).randbytes(50_000), BinaryInputError),
        (GERMAN.encode("utf-16")[:-1], EncodingError),
    ],
)
def test_what_is_no_page(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        decode_page(data)


def test_a_sender_s_charset_that_is_not_true_is_an_error() -> None:
    with pytest.raises(EncodingError, match="is not utf-8"):
        decode_page(GERMAN.encode("cp1252"), "utf-8")
