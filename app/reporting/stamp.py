"""What a digital signature looks like on paper: a small page that goes into the field it was made in."""

import io
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from app.i18n import _
from app.reporting.layout.fonts import Face, font
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import palette
from app.reporting.styles import SMALLEST

_Canvas: Any = Canvas  # Any: the published annotations take the first font for a number
_PAD, _EDGE, _HEIGHT = 5.0, 2.2, 34.0
_NAME, _SMALL, _BELOW_NAME = 8.0, SMALLEST, 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What stands in it. `certificate` and `seal` have 64 hex digits; `at` says whose clock it was."""

    name: str
    position: str
    at: str
    certificate: str
    seal: str


def stamp_bytes(stamp: Stamp, shape: float) -> bytes:
    """A PDF of one page, `shape` times as wide as high: a field may be smaller where its page was shrunk."""
    width, height = _HEIGHT * shape, _HEIGHT
    buffer = io.BytesIO()
    font(Face.REGULAR)
    canvas: Canvas = _Canvas(
        buffer,
        pagesize=(width, height),
        invariant=1,
        pageCompression=1,
        initialFontName=Face.REGULAR.value,
    )
    _draw(Pen(canvas, frozenset(), height), stamp, width, height)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(pen: Pen, stamp: Stamp, width: float, height: float) -> None:
    house = palette().house
    pen.box(0.5, 0.5, width - 1, height - 1, fill=house.paper, stroke=house.quiet)
    pen.box(0, 0, _EDGE, height, fill=house.accent)
    left, room = _EDGE + _PAD, width - _EDGE - 2 * _PAD
    step = (height - _BELOW_NAME - 1.2) / 3
    name = stamp.name if not stamp.position else f"{stamp.name}, {stamp.position}"
    pen.label(
        shortened(name, Face.BOLD, _NAME, room), left, 1.5, size=_NAME, colour=house.ink, face=Face.BOLD
    )
    rows = (
        stamp.at,
        _("Seal {digits}").format(digits=stamp.seal[:32]),
        _("Certificate {digits}").format(digits=stamp.certificate[:32]),
    )
    for n, row in enumerate(rows):
        words = shortened(row, Face.REGULAR, _SMALL, room)
        pen.label(words, left, _BELOW_NAME + n * step, size=_SMALL, colour=house.quiet)
