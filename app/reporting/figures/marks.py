"""Small marks: a band with its shape and word, a range bar, boxes that are met or not."""

from app.reporting.content.parts import Met, RangeMark
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import width_of
from app.reporting.palette import palette
from app.reporting.styles import SMALLEST
from models.risk import Band

CHIP_HEIGHT, CHIP_SIZE = 10.6, SMALLEST
_BAR_HEIGHT = 11.0
_BOX, _BOX_GAP = 6.4, 1.2


def shape(pen: Pen, band: Band, x: float, y: float, radius: float, *, fill: str = "") -> None:
    """The band's shape around a point, filled with its colour unless another is given."""
    look = palette().bands[band]
    ink = fill or look.fill
    if look.shape == "circle":
        pen.circle(x, y, radius * 0.92, fill=ink)
        return
    points = {
        "diamond": [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)],
        "triangle": [(0, -1.05), (1.1, 0.85), (-1.1, 0.85)],
        "square": [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
    }[look.shape]
    pen.polygon([(x + dx * radius, y + dy * radius) for dx, dy in points], fill=ink)


def chip_width(band: Band) -> float:
    """How wide a band's chip is."""
    return width_of(band.value, Face.BOLD, CHIP_SIZE) + 17


def draw_chip(pen: Pen, band: Band, x: float, top: float, to: str = "") -> float:
    """A chip with shape and word; returns its width."""
    look, width = palette().bands[band], chip_width(band)
    pen.box(x, top, width, CHIP_HEIGHT, fill=look.fill, radius=2.2)
    shape(pen, band, x + 6.4, top + CHIP_HEIGHT / 2, 2.3, fill=look.ink)
    pen.label(band.value, x + 11.6, top + 1.4, size=CHIP_SIZE, colour=look.ink, face=Face.BOLD)
    if to:
        pen.link(to, x, top, width, CHIP_HEIGHT)
    return width


class Chip(Block):
    """A band with its shape and word."""

    def __init__(self, band: Band, to: str = "") -> None:
        self._band = band
        self._to = to

    def height(self, width: float) -> float:
        return CHIP_HEIGHT

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        draw_chip(pen, self._band, x, top, self._to)


class RangeBar(Block):
    """Four steps from Low to Critical; a bar from best to worst, the band's shape, a ring for before."""

    def __init__(self, mark: RangeMark) -> None:
        self._mark = mark

    def height(self, width: float) -> float:
        return _BAR_HEIGHT

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        draw_range(pen, self._mark, x, top, min(width, 120.0))


def draw_range(pen: Pen, mark: RangeMark, x: float, top: float, width: float) -> None:
    """A range bar; needs 11 points of height."""
    house, bands = palette().house, palette().bands
    step, middle = width / 4, top + _BAR_HEIGHT / 2
    for band in Band:
        pen.box(x + band.rank * step + 0.6, middle - 2.6, step - 1.2, 5.2, fill=bands[band].tint)
    low, high = x + mark.best.rank * step + step / 2, x + mark.worst.rank * step + step / 2
    pen.stroke(low, middle, high, middle, colour=house.ink, line=1.5)
    for end in {low, high}:
        pen.stroke(end, middle - 3, end, middle + 3, colour=house.ink, line=1.1)
    if mark.inherent is not None and mark.inherent is not mark.residual:
        at = x + mark.inherent.rank * step + step / 2
        pen.circle(at, middle, 3.4, stroke=house.quiet, line=0.9)
    at = x + mark.residual.rank * step + step / 2
    shape(pen, mark.residual, at, middle, 4.6, fill=house.paper)
    shape(pen, mark.residual, at, middle, 3.7)


class Boxes(Block):
    """So many boxes, full where met, with a question mark where nobody knows, and the count in words."""

    def __init__(self, mark: Met) -> None:
        self._mark = mark

    def height(self, width: float) -> float:
        return 9.7

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, mark = palette().house, self._mark
        for index in range(mark.of):
            at = x + index * (_BOX + _BOX_GAP)
            full = index < mark.met
            pen.box(
                at, top + 1.6, _BOX, _BOX, fill=house.accent if full else "", stroke=house.accent, line=0.5
            )
            if mark.met <= index < mark.met + mark.unknown:
                pen.label(
                    "?",
                    at + _BOX / 2,
                    top + 1.0,
                    size=SMALLEST,
                    colour=house.ink,
                    face=Face.BOLD,
                    anchor="middle",
                )
        pen.label(
            str(mark.met),
            x + mark.of * (_BOX + _BOX_GAP) + 3,
            top + 0.6,
            size=7.5,
            colour=house.accent if mark.to else house.ink,
            face=Face.BOLD,
            to=mark.to,
        )
