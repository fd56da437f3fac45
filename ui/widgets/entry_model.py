"""The rows of a register for a grid: filtered and sorted once, read cell by cell."""

import html
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.cell_text import CellError, Names, cell_value, chosen_value
from app.i18n import _
from app.register_columns import value_at
from app.register_rows import ID, Column, grid_columns, possible_paths
from app.row_filter import OnlyValues, RowFilter
from app.row_order import RowOrder
from models.snapshot import NO_ENTRIES, Entries, Snapshot
from models.values import AnyEntry, Count, Group, ListOf, RegisterName, Whole
from ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_TOOLTIP_FROM = 24
_LONGEST_TOOLTIP = 600
_LONGEST_CELL = 200


class EntryModel(QAbstractTableModel):
    """`given` carries key, path and value of a cell that was edited; `mistyped` why a text does not fit.

    Rows stay where they are while they are edited; they move when a heading is pressed or a filter typed.
    """

    given = Signal(str, str, object)
    mistyped = Signal(str, str, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register: RegisterName | None = None
        self._snapshot: Snapshot | None = None
        self._entries: Entries = NO_ENTRIES
        self._names: Names = {}
        self._columns: tuple[Column, ...] = ()
        self._rows: list[str] = []
        self._known: frozenset[str] = frozenset()
        self._by_path: Mapping[str, Column] = {}
        self._filter = RowFilter()
        self._order = RowOrder()
        self._is_read_only = False
        self._texts: dict[str, tuple[AnyEntry, str]] = {}

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, left to right."""
        return self._columns

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the rows, top to bottom."""
        return self._rows

    @property
    def snapshot(self) -> Snapshot | None:
        """The review that is shown."""
        return self._snapshot

    @property
    def names(self) -> Names:
        """What entries are called."""
        return self._names

    @property
    def filter(self) -> RowFilter:
        """Which rows are shown."""
        return self._filter

    @property
    def order(self) -> RowOrder:
        """In which order they are shown."""
        return self._order

    def show_register(
        self,
        register: RegisterName,
        snapshot: Snapshot,
        names: Names,
        computed: Mapping[str, Callable[[str], str]] | None = None,
        paths: Sequence[str] = (),
        *,
        is_read_only: bool = False,
    ) -> None:
        """Show a register as it stands; `computed` are headings with the words below them, by key.

        `paths` are the columns after the id; the usual ones if there are none.
        """
        is_same = register is self._register
        columns = grid_columns(register, computed, paths)
        is_same_shape = is_same and [c.path for c in columns] == [c.path for c in self._columns]
        if names != self._names or not is_same_shape or (computed and snapshot is not self._snapshot):
            self._texts.clear()
        self._snapshot, self._names, self._is_read_only = snapshot, names, is_read_only
        self._entries = snapshot.entries(register)
        self._register = register
        every = grid_columns(register, computed, possible_paths(register, computed or ()))
        self._by_path = {column.path: column for column in every}
        if not is_same:
            self._order, self._filter = RowOrder(), RowFilter()
        rows = self._kept_rows() if is_same else list(self._entries)
        self._known = frozenset(self._entries)
        if rows == self._rows and is_same_shape:
            self._columns = columns
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self._columns, self._rows = columns, rows
        self.endResetModel()

    def show_only(self, wanted: RowFilter) -> None:
        """Show only some of the rows."""
        self._filter = wanted
        self._arrange()

    def like(self, path: str, keys: Sequence[str]) -> OnlyValues | None:
        """The wish for rows that say in a column what these rows say there; None for an unknown column."""
        column = self._by_path.get(path)
        entries = [entry for key in keys if (entry := self._entries.get(key)) is not None]
        if column is None or not entries:
            return None
        texts = dict.fromkeys(column.text(entry, self._names) for entry in entries)
        return OnlyValues(path, column.label, tuple(texts))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column below 0 gives the order in which the entries were recorded."""
        if 0 <= column < len(self._columns):
            is_falling = order is Qt.SortOrder.DescendingOrder
            self._order = self._order.then_by(self._columns[column].path, is_falling=is_falling)
        else:
            self._order = RowOrder()
        self._arrange()

    def order_words(self) -> str:
        """In which order the rows are, in words; nothing while they are as they were recorded."""
        return self._order.words(self._by_path)

    def row_of(self, key: str) -> int:
        """The row of an entry, or -1."""
        return self._rows.index(key) if key in self._rows else -1

    def column_of(self, path: str) -> int:
        """The column of a field, or -1."""
        return next((n for n, column in enumerate(self._columns) if column.path == path), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.label)
        if role == Qt.ItemDataRole.ToolTipRole and column.spec is not None and column.spec.help:
            return plain_tip(_(column.spec.help))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading_said(column)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self.entry_at(index), self._columns[index.column()]
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _one_line(column.text(entry, self._names))
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.text(entry, self._names) or _("not recorded")
            case Qt.ItemDataRole.EditRole:
                return column.text(entry, self._names)
            case Qt.ItemDataRole.ToolTipRole:
                text = column.text(entry, self._names)
                return plain_tip(text) if len(text) > _TOOLTIP_FROM else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.ForegroundRole:
                is_quiet = column.path == ID or column.text(entry, self._names) == _("Don't know")
                return self._theme.color("muted") if is_quiet else None
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable(index) else flags

    def is_editable(self, index: AnyIndex) -> bool:
        """Whether a cell is edited in place; lists and texts of several lines are edited on the card."""
        column = self._columns[index.column()]
        if self._is_read_only or column.spec is None or isinstance(column.spec.kind, ListOf | Group):
            return False
        entry = self.entry_at(index)
        text = column.text(entry, self._names) if entry is not None else ""
        return "\n" not in text and len(text) <= _LONGEST_CELL

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self._columns[index.column()]
        entry = self.entry_at(index)
        if entry is None or self._snapshot is None or column.spec is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) == column.text(entry, self._names):
            return False
        try:
            meant = cell_value(column.spec.kind, str(value), self._snapshot)
        except CellError as error:
            self.mistyped.emit(entry.key, column.path, error.why)
            return False
        if meant is None and column.spec.required:
            words = _("{field} cannot be empty.").format(field=_(column.label))
            self.mistyped.emit(entry.key, column.path, words)
            return False
        self.given.emit(entry.key, column.path, meant)
        return True

    def give(self, index: AnyIndex, raw: str) -> None:
        """Take over a value chosen from a list: its interchange form, or nothing for "not recorded"."""
        column, entry = self._columns[index.column()], self.entry_at(index)
        if entry is None or column.spec is None:
            return
        value = chosen_value(column.spec.kind, raw)
        if value != value_at(entry, column.path) and not (value is None and column.spec.required):
            self.given.emit(entry.key, column.path, value)

    def entry_at(self, index: AnyIndex) -> AnyEntry | None:
        """The entry of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._entries.get(self._rows[index.row()])

    def _kept_rows(self) -> list[str]:
        """The rows that are shown and still there, and new entries at the end."""
        if not self._order.by and not self._filter.is_on:
            return list(self._entries)
        kept = [key for key in self._rows if key in self._entries]
        return [*kept, *(key for key in self._entries if key not in self._known)]

    def _arrange(self) -> None:
        texts = {path: self._text_of(column) for path, column in self._by_path.items()}
        shown = self._filter.shown(self._entries, self._row_text, texts)
        rows = self._order.arranged(shown, self._entries, self._by_path, self._names)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _text_of(self, column: Column) -> Callable[[AnyEntry], str]:
        return lambda entry: column.text(entry, self._names)

    def _heading_said(self, column: Column) -> str:
        """A heading for those who hear it, with whether the rows are sorted by it."""
        only = self._order.among([column.path])
        return f"{_(column.label)}. {only.words(self._by_path)}" if only.by else _(column.label)

    def _row_text(self, entry: AnyEntry) -> str:
        cached = self._texts.get(entry.key)
        if cached is None or cached[0] is not entry:
            words = "\n".join(column.text(entry, self._names) for column in self._columns)
            cached = self._texts[entry.key] = (entry, words.casefold())
        return cached[1]


def _one_line(text: str) -> str:
    return text.replace("\n", " ") if len(text) <= _TOOLTIP_FROM else " ".join(text[:_LONGEST_CELL].split())


def _side(column: Column) -> Qt.AlignmentFlag:
    is_number = column.spec is not None and isinstance(column.spec.kind, Count | Whole)
    return Qt.AlignmentFlag.AlignVCenter | (
        Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    )


def plain_tip(text: str) -> str:
    """A tool tip that shows a text literally: Qt would take a text with tags in it for markup."""
    short = text if len(text) <= _LONGEST_TOOLTIP else text[:_LONGEST_TOOLTIP] + "…"
    return f"<qt>{html.escape(short)}</qt>".replace("\n", "<br>")
