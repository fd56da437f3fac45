"""The two maps and the data matrix, drawn as vectors."""

from app.i18n import _
from app.reporting.content.parts import (
    DataMatrix,
    MapCell,
    MapTool,
    Move,
    RiskMatrix,
    SystemMap,
    entry_place,
    risk_place,
)
from app.reporting.figures.marks import shape
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import palette
from models.risk import Band
from models.values import Capability
from models.values import words as choice_words

_NAME_WIDTH, _HEAD_HEIGHT = 90.0, 112.0
_STRENGTH = {
    Capability.SEE: ("#E6EEF2", False, "see"),
    Capability.INFER: ("#C3D7E0", False, "inf"),
    Capability.STORE: ("#8FB3C3", False, "sto"),
    Capability.CHANGE: ("#3F7892", True, "chg"),
    Capability.TRIGGER: ("#17465C", True, "trg"),
}
_TYPE_ROW = 11.5
_WORDS_FROM = 24.0


class SystemMapFigure(Block):
    """Systems down, tools across: the strongest capability in a word, ring, dot, and strips by risk type."""

    def __init__(self, figure: SystemMap) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        strips = len(self._figure.types) * _TYPE_ROW + 16
        return (
            _HEAD_HEIGHT
            + len(self._figure.systems) * self._row
            + strips
            + 40
            + (10 if self._figure.more else 0)
        )

    @property
    def _row(self) -> float:
        return 21.0 if len(self._figure.systems) <= 11 else 18.5

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        figure, house = self._figure, palette().house
        if not figure.tools:
            pen.label(
                _("No AI tool is on record, so there is nothing to map."),
                x,
                top + 8,
                size=8.6,
                colour=house.quiet,
            )
            return
        left = x + _NAME_WIDTH
        step = min(34.0, (width - _NAME_WIDTH) / len(figure.tools))
        for index, tool in enumerate(figure.tools):
            self._head(pen, tool, left + index * step, top + _HEAD_HEIGHT, step)
        y = top + _HEAD_HEIGHT
        for key, name in figure.systems:
            pen.stroke(x, y, left + step * len(figure.tools), y, colour=house.rule, line=0.4)
            shown = shortened(name, Face.REGULAR, 7.4, _NAME_WIDTH - 8)
            pen.label(shown, x, y + self._row / 2 - 4.4, size=7.4, colour=house.ink, to=entry_place(key))
            for index, tool in enumerate(figure.tools):
                cell = figure.cells.get((key, tool.id))
                if cell:
                    self._cell(pen, cell, left + index * step, y, step)
            y += self._row
        pen.stroke(x, y, left + step * len(figure.tools), y, colour=house.rule, line=0.4)
        y = self._strips(pen, x, y + 12, left, step)
        self._legend(pen, x, y + 7, width)

    def _head(self, pen: Pen, tool: MapTool, x: float, bottom: float, step: float) -> None:
        house = palette().house
        name = shortened(tool.name, Face.REGULAR, 6.9, _HEAD_HEIGHT - 26)
        middle = x + step / 2 + 2.4
        pen.standing_label(name, middle, bottom - 17, size=6.9, colour=house.ink, face=Face.REGULAR)
        pen.label(
            shortened(tool.id, Face.BOLD, 5.6, step + 2),
            x + step / 2,
            bottom - 12,
            size=6.2,
            colour=house.accent,
            face=Face.BOLD,
            anchor="middle",
            to=entry_place(tool.id),
        )

    def _cell(self, pen: Pen, cell: MapCell, x: float, y: float, step: float) -> None:
        house, middle = palette().house, (x + step / 2, y + self._row / 2)
        if cell.capability is None:
            pen.circle(*middle, 1.7, fill=house.ink)
            return
        fill, light, code = _STRENGTH[cell.capability]
        pen.box(x + 1.5, y + 2, step - 3, self._row - 4, fill=fill, radius=2)
        word = choice_words(cell.capability).lower() if step >= _WORDS_FROM else code
        ink = house.paper if light else house.ink
        size = 6.6 if step >= 30 else 5.7
        pen.label(
            word,
            middle[0],
            middle[1] - size / 2 - 0.8,
            size=size,
            colour=ink,
            face=Face.BOLD,
            anchor="middle",
        )
        if cell.unapproved:
            pen.box(
                x + 0.7,
                y + 1.1,
                step - 1.4,
                self._row - 2.2,
                stroke=palette().bands[Band.CRITICAL].fill,
                line=1.3,
                radius=3,
            )
        if cell.unknown:
            pen.circle(x + step - 4.6, y + 4.9, 1.5, fill=ink)

    def _strips(self, pen: Pen, x: float, y: float, left: float, step: float) -> float:
        """For each tool the highest band of its risks of each type: the margin of the map."""
        house, bands = palette().house, palette().bands
        for row, name in enumerate(self._figure.types):
            top = y + row * _TYPE_ROW
            pen.label(
                shortened(name, Face.REGULAR, 6.6, _NAME_WIDTH - 6),
                x,
                top + 1.2,
                size=6.6,
                colour=house.quiet,
            )
            for index, tool in enumerate(self._figure.tools):
                band = tool.bands[row]
                at = left + index * step
                if band is None:
                    pen.label("·", at + step / 2, top + 0.8, size=7, colour=house.quiet, anchor="middle")
                    continue
                pen.box(at + 1.5, top + 0.7, step - 3, _TYPE_ROW - 1.6, fill=bands[band].fill)
                pen.label(
                    bands[band].letter,
                    at + step / 2,
                    top + 1.7,
                    size=6,
                    colour=bands[band].ink,
                    face=Face.BOLD,
                    anchor="middle",
                )
        return y + len(self._figure.types) * _TYPE_ROW

    def _legend(self, pen: Pen, x: float, y: float, width: float) -> None:
        house = palette().house
        at = x
        for capability, (fill, light, code) in _STRENGTH.items():
            pen.box(at, y, 46, 10, fill=fill, radius=2)
            ink = house.paper if light else house.ink
            word = choice_words(capability).lower()
            shown = word if word == code else f"{word} ({code})"
            pen.label(shown, at + 23, y + 1.5, size=6.0, colour=ink, face=Face.BOLD, anchor="middle")
            at += 48
        pen.box(at + 4, y, 14, 10, stroke=palette().bands[Band.CRITICAL].fill, line=1.3, radius=3)
        at += 24
        at += pen.label(_("not approved"), at, y + 1.2, size=6.6, colour=house.quiet) + 10
        pen.circle(at, y + 5, 1.6, fill=house.ink)
        at += 5
        at += pen.label(_("something about it is not known"), at, y + 1.2, size=6.6, colour=house.quiet) + 10
        note = _("Below the map: the highest band of each tool's risks by type, by letter: C, H, M, L.")
        pen.label(note, x, y + 14, size=6.6, colour=house.quiet)
        if self._figure.more:
            pen.label(self._figure.more, x, y + 24, size=6.6, colour=house.ink, face=Face.BOLD)


