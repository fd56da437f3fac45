"""Bars: risks by type and band, and plain lengths."""

from app.i18n import _
from app.reporting.content.parts import Bars, Lengths
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.palette import palette
from app.reporting.styles import SMALLEST


class BarsFigure(Block):
    """One bar for each label, made of its risks by band, each part with its number and letter."""

    _ROW, _LABEL, _REMARK = 15.0, 88.0, 52.0

    def __init__(self, figure: Bars) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        return len(self._figure.bars) * self._ROW

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, bands = palette().house, palette().bands
        longest = max((sum(n for _band, n, _to in bar.counts) for bar in self._figure.bars), default=0) or 1
        unit = (width - self._LABEL - self._REMARK) / longest
        for bar in self._figure.bars:
            pen.label(bar.label, x, top + 2.2, size=SMALLEST, colour=house.ink)
            at = x + self._LABEL
            for band, count, to in bar.counts:
                if not count:
                    continue
                look = bands[band]
                pen.box(at, top + 1.5, unit * count - 0.6, self._ROW - 4, fill=look.fill)
                words = (
                    f"{count} {look.letter}" if unit * count > 18 else str(count) if unit * count > 6 else ""
                )
                pen.label(
                    words,
                    at + unit * count / 2,
                    top + 2.4,
                    size=7.0,
                    colour=look.ink,
                    face=Face.BOLD,
                    anchor="middle",
                )
                pen.link(to, at, top + 1.5, unit * count - 0.6, self._ROW - 4)
                at += unit * count
            pen.label(
                bar.remark,
                x + width,
                top + 2.2,
                size=7.0,
                colour=house.accent if bar.remark_to else house.quiet,
                anchor="right",
                to=bar.remark_to,
            )
            top += self._ROW


class LengthsFigure(Block):
    """Plain bars with their numbers."""

    _ROW, _LABEL = 15.0, 96.0

    def __init__(self, figure: Lengths) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        return len(self._figure.items) * self._ROW + 2

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house = palette().house
        longest = max((n for _label, n, _to in self._figure.items if n), default=0) or 1
        room = width - self._LABEL - 24
        for label, number, to in self._figure.items:
            pen.label(label, x, top + 2.4, size=7.4, colour=house.ink)
            if number is None:
                pen.label(_("not known"), x + self._LABEL, top + 2.4, size=7.4, colour=house.quiet)
            else:
                wide = room * number / longest
                pen.box(x + self._LABEL, top + 1.5, max(wide, 0.8), self._ROW - 5, fill=house.accent)
                pen.label(
                    str(number),
                    x + self._LABEL + wide + 5,
                    top + 1.8,
                    size=8,
                    colour=house.accent,
                    face=Face.BOLD,
                    to=to,
                )
            top += self._ROW
