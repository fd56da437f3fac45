"""A field in which a thing is picked by a few letters, from a list that opens in the window itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.i18n import _
from ui.theme import CONTROL_HEIGHT, Theme

Offers = Callable[[str], Sequence[tuple[str, str]]]

MOST_OFFERS = 60
MOST_ROWS = 8
NARROWEST_LIST = 520


def offers_from(choices: Sequence[tuple[str, str]]) -> Offers:
    """Offers among fixed choices (key and words): those in which every typed word occurs."""

    def offers(typed: str) -> Sequence[tuple[str, str]]:
        parts = typed.casefold().split()
        return [choice for choice in choices if all(part in choice[1].casefold() for part in parts)]

    return offers


class PickField(QLineEdit):
    """Type, choose with the arrows, Enter. `picked` carries the key of an offer, `named` a new name.

    Escape or leaving it changes nothing and shows again what was there; `left` tells of Enter and Escape,
    `entered` of a key that led here.
    """

    picked = Signal(str)
    named = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(
        self, theme: Theme, name: str, words: str, parent: QWidget | None = None, *, can_name: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_name = can_name
        self._offers: Offers = offers_from(())
        self._list: QListWidget | None = None
        self._current = ""
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self.textEdited.connect(self._filter)

    def offer(self, offers: Offers) -> None:
        """Offer these from now on."""
        self._offers = offers

    def show_current(self, words: str) -> None:
        """Show what is picked now."""
        if words != self._current:
            self._current = words
            if not self.hasFocus() or not self.isModified():
                self.setText(words)
                self.setCursorPosition(0)

    def begin(self) -> None:
        """Take the keyboard, and show what can be picked."""
        if self.isEnabled():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.entered.emit()
            self.open_list()

    def open_list(self) -> None:
        """Show everything that can be picked."""
        self.selectAll()
        self._filter("")

    @property
    def offered(self) -> list[str]:
        """The words in the open list; none while it is closed."""
        if self._list is None or self._list.isHidden():
            return []
        return [self._list.item(row).text() for row in range(self._list.count())]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.isEnabled() and not self.isReadOnly():
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape:
                self._close()
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def _filter(self, typed: str) -> None:
        offers = list(self._offers(typed))[:MOST_OFFERS]
        shown = self._shown_list()
        shown.clear()
        for key, words in offers:
            item = QListWidgetItem(words, shown)
            item.setData(Qt.ItemDataRole.UserRole, key)
        if self._can_name and typed.strip():
            item = QListWidgetItem(_("New: {name}").format(name=typed.strip()), shown)
            item.setData(Qt.ItemDataRole.UserRole, None)
        same = [row for row, offer in enumerate(offers) if typed.casefold() in map(str.casefold, offer)]
        first = 0 if typed and not self._can_name else -1
        shown.setCurrentRow(same[0] if same else first)
        shown.setVisible(shown.count() > 0)
        self._place(shown)

    def _shown_list(self) -> QListWidget:
        if self._list is None or self._list.window() is not self.window():
            self._list = QListWidget(self.window())
            self._list.setObjectName(f"{self.objectName()}_offers")
            self._list.setAccessibleName(self.accessibleName())
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setFont(self._theme.font("body"))
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._list.itemClicked.connect(self._pick)
        return self._list

    def _place(self, shown: QListWidget) -> None:
        window = self.window()
        line = shown.sizeHintForRow(0) if shown.count() else 0
        height = line * min(shown.count(), MOST_ROWS) + 2 * shown.frameWidth() + 4
        width = min(max(self.width(), self._theme.px(NARROWEST_LIST)), window.width() - self._theme.space(2))
        below = self.mapTo(window, QPoint(0, self.height() + 2))
        above = self.mapTo(window, QPoint(0, -height - 2))
        corner = below if below.y() + height <= window.height() or above.y() < 0 else above
        corner.setX(max(min(corner.x(), window.width() - width - self._theme.space(1)), 0))
        shown.resize(QSize(width, height))
        shown.move(corner)
        shown.raise_()

    def _step(self, rows: int) -> None:
        if self._list is None or self._list.isHidden():
            self._filter("")
            return
        row = self._list.currentRow() + rows
        self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))

    def _take(self) -> None:
        item = self._list.currentItem() if self._list is not None and self._list.isVisible() else None
        if item is not None:
            self._pick(item)
        elif self._can_name and self.text().strip() and self.text() != self._current:
            self._name(self.text().strip())
        elif not self.offered:
            self._close()
            self.left.emit()

    def _pick(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if key is None:
            self._name(self.text().strip())
            return
        self._close()
        self.picked.emit(key)
        self.left.emit()

    def _name(self, name: str) -> None:
        self._close()
        self.named.emit(name)
        self.left.emit()

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()
        self.setText(self._current)
        self.setCursorPosition(0)
        self.setModified(False)
