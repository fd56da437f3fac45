"""Tools beside systems, with toggles for what the chosen tool can do with the chosen system."""

from collections.abc import Collection

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.access_cells import KEYS, allowed_in, grant_words, removed_words, with_capabilities
from app.cell_text import cell_text
from app.i18n import _
from app.register_columns import spec_at
from app.row_filter import RowFilter
from models.snapshot import Snapshot
from models.values import AccessGrant, Capability, words
from ui.theme import Theme
from ui.widgets.access_model import AccessModel, AnyIndex
from ui.widgets.buttons import quiet_button
from ui.widgets.combo_rows import pad_rows
from ui.widgets.field_style import field_sheet, table_sheet
from ui.widgets.labels import muted, small, strong
from ui.widgets.toggle_row import ToggleRow

CELL_WIDTH, CELL_HEIGHT, HEAD_HEIGHT, NAME_WIDTH = 104, 34, 64, 260
FEWEST_ROWS = 3
_BY_KEY = {**KEYS, **{str(n): capability for n, capability in enumerate(Capability, start=1)}}


class AccessMatrix(QWidget):
    """`edit_made` carries an edit; `opened` the grant to open as a card."""

    edit_made = Signal(object)
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._is_read_only = False
        self.cells = AccessModel(theme, self)
        self.table = _Cells(self)
        self._place = strong("", theme, self)
        self._which = QComboBox(self)
        options = [(capability.value, _(words(capability))) for capability in Capability]
        self.toggles = ToggleRow(theme, _("Can"), options, takes_many=True, parent=self)
        self._hint = small("", theme, self)
        self._removed: AccessGrant | None = None
        self._open = quiet_button(_("Open the grant"), theme, name="open_grant", parent=self)
        self._build()
        self._connect()

    def show_snapshot(self, snapshot: Snapshot, *, is_read_only: bool = False) -> None:
        """Show a review; the chosen cell stays chosen."""
        chosen = self.cells.place(self.table.currentIndex())
        self._snapshot, self._is_read_only = snapshot, is_read_only
        self.cells.show_snapshot(snapshot)
        if self._removed is not None and self._removed.id in snapshot.access_grants:
            self._removed = None
        self._choose_again(chosen)

    def show_only(self, words: str) -> None:
        """Show only the tools with these words in them."""
        if self._snapshot is not None:
            chosen = self.cells.place(self.table.currentIndex())
            self.cells.show_snapshot(self._snapshot, RowFilter(words))
            self._choose_again(chosen)

    def _choose_again(self, chosen: tuple[str, str] | None) -> None:
        if chosen and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.cells.index_of(*chosen))
        if not self.table.currentIndex().isValid() and self.cells.rowCount():
            self.table.setCurrentIndex(self.cells.index(0, 0))
        for part in self._parts:
            part.setVisible(self.cells.rowCount() > 0)
        self._show_cell()

    def choose(self, tool: str, system: str) -> None:
        """Choose the cell of a tool and a system."""
        self.table.setCurrentIndex(self.cells.index_of(tool, system))

    def switch(self, capability: Capability) -> None:
        """Turn a capability of the chosen cell on or off."""
        grant = self._grant()
        self._let({*(grant.capabilities if grant else ())} ^ {capability})

    def _build(self) -> None:
        self.setObjectName("access_matrix")
        self.setStyleSheet(field_sheet(self._theme) + table_sheet(self._theme))
        self.table.setModel(self.cells)
        self.table.setItemDelegate(_CellPainter(self._theme, self.table))
        self.table.setFont(self._theme.font())
        self.table.setAccessibleName(_("AI tools beside systems"))
        across, down = self.table.horizontalHeader(), self.table.verticalHeader()
        for header, size in ((across, CELL_WIDTH), (down, CELL_HEIGHT)):
            header.setFont(self._theme.font("small"))
            header.setDefaultSectionSize(self._theme.px(size))
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        across.setFixedHeight(self._theme.px(HEAD_HEIGHT))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setFixedWidth(self._theme.px(NAME_WIDTH))
        self.table.setMinimumHeight(self._theme.px(HEAD_HEIGHT + FEWEST_ROWS * CELL_HEIGHT))
        self._which.setObjectName("which_grant")
        pad_rows(self._which)
        self._which.setAccessibleName(_("Which of the grants"))
        self._which.setFont(self._theme.font())
        self.toggles.setObjectName("capabilities")
        self._place.setObjectName("place")
        legend = muted(self._legend(), self._theme, self, "small")
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._which)
        row.addWidget(self.toggles, 1)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(self.table, 1)
        column.addWidget(self._place)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(legend)
        column.addStretch(0)
        self._parts = (self.table, self._place, self.toggles, legend)

    def _legend(self) -> str:
        return _(
            "A cell shows the strongest: S see, I infer, St store, C change, T trigger; ? is only assumed. "
            "Keys S, I, O (store), C, T or 1 to 5 switch them. Enter opens the grant."
        )

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._on_moved)
        self.table.switched.connect(lambda value: self.switch(Capability(value)))
        self.table.enter_pressed.connect(self._open_grant)
        self.table.doubleClicked.connect(self._open_grant)
        self.toggles.chosen.connect(lambda values: self._let([Capability(value) for value in values]))
        self._which.activated.connect(self._show_capabilities)
        self._open.clicked.connect(self._open_grant)

    def _on_moved(self, _current: AnyIndex, _previous: AnyIndex) -> None:
        self._removed = None
        self._show_cell()

    def _show_cell(self) -> None:
        place = self.cells.place(self.table.currentIndex())
        cell = self.cells.cell(*place) if place else None
        grants = cell.grants if cell else ()
        before = self._which.currentData()
        self._which.clear()
        route = spec_at(AccessGrant, "route").kind
        for grant in grants:
            self._which.addItem(f"{grant.id} {cell_text(route, grant.route, {})}", grant.id)
        self._which.setCurrentIndex(max(0, self._which.findData(before)) if grants else -1)
        self._which.setVisible(len(grants) > 1)
        self._open.setVisible(bool(grants))
        self._place.setText(self.cells.sentence(*place) if place else "")
        self._show_capabilities()

    def _show_capabilities(self) -> None:
        place = self.cells.place(self.table.currentIndex())
        grant = self._grant()
        self.toggles.show_values([item.value for item in grant.capabilities] if grant else [])
        allowed = allowed_in(self._snapshot, place[1]) if place and self._snapshot else ()
        self.toggles.setEnabled(bool(allowed) and not self._is_read_only)
        self._hint.setText(self._words(place, allowed, grant))
        self._hint.setVisible(bool(self._hint.text()))

    def _words(self, place: tuple[str, str] | None, allowed: object, grant: AccessGrant | None) -> str:
        if self._snapshot is not None and self._snapshot.ai_tools and not self.cells.rowCount():
            return _("No AI tool has these words in its name.")
        if self._snapshot is None or not self.cells.rowCount():
            return _("Add AI tools and systems first; then say here what each tool can do where.")
        if not self._snapshot.data_categories:
            return _("Access needs at least one data category: add one first.")
        if self._removed is not None:
            return removed_words(self._removed, self.cells.names)
        if grant is not None:
            return grant_words(grant, self.cells.names)
        if place and allowed:
            return _("A new grant starts with the more exposed facts and is marked as assumed.")
        return ""

    def _grant(self) -> AccessGrant | None:
        key = str(self._which.currentData() or "")
        return self._snapshot.access_grants.get(key) if self._snapshot else None

    def _let(self, wanted: Collection[Capability]) -> None:
        """Let the tool do just this; a grant that goes with its last capability is said to be gone."""
        place, grant = self.cells.place(self.table.currentIndex()), self._grant()
        if place is None or self._snapshot is None or self._is_read_only:
            return
        held = grant.capabilities if grant else ()
        if all(item in held or item in allowed_in(self._snapshot, place[1]) for item in wanted):
            self.edit_made.emit(with_capabilities(self._snapshot, *place, wanted, grant))
            is_gone = grant is not None and grant.id not in self._snapshot.access_grants
            self._removed = grant if is_gone else None
        self._show_capabilities()

    def _open_grant(self) -> None:
        if (grant := self._grant()) is not None:
            self.opened.emit(grant.id)


class _CellPainter(QStyledItemDelegate):
    """Cells that hold access stand out by their ground and their letter; the chosen one by a frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        letters = str(index.data() or "")
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.fillRect(rect, self._theme.color("accent_soft" if letters else "surface"))
        painter.setFont(self._theme.font("body" if "?" in letters else "strong"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("focus"), self._theme.stroke("ring")))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()


class _Cells(QTableView):
    """The grid itself: letters and numbers switch, Enter opens."""

    switched = Signal(str)
    enter_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("access_cells")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        meant = None if held else _BY_KEY.get(event.text().upper())
        if meant is not None:
            self.switched.emit(meant.value)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)
