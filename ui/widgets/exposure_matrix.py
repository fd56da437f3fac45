"""The exposure matrix: systems down, AI tools across, the strongest capability in each cell."""

from dataclasses import dataclass
from math import ceil, cos, radians, sin, tan
from types import MappingProxyType

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.exposure_view import Cell, ExposureView, Header
from app.i18n import _
from ui.theme import Theme
from ui.widgets.inks import mixed
from ui.widgets.legend import draw_legend, legend_height
from ui.widgets.matrix_cells import draw_capability, samples
from ui.widgets.matrix_margins import (
    LEAN,
    TOTALS,
    bands_width,
    draw_column_totals,
    draw_leaning_name,
    draw_level_name,
    draw_row_name,
    draw_row_totals,
)
from ui.widgets.picture import Picture

NOTHING = ExposureView((), (), MappingProxyType({}))
NARROW, WIDE, LOW, HIGH = 42, 124, 22, 60
LEVEL_FROM = 112
LONGEST_NAME = 240
MOST_OF_ROOM = 0.42
GAP = 2.5


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things are, in pixels: the frozen margins, and the size of a cell."""

    left: float
    top: float
    right: float
    bottom: float
    cell: QSize
    is_level: bool


class ExposureMatrix(Picture):
    """Places are "cell:SYSTEM/TOOL", and "tool:ID" and "system:ID" for the names.

    Names, counts and the legend stay in view when it is scrolled.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Exposure matrix: systems down, AI tools across"), parent)
        self._view = NOTHING
        self._grid = Grid(0, 0, 0, 0, QSize(1, 1), is_level=False)
        self._longest = 0.0
        self.setObjectName("exposure_matrix")

    def show_view(self, view: ExposureView) -> None:
        """Show these rows, columns and cells."""
        self._view = view
        if self._current and self._cell(self._current) is None:
            self._current = ""
        self._settle()

    def twin(self, theme: Theme) -> "ExposureMatrix":
        return self.twin_of(theme, self._view)

    def twin_of(self, theme: Theme, view: ExposureView) -> "ExposureMatrix":
        """Another matrix in another look, for example of a part of this one."""
        twin = ExposureMatrix(theme)
        twin.show_view(view)
        return twin

    @property
    def view(self) -> ExposureView:
        """What it shows."""
        return self._view

    def cell_of(self, place: str) -> Cell | None:
        """The cell at a place."""
        return self._cell(place)

    def content_size(self, room: QSize) -> QSize:
        self._grid = self._measured(room)
        grid, view = self._grid, self._view
        overhang = 0.0 if grid.is_level else max(0.0, self._reach() - grid.right)
        return QSize(
            ceil(grid.left + grid.cell.width() * len(view.tools) + max(grid.right, 0) + overhang),
            ceil(grid.top + grid.cell.height() * len(view.systems) + grid.bottom),
        )

    def frozen(self) -> tuple[int, int, int, int]:
        grid = self._grid
        return round(grid.left), round(grid.top), round(grid.right), round(grid.bottom)

    def place_at(self, point: QPointF) -> str:
        grid, view = self._grid, self._view
        x, y = point.x() - grid.left, point.y() - grid.top
        if x < 0 or y < 0 or not self._field(self.viewport().size(), self.offset()).contains(point):
            return self._name_at(point)
        column = int((x + self.offset().x()) // grid.cell.width())
        row = int((y + self.offset().y()) // grid.cell.height())
        if column >= len(view.tools) or row >= len(view.systems):
            return ""
        key = (view.systems[row].id, view.tools[column].id)
        return f"cell:{key[0]}/{key[1]}" if key in view.cells else ""

    def rect_of(self, place: str) -> QRectF:
        cell = self._cell(place)
        return self._rect(cell, self.offset()) if cell else QRectF()

    def sentence_of(self, place: str) -> str:
        if (cell := self._cell(place)) is not None:
            return cell.sentence
        header = self._header(place)
        return header.sentence if header else ""

    def next_place(self, place: str, across: int, down: int) -> str:
        view = self._view
        rows, columns = list(view.rows), list(view.columns)
        now = self._cell(place)
        if now is None:
            first = min(view.cells, key=lambda k: (view.rows[k[0]], view.columns[k[1]]), default=None)
            return f"cell:{first[0]}/{first[1]}" if first else ""
        row, column = view.rows[now.system], view.columns[now.tool]
        if across:
            steps = columns[column + 1 :] if across > 0 else columns[:column][::-1]
            found = next((tool for tool in steps if (now.system, tool) in self._view.cells), None)
            return f"cell:{now.system}/{found}" if found else ""
        for system in rows[row + 1 :] if down > 0 else rows[:row][::-1]:
            near = [tool for key_system, tool in self._view.cells if key_system == system]
            if near:
                tool = min(near, key=lambda each: abs(view.columns[each] - column))
                return f"cell:{system}/{tool}"
        return ""

    def draw(self, painter: QPainter, size: QSize, offset: QPoint) -> None:
        if self._view.is_empty and not self._view.tools:
            return
        field = self._field(size, offset)
        rows = self._visible(offset.y(), field.height(), self._grid.cell.height(), len(self._view.systems))
        columns = self._visible(offset.x(), field.width(), self._grid.cell.width(), len(self._view.tools))
        painter.save()
        painter.setClipRect(field)
        for row in rows:
            for column in columns:
                self._draw_cell(painter, row, column, offset)
        painter.restore()
        self._draw_rows(painter, rows, field, offset)
        self._draw_columns(painter, columns, field, offset)
        at = QPointF(0, field.bottom() + self._theme.px(TOTALS))
        draw_legend(painter, self._theme, samples(), at, size.width())

    def _cell(self, place: str) -> Cell | None:
        kind, _colon, rest = place.partition(":")
        system, _slash, tool = rest.partition("/")
        return self._view.cells.get((system, tool)) if kind == "cell" else None

    def _measured(self, room: QSize) -> Grid:
        px, view = self._theme.px, self._view
        names = QFontMetricsF(self._theme.font())
        widest = max((names.horizontalAdvance(h.name) for h in view.systems), default=0.0)
        self._longest = self._longest_in(room)
        left = min(widest, px(LONGEST_NAME), room.width() * MOST_OF_ROOM) + px(20)
        right = px(58) + bands_width(self._theme, view)
        across = max(1, len(view.tools))
        width = (room.width() - left - right) / across
        is_level = width >= px(LEVEL_FROM)
        if not is_level:
            width = (room.width() - left - max(right, self._reach())) / across
        top = names.lineSpacing() * 3 + px(12) if is_level else self._lean_height() + px(10)
        bottom = px(TOTALS) + legend_height(self._theme, samples(), room.width())
        height = (room.height() - top - bottom) / max(1, len(view.systems))
        cell = QSize(
            int(min(max(width, px(NARROW)), px(WIDE)) * self.zoom),
            int(min(max(height, px(LOW)), px(HIGH)) * self.zoom),
        )
        return Grid(left, top, right, bottom, cell, is_level)

    def _longest_in(self, room: QSize) -> float:
        """How much of the names of tools is shown, along the leaning line."""
        names = QFontMetricsF(self._theme.font())
        longest = max((names.horizontalAdvance(header.name) for header in self._view.tools), default=0.0)
        most = max(room.height() * MOST_OF_ROOM / sin(radians(LEAN)), self._theme.px(LONGEST_NAME) / 2)
        return min(longest + self._theme.px(8), self._theme.px(LONGEST_NAME), most)

    def _lean_height(self) -> float:
        return self._longest * sin(radians(LEAN))

    def _reach(self) -> float:
        """How far the last names lean over the right edge."""
        names = QFontMetricsF(self._theme.font())
        lean, step = cos(radians(LEAN)), self._theme.px(NARROW)
        tools = self._view.tools[::-1][: ceil(self._longest / step)]
        lengths = (min(names.horizontalAdvance(header.name), self._longest) for header in tools)
        return max((length * lean - n * step for n, length in enumerate(lengths)), default=0.0)

    def _field(self, size: QSize, offset: QPoint) -> QRectF:
        """Where the cells are. Names and counts of systems stay in view; counts of tools end the picture."""
        grid, view = self._grid, self._view
        width = min(grid.cell.width() * len(view.tools), size.width() - grid.left - grid.right)
        height = min(
            grid.cell.height() * len(view.systems) - offset.y(), size.height() - grid.top - grid.bottom
        )
        return QRectF(grid.left, grid.top, max(width, 0), max(height, 0))

    @staticmethod
    def _visible(scrolled: int, length: float, step: int, count: int) -> range:
        first = max(0, scrolled // step)
        return range(first, min(count, int((scrolled + length) // step) + 1))

    def _rect(self, cell: Cell, offset: QPoint) -> QRectF:
        return self._at(self._view.rows[cell.system], self._view.columns[cell.tool], offset)

    def _header(self, place: str) -> Header | None:
        kind, _colon, key = place.partition(":")
        if kind == "tool" and key in self._view.columns:
            return self._view.tools[self._view.columns[key]]
        if kind == "system" and key in self._view.rows:
            return self._view.systems[self._view.rows[key]]
        return None

    def _name_at(self, point: QPointF) -> str:
        """The name or the count of a row or column under a point; leaning names lean over their columns."""
        grid, view = self._grid, self._view
        field = self._field(self.viewport().size(), self.offset())
        if field.top() <= point.y() < field.bottom() and view.systems:
            row = int((point.y() - grid.top + self.offset().y()) // grid.cell.height())
            if row < len(view.systems) and not field.left() <= point.x() < field.right():
                return f"system:{view.systems[row].id}"
            return ""
        is_below = field.bottom() <= point.y() < field.bottom() + self._theme.px(TOTALS)
        if not (is_below or 0 <= point.y() < grid.top):
            return ""
        lean = 0.0 if is_below or grid.is_level else (grid.top - point.y()) / tan(radians(LEAN))
        x = point.x() - lean - grid.left + self.offset().x()
        column = int(x // grid.cell.width())
        is_known = x >= 0 and column < len(view.tools) and point.x() >= grid.left
        return f"tool:{view.tools[column].id}" if is_known else ""

    def _at(self, row: int, column: int, offset: QPoint) -> QRectF:
        width, height = self._grid.cell.width(), self._grid.cell.height()
        x = self._grid.left + column * width - offset.x()
        y = self._grid.top + row * height - offset.y()
        return QRectF(x, y, width, height)

    def _draw_cell(self, painter: QPainter, row: int, column: int, offset: QPoint) -> None:
        view, theme = self._view, self._theme
        rect = self._at(row, column, offset).adjusted(GAP, GAP, -GAP, -GAP)
        cell = view.cells.get((view.systems[row].id, view.tools[column].id))
        painter.setPen(Qt.PenStyle.NoPen)
        if cell is None:
            painter.setPen(mixed(theme.color("surface"), theme.color("border"), 0.5))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(rect, 3, 3)
            return
        place = f"cell:{cell.system}/{cell.tool}"
        draw_capability(painter, theme, rect, cell)
        if place == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "control_border"), 3))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 5, 5)

    def _draw_rows(self, painter: QPainter, rows: range, field: QRectF, offset: QPoint) -> None:
        painter.save()
        painter.setClipRect(QRectF(0, field.top(), field.right() + self._grid.right, field.height()))
        most = self._view.most[0]
        marked = self._cell(self._current)
        for row in rows:
            header = self._view.systems[row]
            rect = self._at(row, 0, offset)
            name = QRectF(0, rect.top(), self._grid.left - self._theme.px(10), rect.height())
            is_marked = bool(marked and marked.system == header.id)
            draw_row_name(painter, self._theme, name, header, is_marked=is_marked)
            beside = QPointF(field.right() + self._theme.px(8), rect.center().y())
            draw_row_totals(painter, self._theme, beside, header, most)
        painter.restore()

    def _draw_columns(self, painter: QPainter, columns: range, field: QRectF, offset: QPoint) -> None:
        painter.save()
        theme, marked = self._theme, self._cell(self._current)
        reach = 0.0 if self._grid.is_level else self._reach() + self._theme.px(16)
        painter.setClipRect(QRectF(field.left(), 0, field.width() + reach, field.bottom() + 1000))
        for column in columns:
            header = self._view.tools[column]
            rect = self._at(0, column, offset)
            is_marked = bool(marked and marked.tool == header.id)
            if self._grid.is_level:
                room = QRectF(rect.left() + 4, 0, rect.width() - 8, self._grid.top - self._theme.px(6))
                draw_level_name(painter, theme, room, header, is_marked=is_marked)
            else:
                at = QPointF(rect.center().x(), self._grid.top)
                draw_leaning_name(painter, theme, at, header, self._longest, is_marked=is_marked)
            if rect.left() < field.right():
                below = QPointF(rect.center().x(), field.bottom())
                draw_column_totals(painter, theme, below, header)
        painter.restore()
