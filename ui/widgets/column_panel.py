"""A panel in which a person says which columns a grid shows, and in which order."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button, quiet_button
from ui.widgets.field_style import list_sheet
from ui.widgets.labels import heading, small
from ui.widgets.surfaces import hairline

PATH = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 32


class ColumnPanel(QWidget):
    """`chosen` carries the paths of the columns, in order; none of them: the usual ones again.

    Space ticks, Ctrl with an arrow or dragging moves. `closed` when the panel is to go away.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = _Columns(self)
        self._up = button(_("Up"), theme, "chevron-up", "column_up", self)
        self._down = button(_("Down"), theme, "chevron-down", "column_down", self)
        self._usual = quiet_button(_("The usual columns"), theme, name="usual_columns", parent=self)
        self._is_filling = False
        self._build()
        self._connect()

    def show_columns(self, possible: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """Show all columns, those that the grid shows first and ticked; the cursor stays on its column."""
        words = dict(possible)
        paths = [*shown, *(path for path in words if path not in shown)]
        now = [(self._rows.item(n).data(PATH), self._is_ticked(n)) for n in range(self._rows.count())]
        if now == [(path, path in shown) for path in paths]:
            return
        row = self._rows.currentRow()
        at = self._rows.item(row).data(PATH) if row >= 0 else ""
        self._is_filling = True
        self._rows.clear()
        for path in paths:
            item = QListWidgetItem(words[path], self._rows)
            item.setData(PATH, path)
            item.setSizeHint(QSize(0, self._theme.px(ROW_HEIGHT)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if path in shown else Qt.CheckState.Unchecked)
        self._rows.setCurrentRow(paths.index(at) if at in paths else 0)
        self._is_filling = False

    def begin(self) -> None:
        """Take the keyboard."""
        self._rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("column_panel")
        space = self._theme.space
        self._rows.setObjectName("columns")
        self._rows.setAccessibleName(_("Columns"))
        self._rows.setFont(self._theme.font())
        self._rows.setStyleSheet(list_sheet(self._theme))
        close = icon_button("x", _("Close (Esc)"), self._theme, "close_columns", self)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(heading(_("Columns"), self._theme, self), 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        keys = small(_("Space shows or hides a column. Ctrl+Up and Ctrl+Down move it."), self._theme, self)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(2), space(1), space(2), space(1))
        foot.setSpacing(space(1))
        for tool in (self._up, self._down, self._usual):
            foot.addWidget(tool)
        foot.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(space(2), space(1.5), space(2), space(1))
        top.addLayout(head)
        top.addWidget(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._rows, 1)
        column.addWidget(hairline(self))
        column.addLayout(foot)
        order: Sequence[QWidget] = (self._rows, self._up, self._down, self._usual, close)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._rows.itemChanged.connect(self._tell)
        self._rows.moved.connect(self._move)
        self._rows.model().rowsMoved.connect(self._tell)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._usual.clicked.connect(lambda: self.chosen.emit(()))

    def _is_ticked(self, row: int) -> bool:
        return self._rows.item(row).checkState() is Qt.CheckState.Checked

    def _move(self, rows: int) -> None:
        at = self._rows.currentRow()
        if at >= 0 and 0 <= at + rows < self._rows.count():
            self._is_filling = True
            self._rows.insertItem(at + rows, self._rows.takeItem(at))
            self._rows.setCurrentRow(at + rows)
            self._is_filling = False
            self._tell()

    def _tell(self) -> None:
        ticked = [self._rows.item(n).data(PATH) for n in range(self._rows.count()) if self._is_ticked(n)]
        if self._is_filling:
            return
        if ticked:
            self.chosen.emit(tuple(ticked))
        else:
            self._tick_again()

    def _tick_again(self) -> None:
        """One column stays: a grid of ids alone says nothing."""
        self._rows.item(max(0, self._rows.currentRow())).setCheckState(Qt.CheckState.Checked)


class _Columns(QListWidget):
    """The list itself; `moved` carries by how many places the current column is to go."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)