class RiskMatrixFigure(Block):
    """Likelihood up, impact across: counts in the cells, the headline risks with an arrow to where they are."""

    _LEFT, _BOTTOM, _HEIGHT = 26.0, 22.0, 208.0

    def __init__(self, figure: RiskMatrix) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        return self._HEIGHT + self._BOTTOM + 10 * len(self._figure.moves[:1]) + 8

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, bands = palette().house, palette().bands
        wide, high = (width - self._LEFT) / 5, self._HEIGHT / 5
        for (up, across), band in self._figure.bands.items():
            at, y = x + self._LEFT + (across - 1) * wide, top + (5 - up) * high
            pen.box(at + 0.8, y + 0.8, wide - 1.6, high - 1.6, fill=bands[band].tint)
            shape(pen, band, at + wide - 14, y + 7.4, 2.4)
            pen.label(
                bands[band].letter, at + wide - 10, y + 3.4, size=6.4, colour=house.quiet, face=Face.BOLD
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
                )
        self._axes(pen, x, top, wide, high)
        for move, (start, end) in zip(self._figure.moves, self._points(x, top, wide, high), strict=True):
            self._move(pen, move, start, end)
        if self._figure.moves:
            note = _(
                "Large numbers: how many risks stand there. Circles 1 to 5: page 2, arrow from "
                "before controls."
            )
            pen.label(note, x, top + self._HEIGHT + self._BOTTOM, size=6.5, colour=house.quiet)

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
        for move in self._figure.moves:
            index = taken.get(move.now, 0)
            taken[move.now] = index + 1
            up, across = move.now
            end = (
                x + self._LEFT + (across - 1) * wide + 6.4 + (index % 5) * 10.3,
                top + (5 - up) * high + 19,
            )
            before_up, before_across = move.before
            start = (
                x + self._LEFT + (before_across - 1) * wide + 6.4 + (index % 5) * 10.3,
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
        pen.circle(*end, 4.9, fill=house.ink)
        pen.label(
            str(move.number),
            end[0],
            end[1] - 4,
            size=6.2,
            colour=house.paper,
            face=Face.BOLD,
            anchor="middle",
        )
        pen.link(risk_place(move.id), end[0] - 6, end[1] - 6, 12, 12)


class DataMatrixFigure(Block):
    """Data categories down, tools across: the form of the data, crossed where a rule is broken."""

    _HEAD, _ROW, _NAME = 20.0, 13.6, 136.0

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
            label = shortened(key, Face.BOLD, 6.2 if step > 20 else 5.2, step + 1)
            pen.label(
                label,
                at,
                top + 8,
                size=6.2,
                colour=house.accent,
                face=Face.BOLD,
                anchor="middle",
                to=entry_place(key),
            )
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
            pen.label(figure.more, x, y + 3, size=6.5, colour=house.ink, face=Face.BOLD)

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
        mark = " ×" if breach else " ?" if no_rule else ""
        pen.label(letter + mark, x + step / 2, y + 2.4, size=6.6, colour=ink, face=Face.BOLD, anchor="middle")
