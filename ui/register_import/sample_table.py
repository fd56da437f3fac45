"""The first rows of a file, under letters and beside numbers as in a spreadsheet, the headings marked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.i18n import _
from app.register_import import RawRow
from ui.theme import Theme
from ui.widgets.field_style import table_sheet

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMN_WIDTH, ROW_HEIGHT, FEWEST_ROWS, LONGEST = 160, 32, 5, 200


class SampleModel(QAbstractTableModel):
    """Rows of a file. The row of headings stands out; rows above it, which are left out, stay back."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[RawRow, ...] = ()
        self._header_row = 0
        self._width = 0
        self._letters: Callable[[int], str] = str

    def show_rows(self, rows: Sequence[RawRow], header_row: int, letters: Callable[[int], str]) -> None:
        """Show these rows; `letters` gives the name of the column at a place."""
        self.beginResetModel()
        self._rows, self._header_row, self._letters = tuple(rows), header_row, letters
        self._width = max((len(row.cells) for row in rows), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        text = row.cells[index.column()] if index.column() < len(row.cells) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(text[:LONGEST].split())
            case Qt.ItemDataRole.FontRole if row.number == self._header_row:
                return self._theme.font("strong")
            case Qt.ItemDataRole.BackgroundRole if row.number == self._header_row:
                return self._theme.color("accent_soft")
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.color("muted" if row.number < self._header_row else "text")
            case Qt.ItemDataRole.AccessibleTextRole:
                place = f"{self._letters(index.column())}{row.number}"
                return _("{place}: {text}").format(place=place, text=text[:LONGEST])
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._letters(section)
        return str(self._rows[section].number)


class SampleTable(QTableView):
    """Only to look at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sample = SampleModel(theme, self)
        self._build()

    def show_rows(self, rows: Sequence[RawRow], header_row: int, letters: Callable[[int], str]) -> None:
        """Show the first rows of a file."""
        self._sample.show_rows(rows, header_row, letters)

    def _build(self) -> None:
        self.setObjectName("import_sample")
        self.setAccessibleName(_("The first rows of the file"))
        self.setStyleSheet(table_sheet(self._theme))
        self.setModel(self._sample)
        self.setFont(self._theme.font())
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultSectionSize(self._theme.px(COLUMN_WIDTH))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(self._theme.font("small"))
            header.setHighlightSections(False)
        self.setMinimumHeight(self._theme.px((FEWEST_ROWS + 1) * ROW_HEIGHT))
