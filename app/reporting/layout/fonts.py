"""The embedded fonts, and which of them can draw a character."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfbase.ttfonts import TTFont

import resources
from app.reporting.layout import rtl

_BITS = 16
# Streams as bytes, not as printable letters: a fifth smaller and a tenth faster.
rl_config.useA85 = 0


class Face(StrEnum):
    """A font of the report; the value is its name in the document."""

    REGULAR = "Plumbline-Regular"
    BOLD = "Plumbline-Bold"
    ITALIC = "Plumbline-Italic"
    SYMBOLS = "Plumbline-Symbols"
    EMOJI = "Plumbline-Emoji"
    EAST_ASIAN = "Plumbline-EastAsian"


_FILES = {
    Face.REGULAR: "NotoSans-Regular.ttf",
    Face.BOLD: "NotoSans-Bold.ttf",
    Face.ITALIC: "NotoSans-Italic.ttf",
    Face.SYMBOLS: "DejaVuSans.ttf",
    Face.EMOJI: "NotoEmoji-Regular.ttf",
    Face.EAST_ASIAN: "DroidSansFallback.ttf",
}
_FALLBACKS = (Face.SYMBOLS, Face.EMOJI, Face.EAST_ASIAN)
# Drawn as nothing by every renderer: joiners, direction marks, variation selectors, the byte order mark.
_INVISIBLE = frozenset(
    [
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        0xAD,
    ]
)


class ReadableFont(TTFont):
    """A font whose text can be read back: joined Arabic as its letters, emoji as themselves.

    ReportLab writes four hex digits per character, which is wrong above U+FFFF, and would give the drawn form
    of an Arabic letter instead of the letter.
    """

    def addObjects(self, doc: object) -> None:  # noqa: N802  (ReportLab's name)
        """Add the font's objects, and mend the tables that turn glyphs back into text."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for stream, subset in zip(_to_unicode_streams(doc, self), subsets, strict=True):
            stream.content = _mended(stream.content, subset)


def _to_unicode_streams(doc: object, font: TTFont) -> list[PDFStream]:
    name = font.face.name.decode("ascii")
    objects = doc.idToObject  # type: ignore[attr-defined]  # ReportLab's document has no annotations
    return [
        thing
        for key, thing in objects.items()
        if key.startswith("toUnicodeCMap:") and key.endswith("+" + name)
    ]


def _mended(cmap: str, subset: list[int]) -> str:
    for index, code in enumerate(subset):
        text = rtl.base_letters().get(code) or (chr(code) if code >> _BITS else "")
        if text:
            written = text.encode("utf-16-be").hex().upper()
            cmap = cmap.replace(f"<{index:02X}> <{code:04X}>", f"<{index:02X}> <{written}>", 1)
    return cmap


@cache
def font(face: Face) -> TTFont:
    """The font itself, loaded and registered when it is first needed."""
    loaded = ReadableFont(face.value, str(resources.path("fonts", _FILES[face])))
    pdfmetrics.registerFont(loaded)
    return loaded


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font; `width` is for a size of one point."""

    face: Face
    text: str
    width: float


@lru_cache(maxsize=50_000)
def pieces(word: str, face: Face) -> tuple[Piece, ...]:
    """A word cut into pieces that a font can draw.

    The only way from any text to paper: nothing in it is ever read as markup. What no font has is shown as
    its code, such as [U+0E01], and never left out.
    """
    if rtl.is_rtl(word):
        word = rtl.drawn(word)
    elif not word.isascii():
        word = unicodedata.normalize("NFC", word)
    widths = font(face).face.charWidths
    glyphs = font(face).face.charToGlyph
    if all(ord(char) in glyphs for char in word):
        default = font(face).face.defaultWidth
        return (Piece(face, word, sum(widths.get(ord(char), default) for char in word) / 1000),)
    return _mixed(word, face)


def _mixed(word: str, face: Face) -> tuple[Piece, ...]:
    runs: list[tuple[Face, str]] = []
    for char in word:
        found, drawn = _drawable(char, face)
        if not drawn:
            continue
        if runs and runs[-1][0] is found:
            runs[-1] = (found, runs[-1][1] + drawn)
        else:
            runs.append((found, drawn))
    return tuple(Piece(found, text, _width(text, found)) for found, text in runs)


def _drawable(char: str, face: Face) -> tuple[Face, str]:
    code = ord(char)
    if code in _INVISIBLE:
        return face, ""
    for candidate in (face, *_FALLBACKS):
        if code in font(candidate).face.charToGlyph:
            return candidate, char
    return face, f"[U+{code:04X}]"


def _width(text: str, face: Face) -> float:
    metrics = font(face).face
    return float(sum(metrics.charWidths.get(ord(char), metrics.defaultWidth) for char in text)) / 1000
