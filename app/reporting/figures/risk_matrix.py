"""The matrix of likelihood and impact, with the way of the headline risks."""

from collections import Counter

from app.i18n import _
from app.reporting.content.parts import (
    Move,
    RiskMatrix,
    risk_place,
)
from app.reporting.figures.marks import shape
from app.reporting.layout.block import Block, Text
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.palette import palette
from app.reporting.styles import SMALLEST, plain


class RiskMatrixFigure(Block):
    """Likelihood up, impact across: counts in the cells, the headline risks with an arrow."""

    _LEFT, _BOTTOM, _HEIGHT = 26.0, 22.0, 208.0

    def __init__(self, figure: RiskMatrix) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        note = self._note().height(width) if self._figure.moves else 0.0
        return self._HEIGHT + self._BOTTOM + note + 4

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, bands = palette().house, palette().bands
        wide, high = (width - self._LEFT) / 5, self._HEIGHT / 5
        for (up, across), band in self._figure.bands.items():
            at, y = x + self._LEFT + (across - 1) * wide, top + (5 - up) * high
            pen.box(at + 0.8, y + 0.8, wide - 1.6, high - 1.6, fill=bands[band].tint)
            shape(pen, band, at + 7, y + high - 13.4, 2.4)
            pen.label(
                bands[band].letter,
                at + 11,
                y + high - 17.4,
                size=SMALLEST,
                colour=house.quiet,
                face=Face.BOLD,
            )
            count = self._figure.counts.get((up, across), 0)
            if count:
                pen.label(
                    str(count),
                    at + wide - 5,
                    y + high - 17,
                    size=11.5,
                    colour=house.ink,
                    face=Face.BOLD,
                    anchor="right",
                    to=self._figure.to.get((up, across), ""),
                )
        self._axes(pen, x, top, wide, high)
        for move, (start, end) in zip(self._figure.moves, self._points(x, top, wide, high), strict=True):
            self._move(pen, move, start, end)
        if self._figure.moves:
            self._note().draw(pen, x, top + self._HEIGHT + self._BOTTOM, width)

    def _note(self) -> Text:
        told_on = self._figure.told_on
        which = _("the risks of {page}").format(page=told_on) if told_on else _("the risks to know first")
        note = _(
            "Large numbers: how many risks stand there. Circles: {which}; an arrow leads from where they "
            "stood before controls."
        )
        return plain(note.format(which=which), "fine", colour=palette().house.quiet)

    def _axes(self, pen: Pen, x: float, top: float, wide: float, high: float) -> None:
        house = palette().house
        for step in range(1, 6):
            y = top + (5 - step) * high + high / 2 - 4
            pen.label(str(step), x + self._LEFT - 6, y, size=7, colour=house.quiet, anchor="right")
            at = x + self._LEFT + (step - 0.5) * wide
            pen.label(str(step), at, top + self._HEIGHT + 2, size=7, colour=house.quiet, anchor="middle")
        pen.standing_label(
            _("Likelihood"), x + 8, top + self._HEIGHT / 2 + 20, size=7, colour=house.quiet, face=Face.REGULAR
        )
        pen.label(
            _("Impact"),
            x + self._LEFT + 2.5 * wide,
            top + self._HEIGHT + 10.5,
            size=7,
            colour=house.quiet,
            anchor="middle",
        )

    def _points(
        self, x: float, top: float, wide: float, high: float
    ) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """Where each headline risk came from and stands; those in one cell stand side by side."""
        taken: dict[tuple[int, int], int] = {}
        points = []
        crowd = max(Counter(move.now for move in self._figure.moves).values(), default=1)
        apart = min(10.3, (wide - 12.8) / max(1, crowd - 1))
        for move in self._figure.moves:
            index = taken.get(move.now, 0)
            taken[move.now] = index + 1
            up, across = move.now
            end = (
                x + self._LEFT + (across - 1) * wide + 6.4 + index * apart,
                top + (5 - up) * high + 17.5,
            )
            before_up, before_across = move.before
            start = (
                x + self._LEFT + (before_across - 1) * wide + 6.4 + index * apart,
                top + (5 - before_up) * high + high - 5.5,
            )
            points.append((start, end))
        return points

    def _move(self, pen: Pen, move: Move, start: tuple[float, float], end: tuple[float, float]) -> None:
        house = palette().house
        if move.before != move.now:
            pen.circle(*start, 2.6, stroke=house.ink, fill=house.paper, line=0.9)
            dx, dy = end[0] - start[0], end[1] - start[1]
            length = max(1.0, (dx * dx + dy * dy) ** 0.5)
            ux, uy = dx / length, dy / length
            tip = (end[0] - ux * 5.2, end[1] - uy * 5.2)
            pen.stroke(
                start[0] + ux * 2.6,
                start[1] + uy * 2.6,
                tip[0] - ux * 3,
                tip[1] - uy * 3,
                colour=house.ink,
                line=0.9,
            )
            side = (-uy * 2.4, ux * 2.4)
            base = (tip[0] - ux * 4.6, tip[1] - uy * 4.6)
            pen.polygon(
                [tip, (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1])],
                fill=house.ink,
            )
        pen.circle(*end, 4.9, fill=house.ink, stroke=house.paper, line=0.5)
        pen.label(
            str(move.number),
            end[0],
            end[1] - 4.3,
            size=SMALLEST,
            colour=house.paper,
            face=Face.BOLD,
            anchor="middle",
        )
        pen.link(risk_place(move.id), end[0] - 6, end[1] - 6, 12, 12)
