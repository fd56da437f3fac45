"""Larger and smaller text by keys: the number is shown at once, the window follows when the keys rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMainWindow

from app.i18n import _
from app.settings import LARGEST_TEXT, SMALLEST_TEXT
from ui.theme import Theme
from ui.widgets.labels import heading

# To make every page anew takes a few tenths of a second: once for a row of presses is enough.
PAUSE_MS = 200


class TextSize(QObject):
    """Counts the presses. `size` gives the size in percent that the window has, `theme` its look.

    `chosen` carries the size that was arrived at.
    """

    chosen = Signal(int)

    def __init__(self, size: Callable[[], int], theme: Callable[[], Theme], window: QMainWindow) -> None:
        super().__init__(window)
        self._size = size
        self._theme = theme
        self._window = window
        self._wanted: int | None = None
        self._mark: QLabel | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._take)

    def change(self, percent: int) -> None:
        """Want the text larger or smaller by so much, within what is possible."""
        now = self._wanted if self._wanted is not None else self._size()
        self._wanted = min(max(now + percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._show(self._wanted)
        self._pause.start()

    def _take(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.chosen.emit(wanted)
        if self._mark is not None:
            self._mark.deleteLater()
            self._mark = None

    def _show(self, percent: int) -> None:
        """Say the size over the middle of the page; it is gone once the page has it."""
        if self._mark is None:
            theme = self._theme()
            self._mark = heading("", theme, self._window)
            self._mark.setObjectName("text_size_mark")
            self._mark.setProperty("kind", "card")
            self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._mark.setMargin(theme.space(2))
            self._mark.setWordWrap(False)
        self._mark.setText(_("Text {n} %").format(n=percent))
        self._mark.adjustSize()
        middle = self._window.rect().center() - self._mark.rect().center()
        self._mark.move(middle)
        self._mark.show()
        self._mark.raise_()
