"""Says in the consultant's window what the room sees now, and opens the choices about it."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.icons import icon

# How wide, at 100 % text, the line above the page must be for a sentence, and for a word.
SENTENCE_FROM, WORD_FROM = 820, 480


class RoomStatus(QWidget):
    """A quiet button; hidden while there is no window for the room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._button: QPushButton = quiet_button("", theme, "eye", "room_status", self)
        self._menu = QMenu(self._button)
        self._said = ("", False)
        self._width = 0
        self._build()

    @property
    def text(self) -> str:
        """What it says."""
        return self._button.text()

    def offer(self, actions: Iterable[QAction]) -> None:
        """What its menu offers."""
        self._menu.clear()
        self._menu.addActions(list(actions))

    def show_words(self, what: str, *, is_seen: bool) -> None:
        """Say what the room sees; "" without a window for it; `is_seen` is false while that is blank."""
        if (what, is_seen) == self._said:
            return
        self._said = what, is_seen
        self.setVisible(bool(what))
        sentence = _("Room sees: {what}").format(what=what)
        self._button.setAccessibleName(sentence)
        self._button.setToolTip(_("{sentence}. Press to choose what it may see.").format(sentence=sentence))
        self._button.setIcon(icon("eye" if is_seen else "eye-off", self._theme, "accent", gap=6))
        self._shorten()

    def fit(self, width: int) -> None:
        """Say it in a sentence, a word, or by the icon alone, as a line of this width has room for."""
        self._width = width
        self._shorten()

    def _shorten(self) -> None:
        px = self._theme.px
        words = self._said[0] if self._width >= px(WORD_FROM) else ""
        self._button.setText(self._button.accessibleName() if self._width >= px(SENTENCE_FROM) else words)

    def _build(self) -> None:
        self._button.setMenu(self._menu)
        self._button.setProperty("has_menu", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self.hide()
