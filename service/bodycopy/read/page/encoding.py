"""The bytes of a page to text. What the bytes say goes before what the page says of itself: many lie."""

import codecs
from typing import Final

from bs4.dammit import EncodingDetector, UnicodeDammit

from bodycopy.decode import Decoded, check_text, codec_of, decode, read_as
from bodycopy.errors import EncodingError

#: Bytes in which a declaration is looked for, and which detection looks at.
_HEAD: Final = 1 << 13
_SAMPLE: Final = 1 << 16
#: Share of characters beyond ASCII that may be broken in a page that is UTF-8, though it was cut or spliced.
_BROKEN: Final = 0.25
#: Begins other scripts in encodings that look like ASCII.
_ESCAPE: Final = b"\x1b$"
#: What browsers read where pages declare ASCII.
_ASCII: Final = "cp1252"
#: A declaration that can be read byte by byte can't be true of these.
_WIDE: Final = ("utf-16", "utf-32", "utf-7")
LOSSY: Final = "some bytes did not fit the page's encoding"


def decode_page(source: str | bytes, charset: str | None = None) -> Decoded:
    """The text of a page; `charset` is what its sender declared, if anything.

    Raises EmptyInputError, BinaryInputError or EncodingError.
    """
    if isinstance(source, str) or charset or _speaks_for_itself(source):
        return decode(source, charset)
    declared = _declared(source)
    if declared not in (None, "utf-8"):
        try:
            return check_text(source.decode(declared))
        except UnicodeDecodeError:
            pass
    text = source.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if broken <= _BROKEN * foreign or (declared == "utf-8" and broken < foreign):
        return _lossy(text)
    return _lossy(_detected(source))


def _speaks_for_itself(data: bytes) -> bool:
    """Whether the bytes have a mark, are UTF-16 without one, or are UTF-8."""
    if (
        data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or data.count(0) > len(data) // 4
    ):
        return True
    if _ESCAPE in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    """The encoding that the page itself declares, as Python names it."""
    name = EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True)
    try:
        codec = codec_of(name or "")
    except EncodingError:
        return None
    if codec.startswith(_WIDE):
        return None
    return _ASCII if codec == "ascii" else read_as(codec, data)


def _detected(data: bytes) -> str:
    """The text as detection reads it, by the bytes around the first that are not ASCII."""
    first = next((at for at in range(0, len(data), _HEAD) if not data[at : at + _HEAD].isascii()), 0)
    sample = data[first : first + _SAMPLE]
    check_text(sample.decode("latin-1"))
    found = UnicodeDammit(sample, is_html=True).original_encoding
    if found is None:
        raise EncodingError("the page's bytes fit no encoding; send UTF-8 or declare the charset")
    return data.decode(found, "replace")


def _lossy(text: str) -> Decoded:
    checked = check_text(text)
    return Decoded(text, (*checked.warnings, LOSSY)) if "\ufffd" in text else checked
