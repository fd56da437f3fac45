"""The quiet word that everything is on disk: "Saved 14:03". It changes and does not blink."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.day_words import clock
from app.i18n import _
from ui.theme import Theme
from ui.widgets.icons import pixmap
from ui.widgets.labels import label, set_tone


class SavedMark(QWidget):
    """Says when the last change was saved, or that one was not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._words = label("", theme, "small", "muted", self)
        self._build()
        self.show_saved(None)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_saved(self, when: datetime | None) -> None:
        """Everything is on disk; `when` is the last change of this sitting, if there was one."""
        if when is None:
            self._say(_("All saved"), "check", "muted")
            return
        self._say(_("Saved {time}").format(time=clock(when)), "check", "muted")

    def show_not_saved(self) -> None:
        """The last change is on the screen and not on disk."""
        self._say(_("Not saved"), "triangle-alert", "danger")

    def _say(self, text: str, icon_name: str, tone: str) -> None:
        self._icon.setPixmap(pixmap(icon_name, self._theme, tone, 14))
        self._words.setText(text)
        self.setAccessibleName(text)
        set_tone(self._words, tone)

    def _build(self) -> None:
        self.setObjectName("saved_mark")
        self._words.setObjectName("saved_words")
        self._words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(0.5))
        row.addWidget(self._icon)
        row.addWidget(self._words)
