"""The system map: systems down, tools across."""

from functools import cache

from app.i18n import _
from app.reporting.content.parts import (
    MapCell,
    MapTool,
    SystemMap,
    entry_place,
)
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened, width_of
from app.reporting.palette import palette
from app.reporting.styles import SMALLEST
from models.risk import Band
from models.values import Capability
from models.values import words as choice_words

_NAME_WIDTH, _HEAD_HEIGHT = 89.0, 104.0
_STRENGTH = {
    Capability.SEE: ("#E6EEF2", False, "see"),
    Capability.INFER: ("#C3D7E0", False, "inf"),
    Capability.STORE: ("#8FB3C3", False, "sto"),
    Capability.CHANGE: ("#3F7892", True, "chg"),
    Capability.TRIGGER: ("#17465C", True, "trg"),
}
_TYPE_ROW, _LEGEND, _KEY = 11.5, 34.0, 52.0


@cache
def _has_room_for_words(step: float) -> bool:
    """Whether every capability can be written out in a cell this wide, or only its code."""
    written = (choice_words(capability).lower() for capability in Capability)
    return all(width_of(word, Face.BOLD, SMALLEST) <= step - 3.4 for word in written)


class SystemMapFigure(Block):
    """Systems down, tools across: the strongest capability in a word, ring, dot, and strips by risk type."""

    def __init__(self, figure: SystemMap) -> None:
        self._figure = figure

    def height(self, width: float) -> float:
        strips = len(self._figure.types) * _TYPE_ROW + 16
        return (
            self._head_height
            + len(self._figure.systems) * self._row
            + strips
            + _LEGEND
            + (10 if self._figure.more else 0)
        )

    @property
    def _head_height(self) -> float:
        return _HEAD_HEIGHT + (11.0 if len(self._figure.systems) <= 10 else 0.0)

    @property
    def _row(self) -> float:
        return 20.0 if len(self._figure.systems) <= 10 else 16.8

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
            self._head(pen, tool, left + index * step, top + self._head_height, step)
        y = top + self._head_height
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
        middle = x + step / 2 + 2.4
        stands = width_of(tool.id, Face.BOLD, SMALLEST) > step
        used = width_of(tool.id, Face.BOLD, SMALLEST) + 5 if stands else 13.0
        if stands:
            pen.standing_label(
                tool.id, middle, bottom - 4, size=SMALLEST, colour=house.accent, face=Face.BOLD
            )
        else:
            pen.label(
                tool.id,
                x + step / 2,
                bottom - 12.5,
                size=SMALLEST,
                colour=house.accent,
                face=Face.BOLD,
                anchor="middle",
            )
        name = shortened(tool.name, Face.REGULAR, SMALLEST, self._head_height - used - 8)
        pen.standing_label(
            name, middle, bottom - used - 4, size=SMALLEST, colour=house.ink, face=Face.REGULAR
        )
        pen.link(entry_place(tool.id), x, bottom - self._head_height, step, self._head_height - 2)

    def _cell(self, pen: Pen, cell: MapCell, x: float, y: float, step: float) -> None:
        house, middle = palette().house, (x + step / 2, y + self._row / 2)
        if cell.capability is None:
            pen.circle(*middle, 1.7, fill=house.ink)
            return
        fill, light, code = _STRENGTH[cell.capability]
        pen.box(x + 1.5, y + 2, step - 3, self._row - 4, fill=fill, radius=2)
        word = choice_words(cell.capability).lower() if _has_room_for_words(step) else code
        ink = house.paper if light else house.ink

        pen.label(
            word,
            middle[0],
            middle[1] - SMALLEST / 2 - 0.8,
            size=SMALLEST,
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
            pen.circle(x + step - 4.2, y + 4.1, 1.4, fill=ink)

    def _strips(self, pen: Pen, x: float, y: float, left: float, step: float) -> float:
        """For each tool the highest band of its risks of each type: the margin of the map."""
        house, bands = palette().house, palette().bands
        for row, name in enumerate(self._figure.types):
            top = y + row * _TYPE_ROW
            pen.label(
                shortened(name, Face.REGULAR, SMALLEST, _NAME_WIDTH - 6),
                x,
                top + 1.2,
                size=SMALLEST,
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
                    size=SMALLEST,
                    colour=bands[band].ink,
                    face=Face.BOLD,
                    anchor="middle",
                )
        return y + len(self._figure.types) * _TYPE_ROW

    def _legend(self, pen: Pen, x: float, y: float, width: float) -> None:
        house = palette().house
        at = x
        for capability, (fill, light, code) in _STRENGTH.items():
            pen.box(at, y, _KEY, 10, fill=fill, radius=2)
            ink = house.paper if light else house.ink
            word = choice_words(capability).lower()
            shown = word if word == code else f"{word} ({code})"
            pen.label(
                shown, at + _KEY / 2, y + 1.2, size=SMALLEST, colour=ink, face=Face.BOLD, anchor="middle"
            )
            at += _KEY + 2
        pen.box(at + 4, y, 14, 10, stroke=palette().bands[Band.CRITICAL].fill, line=1.3, radius=3)
        at += 24
        at += pen.label(_("not approved"), at, y + 1.2, size=SMALLEST, colour=house.quiet) + 10
        pen.circle(at, y + 5, 1.6, fill=house.ink)
        at += 5
        at += (
            pen.label(_("something about it is not known"), at, y + 1.2, size=SMALLEST, colour=house.quiet)
            + 10
        )
        note = _("Below the map: the highest band of each tool's risks by type, by letter: C, H, M, L.")
        pen.label(note, x, y + 14, size=SMALLEST, colour=house.quiet)
        if self._figure.more:
            pen.label(self._figure.more, x, y + 24, size=SMALLEST, colour=house.ink, face=Face.BOLD)
