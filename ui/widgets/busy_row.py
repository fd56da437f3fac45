"""Says what is being done and how far it is, once it has taken half a second; it can be stopped."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label

PATIENCE_MS = 500


class BusyRow(QWidget):
    """Hidden while nothing is being done. `stopped` when the person no longer wants it."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = label("", theme, parent=self)
        self._bar = QProgressBar(self)
        self._stop = button(_("Cancel"), theme, name="stop_waiting", parent=self)
        self._patience = QTimer(self)
        self._build()
        self._stop.clicked.connect(self.stopped)
        self._patience.timeout.connect(self.show)
        self.end()

    def begin(self, words: str, *, can_be_stopped: bool = False) -> None:
        """Something has begun that may take a while."""
        self._say(words, 0)  # a bar that runs to and fro would move, and say no more
        self._stop.setVisible(can_be_stopped)
        self._patience.start(PATIENCE_MS)

    def show_now(self, words: str) -> None:
        """Something begins that nobody can stop and that holds the window up: say so before it does."""
        self._say(words, 50)
        self._stop.hide()
        self.show()

    def show_share(self, share: float) -> None:
        """How far it is, 0 to 1."""
        self._bar.setValue(round(100 * share))

    def end(self) -> None:
        """It is done."""
        self._patience.stop()
        self.hide()

    def _say(self, words: str, percent: int) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setValue(percent)

    def _build(self) -> None:
        self.setObjectName("busy_row")
        self._patience.setSingleShot(True)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(self._theme.px(200))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1.5))
        row.addWidget(self._bar)
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
