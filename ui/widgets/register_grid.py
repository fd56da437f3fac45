"""A register's grid with what belongs to it: the wishes in force above, what to do with chosen rows below."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cell_text import Names
from app.i18n import _, ngettext
from app.register_rows import ID, column_words, possible_paths
from app.row_filter import RowFilter
from models.snapshot import Snapshot
from models.values import RegisterName
from ui.theme import Theme
from ui.widgets.bulk_bar import BulkBar
from ui.widgets.entry_table import EntryTable
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import small
from ui.widgets.row_menu import MenuState, MenuWork, row_menu

LEAST_ROWS, LEAST_HEIGHT = 2, 44


class RegisterGrid(QWidget):
    """`set_wanted` carries the keys of the chosen rows, a path, and a value for all of them.

    `counted` tells that other rows show or are chosen, `columns_changed` that the columns are others,
    `columns_asked` that a person wants to choose them.
    """

    set_wanted = Signal(object, str, object)
    counted = Signal()
    columns_asked = Signal()
    columns_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register: RegisterName | None = None
        self._computed: Mapping[str, Callable[[str], str]] = {}
        self._is_read_only = False
        self.table = EntryTable(theme, self)
        self.chips = FilterChips(theme, self)
        self.bulk = BulkBar(theme, self)
        self._hint = small("", theme, self)
        self._build()
        self._connect()

    def show_register(
        self,
        register: RegisterName,
        snapshot: Snapshot,
        names: Names,
        computed: Mapping[str, Callable[[str], str]],
        *,
        is_read_only: bool,
    ) -> None:
        """Show a register as it stands; `computed` are headings with the words below them, by key."""
        self._register, self._computed, self._is_read_only = register, computed, is_read_only
        self.table.show_register(register, snapshot, names, computed, is_read_only=is_read_only)
        self.bulk.show_register(register, snapshot, names, self.columns)
        self.chips.show_filter(self.table.entries.filter)
        self._count()

    @property
    def columns(self) -> tuple[str, ...]:
        """The paths of the columns that show, without the id."""
        return tuple(column.path for column in self.table.entries.columns if column.path != ID)

    @property
    def possible_columns(self) -> tuple[tuple[str, str], ...]:
        """Paths and words of all columns that could show."""
        if self._register is None:
            return ()
        paths = possible_paths(self._register, self._computed)
        return tuple((path, column_words(self._register, path)) for path in paths)

    def show_words(self, words: str) -> None:
        """Show only the rows with these words."""
        self._show_only(self.table.entries.filter.with_words(words))

    def show_all(self) -> None:
        """Show all rows again."""
        self._show_only(RowFilter())

    def show_columns(self, paths: Sequence[str]) -> None:
        """Show these columns from now on; none: the usual ones."""
        if self._register is not None:
            self.table.layout_of.keep(self._register, paths)
            self.columns_changed.emit()

    def count_words(self, total: int) -> str:
        """How many rows there are, show, and are chosen, and in which order, in words."""
        shown, chosen = len(self.table.entries.keys), len(self.table.keys)
        words = ngettext("{n} row", "{n} rows", total).format(n=f"{total:,}")
        if shown != total:
            words = _("{shown} of {total} rows").format(shown=f"{shown:,}", total=f"{total:,}")
        return f"{words}, {_('{n} chosen').format(n=f'{chosen:,}')}" if chosen > 1 else words

    def _build(self) -> None:
        self.setObjectName("register_grid")
        self.setFocusProxy(self.table)
        self.table.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(self.chips)
        column.addWidget(self.table, 1)
        column.addWidget(self.bulk)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        table = self.table
        table.only_asked.connect(self._only_like)
        table.all_asked.connect(self.show_all)
        table.bulk_asked.connect(lambda: self.bulk.begin(table.current[1]))
        table.menu_asked.connect(self._open_menu)
        table.layout_of.moved.connect(lambda _paths: self.columns_changed.emit())
        table.selectionModel().selectionChanged.connect(self._count)
        self.chips.taken_back.connect(self._take_back)
        self.chips.all_asked.connect(self.show_all)
        self.chips.choosing_asked.connect(self._choose_all)
        self.bulk.wanted.connect(lambda path, value: self.set_wanted.emit(table.keys, path, value))
        self.bulk.left.connect(table.setFocus)

    def _show_only(self, wanted: RowFilter) -> None:
        if wanted != self.table.entries.filter:
            self.table.entries.show_only(wanted)
            self.chips.show_filter(wanted)
            self._count()

    def _only_like(self) -> None:
        wish = self.table.entries.like(self.table.current[1], self.table.keys)
        if wish is not None:
            self._show_only(self.table.entries.filter.with_only(wish))

    def _take_back(self, path: str) -> None:
        self._show_only(self.table.entries.filter.without(path))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_all(self) -> None:
        self.table.selectAll()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_column(self) -> None:
        path = self.table.current[1]
        left = [shown for shown in self.columns if shown != path]
        if path != ID and left:
            self.show_columns(left)

    def _count(self) -> None:
        rows = len(self.table.keys)
        self.chips.show_choosing(is_left=rows < len(self.table.entries.keys))
        self.bulk.show_count(rows, is_read_only=self._is_read_only)
        self._hint.setText(self._keys())
        self._show_hint()
        self.counted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _show_hint(self) -> None:
        """Name the keys only where rows still have room: large text in a small window needs all of it."""
        rows = self.table.verticalHeader().defaultSectionSize() * LEAST_ROWS
        needed = rows + self.table.horizontalHeader().height() + self._hint.heightForWidth(self.width())
        if not self.chips.isHidden():
            needed += self.chips.height()
        self._hint.setVisible(self.bulk.isHidden() and needed <= self.height())

    def _open_menu(self, at: QPoint) -> None:
        table = self.table
        key, path = table.current
        if not key or self._register is None:
            return
        can_change = not self._is_read_only
        state = MenuState(
            rows=len(table.keys),
            column=column_words(self._register, path),
            can_edit_cell=table.entries.is_editable(table.currentIndex()),
            can_change=can_change,
            can_fill=can_change and path != ID,
            is_filtered=table.entries.filter.is_on,
        )
        menu = row_menu(state, self._work(), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _work(self) -> MenuWork:
        table = self.table
        return MenuWork(
            open=lambda: table.opened.emit(*table.current),
            edit=table.edit_here,
            set_all=lambda: self.bulk.begin(table.current[1]),
            fill=table.fill_down,
            repeat=lambda: table.copy_asked.emit(table.keys),
            remove=lambda: table.removal_asked.emit(table.keys),
            copy=table.copy,
            paste=table.paste,
            only_like=self._only_like,
            show_all=self.show_all,
            sort=table.sort_here,
            unsort=lambda: table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder),
            hide_column=self._hide_column,
            columns=self.columns_asked.emit,
        )

    def _keys(self) -> str:
        if self._is_read_only:
            return _("Enter opens a row · Ctrl+L only rows like this · Shift+F10 more")
        return _(
            "Enter opens a row · F2 edits · Ins adds · Del removes · Ctrl+D fills down · Ctrl+V pastes · "
            "Ctrl+A chooses all · Ctrl+L only rows like this · Shift+F10 more"
        )
