"""Writes the maps as pictures, PNG and SVG, from the same drawings as the report's."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from app.map_choice import Maps
from app.paper import Paper
from app.pdfium import opened
from app.reporting.canvas import new_canvas
from app.reporting.content.findings import Findings
from app.reporting.content.parts import Part
from app.reporting.content.picture import MapPicture, map_picture
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import palette
from app.reporting.story import stacked
from app.reporting.svg_pen import SvgPen
from app.variants import Variant
from models.assessment import Assessment
from models.snapshot import Snapshot

DOTS_PER_POINT = 3.0  # 216 dots an inch: sharp on paper and on a large screen
_MARGIN, _HEAD, _FOOT = 26.0, 44.0, 18.0
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A picture laid out: its size in points, and what is drawn below the head."""

    picture: MapPicture
    body: Block
    width: float
    height: float


def png_bytes(snapshot: Snapshot, assessment: Assessment, maps: Maps = Maps.BOTH) -> bytes:
    """The picture as a PNG file, three dots to a point."""
    sheet = _sheet(snapshot, assessment, maps)
    return _png(lambda pen: _draw(pen, sheet), sheet.width, sheet.height)


def part_png(part: Part, width: float) -> bytes:
    """One drawn part of the report as a PNG file, `width` points wide."""
    body = stacked((part,))
    return _png(lambda pen: body.draw(pen, 0, 0, width), width, body.height(width))


def svg_bytes(snapshot: Snapshot, assessment: Assessment, maps: Maps = Maps.BOTH) -> bytes:
    """The picture as an SVG file; the same review always gives the same bytes."""
    sheet = _sheet(snapshot, assessment, maps)
    pen = SvgPen(sheet.width, sheet.height, sheet.picture.title, sheet.picture.told)
    _draw(pen, sheet)
    return pen.svg()


def _sheet(snapshot: Snapshot, assessment: Assessment, maps: Maps) -> _Sheet:
    # As for a reader who has no pages to turn: what is cut is said to be in the full report.
    picture = map_picture(Findings(snapshot, assessment, None, Variant.EXECUTIVE), maps)
    body = stacked(picture.parts)
    room = (Paper.A4.width - 2 * _MARGIN) * picture.share
    return _Sheet(picture, body, room + 2 * _MARGIN, 2 * _MARGIN + _HEAD + body.height(room) + _FOOT)


def _png(draw: Callable[[Pen], None], width: float, height: float) -> bytes:
    """What is drawn by the pen of the report, as dots: PDFium's, so that they look like the PDF."""
    drawing = io.BytesIO()
    canvas = new_canvas(drawing, Paper.A4, "", _LANGUAGE, None)
    canvas.setPageSize((width, height))
    draw(Pen(canvas, frozenset(), height))
    canvas.showPage()
    canvas.save()
    with opened(drawing.getvalue()) as document:
        bitmap = document[0].render(scale=DOTS_PER_POINT)
        image = bitmap.to_pil().copy()
        bitmap.close()
    picture = io.BytesIO()
    image.save(picture, "PNG", dpi=(72 * DOTS_PER_POINT, 72 * DOTS_PER_POINT))
    return picture.getvalue()


def _draw(pen: Pen, sheet: _Sheet) -> None:
    house, room = palette().house, sheet.width - 2 * _MARGIN
    pen.box(0, 0, sheet.width, sheet.height, fill=house.paper)
    title = shortened(sheet.picture.title, Face.BOLD, 17, room)
    pen.label(title, _MARGIN, _MARGIN, size=17, colour=house.ink, face=Face.BOLD)
    lead = shortened(sheet.picture.lead, Face.REGULAR, 8, room)
    pen.label(lead, _MARGIN, _MARGIN + 23, size=8, colour=house.quiet)
    sheet.body.draw(pen, _MARGIN, _MARGIN + _HEAD, room)
    foot = shortened(sheet.picture.foot, Face.REGULAR, 6.6, room)
    pen.label(foot, _MARGIN, sheet.height - _MARGIN - 6.6, size=6.6, colour=house.quiet)
