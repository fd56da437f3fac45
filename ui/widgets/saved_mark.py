"""The quiet word that everything is on disk: "Saved 14:03". It changes and does not blink."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.day_words import clock
from app.i18n import _
from ui.theme import Theme
from ui.widgets.icons import pixmap
from ui.widgets.labels import label, set_tone

STEADY_MS = 1_000  # who types on does not see it change to and fro


class SavedMark(QWidget):
    """Says when the last change was saved, that one was not, or that what is being typed is not yet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._words = label("", theme, "small", "muted", self)
        self._saved = _("All saved")
        self._is_typed = False
        self._steady = QTimer(self, singleShot=True, interval=STEADY_MS)
        self._steady.timeout.connect(self._show)
        self._build()
        self._show()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_saved(self, when: datetime | None) -> None:
        """Everything is on disk; `when` is the last change of this sitting, if there was one."""
        self._saved = _("All saved") if when is None else _("Saved {time}").format(time=clock(when))
        self._steady.stop()
        self._show()

    def show_not_saved(self) -> None:
        """The last change is on the screen and not on disk."""
        self._saved = ""
        self._show()

    def show_typing(self, is_typed: bool) -> None:
        """Whether something is being typed in a field that is not on disk yet."""
        self._is_typed = is_typed
        if is_typed:
            self._steady.stop()
            self._show()
        else:
            self._steady.start()

    def _show(self) -> None:
        if not self._saved:
            self._say(_("Not saved"), "triangle-alert", "danger")
        elif self._is_typed:
            self._say(_("Writing…"), "pencil", "muted")
        else:
            self._say(self._saved, "check", "muted")

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
