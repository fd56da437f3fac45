"""A register as a grid: edited in place, filled down, pasted into, and opened row by row."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.cell_text import Names
from app.i18n import _
from app.pasted_rows import table_of
from app.register_columns import columns_of
from app.register_rows import ID
from models.snapshot import Snapshot
from models.values import RegisterName
from ui.theme import Theme
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.entry_model import AnyIndex, EntryModel
from ui.widgets.field_style import table_sheet
from ui.widgets.frozen_columns import FROZEN, FrozenColumns
from ui.widgets.grid_layout import GridLayout

ROW_HEIGHT = 34


class EntryTable(QTableView):
    """What a person does to the rows comes out as a wish; the page makes the edit.

    `opened` carries key and field path; `removal_asked`, `copy_asked` keys; `filling_asked` keys and path;
    `pasted` the text, the keys from the current row on, and the paths from the current column on;
    `only_asked` wants only rows like the current one, `all_asked` all rows again, `bulk_asked` one value in
    all chosen rows; `menu_asked` carries the place on the screen for a menu of all that can be done.
    """

    opened = Signal(str, str)
    removal_asked = Signal(object)
    copy_asked = Signal(object)
    filling_asked = Signal(object, str)
    adding_asked = Signal()
    pasted = Signal(str, object, object)
    row_changed = Signal(str)
    only_asked = Signal()
    all_asked = Signal()
    bulk_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entries = EntryModel(theme, self)
        self._register: RegisterName | None = None
        self._kept: tuple[str, ...] = ()
        self._kept_cell = ("", "")
        self._build()
        self.layout_of = GridLayout(theme, self, self.entries)
        self._frozen = FrozenColumns(theme, self, CellDelegate(theme, self.entries, self))
        self.entries.modelAboutToBeReset.connect(self._remember)
        self.entries.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._on_double_click)
        self.horizontalHeader().sortIndicatorChanged.connect(self._tell_order)

    def show_register(
        self,
        register: RegisterName,
        snapshot: Snapshot,
        names: Names,
        computed: Mapping[str, Callable[[str], str]] | None = None,
        *,
        is_read_only: bool = False,
    ) -> None:
        """Show a register as it stands; the chosen rows stay chosen."""
        # A register that was empty has its columns measured by what came in.
        is_new = register is not self._register or not self.entries.keys
        self._register = register
        if is_new:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        paths = self.layout_of.paths(register)
        self.entries.show_register(register, snapshot, names, computed, paths, is_read_only=is_read_only)
        self.setAccessibleName(_(register.label))
        self.layout_of.show_register(register)
        self._tell_order()
        if is_new:
            self.scrollToTop()
            self.horizontalScrollBar().setValue(0)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the chosen rows, top to bottom; of the current row if none is chosen."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return tuple(self.entries.keys[row] for row in rows if row < len(self.entries.keys))

    @property
    def current(self) -> tuple[str, str]:
        """Key and field path of the current cell; nothing where there is none."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self.entries.keys):
            return "", ""
        return self.entries.keys[index.row()], self.entries.columns[index.column()].path

    def choose(self, key: str, path: str = "") -> bool:
        """Make a row the current one and bring it into view; False if it is not there."""
        row = self.entries.row_of(key)
        if row < 0:
            return False
        column = max(self.entries.column_of(path), min(1, len(self.entries.columns) - 1))
        # Not the view's own way: it would let go of rows instead while somebody holds Ctrl down.
        index, flag = self.entries.index(row, column), QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        across = self.horizontalScrollBar().value()
        self.scrollTo(index)
        if not path:
            self.horizontalScrollBar().setValue(across)
        return True

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self._frozen.covered - self.visualRect(index).left()
        if index.column() >= FROZEN and hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def choose_all(self, keys: Sequence[str]) -> None:
        """Choose several rows, the first of them the current one."""
        if not keys or not self.choose(keys[0]):
            return
        last = len(self.entries.columns) - 1
        chosen = QItemSelection()
        for key in keys:
            if (row := self.entries.row_of(key)) >= 0:
                chosen.select(self.entries.index(row, 0), self.entries.index(row, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys that a cell's editor leaves, Enter among them, come here too.
        is_editing = self.state() is QAbstractItemView.State.EditingState
        if is_editing or not self._do(event):
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_changed.emit(self.current[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout_of.share()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.viewport().mapFromGlobal(event.globalPos())
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            at = self.visualRect(self.currentIndex()).center()
        elif (under := self.indexAt(at)).isValid() and not self.selectionModel().isSelected(under):
            self.setCurrentIndex(under)
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def edit_here(self) -> None:
        """Edit the current cell in place; lists and long texts open on the card."""
        index = self.currentIndex()
        if self.entries.is_editable(index):
            self.edit(index)
        elif index.isValid():
            self.opened.emit(*self.current)

    def sort_here(self, is_falling: bool) -> None:
        """Sort by the current column."""
        order = Qt.SortOrder.DescendingOrder if is_falling else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(self.currentIndex().column(), order)

    def fill_down(self) -> None:
        """Ask for the first chosen row's value in the others; for one row, for that of the row above."""
        key, path = self.current
        keys, row = self.keys, self.entries.row_of(key)
        if key and len(keys) == 1 and row > 0:
            keys = (self.entries.keys[row - 1], key)
        if key and path and len(keys) > 1:
            self.filling_asked.emit(keys, path)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, as spreadsheets take them."""
        rows = [self.entries.row_of(key) for key in self.keys]
        columns = range(len(self.entries.columns))
        role = Qt.ItemDataRole.EditRole
        lines = (
            "\t".join(
                _for_cell(str(self.entries.data(self.entries.index(r, c), role) or "")) for c in columns
            )
            for r in rows
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Ask for what is on the clipboard, from the current cell on or in the chosen rows."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            return
        key, path = self.current
        start, chosen = self.entries.row_of(key), self.keys
        lines = len(table_of(text))
        if not 1 < len(chosen) >= lines:
            first = self.entries.row_of(chosen[0]) if len(chosen) > 1 else start
            chosen = tuple(self.entries.keys[max(first, 0) :])
        at = max(self.entries.column_of(path), 0)
        paths = tuple(column.path if column.spec else "" for column in self.entries.columns[at:])
        self.pasted.emit(text, chosen if key else (), paths if key else ())

    def _do(self, event: QKeyEvent) -> bool:
        """The grid's own keys; False for all others."""
        control = Qt.KeyboardModifier.ControlModifier
        shift = control | Qt.KeyboardModifier.ShiftModifier
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        is_enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key == Qt.Key.Key_D and plain == control:
            self.fill_down()
        elif key == Qt.Key.Key_D and plain == shift:
            self.copy_asked.emit(self.keys)
        elif key == Qt.Key.Key_L and plain == control:
            self.only_asked.emit()
        elif key == Qt.Key.Key_L and plain == shift:
            self.all_asked.emit()
        elif key == Qt.Key.Key_Insert:
            self.adding_asked.emit()
        elif key == Qt.Key.Key_Delete and self.keys:
            self.removal_asked.emit(self.keys)
        elif is_enter and plain == control:
            self.bulk_asked.emit()
        elif is_enter and self.current[0]:
            self.opened.emit(*self.current)
        elif key == Qt.Key.Key_F2:
            self.edit_here()
        else:
            return False
        return True

    def _build(self) -> None:
        self.setObjectName("entry_table")
        self.setStyleSheet(table_sheet(self._theme))
        self.setModel(self.entries)
        self.setItemDelegate(CellDelegate(self._theme, self.entries, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(self._theme.font())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setFont(self._theme.font("small"))
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(self._theme.px(40))
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _on_double_click(self, index: QModelIndex) -> None:
        """The id and the name open the card; other cells are edited in place."""
        if self.entries.columns[index.column()].path in self._opening:
            self.opened.emit(*self.current)
        else:
            self.edit_here()

    @property
    def _opening(self) -> tuple[str, ...]:
        return (ID, *columns_of(self._register)[:1]) if self._register else (ID,)

    def _tell_order(self) -> None:
        """Say the order of the rows to those who do not see the arrow over a column."""
        said = self.entries.order_words()
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _remember(self) -> None:
        self._kept, self._kept_cell = self.keys, self.current

    def _restore(self) -> None:
        key, path = self._kept_cell
        self.choose_all([kept for kept in self._kept if self.entries.row_of(kept) >= 0])
        if key and self.entries.row_of(key) >= 0:
            row, column = self.entries.row_of(key), max(0, self.entries.column_of(path))
            self.selectionModel().setCurrentIndex(
                self.entries.index(row, column), QItemSelectionModel.SelectionFlag.NoUpdate
            )


def _for_cell(text: str) -> str:
    """A text as spreadsheets take it: in quotes where it has tabs, quotes or line breaks in it."""
    if any(sign in text for sign in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
