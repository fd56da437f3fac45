"""The rows of a register for a grid: filtered and sorted once, read cell by cell."""

import html
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.cell_text import CellError, Names, cell_value
from app.i18n import _
from app.register_columns import value_at
from app.register_rows import ID, Column, grid_columns, matches
from models.snapshot import NO_ENTRIES, Entries, Snapshot
from models.values import AnyEntry, Count, Group, ListOf, Reading, RegisterName, Whole
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
        self._filter = ""
        self._order: tuple[int, bool] | None = None
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

    def show_register(
        self,
        register: RegisterName,
        snapshot: Snapshot,
        names: Names,
        computed: Mapping[str, Callable[[str], str]] | None = None,
        *,
        is_read_only: bool = False,
    ) -> None:
        """Show a register as it stands; `computed` are headings with the words below them, by key."""
        is_same = register is self._register
        if names != self._names:
            self._texts.clear()
        self._snapshot, self._names, self._is_read_only = snapshot, names, is_read_only
        self._entries = snapshot.entries(register)
        if not is_same:
            self._texts.clear()
            self._order, self._filter = None, ""
        self._register = register
        columns = grid_columns(register, computed)
        rows = self._kept_rows() if is_same else list(self._entries)
        self._known = frozenset(self._entries)
        if rows == self._rows and len(columns) == len(self._columns) and is_same:
            self._columns = columns
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self._columns, self._rows = columns, rows
        self.endResetModel()

    def show_only(self, words: str) -> None:
        """Show only the rows in which every one of the words occurs."""
        self._filter = words.casefold().strip()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column below 0 gives the order in which the entries were recorded."""
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

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
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self.entry_at(index), self._columns[index.column()]
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _one_line(column.text(entry, self._names))
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
        is_number = isinstance(column.spec.kind, Whole | Count) and raw.isdecimal()
        value = column.spec.kind.read(int(raw) if is_number else raw, Reading()) if raw else None
        if value != value_at(entry, column.path) and not (value is None and column.spec.required):
            self.given.emit(entry.key, column.path, value)

    def entry_at(self, index: AnyIndex) -> AnyEntry | None:
        """The entry of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._entries.get(self._rows[index.row()])

    def _kept_rows(self) -> list[str]:
        """The rows that are shown and still there, and new entries at the end."""
        if self._order is None and not self._filter:
            return list(self._entries)
        kept = [key for key in self._rows if key in self._entries]
        return [*kept, *(key for key in self._entries if key not in self._known)]

    def _arrange(self) -> None:
        keys: Iterable[str] = self._entries
        if self._filter:
            keys = (key for key in keys if matches(self._filter, self._row_text(key)))
        if self._order is not None and self._order[0] < len(self._columns):
            column, is_descending = self._columns[self._order[0]], self._order[1]
            keyed = [(column.sort_key(self._entries[key], self._names), key) for key in keys]
            known = sorted((pair for pair in keyed if pair[0][0] == 0), key=_first, reverse=is_descending)
            unknown = sorted((pair for pair in keyed if pair[0][0] > 0), key=lambda pair: pair[0][0])
            keys = [key for _sort_key, key in [*known, *unknown]]
        self.beginResetModel()
        self._rows = list(keys)
        self.endResetModel()

    def _row_text(self, key: str) -> str:
        entry = self._entries[key]
        cached = self._texts.get(key)
        if cached is None or cached[0] is not entry:
            words = "\n".join(column.text(entry, self._names) for column in self._columns)
            cached = self._texts[key] = (entry, words.casefold())
        return cached[1]


def _first(pair: tuple[tuple[int, object], str]) -> tuple[int, object]:
    return pair[0]


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
