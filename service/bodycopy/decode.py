"""Bytes to text: byte order mark, declared charset, UTF-8, else detected."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from bodycopy.errors import BinaryInputError, EmptyInputError, EncodingError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Legacy encodings in which news text is found; detection chooses among these.
_LEGACY: Final = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "iso8859_15",
    "iso8859_2",
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp874",
]
#: Codecs of Python that no document is written in.
_PYTHONS_OWN: Final = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
#: What browsers read where the first is declared (https://encoding.spec.whatwg.org/#names-and-labels): nearly
#: all of the first's bytes mean the same there, and texts have characters that only the second knows.
_READ_AS: Final = {
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-11": "cp874",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
#: Bytes that the detection looks at.
_SAMPLE: Final = 1 << 16
#: Above this share of control characters the input is not text.
_BINARY_SHARE: Final = 0.02
_CONTROLS: Final = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_NO_CHARACTERS: Final = "\ufffe\uffff"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what a user should know of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(source: str | bytes, charset: str | None = None) -> Decoded:
    """Decodes `source`; `charset` is the encoding that the sender declared, if any.

    Lone surrogates become U+FFFD. Raises EmptyInputError, BinaryInputError or EncodingError.
    """
    if isinstance(source, str):
        return check_text(source)
    text, encoding = _decode_bytes(source, charset)
    checked = check_text(text)
    if encoding:
        detected = f"the bytes are not UTF-8 and declare no charset; they were read as {encoding}"
        return Decoded(checked.text, (detected, *checked.warnings))
    return checked


def codec_of(charset: str) -> str:
    """Python's name for an encoding that documents are written in. Raises EncodingError for any other."""
    try:
        codec = codecs.lookup(charset)
    except (LookupError, ValueError):
        raise EncodingError(f"charset {charset!r} is not known; a name such as utf-8 is accepted") from None
    if not codec._is_text_encoding or codec.name in _PYTHONS_OWN:
        raise EncodingError(f"charset {charset!r} is not a text encoding; a name such as utf-8 is accepted")
    return codec.name


def check_text(text: str) -> Decoded:
    """`text` with lone surrogates replaced. Raises EmptyInputError or BinaryInputError."""
    warnings: list[str] = []
    try:
        data = text.encode()  # what is looked for is found far faster in bytes
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
        data = text.encode()
        warnings.append("lone surrogates were replaced by U+FFFD")
    if not text or text.isspace():
        raise EmptyInputError("the input is empty; text with at least one visible character is accepted")
    controls = _count_controls(data) + sum([text.count(one) for one in _NO_CHARACTERS if one in text])
    if controls > max(2, _BINARY_SHARE * len(text)):
        raise BinaryInputError(
            f"the input is binary: {controls} of its {len(text)} characters are control characters; "
            "plain text, HTML or Markdown is accepted"
        )
    if controls:
        warnings.append(f"{controls} control characters were read as spaces")
    return Decoded(text, tuple(warnings))


def _decode_bytes(data: bytes, charset: str | None) -> tuple[str, str | None]:
    """The text, and the encoding's name where it was detected."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, len(bom)), None
    if charset:
        return _strict(data, read_as(codec_of(charset), data), 0), None
    wide = _wide(data)
    if wide:
        return _strict(data, wide, 0), wide
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        bad = error.start
    controls = _count_controls(data)
    if controls > max(2, _BINARY_SHARE * len(data)):
        raise BinaryInputError(
            f"the input is binary: {controls} of its {len(data)} bytes are control characters and byte "
            f"{bad} is not UTF-8; plain text, HTML or Markdown is accepted"
        )
    from charset_normalizer import from_bytes  # most bytes are UTF-8 or say what they are

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    encoding = _latin(data) or (best.encoding if best else "")
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError):
        raise EncodingError(
            f"byte {bad} is not UTF-8 and no other encoding fits; send UTF-8 or declare the charset"
        ) from None


def _count_controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _strict(data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"byte {error.start + skipped} is not {encoding}, the charset that was declared or marked"
        ) from None


def read_as(codec: str, data: bytes) -> str:
    """What `data` that is declared as `codec` is written in: what browsers read instead, where its bytes are
    all of that. What is called Latin-1 has quotes and dashes that would else be controls."""
    wider = _READ_AS.get(codec, codec)
    try:
        data.decode(wider)
    except UnicodeDecodeError:
        return codec
    return wider


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in nearly every second byte of Latin text."""
    half = max(1, len(data) // 2)
    even, odd = data[::2].count(0) / half, data[1::2].count(0) / half
    if len(data) % 2 == 0 and max(even, odd) > 0.6 and min(even, odd) < 0.1:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _latin(data: bytes) -> str | None:
    """Windows-1252 where the bytes above ASCII are few and stand as Western text has them."""
    high = re.findall(rb"[\x80-\xff]+", data)
    if len(high) > 0.25 * len(data) or any(len(run) > 2 for run in high):
        return None
    western = (
        rb"[\x80\x82\x84\x85\x91-\x97\xa0\xa3\xa7\xa9\xab\xad\xb0\xbb\xbf-\xc2\xc4-\xcf\xd1-\xd6\xd8-\xdc"
        rb"\xdf-\xe2\xe4-\xef\xf1-\xf6\xf8-\xfc]+"
    )
    return "cp1252" if all(re.fullmatch(western, run) for run in high) else None
