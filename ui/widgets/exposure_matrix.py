"""The exposure matrix: systems down, AI tools across, the strongest capability in each cell."""

from dataclasses import dataclass
from math import ceil, cos, radians, sin
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
from ui.widgets.picture import Picture

NOTHING = ExposureView((), (), MappingProxyType({}))
LEAN = 36  # degrees by which the names of tools lean
NARROW, WIDE, LOW, HIGH = 42, 124, 23, 60
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
    """Places are "cell:SYSTEM/TOOL"; headers and counts stay in view when it is scrolled."""

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
        return round(grid.left), round(grid.top), round(grid.right), 0

    def place_at(self, point: QPointF) -> str:
        grid, view = self._grid, self._view
        x, y = point.x() - grid.left, point.y() - grid.top
        if x < 0 or y < 0 or not self._field(self.viewport().size(), self.offset()).contains(point):
            return ""
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
        cell = self._cell(place)
        return cell.sentence if cell else ""

    def next_place(self, place: str, across: int, down: int) -> str:
        rows = [header.id for header in self._view.systems]
        columns = [header.id for header in self._view.tools]
        now = self._cell(place)
        if now is None:
            first = min(self._view.cells, key=lambda k: (rows.index(k[0]), columns.index(k[1])), default=None)
            return f"cell:{first[0]}/{first[1]}" if first else ""
        row, column = rows.index(now.system), columns.index(now.tool)
        if across:
            steps = columns[column + 1 :] if across > 0 else columns[:column][::-1]
            found = next((tool for tool in steps if (now.system, tool) in self._view.cells), None)
            return f"cell:{now.system}/{found}" if found else ""
        for system in rows[row + 1 :] if down > 0 else rows[:row][::-1]:
            near = [tool for key_system, tool in self._view.cells if key_system == system]
            if near:
                tool = min(near, key=lambda each: abs(columns.index(each) - column))
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
        at = QPointF(0, field.bottom() + self._theme.px(40))
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
        right = px(58)
        across = max(1, len(view.tools))
        width = (room.width() - left - right) / across
        is_level = width >= px(LEVEL_FROM)
        if not is_level:
            width = (room.width() - left - max(right, self._reach())) / across
        top = names.lineSpacing() * 3 + px(12) if is_level else self._lean_height() + px(10)
        bottom = px(40) + legend_height(self._theme, samples(), room.width())
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
        height = min(grid.cell.height() * len(view.systems) - offset.y(), size.height() - grid.top)
        return QRectF(grid.left, grid.top, max(width, 0), max(height, 0))

    @staticmethod
    def _visible(scrolled: int, length: float, step: int, count: int) -> range:
        first = max(0, scrolled // step)
        return range(first, min(count, int((scrolled + length) // step) + 1))

    def _rect(self, cell: Cell, offset: QPoint) -> QRectF:
        rows = [header.id for header in self._view.systems]
        columns = [header.id for header in self._view.tools]
        return self._at(rows.index(cell.system), columns.index(cell.tool), offset)

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
        most = max(self._view.most[0], 1)
        marked = self._cell(self._current)
        for row in rows:
            header = self._view.systems[row]
            rect = self._at(row, 0, offset)
            name = QRectF(0, rect.top(), self._grid.left - self._theme.px(10), rect.height())
            is_marked = bool(marked and marked.system == header.id)
            self._draw_name(painter, name, header, Qt.AlignmentFlag.AlignRight, is_marked=is_marked)
            bar = QRectF(field.right() + self._theme.px(8), rect.center().y() - 3, 0, 6)
            bar.setWidth(self._theme.px(26) * header.count / most)
            self._draw_count(painter, bar, header.count)
        painter.restore()

    def _draw_name(
        self,
        painter: QPainter,
        rect: QRectF,
        header: Header,
        side: Qt.AlignmentFlag,
        *,
        is_marked: bool,
    ) -> None:
        font = self._theme.font("strong" if is_marked else "body")
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if header.count else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextWordWrap
        metrics = QFontMetricsF(font)
        if metrics.lineSpacing() * 2 <= rect.height() or not side & Qt.AlignmentFlag.AlignRight:
            painter.drawText(rect, flags, header.name)
        else:
            words = metrics.elidedText(header.name, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, words)

    def _draw_count(self, painter: QPainter, bar: QRectF, count: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("control_border"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        room = QRectF(bar.right() + 5, bar.center().y() - 20, 60, 40)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(count))

    def _draw_columns(self, painter: QPainter, columns: range, field: QRectF, offset: QPoint) -> None:
        painter.save()
        marked = self._cell(self._current)
        reach = 0.0 if self._grid.is_level else self._reach() + self._theme.px(16)
        painter.setClipRect(QRectF(field.left(), 0, field.width() + reach, field.bottom() + 1000))
        for column in columns:
            header = self._view.tools[column]
            rect = self._at(0, column, offset)
            is_marked = bool(marked and marked.tool == header.id)
            if self._grid.is_level:
                room = QRectF(rect.left() + 4, 0, rect.width() - 8, self._grid.top - self._theme.px(6))
                self._draw_level(painter, room, header, is_marked=is_marked)
            else:
                self._draw_leaning(painter, QPointF(rect.center().x(), self._grid.top), header, is_marked)
            if rect.left() < field.right():
                self._draw_column_count(painter, rect.center().x(), field.bottom(), header.count)
        painter.restore()

    def _draw_level(self, painter: QPainter, room: QRectF, header: Header, *, is_marked: bool) -> None:
        painter.setFont(self._theme.font("strong" if is_marked else "body"))
        painter.setPen(self._theme.color("text"))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, header.name)

    def _draw_leaning(self, painter: QPainter, foot: QPointF, header: Header, is_marked: bool) -> None:
        font = self._theme.font("strong" if is_marked else "body")
        painter.save()
        painter.translate(foot.x() + self._theme.px(2), foot.y() - self._theme.px(6))
        painter.rotate(-LEAN)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        words = QFontMetricsF(font).elidedText(header.name, Qt.TextElideMode.ElideMiddle, self._longest)
        painter.drawText(QPointF(0, QFontMetricsF(font).ascent() / 2), words)
        painter.restore()

    def _draw_column_count(self, painter: QPainter, x: float, top: float, count: int) -> None:
        tallest = self._theme.px(14)
        height = tallest * count / max(self._view.most[1], 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("control_border"))
        painter.drawRoundedRect(QRectF(x - 3, top + self._theme.px(5), 6, height), 2, 2)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        room = QRectF(x - 30, top + self._theme.px(5) + height, 60, self._theme.px(18))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(count))
