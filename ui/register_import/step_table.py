"""The grids of the steps: rows of texts, one column of which can be a choice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from app.i18n import _
from app.offers import Offer
from ui.theme import Theme
from ui.widgets.choice_table import CHOICES, VALUE, ChoiceTable

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FEWEST_ROWS = 4
ROW_HEIGHT, HEAD_HEIGHT, NARROWEST = 36, 40, 72


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its texts, and where it has a choice, the offers and the value chosen.

    `is_quiet`: what is chosen stays in the background.
    """

    cells: tuple[str, ...]
    offers: tuple[Offer, ...] = ()
    value: object = ""
    is_quiet: bool = False


class GridModel(QAbstractTableModel):
    """Rows to look at; the column `choice` can be chosen in.

    `chosen` carries the numbers of the rows, counted from 0, and the value for them.
    """

    chosen = Signal(list, object)

    def __init__(
        self, theme: Theme, headers: Sequence[str], choice: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headers = tuple(headers)
        self.choice = choice
        self._rows: tuple[GridRow, ...] = ()

    @property
    def rows(self) -> Sequence[GridRow]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: Sequence[GridRow], *, is_same: bool) -> None:
        """Show rows; if they are the same as before, with other words, the cursor stays where it is."""
        if is_same and len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headers) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_choice = index.column() == self.choice and bool(self._rows[index.row()].offers)
        return flags | Qt.ItemFlag.ItemIsEditable if is_choice else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        is_choice = column == self.choice
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return row.cells[column] or None
            case Qt.ItemDataRole.ForegroundRole if is_choice and row.is_quiet:
                return self._theme.color("muted")
            case Qt.ItemDataRole.AccessibleTextRole:
                words = _("{heading}: {text}").format(heading=self._headers[column], text=row.cells[column])
                return f"{row.cells[0]}, {words}" if column else words
            case _:
                return {CHOICES: row.offers, VALUE: row.value}.get(role) if is_choice else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not isinstance(value, Offer) or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        # Delete, which gives None, is the first choice: the one that says nothing.
        given = self._rows[index.row()].offers[0].value if value.value is None else value.value
        if given != self._rows[index.row()].value:
            self.chosen.emit([index.row()], given)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None


class StepTable(ChoiceTable):
    """A grid whose columns share its width; Enter anywhere in a row opens the row's choice.

    `moved` tells the number of the row that the cursor is in.
    """

    moved = Signal(int)

    def __init__(
        self, theme: Theme, name: str, words: str, model: GridModel, shares: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(theme, name, words, parent)
        self.grid = model
        self._shares = tuple(shares)
        self._choice = model.choice
        self._build_grid(theme)
        self.filled_down.connect(self._fill)
        self.row_opened.connect(self.open_choice)

    def open_choice(self, row: int) -> None:
        """Open the choice of a row, if it has one."""
        index = self.grid.index(row, self._choice)
        self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def start(self) -> None:
        """Put the cursor on the choice of the first row, unless it is somewhere already."""
        if not self.selectionModel().hasSelection() and self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(0, self._choice))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        least = self._theme.px(NARROWEST)
        widths = [max(room * share // sum(self._shares), least) for share in self._shares]
        # What the narrow ones need beyond their share comes from the widest.
        widest = widths.index(max(widths))
        widths[widest] = max(widths[widest] - sum(widths) + room, least)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def _build_grid(self, theme: Theme) -> None:
        self.setModel(self.grid)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setMinimumHeight(theme.px(HEAD_HEIGHT + FEWEST_ROWS * ROW_HEIGHT))

    def _fill(self, column: list[QModelIndex]) -> None:
        """Give the rows below the first chosen one its value."""
        value = column[0].data(VALUE)
        rows = [index.row() for index in column[1:] if index.flags() & Qt.ItemFlag.ItemIsEditable]
        if rows and column[0].flags() & Qt.ItemFlag.ItemIsEditable:
            self.grid.chosen.emit(rows, value)
