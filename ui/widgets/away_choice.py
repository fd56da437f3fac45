"""The choice after how many minutes without a touch an open file is locked."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from app.i18n import _, ngettext
from app.settings import MOST_MINUTES, NEVER
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.spin_padding import pad_number

NUMBER_WIDTH = 96


class AwayChoice(QWidget):
    """A number and what it means in words. `chosen` carries the minutes, 0 for never."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minutes = QSpinBox(self)
        self._words = label("", theme, parent=self)
        self._build()
        self._minutes.valueChanged.connect(self._tell)

    def show_minutes(self, minutes: int) -> None:
        """Show a choice."""
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(minutes)
        self._show_words()

    def _build(self) -> None:
        self._minutes.setObjectName("lock_after")
        self._minutes.setAccessibleName(_("Minutes until an open file is locked"))
        self._minutes.setRange(NEVER, MOST_MINUTES)
        self._minutes.setKeyboardTracking(False)
        pad_number(self._minutes, self._theme)
        self._minutes.setSpecialValueText(_("Never"))
        self._minutes.setFixedWidth(self._theme.px(NUMBER_WIDTH))
        self._words.setBuddy(self._minutes)
        self.setFocusProxy(self._minutes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._minutes)
        row.addWidget(self._words, 1)
        self._show_words()

    def _show_words(self) -> None:
        minutes = self._minutes.value()
        if minutes == NEVER:
            words = _("An open file is locked by you alone, and with the screen.")
        else:
            words = ngettext(
                "minute without a key or a movement of the mouse",
                "minutes without a key or a movement of the mouse",
                minutes,
            )
        self._words.setText(words)
        self._minutes.setAccessibleDescription(words)

    def _tell(self) -> None:
        self._show_words()
        self.chosen.emit(self._minutes.value())
