"""The data matrix: data categories down, tools across."""

from app.i18n import _
from app.reporting.content.parts import (
    DataMatrix,
    entry_place,
)
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import palette
from app.reporting.styles import SMALLEST
from models.risk import Band


class DataMatrixFigure(Block):
    """Data categories down, tools across: the form of the data, crossed where a rule is broken."""

    _HEAD, _ROW, _NAME = 30.0, 13.6, 132.0

    def __init__(self, figure: DataMatrix) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        return self._HEAD + len(self._figure.categories) * self._ROW + (12 if self._figure.more else 3)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        figure, house = self._figure, palette().house
        if not figure.tools or not figure.categories:
            pen.label(_("No access grant is on record."), x, top + 2, size=7.4, colour=house.quiet)
            return
        step = min(26.0, (width - self._NAME) / len(figure.tools))
        right = x + self._NAME + step * len(figure.tools)
        for index, (key, _name) in enumerate(figure.tools):
            at = x + self._NAME + (index + 0.5) * step
            label = shortened(key, Face.BOLD, SMALLEST, self._HEAD - 4)
            pen.standing_label(
                label, at + 2.4, top + self._HEAD - 4, size=SMALLEST, colour=house.accent, face=Face.BOLD
            )
            pen.link(entry_place(key), at - step / 2, top, step, self._HEAD)
        y = top + self._HEAD
        for key, name in figure.categories:
            pen.stroke(x, y, right, y, colour=house.rule, line=0.4)
            shown = shortened(name, Face.REGULAR, 7.0, self._NAME - 6)
            pen.label(shown, x, y + 2.2, size=7.0, colour=house.ink, to=entry_place(key))
            for index, (tool, _tool_name) in enumerate(figure.tools):
                cell = figure.cells.get((key, tool))
                if cell:
                    self._cell(
                        pen, cell.letter, x + self._NAME + index * step, y, step, cell.breach, cell.no_rule
                    )
            y += self._ROW
        pen.stroke(x, y, right, y, colour=house.rule, line=0.4)
        if figure.more:
            pen.label(figure.more, x, y + 3, size=SMALLEST, colour=house.ink, face=Face.BOLD)

    def _cell(
        self, pen: Pen, letter: str, x: float, y: float, step: float, breach: bool, no_rule: bool
    ) -> None:
        house, bands = palette().house, palette().bands
        raw = letter == "R"
        if breach:
            pen.box(x + 1, y + 1, step - 2, self._ROW - 2, fill=bands[Band.CRITICAL].fill)
        else:
            pen.box(x + 1, y + 1, step - 2, self._ROW - 2, fill="#C3D7E0" if raw else "#E6EEF2")
        ink = house.paper if breach else house.ink
        mark = "×" if breach else "?" if no_rule else ""
        pen.label(
            letter + mark, x + step / 2, y + 2.2, size=SMALLEST, colour=ink, face=Face.BOLD, anchor="middle"
        )
