"""A table of words to read: rows that are opened, and more of them when one comes to the end."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.style import filled

Index = QModelIndex | QPersistentModelIndex
# The words of a cell, or what gives them once they are seen.
Words: TypeAlias = str | Callable[[], str]
LINES = 2
LEAST_STRETCH, LEAST_BESIDE = 240, 160
NARROW_SHARE = 0.64


@dataclass(frozen=True, slots=True)
class WordColumn:
    """One column: its title and its width; the one of width 0 takes what is left.

    Where there is little room, columns with the highest `rank` are left out first.
    """

    title: str
    width: int = 0
    rank: int = 0


class WordModel(QAbstractTableModel):
    """Rows of words. `more_wanted` when the person comes to the end and there may be more."""

    more_wanted = Signal()
    head_font: QFont | None = None
    head_ink: QColor | None = None

    def __init__(self, columns: Sequence[WordColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[tuple[Words, ...]] = []
        self._has_more = False
        self._heads: frozenset[int] = frozenset()

    def show_rows(
        self, rows: Sequence[tuple[Words, ...]], *, has_more: bool = False, heads: Collection[int] = ()
    ) -> None:
        """Show these rows in place of all others; `heads` stand over groups, one text each."""
        self.beginResetModel()
        self._rows = list(rows)
        self._has_more = has_more
        self._heads = frozenset(heads)
        self.endResetModel()

    def is_head(self, row: int) -> bool:
        """Whether a row stands over a group: it cannot be reached."""
        return row in self._heads

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.is_head(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def add_rows(self, rows: Sequence[tuple[Words, ...]], *, has_more: bool) -> None:
        """Show these rows below the others."""
        self._has_more = has_more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._has_more = False
            self.more_wanted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """A column's title (Any: Qt's variant)."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self._columns[section].title)
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """What a cell shows (Any: Qt's variant)."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _said(self._rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.FontRole and self.is_head(index.row()) and self.head_font is not None:
            return self.head_font
        if role == Qt.ItemDataRole.ForegroundRole and self.is_head(index.row()):
            return self.head_ink
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join(filter(None, map(_said, self._rows[index.row()])))
        return None


def _said(words: Words) -> str:
    return words if isinstance(words, str) else words()


class WordTable(QTableView):
    """The rows. `opened` carries a row on Enter or a double click, `reached` the one the cursor is on."""

    opened = Signal(int)
    reached = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        columns: Sequence[WordColumn],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)
        self._is_narrow = False
        self.rows = WordModel(columns, self)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._build()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self.reached.emit(index.row()))

    def show_groups(self, groups: Sequence[tuple[str, Sequence[tuple[Words, ...]]]]) -> None:
        """Show rows under heads that go over all columns: pairs of a head's words and its rows."""
        rows: list[tuple[Words, ...]] = []
        heads: list[int] = []
        for words, members in groups:
            heads.append(len(rows))
            rows += [(words, *[""] * (len(self._columns) - 1)), *members]
        self.clearSpans()
        self.rows.show_rows(rows, heads=heads)
        for row in heads:
            self.setSpan(row, 0, 1, len(self._columns))

    def choose(self, row: int) -> None:
        """Put the cursor on a row."""
        if 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where there is little room."""
        super().resizeEvent(event)
        room = self.viewport().width() - self._theme.px(LEAST_STRETCH)
        for number, column in sorted(enumerate(self._columns), key=lambda pair: pair[1].rank):
            room -= self._theme.px(column.width)
            self.setColumnHidden(number, room < 0 and bool(column.width) and bool(column.rank))
        self._share(is_narrow=self._stretch_is_short())

    def _stretch_is_short(self) -> bool:
        """Whether the columns that always show leave too little for the one that takes the rest."""
        always = sum(self._theme.px(column.width) for column in self._columns if not column.rank)
        return self.viewport().width() - always < self._theme.px(LEAST_BESIDE)

    def _share(self, *, is_narrow: bool) -> None:
        """Where there is little room, let the columns that always show give some of theirs."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for number, column in enumerate(self._columns):
            if column.width:
                self.setColumnWidth(number, self._theme.px(column.width * (NARROW_SHARE if is_narrow else 1)))

    def _build(self) -> None:
        self.setModel(self.rows)
        self.rows.head_font = self._theme.font("strong")
        self.rows.head_ink = self._theme.color("text")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setStyleSheet(filled("QTableView::item { padding: 0 ${half}px; }", self._theme))
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(QFontMetrics(self._theme.font()).lineSpacing() * LINES + 14)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(self._theme.px(40))
        for number, column in enumerate(self._columns):
            how = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, how)
            if column.width:
                self.setColumnWidth(number, self._theme.px(column.width))
