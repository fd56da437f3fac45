"""Finds out in which encoding a text was written."""

import codecs
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from app.i18n import _, ngettext
from app.register_import.errors import MappingError, NotATableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What spreadsheet programs have written; the many others that would fit as well are noise.
_EXPECTED = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp932", "gb18030",
    "big5", "euc_kr", "euc_jp", "utf_16_le", "utf_16_be",
)  # fmt: skip
_WESTERN = "cp1252"
_SAMPLE = 4096
_GUESSED_FROM = 1024 * 1024
_READ_FOR_SIGNS = 20_000
_MOST_SIGNS = 0.05
_SOME_SIGNS = 20
_GOOD_FOR_EACH_BAD = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and a remark if some of it could not be read."""

    text: str
    encoding: str
    remark: str = ""


def decoded(data: bytes, encoding: str = "") -> Decoded:
    """The text in `data`: by the encoding that was given, its byte order mark, as UTF-8, or by a good guess.

    Raises MappingError for an encoding that there is not, and NotATableError for what is no text.
    """
    if encoding:
        return _as_asked(data, encoding)
    found = _found(data)
    sample = found.text[:_READ_FOR_SIGNS]
    signs = sum(unicodedata.category(c) == "Cc" and not c.isspace() for c in sample)
    if signs > max(_MOST_SIGNS * len(sample), _SOME_SIGNS):
        raise NotATableError(_("It does not hold text."))
    return found


def _found(data: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _as_asked(data, encoding)
    if encoding := _wide(data[:_SAMPLE]):
        return _as_asked(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf_8(data) or _guessed(data)


def _as_asked(data: bytes, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, codecs.lookup(encoding).name, _unreadable(text.count("\ufffd")))
    except (LookupError, ValueError) as error:
        raise MappingError(_("encoding: there is no encoding of this name.")) from error


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    half = len(sample) // 2
    if half == 0:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else ""


def _damaged_utf_8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes, which as another encoding would be wrong all over."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(c > "\x7f" for c in text) - bad
    return Decoded(text, "utf-8", _unreadable(bad)) if good >= _GOOD_FOR_EACH_BAD * bad else None


def _guessed(data: bytes) -> Decoded:
    # Up to a line's end, so that no letter of several bytes is cut in two.
    sample = data if len(data) <= _GUESSED_FROM else data[:_GUESSED_FROM].rpartition(b"\n")[0]
    best = from_bytes(sample or data[:_GUESSED_FROM], cp_isolation=list(_EXPECTED)).best()
    if best is None:
        raise NotATableError(_("Its encoding cannot be found out."))
    encoding = _WESTERN if _WESTERN in best.could_be_from_charset else best.encoding
    return _as_asked(data, encoding)


def _unreadable(n: int) -> str:
    words = ngettext("{n} character cannot be read.", "{n} characters cannot be read.", n)
    return words.format(n=n)
