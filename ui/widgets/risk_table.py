"""All risks as a list, the most urgent first."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.deciding import DECIDED_MARK, decided_words
from app.i18n import _
from app.risk_words import range_words, rules_words, sentence
from models.risk import Risk
from models.snapshot import Snapshot
from ui.theme import RADIUS, Theme

Index = QModelIndex | QPersistentModelIndex
BAND = 2
LEAST_TITLE = 400
# Columns beside the title with their widths, the most important first.
WIDTHS = {BAND: 128, 0: 44, 4: 96, 3: 156, 6: 128, 5: 100}
LINES, WRAP_LOSS = 2, 0.25
RISK_ROLE = Qt.ItemDataRole.UserRole


class RiskModel(QAbstractTableModel):
    """Rows of risks in priority order."""

    HEADERS: ClassVar[tuple[str, ...]] = (
        "#",
        "Risk",
        "Band",
        "Best to worst",
        "Stop rules",
        "Confidence",
        "When",
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._risks: tuple[Risk, ...] = ()
        self._places: dict[str, int] = {}
        self._snapshot: Snapshot | None = None

    def show_risks(self, snapshot: Snapshot, order: Sequence[Risk], risks: Sequence[Risk]) -> None:
        """Show some of the risks; `order` are all of them, so that each keeps its number."""
        self.beginResetModel()
        self._snapshot = snapshot
        self._risks = tuple(risks)
        self._places = {risk.id: number for number, risk in enumerate(order, start=1)}
        self.endResetModel()

    def risk(self, row: int) -> Risk | None:
        """The risk of a row."""
        return self._risks[row] if 0 <= row < len(self._risks) else None

    def row_of(self, risk_id: str) -> int:
        """The row of a risk, or -1."""
        return next((row for row, risk in enumerate(self._risks) if risk.id == risk_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._risks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.HEADERS[section])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """What a cell shows (Any: Qt's variant)."""
        risk = self._risks[index.row()]
        if role == RISK_ROLE:
            return risk
        if role == Qt.ItemDataRole.ToolTipRole:
            return sentence(risk)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == BAND:
            return _(risk.residual.band.value)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        words = self._words(risk)[index.column()]
        return words or (_("none") if role == Qt.ItemDataRole.AccessibleTextRole else words)

    def first_line(self, risk: Risk) -> str:
        """The id, and with its mark what is decided: `EX-T02 · ✓ Accept, until 31 May 2027`."""
        decision = self._snapshot.risk_decisions.get(risk.id) if self._snapshot else None
        if not (words := decided_words(decision)):
            return risk.id
        return _("{id} · {mark} {decided}").format(id=risk.id, mark=DECIDED_MARK, decided=words)

    def _words(self, risk: Risk) -> tuple[str, ...]:
        swing = _("{best} to {worst}").format(best=_(risk.best.band), worst=_(risk.worst.band))
        return (
            str(self._places.get(risk.id, "")),
            f"{self.first_line(risk)}\n{risk.title}",
            range_words(risk),
            swing if risk.has_range else "",
            rules_words(risk.stop_rules),
            _(risk.confidence.value),
            _(risk.horizon.label),
        )


class RiskDelegate(QStyledItemDelegate):
    """Paints the band as a badge, and a risk's id above its title."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        risk = index.data(RISK_ROLE)
        if index.column() not in {1, BAND} or not isinstance(risk, Risk):
            super().paint(painter, option, index)
            return
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        if index.column() == BAND:
            self._paint_badge(painter, rect, risk)
        else:
            self._paint_title(painter, rect, str(index.data()).partition("\n")[0], risk)
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRect, risk: Risk) -> None:
        style = self._theme.bands[risk.residual.band]
        words = f"{style.mark} {_(risk.residual.band.value)}"
        font = self._theme.font("strong")
        metrics = QFontMetrics(font)
        size = metrics.boundingRect(words).size()
        height = metrics.height() + 4
        badge = QRect(rect.left() + 6, rect.center().y() - height // 2, size.width() + 18, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.fill))
        painter.drawRoundedRect(badge, RADIUS, RADIUS)
        painter.setFont(font)
        painter.setPen(QColor(style.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_title(self, painter: QPainter, rect: QRect, first: str, risk: Risk) -> None:
        room = rect.adjusted(6, self._theme.space(0.5), -6, 0)
        small = self._theme.font("small")
        painter.setFont(small)
        painter.setPen(self._theme.color("muted"))
        first = QFontMetrics(small).elidedText(first, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, first)
        font = self._theme.font()
        room.setTop(room.top() + QFontMetrics(small).height())
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        lines = round(room.width() * (LINES - WRAP_LOSS))
        words = QFontMetrics(font).elidedText(risk.title, Qt.TextElideMode.ElideRight, lines)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)


class RiskTable(QTableView):
    """The list. `opened` carries "risk:ID" on Enter, a click or a double click."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RiskModel(self)
        self._build()
        self.clicked.connect(self._on_opened)

    def show_risks(self, snapshot: Snapshot, order: Sequence[Risk], risks: Sequence[Risk]) -> None:
        """Show some of the risks, in their order; the current one stays current."""
        current = self.current
        self._model.show_risks(snapshot, order, risks)
        self.select(current)

    @property
    def current(self) -> str:
        """The place of the current row, or ""."""
        risk = self._model.risk(self.currentIndex().row())
        return f"risk:{risk.id}" if risk else ""

    def select(self, place: str) -> None:
        """Make the row of a risk the current one."""
        row = self._model.row_of(place.partition(":")[2])
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where there is little room, so that titles stay readable."""
        super().resizeEvent(event)
        room = self.viewport().width() - self._theme.px(LEAST_TITLE)
        for column, width in WIDTHS.items():
            room -= self._theme.px(width)
            if self.isColumnHidden(column) != (room < 0):
                self.setColumnHidden(column, room < 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _on_opened(self, _index: QModelIndex) -> None:
        if self.current:
            self.opened.emit(self.current)

    def _build(self) -> None:
        self.setObjectName("risk_table")
        self.setAccessibleName(_("All risks, the most urgent first"))
        self.setModel(self._model)
        self.setItemDelegate(RiskDelegate(self._theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        line = QFontMetrics(self._theme.font()).height()
        rows.setDefaultSectionSize(line * LINES + QFontMetrics(self._theme.font("small")).height() + 12)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self._theme.px(40))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, self._theme.px(width))
