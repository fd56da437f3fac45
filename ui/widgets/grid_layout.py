"""The columns of a grid: which, in which order, and how wide; as a person has left them."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from app.i18n import _
from app.register_rows import Column
from models.values import AnyEntry, RegisterName
from ui.theme import Theme
from ui.widgets.entry_model import EntryModel

NARROWEST, WIDEST, LONGEST = 72, 260, 560
NARROWEST_ID = 48
_SAMPLE, _SAMPLE_LENGTH = 60, 120
_PADDING = 28
_ARROW = 16


class GridMemory(Protocol):
    """Keeps what a person has done to the columns of a register, at 100 % text."""

    def columns(self, register: RegisterName) -> Sequence[str]:
        """The paths of the columns chosen, in order; none: the usual ones."""

    def keep_columns(self, register: RegisterName, paths: Sequence[str]) -> None:
        """Remember columns; none: the usual ones."""

    def widths(self, register: RegisterName) -> Mapping[str, int]:
        """The widths given by hand, by path."""

    def keep_widths(self, register: RegisterName, widths: Mapping[str, int]) -> None:
        """Remember widths."""


class ForNow:
    """Keeps columns as long as the window is open."""

    def __init__(self) -> None:
        self._columns: dict[RegisterName, Sequence[str]] = {}
        self._widths: dict[RegisterName, Mapping[str, int]] = {}

    def columns(self, register: RegisterName) -> Sequence[str]:
        """The paths of the columns chosen, in order; none: the usual ones."""
        return self._columns.get(register, ())

    def keep_columns(self, register: RegisterName, paths: Sequence[str]) -> None:
        """Remember columns; none: the usual ones."""
        self._columns[register] = paths

    def widths(self, register: RegisterName) -> Mapping[str, int]:
        """The widths given by hand, by path."""
        return self._widths.get(register, {})

    def keep_widths(self, register: RegisterName, widths: Mapping[str, int]) -> None:
        """Remember widths."""
        self._widths[register] = widths


class GridLayout(QObject):
    """Sizes the columns of a table of entries and remembers what a person makes of them.

    `moved` carries the paths in their new order, without the id, after a heading was dragged.
    """

    moved = Signal(object)

    def __init__(self, theme: Theme, table: QTableView, entries: EntryModel) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._entries = entries
        self._memory: GridMemory = ForNow()
        self._register: RegisterName | None = None
        self._shown: tuple[str, ...] = ()
        self._sampled = 0
        self._wanted: Sequence[int] = ()
        self._is_ours = False
        header = table.horizontalHeader()
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_moved)

    def remember_in(self, memory: GridMemory) -> None:
        """Keep columns there from now on."""
        self._memory = memory

    def paths(self, register: RegisterName) -> Sequence[str]:
        """The columns to show, without the id; none: the usual ones."""
        return self._memory.columns(register)

    def keep(self, register: RegisterName, paths: Sequence[str]) -> None:
        """Show these columns from now on; none: the usual ones, in their usual widths."""
        self._memory.keep_columns(register, tuple(paths))
        if not paths:
            self._memory.keep_widths(register, {})
            self._shown = ()

    def show_register(self, register: RegisterName) -> None:
        """Size the columns of a register that comes into view, or that has other columns or more rows now."""
        snapshot, shown = self._entries.snapshot, tuple(column.path for column in self._entries.columns)
        sampled = min(len(snapshot.entries(register)), _SAMPLE) if snapshot is not None else 0
        if (register, shown, sampled) == (self._register, self._shown, self._sampled) or snapshot is None:
            return
        self._register, self._shown, self._sampled = register, shown, sampled
        self._show_sorted()
        entries = list(islice(snapshot.entries(register).values(), _SAMPLE))
        columns = enumerate(self._entries.columns)
        self._wanted = [self._natural_width(n, column, entries) for n, column in columns]
        self.share()

    def share(self) -> None:
        """Every column gets what it needs up to a limit; what is left over goes to those that need more."""
        if self._register is None or len(self._wanted) != len(self._entries.columns):
            return
        limit, by_hand = self._theme.px(WIDEST), self._memory.widths(self._register)
        widths = [min(width, limit) for width in self._wanted]
        spare = self._table.viewport().width() - sum(widths)
        self._is_ours = True
        for n, width in enumerate(self._wanted):
            more = max(0, min(width - widths[n], spare))
            spare -= more
            kept = by_hand.get(self._entries.columns[n].path)
            self._table.setColumnWidth(n, self._theme.px(kept) if kept else widths[n] + more)
        self._is_ours = False

    def _natural_width(self, n: int, column: Column, entries: Sequence[AnyEntry]) -> int:
        """What a column's texts and heading need, within limits."""
        metrics, head = self._table.fontMetrics(), self._table.horizontalHeader().fontMetrics()
        texts = (column.text(entry, self._entries.names)[:_SAMPLE_LENGTH] for entry in entries)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        wanted = max(widest, head.horizontalAdvance(_(column.label)) + _ARROW) + _PADDING
        narrowest = self._theme.px(NARROWEST if n else NARROWEST_ID)
        return min(max(wanted, narrowest), self._theme.px(LONGEST))

    def _show_sorted(self) -> None:
        """Put the arrow over the column by which the rows are sorted, which may stand elsewhere now."""
        header, by = self._table.horizontalHeader(), self._entries.order.by
        at = self._entries.column_of(by[0][0]) if by else -1
        if at != header.sortIndicatorSection():
            header.blockSignals(True)
            header.setSortIndicator(at, header.sortIndicatorOrder())
            header.blockSignals(False)

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        if self._register is None or self._is_ours or section >= len(self._entries.columns):
            return
        path = self._entries.columns[section].path
        by_hand = self._memory.widths(self._register)
        self._memory.keep_widths(self._register, {**by_hand, path: round(width / self._theme.scale)})

    def _on_moved(self, _section: int, _before: int, _after: int) -> None:
        """The columns themselves change places, so that copying and pasting follow what is seen."""
        header = self._table.horizontalHeader()
        if self._is_ours or self._register is None:
            return
        count = len(self._entries.columns)
        order = [self._entries.columns[header.logicalIndex(place)].path for place in range(count)]
        self._is_ours = True
        for section in range(count):
            header.moveSection(header.visualIndex(section), section)
        self._is_ours = False
        paths = tuple(path for path in order if path != self._entries.columns[0].path)
        self.keep(self._register, paths)
        self.moved.emit(paths)
