"""Bytes to text."""

import pytest

from bodycopy.decode import decode
from bodycopy.errors import BinaryInputError, EmptyInputError, EncodingError

WORDS = "Größe und Maß: der Café-Besitzer kostete “nichts” – außer Mühe. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_marked_and_wide_unicode(encoding: str) -> None:
    text = WORDS * 5
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("charset", ["latin-1", "ISO-8859-15", "windows-1252", "utf-16"])
def test_declared_charset(charset: str) -> None:
    text = "Le café a fermé à midi.\nLa façade reste."
    assert decode(text.encode(charset), charset).text == text


@pytest.mark.parametrize("charset", ["latin-1", "ISO-8859-1"])
def test_what_is_called_latin_1_is_windows_1252(charset: str) -> None:
    text = "“It’s late,” she said – and left the café."
    assert decode(text.encode("cp1252"), charset).text == text
    assert decode(b"A byte that Windows lacks: \x81.", charset).text == "A byte that Windows lacks: \x81."


@pytest.mark.parametrize(
    ("charset", "written", "text"),
    [
        ("gb2312", "gb18030", "镕基说，村里的喆叔在堃桥等了三天。"),
        ("gbk", "gb18030", "她写了三个字：㐂、喆、𠮷。"),
        ("shift_jis", "cp932", "①髙橋さんは「はい」と答えた～。"),
        ("euc-kr", "cp949", "펲시맨과 똠방각하가 웃었다."),
        ("big5", "big5hkscs", "我哋喺度等咗三日，佢冇嚟。"),
        ("iso-8859-9", "cp1254", "“Şimdi değil” dedi – ve gitti."),
        ("tis-620", "cp874", "“พรุ่งนี้” เธอพูด"),
    ],
)
def test_a_national_charset_is_read_as_browsers_read_it(charset: str, written: str, text: str) -> None:
    assert decode(text.encode(written), charset).text == text


def test_undeclared_windows_1252_is_detected_and_said() -> None:
    text = "“It’s late,” she said – and left the café. " * 3
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert "cp1252" in decoded.warnings[0]


def test_undeclared_cyrillic_is_detected() -> None:
    text = "Вечером над рекой поднялся густой туман, и паром остановился. " * 10
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize("charset", ["utf-99", "base64", "", " "])
def test_charset_that_is_none(charset: str) -> None:
    if not charset:
        assert decode(b"abc", charset).text == "abc"
        return
    with pytest.raises(EncodingError, match="charset"):
        decode(b"abc", charset)


def test_declared_charset_that_does_not_fit_names_the_byte() -> None:
    with pytest.raises(EncodingError, match="byte 3 is not utf-8"):
        decode("caf\xe9 noir".encode("latin-1"), "utf-8")


@pytest.mark.parametrize("source", ["", b"", " \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u2003"])
def test_empty(source: str | bytes) -> None:
    with pytest.raises(EmptyInputError, match="empty"):
        decode(source)


@pytest.mark.parametrize(
    "source",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x08\x06\x00\x00\x00\x9a",
        bytes(range(256)) * 40,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 30,
        "a\x00\x01\x02" * 100,
    ],
)
def test_binary(source: str | bytes) -> None:
    with pytest.raises(BinaryInputError, match="binary"):
        decode(source)


def test_a_few_nul_bytes_and_lone_surrogates_are_repaired_and_said() -> None:
    decoded = decode("A pause\x00 and a \ud800 half.")
    assert decoded.text == "A pause\x00 and a \ufffd half."
    assert len(decoded.warnings) == 2
