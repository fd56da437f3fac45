"""A short list of entries to open, remove, or add to in place."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.field_style import list_sheet

FEWEST, MOST = 1, 12


class ShortList(QListWidget):
    """As high as its rows, within limits. `opened` and `removal_asked` carry a key."""

    opened = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, theme: Theme, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFont(theme.font())
        self.setStyleSheet(list_sheet(theme))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hide()
        self.itemClicked.connect(lambda item: self.opened.emit(str(item.data(Qt.ItemDataRole.UserRole))))

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show pairs of key and words; the chosen row stays chosen."""
        shown = [(str(item.data(Qt.ItemDataRole.UserRole)), item.text()) for item in self._items()]
        if shown == list(rows):
            return
        current = self.key
        self.clear()
        for key, words in rows:
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, self._theme.px(32)))
            if key == current:
                self.setCurrentItem(item)
        self.setVisible(bool(rows))
        height = self._theme.px(32) * min(max(len(rows), FEWEST), MOST)
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)

    @property
    def key(self) -> str:
        """The current row's key, or nothing."""
        row = self.currentRow()
        return str(self.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.opened.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.removal_asked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _items(self) -> Sequence[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]
