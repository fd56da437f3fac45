"""Boxes for digital signatures: who signs as what above, the field below."""

from app.i18n import _
from app.reporting.content.parts import SignBoxes
from app.reporting.inside import SignField
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened, width_of
from app.reporting.palette import palette
from app.reporting.styles import SIZES, SMALLEST


class SignBoxesBlock(Block):
    """Boxes one below the other."""

    _LABEL, _FIELD, _GAP = 10.5, 34.0, 2.5

    def __init__(self, figure: SignBoxes) -> None:
        self._boxes = figure.boxes

    def height(self, width: float) -> float:
        return len(self._boxes) * (self._LABEL + self._FIELD + self._GAP)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, size = palette().house, SIZES["small"].size
        for box in self._boxes:
            pen.label(box.role, x, top + 1.5, size=size, colour=house.ink, face=Face.BOLD)
            used = width_of(box.role, Face.BOLD, size) + 6
            name = shortened(box.name, Face.REGULAR, size, max(0.0, width - used))
            pen.label(name, x + used, top + 1.5, size=size, colour=house.ink)
            top += self._LABEL
            pen.box(x, top, width, self._FIELD, fill="", stroke=house.quiet)
            hint = _("Digital signature")
            pen.label(
                hint, x + width - 5, top + self._FIELD - 10, size=SMALLEST, colour=house.quiet, anchor="right"
            )
            last = box is self._boxes[-1]
            pen.sign_field(SignField(box.field, locks=last), x, top, width, self._FIELD)
            top += self._FIELD + self._GAP
