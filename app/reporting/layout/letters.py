"""Writes text as PDF operators, each font and colour named once until it changes.

ReportLab's own text objects measure every text again and repeat font and colour for each piece; in a report
of many pages that is most of the time. Which letters of a font are embedded stays ReportLab's business.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.reporting.inside import document_of
from app.reporting.layout.fonts import Face, font

_FIRST_PLAIN, _FIRST_HIGH = 32, 127
_ESCAPED = {
    code: f"\\{chr(code)}"
    if chr(code) in "()\\"
    else chr(code)
    if _FIRST_PLAIN <= code < _FIRST_HIGH
    else f"\\{code:03o}"
    for code in range(256)
}


class _Codes(dict[int, str]):
    """How the letters of a font stand in a document's text: by code point, found when first met.

    A font holds its first two hundred letters or so in one part; what stands in a further one is `elsewhere`.
    """

    def __init__(self, face: TTFont, document: Any) -> None:  # Any: ReportLab publishes no types for it
        super().__init__()
        self.parts: dict[str, int] = {}
        self._face = face
        self._document = document

    def __missing__(self, code: int) -> str:
        ((part, written),) = self._face.splitString(chr(code), self._document)
        if part:
            self.parts[chr(code)] = part
        self[code] = _ESCAPED[written[0]]
        return self[code]

    def split(self, text: str) -> Iterator[tuple[int, str]]:
        """The text as it is written, in runs that one part of the font holds."""
        written = text.translate(self)
        if not self.parts or self.parts.keys().isdisjoint(text):
            yield 0, written
            return
        for part, run in groupby(text, lambda char: self.parts.get(char, 0)):
            yield part, "".join(run).translate(self)


class Letters:
    """The text of one document: begun, shown piece by piece, and drawn; distances from the lower left."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas  # Any: asked for a text object of its own, where it only calls `getCode`
        self._document = document_of(canvas)
        self._codes: dict[Face, _Codes] = {}
        self._names: dict[tuple[Face, int], str] = {}
        self._written: list[str] = []
        self._set_in: tuple[Face, int, float] | None = None
        self._colour = ""

    def begin(self) -> None:
        """Start afresh; what is drawn between two texts may have changed the colour."""
        self._written = ["BT"]
        self._set_in, self._colour = None, ""

    def show(self, text: str, face: Face, size: float, colour: str, matrix: str) -> None:
        """Set a text; `colour` is #RRGGBB, `matrix` the six numbers of where and how it stands."""
        if colour != self._colour:
            self._written.append(f"{_rgb(colour)} rg")
            self._colour = colour
        if face not in self._codes:
            self._codes[face] = _Codes(font(face), self._document)
        self._written.append(f"{matrix} Tm")
        for part, written in self._codes[face].split(text):
            if self._set_in != (face, part, size):
                self._written.append(f"{self._name(face, part)} {size:g} Tf")
                self._set_in = face, part, size
            self._written.append(f"({written}) Tj")

    def draw(self) -> None:
        """Put what was shown since `begin` on the page."""
        self._canvas.drawText(self)

    def getCode(self) -> str:  # noqa: N802  (ReportLab's name: what a canvas asks a text for)
        """The operators since `begin`."""
        return " ".join((*self._written, "ET"))

    def _name(self, face: Face, part: int) -> str:
        key = face, part
        if key not in self._names:
            self._names[key] = font(face).getSubsetInternalName(part, self._document)
        return self._names[key]


_RGB: dict[str, str] = {}


def _rgb(colour: str) -> str:
    if colour not in _RGB:
        _RGB[colour] = " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
    return _RGB[colour]
